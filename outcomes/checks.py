"""Faults that only show across records and files: ids used twice, references that lead nowhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from outcomes.model import Claim, Comparison, Conflict, Correction, Estimate, Fact, Reference, Source
from records.record import Record


@dataclass(frozen=True)
class Item:
    """One record as written, sound or not: its own faults must not hide those of its references."""

    file: str
    owner: str
    kind: type[Record]
    data: Mapping[str, Any]

    @property
    def name(self) -> str | None:
        """The id or key, or None."""
        name = self.data.get("key" if self.kind is Source else "id")
        return name if isinstance(name, str) else None


# Which fields name records of which kind. An estimate's source is the one in its file, so it needs no check.
_REFERENCES: dict[type[Record], dict[str, type[Record]]] = {
    Source: {"part_of": Source},
    Fact: {"sources": Source},
    Claim: {"document": Source, "source": Source, "also_see": Source},
    Reference: {"source": Source},
    Correction: {"documents": Source, "sources": Source, "claims": Claim},
    Conflict: {"sources": Source, "facts": Fact},
    Comparison: {"estimates": Estimate},
}
_NOUNS = {
    Source: "source has the key",
    Fact: "fact has the id",
    Claim: "claim has the id",
    Estimate: "estimate has the id",
}


def across_records(items: Sequence[Item], excused: set[str]) -> list[str]:
    """Return every fault between records, as `file: id: field: what is wrong`.

    Parameters
    ----------
    items : sequence of Item
        All records of all files that could be read.
    excused : set of str
        Ids and keys in files that could not be read; naming one is not a second fault.
    """
    return [*_duplicates(items), *_shared_dois(items), *_lost_references(items, excused)]


def _duplicates(items: Sequence[Item]) -> Iterator[str]:
    """Yield ids that are not unique: all kinds of records share one namespace."""
    first: dict[str, str] = {}
    for item in items:
        if item.name is None:
            continue
        if item.name in first:
            field = "key" if item.kind is Source else "id"
            yield f"{item.file}: {item.name}: {field}: stands already in {first[item.name]}"
        first.setdefault(item.name, item.file)
        numbers = [number.get("id") for number in _numbers(item)]
        for number in dict.fromkeys(name for name in numbers if isinstance(name, str)):
            if numbers.count(number) > 1:
                yield f"{item.file}: {item.name}: numbers.{number}.id: stands twice in this fact"


def _shared_dois(items: Sequence[Item]) -> Iterator[str]:
    """Yield sources that share a DOI, unless one is declared as a part of the other."""
    first: dict[str, Item] = {}
    for item in items:
        doi = item.data.get("doi")
        if item.kind is not Source or not isinstance(doi, str):
            continue
        other = first.setdefault(doi.casefold(), item)
        if other is item or other.name == item.name:
            continue
        if other.name != item.data.get("part_of") and item.name != other.data.get("part_of"):
            what = f"{doi} is also that of {other.owner}: use one key, or say part_of"
            yield f"{item.file}: {item.owner}: doi: {what}"


def _lost_references(items: Sequence[Item], excused: set[str]) -> Iterator[str]:
    known: dict[type[Record], set[str]] = {}
    for item in items:
        if item.name is not None:
            known.setdefault(item.kind, set()).add(item.name)
    for item in items:
        for field, kind, name in _named(item):
            if name not in known.get(kind, set()) and name not in excused:
                yield f"{item.file}: {item.owner}: {field}: no {_NOUNS[kind]} {name}"


def _named(item: Item) -> Iterator[tuple[str, type[Record], str]]:
    """Yield every record that an item names: the field, the kind of record, its name."""
    for field, kind in _REFERENCES.get(item.kind, {}).items():
        value = item.data.get(field)
        for name in value if isinstance(value, list) else [value]:
            if isinstance(name, str):
                yield field, kind, name
    for number in _numbers(item):
        if isinstance(number.get("source"), str):
            yield f"numbers.{number.get('id')}.source", Source, number["source"]


def _numbers(item: Item) -> list[dict[str, Any]]:
    numbers = item.data.get("numbers") if item.kind is Fact else None
    return [number for number in numbers if isinstance(number, dict)] if isinstance(numbers, list) else []
