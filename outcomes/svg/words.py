"""What a drawing says: its statements, each with its sources, drawn and written alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from outcomes.model import Ledger
from outcomes.phrase import cite_from
from records.markup import Markup, join, tag

_ID = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class Point:
    """One statement: a head, a sentence or two, its sources, and the statements that belong under it.

    `kind` says how it is drawn: a "pitfall" is what goes wrong or is not known, in the color of pitfalls.
    """

    head: str
    text: str
    sources: tuple[str, ...]
    names: str
    points: tuple[Point, ...] = ()
    kind: str = ""

    def all(self) -> Iterator[Point]:
        """Yield the statement and all under it, in the order of reading."""
        yield self
        for point in self.points:
            yield from point.all()


class Teller:
    """Makes the statements of a drawing, with numbers and sources from the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def number(self, reference: str) -> str:
        """Return a number of the ledger as printed in a sentence; an aspect may follow the id."""
        return cite_from(self._ledger, reference).text

    def year(self, reference: str) -> str:
        """Return the year of a date in the ledger, or of a source's publication.

        Raises
        ------
        KeyError
            If the ledger has neither.
        """
        source = self._ledger.sources.get(reference)
        if source is None:
            return self.number(reference)[-4:]
        if source.year is None:
            raise KeyError(f"the source {reference!r} has no year")
        return str(source.year)

    def __call__(
        self, head: str, text: str, *basis: str, points: Sequence[Point] = (), kind: str = ""
    ) -> Point:
        """Make a statement.

        Parameters
        ----------
        head, text
            What is said; `{id}` stands for a number of the ledger, whose sources become the statement's.
        basis
            What else it rests on: ids of facts, numbers, conflicts or corrections, or keys of sources.

        Raises
        ------
        KeyError
            If the ledger has nothing under an id.
        """
        numbers = [match[1] for match in _ID.finditer(head + text)]
        keys: dict[str, None] = {}
        for reference in [*basis, *(number.split()[0] for number in numbers)]:
            keys.update(dict.fromkeys(self._sources(reference)))
        names = "; ".join(dict.fromkeys(self._ledger.sources[key].short for key in keys))
        said = [_ID.sub(lambda match: _unbroken(self.number(match[1])), part) for part in (head, text)]
        return Point(said[0], said[1], tuple(keys), names, tuple(points), kind)

    def _sources(self, reference: str) -> tuple[str, ...]:
        records = self._ledger
        for held in (records.facts, records.conflicts, records.corrections):
            if reference in held:
                return held[reference].sources
        if reference in records.sources:
            return (reference,)
        return tuple(source.key for source in records.sources_of(reference))


def _unbroken(number: str) -> str:
    """Keep a short number and its unit on one line."""
    return number.replace(" ", "\N{NO-BREAK SPACE}") if len(number) < 14 else number


def as_list(points: Sequence[Point]) -> Markup | None:
    """Return statements as a nested ordered list in HTML, each with the names of its sources."""
    items = [tag("li", _statement(point), as_list(point.points)) for point in points]
    return tag("ol", *items) if items else None


def _statement(point: Point) -> Markup:
    head = tag("strong", f"{point.head}.") if point.head else None
    named = tag("small", f"({point.names})", class_="of") if point.names else None
    return join(head, point.text or None, named, between=" ")


def as_text(points: Sequence[Point], indent: str = "") -> str:
    """Return statements as numbered lines of plain text."""
    lines = []
    for place, point in enumerate(points, start=1):
        named = f"({point.names})" if point.names else ""
        head = f"{point.head}." if point.head else ""
        said = " ".join(part for part in (head, point.text, named) if part)
        lines += [f"{indent}{place}. {said}", as_text(point.points, indent + "   ")]
    return "\n".join(line for line in lines if line)
