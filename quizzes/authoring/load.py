"""YAML to banks. All faults are reported at once, each as `file: id: field: what is wrong`."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from quizzes.authoring.bank import Bank, Objective
from quizzes.evidence import Cite, malformed, references, resolver
from quizzes.kinds.register import KINDS
from records.faults import Refused, nearest
from records.reading import Written, read
from records.wording import taken_file

__all__ = ["BANK", "BankFault", "load_bank", "load_banks"]

BANK = Path(__file__).parents[1] / "bank"
"""The shipped banks, one file per chapter."""

Read = Callable[[Path], Written]


class BankFault(Refused):
    """A bank is faulty; `.faults` holds every fault, as `file: id: field: what is wrong`."""


def load_bank(chapter: str, folder: Path = BANK, *, cite: Cite | None = None) -> Bank:
    """Return the questions of one chapter.

    Parameters
    ----------
    chapter : str
        Name of the chapter, as in `marble-thumb`.
    folder : Path
        Where the files are; the shipped banks by default.
    cite : Cite, optional
        The resolver of evidence; the installed one (see `quizzes.evidence`) by default.

    Raises
    ------
    BankFault
        If there is no such chapter, or its file has faults; `.faults` holds all of them.
    """
    known = sorted(path.stem for path in folder.glob("*.yml"))
    if chapter not in known:
        raise BankFault(
            [f"{chapter}: there are no questions for it; there are for: {', '.join(known) or 'none'}"]
        )
    bank, _, faults = _load(folder / f"{chapter}.yml", read, cite or resolver())
    if bank is None or faults:
        raise BankFault(faults)
    return bank


def load_banks(
    folder: Path = BANK, *, cite: Cite | None = None, sources: Collection[str] | None = None
) -> dict[str, Bank]:
    """Return all banks of a folder, by chapter, in alphabetical order.

    Parameters
    ----------
    folder : Path
        Where the files are; the shipped banks by default.
    cite : Cite, optional
        The resolver of evidence; the installed one (see `quizzes.evidence`) by default.
    sources : collection of str, optional
        The keys that a question may name as its sources; any if left out.

    Raises
    ------
    BankFault
        If there is any fault in any file, or the same id in two; `.faults` holds all of them.
    """
    cite = cite or resolver()
    paths = sorted(folder.glob("*.yml"))
    faults = [
        f"{path.name}: must end in .yml to be read"
        for path in sorted(folder.glob("*.*"))
        if path.suffix != ".yml" and path.suffix.lower() in (".yml", ".yaml")
    ]
    if folder.is_file():
        faults.append(f"{folder.name}: is a file: a folder of banks is wanted, such as {folder.parent}")
    elif not paths:
        faults.append(f"{folder.name}: holds no file *.yml")
    banks: dict[str, Bank] = {}
    first: dict[str, str] = {}
    # A chapter is read once, however many of the others borrow its objectives.
    once = cache(read)
    for path in paths:
        bank, ids, found = _load(path, once, cite, sources)
        faults += found
        if bank is not None:
            banks[path.stem] = bank
        for name in ids:
            other = first.setdefault(name, path.name)
            if other != path.name:
                faults.append(f"{path.name}: {name}: id: is used in {other} already; ids are never reused")
    if faults:
        raise BankFault(faults)
    return banks


def _load(
    path: Path, read: Read, cite: Cite, sources: Collection[str] | None = None
) -> tuple[Bank | None, list[str], list[str]]:
    """Return the bank (None if it is faulty), the ids of its questions as written, and its faults."""
    raw, found = read(path)
    faults = [f"{path.name}: {what}" for what in found]
    if raw is None:
        return None, [], faults
    bank, found = taken_file(Bank, raw)
    faults += [f"{path.name}: {what}" for what in found]
    if isinstance(raw.get("chapter"), str) and raw["chapter"] != path.stem:
        faults.append(f"{path.name}: chapter: says {raw['chapter']!r}; a file is named after its chapter")
    faults += [f"{path.name}: {fault}" for fault in _evidence_faults(raw, cite, sources)]
    if bank is not None:
        lent, unknown = _borrowed(bank, path.parent, read)
        faults += [f"{path.name}: {fault}" for fault in unknown]
        bank = bank.model_copy(update={"objectives": (*bank.objectives, *lent)})
    items = raw.get("items")
    written = (
        [item.get("id") for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []
    )
    return bank, list(dict.fromkeys(name for name in written if isinstance(name, str))), faults


def _borrowed(bank: Bank, folder: Path, read: Read) -> tuple[list[Objective], list[str]]:
    """Return the objectives that a bank's questions borrow from other chapters, in order, and the faults."""
    lent: list[Objective] = []
    faults: list[str] = []
    asked: dict[str, str] = {}
    for each in bank.items:
        if "/" in each.objective:
            asked.setdefault(each.objective, each.id)
    for name, item in asked.items():
        chapter, _, own = name.partition("/")
        known = {
            row.get("id"): row
            for row in _objectives(read(folder / f"{chapter}.yml"))
            if isinstance(row, Mapping)
        }
        if own not in known:
            listed = ", ".join(str(each) for each in known) or "no objectives"
            faults.append(f"{item}: objective: {name!r} is not known; {chapter}.yml has {listed}")
            continue
        with suppress(ValidationError):  # a faulty objective is the fault of its own file
            lent.append(Objective.model_validate({**known[own], "id": name}))
    return lent, faults


