"""A page for each study: what it is, how much of it was read, its numbers, and where the course uses them.

They are light pages in one folder, which differ in their title and article alone: Sphinx makes the first, the list of
studies, and the others are cut from it. A reader on a telephone loads one study, with scripts off too.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sphinx.application import Sphinx

from outcomes import Ledger, ledger
from outcomes.model import Fact, Source
from outcomes.phrase import uncertainty
from outcomes.quantities import Estimate
from records.markup import Child, Markup, as_made, join, tag

from ..files import fill, write_if_new
from ..sources import STUDIES
from .facets import Row, rows
from .numbers import SCRIPT, numbers_script
from .tables import data_table, with_small
from .uses import Use, Uses, uses

INDEX = f"{STUDIES}/index"
TITLE = "Studies"
FEW = 12  # of anything on one page that is not folded


@dataclass(frozen=True)
class Study:
    """A study, the numbers that lead to it, and the facts that rest on it."""

    source: Source
    numbers: list[Row]
    facts: list[Fact]


def setup_studies(app: Sphinx) -> None:
    """Have the pages made once the others are known."""
    app.connect("html-collect-pages", _pages)


def _pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    records = ledger()
    studies = _studies(records)
    context = {"title": TITLE, "body": _index(studies), "uses": {"ledger": True}}
    yield INDEX, context, "page.html"
    # Sphinx has written the list by now.
    path = Path(app.outdir) / f"{INDEX}.html"
    index = path.read_text("utf-8")
    used = uses(app.env)
    made = {
        f"{study.source.key}.html": _page(index, study.source.short, _article(records, study, used))
        for study in studies
    }
    fill(path.parent, {path.name: index, **made})
    write_if_new(Path(app.outdir) / "_static" / SCRIPT, numbers_script(records))


def _studies(records: Ledger) -> list[Study]:
    numbers: defaultdict[str, list[Row]] = defaultdict(list)
    facts: defaultdict[str, list[Fact]] = defaultdict(list)
    for row in rows(records):
        numbers[row.source.key].append(row)
    for fact in records.facts.values():
        for key in fact.sources:
            facts[key].append(fact)
    return [Study(source, numbers[key], facts[key]) for key, source in records.sources.items()]


def _page(index: str, title: str, article: Markup) -> str:
    """Return the page of a study, cut from the list of studies."""
    before, _, rest = index.partition("<article>")
    after = rest.partition("</article>")[2]
    for name, attributes in (("title", {}), ("span", {"class_": "here-page"})):
        old, new = (tag(name, text, **attributes).rpartition("</")[0] for text in (TITLE, title))
        before = before.replace(old, new, 1)
    return join(as_made(before), tag("article", article), as_made(after))


def _index(studies: list[Study]) -> Markup:
    """Return every study by name, with the number of its numbers."""
    by_letter: defaultdict[str, list[Study]] = defaultdict(list)
    for study in sorted(studies, key=lambda study: study.source.short.casefold()):
        by_letter[study.source.short[0].upper()].append(study)
    letters = [
        tag(
            "details",
            tag("summary", letter),
            tag("ul", *map(_listed, some)),
            class_="letter",
            id=f"letter-{letter}",
        )
        for letter, some in by_letter.items()
    ]
    said = f"{len(studies)} studies, guidelines, labels and pages, by first author or body."
    way = tag("p", tag("a", "Find a number", href="../evidence.html"), class_="where")
    return join(way, tag("h1", TITLE), tag("p", said), *letters)


def _listed(study: Study) -> Markup:
    count = len(study.numbers)
    numbers = tag("small", "1 number" if count == 1 else f"{count} numbers") if count else None
    link = tag("a", study.source.short, href=f"{study.source.key}.html")
    return tag("li", join(link, numbers, between=" "), " ", tag("span", study.source.title, class_="title"))


def _article(records: Ledger, study: Study, used: Uses) -> Markup:
    source = study.source
    cited = used.get(source.key, [])
    parts = [
        tag("h1", source.short),
        tag("p", source.title, class_="study-title"),
        _about(records, source),
        _numbers(study, used),
        _facts(records, study),
        _cited(cited),
    ]
    way = tag("p", tag("a", "Evidence", href="../evidence.html"), " › study", class_="where")
    return join(way, tag("section", *parts, id=source.key, class_="study"))


def _about(records: Ledger, source: Source) -> Markup:
    """Return what is known of the study, and how much of it was read."""
    whole = records.sources.get(source.part_of or "")
    gaps = ", ".join(source.unconfirmed)
    links = {
        source.doi and f"https://doi.org/{quote(source.doi)}": source.doi and f"doi:{source.doi}",
        source.pmid and f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/": source.pmid
        and f"PMID {source.pmid}",
        source.pmcid and f"https://pmc.ncbi.nlm.nih.gov/articles/{source.pmcid}/": source.pmcid,
    }
    said: Mapping[str, Child] = {
        "Authors": source.authors,
        "Published in": " ".join(
            part for part in (source.journal, str(source.year or ""), source.volume_pages) if part
        )
        or None,
        "Found at": source.found_at,
        "Address": join(
            *(tag("a", text, href=address) for address, text in links.items() if address), between=" · "
        )
        or None,
        "Part of": tag("a", whole.short, href=f"{whole.key}.html") if whole else None,
        "Design": source.design,
        "n": None if source.n is None else str(source.n),
        "Country": source.country,
        "Read": source.level_seen,
        "Not confirmed in a public record": gaps or None,
        "Note": source.note,
    }
    pairs = [part for name, text in said.items() if text for part in (tag("dt", name), tag("dd", text))]
    return tag("dl", *pairs, class_="about-study")


COLUMNS = ("Topic", "What was measured", "Value", "In whom", "n", "Interval", "Read in", "In the course")


def _numbers(study: Study, used: Uses) -> Markup | None:
    if not study.numbers:
        return None
    count = len(study.numbers)
    head = tag("h2", "One number" if count == 1 else f"{count} numbers", id="numbers")
    if count <= FEW:
        return join(head, data_table(COLUMNS, [(row.id, _cells(row, used)) for row in study.numbers]))
    by_topic: defaultdict[str, list[Row]] = defaultdict(list)
    for row in study.numbers:
        by_topic[row.topic].append(row)
    folds = [
        tag(
            "details",
            tag("summary", f"{topic}: {len(some)}"),
            data_table(COLUMNS, [(row.id, _cells(row, used)) for row in some]),
            class_="fold",
        )
        for topic, some in by_topic.items()
    ]
    return join(head, *folds)


def _cells(row: Row, used: Uses) -> list[Child]:
    quantity = row.quantity
    notes = [quantity.note, quantity.few_at_risk if isinstance(quantity, Estimate) else None]
    how = [*uncertainty(quantity), *([f"value computed: {quantity.method}"] if quantity.method else [])]
    endpoint = quantity.endpoint and quantity.endpoint.value
    if endpoint and endpoint not in quantity.measure.casefold():
        how.append(f"endpoint: {endpoint}")
    # Not read by the search: the statement has a row of its own, and its words are not those of the number.
    fact = row.fact and tag("span", tag("a", row.fact.statement, href=f"#{row.fact.id}"), class_="uses")
    where = quantity.locator if isinstance(quantity, Estimate) else row.fact and row.fact.level_seen
    return [
        row.topic,
        with_small(quantity.measure, " ".join(note for note in notes if note) or None),
        row.text,
        row.population or fact or "",
        "" if quantity.n is None else str(quantity.n),
        ". ".join(how),
        where or "",
        _places(used.get(row.id, [])) or "",
    ]


def _facts(records: Ledger, study: Study) -> Markup | None:
    if not study.facts:
        return None
    body = []
    for fact in study.facts:
        others = [records.sources[key] for key in fact.sources if key != study.source.key]
        links = join(*(tag("a", other.short, href=f"{other.key}.html") for other in others), between="; ")
        cells = [fact.topic, with_small(fact.statement, fact.note), links, fact.level_seen]
        body.append((fact.id, cells))
    columns = ("Topic", "Fact", "Also in", "Read")
    head = tag("h2", "What the course takes from it", id="facts")
    return join(head, _if_many(len(body), "statements", data_table(columns, body)))


def _if_many(count: int, what: str, part: Markup) -> Markup:
    """Return a part, folded where it has many entries."""
    return part if count <= FEW else tag("details", tag("summary", f"{count} {what}"), part, class_="fold")


def _cited(places: list[Use]) -> Markup | None:
    if not places:
        return None
    head = tag("h2", "Where the course cites it", id="cited")
    return join(head, _if_many(len(places), "places", tag("ul", *map(_place, places), class_="uses")))


def _places(places: list[Use]) -> Markup | None:
    """Return the places that use a number, folded."""
    if not places:
        return None
    count = "1 place" if len(places) == 1 else f"{len(places)} places"
    return tag("details", tag("summary", count), tag("ul", *map(_place, places)), class_="uses")


def _place(use: Use) -> Markup:
    return tag("li", tag("a", use.page, href=use.address), ": ", use.text)
