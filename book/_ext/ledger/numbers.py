"""The table of numbers: its first page, its facets with their counts, and the data from which a reader narrows it.

The page holds the form and the first rows; every row is in one script, which is asked for when a reader first touches
the form (outcomes/frontend/numbers/page.js). Without scripts the rows shown lead on to the list of studies.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable

from outcomes import Ledger
from records.markup import Child, Markup, tag

from .evidence import number_address, study_address
from .facets import Row, rows
from .tables import data_table

PAGE = 25  # rows of one page
SCRIPT = "numbers-data.js"
COLUMNS = ("Topic", "What was measured", "Value", "In whom", "n", "Study")

Values = Iterable[str | None]
FACETS: dict[str, tuple[str, Callable[[Row], Values]]] = {
    "topic": ("Topic", lambda row: [row.topic]),
    "endpoint": ("Endpoint", lambda row: [row.quantity.endpoint and row.quantity.endpoint.value]),
    "drug": ("Drug or treatment", lambda row: row.drugs),
    "whom": ("Patients named", lambda row: [row.whom]),
    "read": ("Read as", lambda row: [row.source.level_seen]),
    "unit": ("Unit", lambda row: [row.quantity.unit]),
}
"""By its name in an address, what a facet is called, and the entries of it that a number belongs to."""

ORDERS = {
    "": "as in the ledger",
    "study": "study, A to Z",
    "year": "year, newest first",
    "n": "patients, most first",
    "up": "value, lowest first",
    "down": "value, highest first",
}
BY_VALUE = ("up", "down")  # only within one unit


def table_of_numbers(records: Ledger) -> Markup:
    """Return the form, the first page of the table, and the way to the other pages."""
    found = list(rows(records))
    first = data_table(COLUMNS, [(None, _cells(row)) for row in found[:PAGE]], id="numbers-table")
    count = tag("p", _count(found), class_="numbers-said", role="status")
    every = tag("a", f"All {len(records.sources)} studies by name", href=study_address("index"))
    pager = tag(
        "nav",
        tag("button", "Previous", type="button", value="-1"),
        tag("span", f"Page 1 of {-(-len(found) // PAGE)}"),
        tag("button", "Next", type="button", value="1"),
        class_="pager",
        aria_label="Pages of the table",
    )
    after = tag(
        "p",
        tag("button", "Download as CSV", type="button", class_="csv"),
        tag("a", "Link to this selection", href="evidence.html", class_="selection"),
        class_="after-numbers",
    )
    parts = (_form(found), tag("p", every), count, tag("ul", class_="studies-found"), first, pager, after)
    return tag("div", *parts, class_="numbers")


def _form(found: list[Row]) -> Markup:
    search = tag(
        "label",
        "Words, such as a drug, an author or a year",
        tag("input", type="search", name="q", autocomplete="off", spellcheck="false"),
        class_="words",
    )
    facets = [_facet(name, called, of, found) for name, (called, of) in FACETS.items()]
    orders = [
        tag("option", said, value=order, disabled="" if order in BY_VALUE else None)
        for order, said in ORDERS.items()
    ]
    order = tag("label", "Order", tag("select", *orders, name="sort"))
    choices = tag("div", *facets, order, class_="facets")
    rest = tag("details", tag("summary", "Narrow and sort"), choices, class_="narrow")
    reset = tag("button", "Reset", type="reset")
    return tag(
        "form", search, rest, reset, method="get", role="search", aria_label="Numbers", class_="numbers-form",
        data_rows=f"../_static/{SCRIPT}",
    )  # fmt: skip


def _facet(name: str, called: str, of: Callable[[Row], Values], found: list[Row]) -> Markup:
    counts = Counter(value for row in found for value in of(row) if value is not None)
    options = [
        tag("option", f"{value} ({count})", value=value)
        for value, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    # What every number has, or none, narrows nothing.
    useless = not counts or (len(counts) == 1 and counts.total() == len(found))
    select = tag("select", tag("option", "all", value=""), *options, name=name)
    return tag("label", called, select, hidden="" if useless else None)


def _count(found: list[Row]) -> str:
    return f"{len(found)} numbers"


def _cells(row: Row) -> list[Child]:
    quantity = row.quantity
    return [
        row.topic,
        tag("a", row.quantity.measure, href=number_address(row.id)),
        row.text,
        row.population or "",
        "" if quantity.n is None else str(quantity.n),
        tag("a", row.source.short, href=study_address(row.source.key)),
    ]


def numbers_script(records: Ledger) -> str:
    """Return the script with every number and study, as outcomes/frontend/numbers/page.js reads it."""
    places = {key: at for at, key in enumerate(records.sources)}
    studies = [
        [source.key, source.short, source.title, source.year, source.doi, source.pmid, source.design]
        for source in records.sources.values()
    ]
    numbers = [
        [
            row.id,
            places[row.source.key],
            row.quantity.measure,
            row.text,
            row.quantity.value,
            row.population,
            row.quantity.n,
            [[value for value in of(row) if value is not None] for _, of in FACETS.values()],
        ]
        for row in rows(records)
    ]
    facts = {fact.id: fact.sources[0] for fact in records.facts.values() if fact.sources}
    data = {"studies": studies, "numbers": numbers, "facts": facts}
    return f"window.courseNumbers={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
