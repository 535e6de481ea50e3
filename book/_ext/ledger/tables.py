"""The ledger as tables: one row per record, each with its own address."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import get_args

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from course import course
from outcomes import Ledger, cite, ledger
from outcomes.model import Claim, Source
from records.faults import nearest
from records.markup import Child, Markup, join, tag
from records.record import Record

from ..directives import CourseDirective, PlainRole, directive, role
from ..sources import ROOT
from .evidence import refuse

Row = tuple[str, Sequence[Child]]  # the id, and the cells


@directive("ledger")
class LedgerTable(CourseDirective):
    """``{ledger} estimates``: a table of one kind of record."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table, and have the page rebuilt when a file of the ledger changes."""
        kind = self.arguments[0]
        if kind not in TABLES:
            raise self.error(f"ledger: no table {kind!r}; there are {', '.join(TABLES)}")
        for path in sorted((ROOT / "outcomes").rglob("*.yml")):
            self.env.note_dependency(str(path))
        self.env.metadata[self.env.docname]["ledger"] = "yes"
        columns, rows = TABLES[kind]
        return [nodes.raw("", _table(kind, columns, list(rows(ledger()))), format="html")]


@role("tally")
class TallyRole(PlainRole, SphinxRole):
    """`` {tally}`claims contested` ``: how many records there are, so that no page has to state it by hand."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the count, or report that there is nothing to count."""
        for path in sorted((ROOT / "outcomes").rglob("*.yml")):
            self.env.note_dependency(str(path))
        try:
            return [nodes.Text(str(tally(ledger(), self.text)))], []
        except KeyError as unknown:
            return refuse(self, f"tally: {unknown.args[0]}"), []


MARK: dict[str, tuple[type[Record], str]] = {"claims": (Claim, "verdict"), "sources": (Source, "level_seen")}


def tally(records: Ledger, said: str) -> int:
    """Return how many records there are of a kind, or of those with a verdict or a way of reading.

    Raises
    ------
    KeyError
        If there is no such kind or mark; the message suggests what may be meant.
    """
    kind, _, which = said.partition(" ")
    found = getattr(records, kind, None)
    if not isinstance(found, Mapping) or (which and kind not in MARK):
        raise KeyError(f"{said!r}: the ledger counts nothing by that name")
    if not which:
        return len(found)
    model, mark = MARK[kind]
    marks = [getattr(record, mark) for record in found.values()]
    # Verdicts and ways of reading are closed lists: one that no record has is still valid.
    known = set(get_args(model.model_fields[mark].annotation))
    if which not in known:
        raise KeyError(f"no {kind} are {which!r}{nearest(which, known)}")
    return marks.count(which)


def _table(kind: str, columns: Sequence[str], rows: Sequence[Row]) -> Markup:
    head = tag("tr", *(tag("th", column, scope="col") for column in columns))
    body = (
        tag(
            "tr",
            *(tag("td", cell, data_column=column) for column, cell in zip(columns, cells, strict=True)),
            id=name,
        )
        for name, cells in rows
    )
    table = tag(
        "table", tag("thead", head), tag("tbody", *body), class_="ledger", data_kind=kind, data_rows=len(rows)
    )
    return tag("div", table, class_="scroll")


def _source_links(records: Ledger, keys: Sequence[str]) -> Markup:
    links = []
    for key in keys:
        source = records.sources[key]
        links.append(tag("a", source.short, href=source.address) if source.address else source.short)
    return join(*links, between="; ")


def _with_small(text: str, small: str | None) -> Markup:
    """Return a text, followed in small print by what qualifies it."""
    return join(text, tag("small", small) if small else None, between=" ")


def _estimates(records: Ledger) -> Iterator[Row]:
    for estimate in records.estimates.values():
        citation = cite(estimate.id)
        yield (
            estimate.id,
            (
                estimate.topic,
                _with_small(estimate.measure, estimate.note),
                citation.text,
                estimate.population,
                "–" if estimate.n is None else str(estimate.n),
                estimate.processing + (f": {estimate.method}" if estimate.method else ""),
                _with_small(_source_links(records, [estimate.source]), estimate.locator),
            ),
        )


def _numbers(records: Ledger) -> Iterator[Row]:
    for place, fact in enumerate(records.facts.values(), start=1):
        for number in fact.numbers:
            name = f"{fact.id}.{number.id}"
            yield (
                name,
                (
                    fact.topic,
                    number.measure + (f" ({number.group})" if number.group else ""),
                    cite(name).text,
                    "–" if number.n is None else str(number.n),
                    tag("a", f"Fact {place}", href=f"#{fact.id}"),
                    _with_small(_source_links(records, fact.sources), fact.level_seen),
                ),
            )


def _facts(records: Ledger) -> Iterator[Row]:
    for place, fact in enumerate(records.facts.values(), start=1):
        yield (
            fact.id,
            (
                str(place),
                fact.topic,
                _with_small(fact.statement, fact.note),
                _with_small(_source_links(records, fact.sources), fact.level_seen),
            ),
        )


def _claims(records: Ledger) -> Iterator[Row]:
    for claim in records.claims.values():
        keys = [*([claim.source] if claim.source else []), *claim.also_see]
        yield (
            claim.id,
            (
                course().document(claim.document).name,
                claim.statement,
                claim.verdict.replace("-", " "),
                claim.note,
                _source_links(records, keys) or "–",
            ),
        )


SEVERITY = {"A": "would mislead a clinician", "B": "imprecise", "C": "wording"}


def _corrections(records: Ledger) -> Iterator[Row]:
    for correction in records.corrections.values():
        yield (
            correction.id,
            (
                f"{correction.severity}: {SEVERITY[correction.severity]}",
                "; ".join(course().document(document).name for document in correction.documents),
                correction.says,
                correction.finding,
                correction.verdict,
                _source_links(records, correction.sources) or "–",
            ),
        )


def _conflicts(records: Ledger) -> Iterator[Row]:
    for conflict in records.conflicts.values():
        yield (
            conflict.id,
            (
                conflict.about,
                conflict.statement,
                _source_links(records, conflict.sources) or "–",
            ),
        )


def _comparability(records: Ledger) -> Iterator[Row]:
    for comparison in records.comparability.values():
        yield comparison.id, (comparison.about, comparison.rule)


TABLES: dict[str, tuple[Sequence[str], Callable[[Ledger], Iterator[Row]]]] = {
    "estimates": (
        ("Topic", "What was measured", "Value", "Population", "n", "Processing", "Source"),
        _estimates,
    ),
    "numbers": (("Topic", "What was measured", "Value", "n", "Fact", "Sources"), _numbers),
    "claims": (("Document", "Claim", "Verdict", "What the studies say", "Sources"), _claims),
    "corrections": (
        ("Severity", "Document", "It says", "What the studies say", "Verdict", "Sources"),
        _corrections,
    ),
    "conflicts": (("About", "What differs", "Sources"), _conflicts),
    "comparability": (("About", "Rule"), _comparability),
    "facts": (("No.", "Topic", "Fact", "Sources"), _facts),
}