def _objectives(bank: Written) -> list[Any]:
    """Return the objectives of a bank file as written; none where they cannot be read."""
    written = (bank.data or {}).get("objectives")
    return written if isinstance(written, list) else []


def _evidence_faults(raw: Mapping[Any, Any], cite: Cite, sources: Collection[str] | None) -> Iterator[str]:
    """Yield `id: field: what is wrong` for every token, id of evidence and source that leads nowhere."""
    for part in ("objectives", "items"):
        entries = raw.get(part)
        for number, entry in enumerate(entries if isinstance(entries, list) else (), start=1):
            if not isinstance(entry, Mapping):
                continue
            name = entry.get("id", f"{part} {number}")
            for reference in _names(entry, "evidence"):
                if what := _unknown(reference, cite):
                    yield f"{name}: evidence: {what}"
            for key in _names(entry, "sources"):
                if sources is not None and key not in sources:
                    yield f"{name}: sources: no source has the key {key!r}{nearest(key, sources)}"
            for field, text in _texts(entry, ()):
                for attempt in malformed(text):
                    yield f"{name}: {field}: {attempt!r} is no token; write {{ev}}`id` or {{ev}}`id aspect`"
                for reference in references(text):
                    if what := _unknown(reference, cite):
                        yield f"{name}: {field}: {what}"
            kind = entry.get("kind")
            if part == "items" and isinstance(kind, str) and kind in KINDS:
                yield from (
                    f"{name}: {field}: {what}"
                    for field, what in KINDS[kind].record.resolved_faults(entry, cite)
                )


def _names(entry: Mapping[Any, Any], field: str) -> list[str]:
    """Return the names that a field lists; anything else is a fault that the model reports."""
    listed = entry.get(field)
    return [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []


def _texts(value: object, place: tuple[str, ...], seen: set[int] | None = None) -> Iterator[tuple[str, str]]:
    """Yield (field, text) for every text in an entry, however deep; a list names its entries by id.

    What aliases repeat is `seen` and yielded once, since they may multiply beyond all bounds.
    """
    seen = set() if seen is None else seen
    if isinstance(value, str):
        yield ".".join(place), value
    elif isinstance(value, Mapping | list) and id(value) not in seen:
        seen.add(id(value))
        for name, inner in _named(value):
            yield from _texts(inner, (*place, name), seen)


def _named(value: Mapping[Any, Any] | list[Any]) -> Iterator[tuple[str, object]]:
    """Yield the entries of a mapping by field, and those of a list by id or else by number."""
    if isinstance(value, Mapping):
        yield from ((str(field), inner) for field, inner in value.items())
        return
    for number, inner in enumerate(value, start=1):
        yield str(inner.get("id", number) if isinstance(inner, Mapping) else number), inner


def _unknown(reference: str, cite: Cite) -> str | None:
    """Return what is wrong with a reference, None where it resolves."""
    try:
        cite(reference)
    except KeyError as error:
        return str(error.args[0]) if error.args else f"unknown evidence {reference!r}"
    return None
