"""The ledger as tables: one row a record, each with an address of its own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import get_args

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from outcomes import Ledger, cite, ledger
from outcomes.model import Claim, Source
from records.faults import nearest
from records.record import Record

from ..directives import CourseDirective, PlainRole, directive, role
from ..sources import ROOT
from .claims import DOCUMENTS
from .evidence import refused

Row = tuple[str, Sequence[str]]  # the id, and cells that are HTML already


@directive("ledger")
class LedgerTable(CourseDirective):
    """``{ledger} estimates``: a table of one kind of record."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table, and let the page follow every file of the ledger."""
        kind = self.arguments[0]
        if kind not in TABLES:
            raise self.error(f"ledger: no table {kind!r}; there are {', '.join(TABLES)}")
        for path in sorted((ROOT / "outcomes").rglob("*.yml")):
            self.env.note_dependency(str(path))
        self.env.metadata[self.env.docname]["ledger"] = "yes"
        columns, rows = TABLES[kind]
        return [nodes.raw("", _table(kind, columns, list(rows(ledger()))), format="html")]


@role("tally")
class Tally(PlainRole, SphinxRole):
    """`` {tally}`claims contested` ``: how many records there are, so that no page types it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the count, or report that there is nothing to count."""
        for path in sorted((ROOT / "outcomes").rglob("*.yml")):
            self.env.note_dependency(str(path))
        try:
            return [nodes.Text(str(tally(ledger(), self.text)))], []
        except KeyError as unknown:
            return refused(self, f"tally: {unknown.args[0]}"), []


MARK: dict[str, tuple[type[Record], str]] = {"claims": (Claim, "verdict"), "sources": (Source, "level_seen")}


def tally(records: Ledger, said: str) -> int:
    """Return how many records there are of a kind, or of those with a verdict or a way of reading.

    Raises
    ------
    KeyError
        If there is no such kind or mark; the message says what may be meant.
    """
    kind, _, which = said.partition(" ")
    found = getattr(records, kind, None)
    if not isinstance(found, Mapping) or (which and kind not in MARK):
        raise KeyError(f"{said!r}: the ledger counts nothing by that name")
    if not which:
        return len(found)
    model, mark = MARK[kind]
    marks = [getattr(record, mark) for record in found.values()]
    # A verdict and a way of reading are each one of a few, whether anything has them or not.
    known = set(get_args(model.model_fields[mark].annotation))
    if which not in known:
        raise KeyError(f"no {kind} are {which!r}{nearest(which, known)}")
    return marks.count(which)


def _table(kind: str, columns: Sequence[str], rows: Sequence[Row]) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(
        f'<tr id="{escape(name)}">'
        + "".join(
            f'<td data-column="{escape(column)}">{cell}</td>'
            for column, cell in zip(columns, cells, strict=True)
        )
        + "</tr>"
        for name, cells in rows
    )
    return (
        f'<div class="scroll"><table class="ledger" data-kind="{kind}" data-rows="{len(rows)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _source_links(records: Ledger, keys: Sequence[str]) -> str:
    links = []
    for key in keys:
        source = records.sources[key]
        name = escape(source.short)
        links.append(f'<a href="{escape(source.address)}">{name}</a>' if source.address else name)
    return "; ".join(links)


def _estimates(records: Ledger) -> Iterator[Row]:
    for estimate in records.estimates.values():
        citation = cite(estimate.id)
        note = f" <small>{escape(estimate.note)}</small>" if estimate.note else ""
        yield (
            estimate.id,
            (
                escape(estimate.topic),
                escape(estimate.measure) + note,
                escape(citation.text),
                escape(estimate.population),
                "–" if estimate.n is None else str(estimate.n),
                escape(estimate.processing + (f": {estimate.method}" if estimate.method else "")),
                f"{_source_links(records, [estimate.source])} <small>{escape(estimate.locator)}</small>",
            ),
        )


def _numbers(records: Ledger) -> Iterator[Row]:
    for place, fact in enumerate(records.facts.values(), start=1):
        for number in fact.numbers:
            name = f"{fact.id}.{number.id}"
            yield (
                name,
                (
                    escape(fact.topic),
                    escape(number.measure + (f" ({number.group})" if number.group else "")),
                    escape(cite(name).text),
                    "–" if number.n is None else str(number.n),
                    f'<a href="#{escape(fact.id)}">Fact {place}</a>',
                    f"{_source_links(records, fact.sources)} <small>{escape(fact.level_seen)}</small>",
                ),
            )


def _facts(records: Ledger) -> Iterator[Row]:
    for place, fact in enumerate(records.facts.values(), start=1):
        note = f" <small>{escape(fact.note)}</small>" if fact.note else ""
        yield (
            fact.id,
            (
                str(place),
                escape(fact.topic),
                escape(fact.statement) + note,
                f"{_source_links(records, fact.sources)} <small>{escape(fact.level_seen)}</small>",
            ),
        )


def _claims(records: Ledger) -> Iterator[Row]:
    for claim in records.claims.values():
        keys = [*([claim.source] if claim.source else []), *claim.also_see]
        yield (
            claim.id,
            (
                DOCUMENTS[claim.document],
                escape(claim.statement),
                escape(claim.verdict.replace("-", " ")),
                escape(claim.note),
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
                "; ".join(DOCUMENTS[document] for document in correction.documents),
                escape(correction.says),
                escape(correction.finding),
                escape(correction.verdict),
                _source_links(records, correction.sources) or "–",
            ),
        )


def _conflicts(records: Ledger) -> Iterator[Row]:
    for conflict in records.conflicts.values():
        yield (
            conflict.id,
            (
                escape(conflict.about),
                escape(conflict.statement),
                _source_links(records, conflict.sources) or "–",
            ),
        )


def _comparability(records: Ledger) -> Iterator[Row]:
    for comparison in records.comparability.values():
        yield comparison.id, (escape(comparison.about), escape(comparison.rule))


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
