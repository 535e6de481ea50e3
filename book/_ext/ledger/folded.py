"""What is said about the evidence, record by record, each folded under its first line: claims, conflicts and rules."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from course import course
from outcomes import Ledger
from records.markup import Child, Markup, join, tag

from .tables import study_links

SEVERITY = {"A": "would mislead a clinician", "B": "imprecise", "C": "wording"}


class Record(NamedTuple):
    """A record as it is read: its id, its first line, what stands beside it, and the rest, each part under its name."""

    id: str
    line: str
    beside: str
    rest: dict[str, Child]


def folded(kind: str, records: Ledger) -> Markup:
    """Return all records of a kind as a list that opens, each of which opens in turn."""
    one, many, of = KINDS[kind]
    found = list(of(records))
    count = f"1 {one}" if len(found) == 1 else f"{len(found)} {many}"
    return tag("details", tag("summary", count), *map(_record, found), class_="fold records")


def _record(record: Record) -> Markup:
    line = join(record.line, tag("small", record.beside) if record.beside else None, between=" ")
    rest = [
        tag("p", tag("b", f"{name}:"), " ", text, data_part=name)
        for name, text in record.rest.items()
        if text
    ]
    return tag("details", tag("summary", line), *rest, class_="record", id=record.id)


def _claims(records: Ledger) -> Iterator[Record]:
    for claim in records.claims.values():
        keys = [*([claim.source] if claim.source else []), *claim.also_see]
        beside = f"{course().document(claim.document).name}: {claim.verdict.replace('-', ' ')}"
        rest = {"What the studies say": claim.note, "Sources": study_links(records, keys)}
        yield Record(claim.id, claim.statement, beside, rest)


def _corrections(records: Ledger) -> Iterator[Record]:
    for correction in records.corrections.values():
        documents = "; ".join(course().document(document).name for document in correction.documents)
        rest: dict[str, Child] = {
            "What the studies say": correction.finding,
            "Verdict": correction.verdict,
            "Severity": f"{correction.severity}, {SEVERITY[correction.severity]}",
            "Sources": study_links(records, correction.sources),
        }
        yield Record(correction.id, correction.says, documents, rest)


def _conflicts(records: Ledger) -> Iterator[Record]:
    for conflict in records.conflicts.values():
        rest = {"What differs": conflict.statement, "Sources": study_links(records, conflict.sources)}
        yield Record(conflict.id, conflict.about, "", rest)


def _comparability(records: Ledger) -> Iterator[Record]:
    for comparison in records.comparability.values():
        yield Record(comparison.id, comparison.about, "", {"Rule": comparison.rule})


def _statements(records: Ledger) -> Iterator[Record]:
    for fact in records.facts.values():
        if not fact.sources:
            yield Record(fact.id, fact.statement, "", {"Note": fact.note, "Read": fact.level_seen})


KINDS: dict[str, tuple[str, str, Callable[[Ledger], Iterator[Record]]]] = {
    "claims": ("claim", "claims", _claims),
    "corrections": ("passage", "passages", _corrections),
    "conflicts": ("disagreement", "disagreements", _conflicts),
    "comparability": ("rule", "rules", _comparability),
    "statements": ("statement", "statements", _statements),
}
"""What `{ledger}` can list, beside the table of numbers: the name of one, of several, and where they come from."""
