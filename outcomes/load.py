"""YAML files to a `Ledger`: either the whole ledger, or every fault in every file at once."""

import contextlib
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from outcomes.checks import Item, across_records
from outcomes.model import (
    Claim,
    Comparison,
    Conflict,
    Correction,
    Estimate,
    Fact,
    Ledger,
    Reference,
    Source,
)
from records.bounds import MOST_BYTES
from records.faults import EMPTY, Refused, nearest
from records.reading import read
from records.record import Record
from records.wording import taken
from records.written import kind_of, name_of

R = TypeVar("R", bound=Record)

# What each kind of file holds: the list's name and its records. `source` and `topic` stand alone.
_LISTS: dict[str, dict[str, type[Record] | type[str]]] = {
    "studies": {"estimates": Estimate},
    "topics": {"sources": Source, "facts": Fact},
    "claims.yml": {"references": Reference, "claims": Claim},
    "corrections.yml": {"corrections": Correction, "not_verifiable": str},
    "conflicts.yml": {"conflicts": Conflict, "not_found": str},
    "comparability.yml": {"comparisons": Comparison},
}
_SINGLE = {"studies": "source", "topics": "topic"}
_NAME_LINE = re.compile(r"^ *(?:- *)?(?:id|key): *['\"]?([\w.-]+)", re.MULTILINE)


class LedgerFault(Refused):
    """The ledger cannot be loaded; `.faults` holds every fault, as `file: id: field: what is wrong`."""


@dataclass
class Gathered:
    """What was read from the files: sound records, sentences, all records as written, names in unreadable files."""

    records: list[Record] = field(default_factory=list)
    sentences: dict[str, list[str]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    excused: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def of(self, kind: type[R]) -> list[R]:
        """Return the records of one kind, in the order of the files."""
        return [record for record in self.records if isinstance(record, kind)]


@functools.cache
def ledger() -> Ledger:
    """Return the ledger that comes with the package, read once."""
    return load_ledger(Path(__file__).parent)


def load_ledger(folder: str | Path) -> Ledger:
    """Read and check a folder of evidence.

    Parameters
    ----------
    folder : str or Path
        Holds `studies/*.yml`, `topics/*.yml` and optionally `claims.yml`, `corrections.yml`,
        `conflicts.yml` and `comparability.yml`.

    Raises
    ------
    LedgerFault
        If anything at all is wrong; `.faults` lists all of it.
    """
    root = Path(folder)
    if not root.is_dir():
        raise LedgerFault([f"{root}: is no folder"])
    gathered = Gathered()
    paths = list(_files(root, gathered.faults))
    if not paths and not gathered.faults:
        raise LedgerFault([f"{root}: holds no studies/*.yml, no topics/*.yml and no claims.yml"])
    for path in paths:
        _read_file(path, path.relative_to(root).as_posix(), gathered)
    gathered.faults += across_records(gathered.items, gathered.excused)
    if gathered.faults:
        raise LedgerFault(gathered.faults)
    return Ledger(
        sources={source.key: source for source in gathered.of(Source)},
        estimates={estimate.id: estimate for estimate in gathered.of(Estimate)},
        facts={fact.id: fact for fact in gathered.of(Fact)},
        claims={claim.id: claim for claim in gathered.of(Claim)},
        references=tuple(gathered.of(Reference)),
        corrections={correction.id: correction for correction in gathered.of(Correction)},
        not_verifiable=tuple(gathered.sentences.get("corrections.yml", [])),
        conflicts={conflict.id: conflict for conflict in gathered.of(Conflict)},
        not_found=tuple(gathered.sentences.get("conflicts.yml", [])),
        comparability={comparison.id: comparison for comparison in gathered.of(Comparison)},
    )


def with_study(records: Ledger, study: Mapping[str, Any]) -> Ledger:
    """Return the ledger with one more study, in memory only: no file is written, and `records` does not change.

    Parameters
    ----------
    records : Ledger
        As `ledger()` gives it, or with studies added before.
    study : mapping
        What a file of `studies/` holds: `source`, the fields of one publication with its `key`, and `estimates`,
        a list of mappings. Fields and rules are those of the files.

    Raises
    ------
    LedgerFault
        If anything at all is wrong; `.faults` lists all of it.

    Examples
    --------
    >>> source = {"key": "class-2026", "authors": "The class", "title": "An invented trial", "journal": "none",
    ...           "year": 2026, "design": "invented", "level_seen": "invented"}
    >>> estimate = {"id": "class-orr", "topic": "exercise", "measure": "objective response rate", "value": 30,
    ...             "endpoint": "objective response rate", "unit": "%", "events": 12, "n": 40,
    ...             "population": "nobody", "locator": "invented"}
    >>> mine = with_study(ledger(), {"source": source, "estimates": [estimate]})
    >>> mine.added, "class-orr" in mine.estimates, "class-orr" in ledger().estimates
    (('class-orr',), True, False)
    """
    gathered = Gathered()
    name = f"studies/{name_of(study.get('source')) or 'new'}.yml"
    _read_data(study, name, gathered)
    known = [*_as_items(records), *gathered.items]
    faults = [*gathered.faults, *across_records(known, set())]
    if faults:
        raise LedgerFault([fault.removeprefix(f"{name}: ") for fault in faults])
    estimates = {estimate.id: estimate for estimate in gathered.of(Estimate)}
    return replace(
        records,
        sources={**records.sources, **{source.key: source for source in gathered.of(Source)}},
        estimates={**records.estimates, **estimates},
        added=(*records.added, *estimates),
    )


def _as_items(records: Ledger) -> Iterator[Item]:
    """Yield what a new record could collide with: every name in use, and the DOI of every source."""
    for key, source in records.sources.items():
        yield Item("the ledger", key, Source, {"key": key, "doi": source.doi, "part_of": source.part_of})
    named: dict[type[Record], Iterable[str]] = {
        Estimate: records.estimates,
        Fact: records.facts,
        Claim: records.claims,
        Correction: records.corrections,
        Conflict: records.conflicts,
        Comparison: records.comparability,
    }
    for kind, names in named.items():
        for name in names:
            yield Item("the ledger", name, kind, {"id": name})


def _files(root: Path, faults: list[str]) -> Iterator[Path]:
    """Yield the files of evidence; a YAML file that would be silently ignored is a fault."""
    found = [*root.glob("*"), *root.glob("studies/**/*"), *root.glob("topics/**/*")]
    for path in sorted(path for path in found if path.suffix.lower() in (".yml", ".yaml")):
        name = path.relative_to(root)
        kind = str(name) if name.parent == Path() else str(name.parent)
        if path.name.startswith("."):
            continue
        if path.suffix == ".yml" and kind in _LISTS:
            yield path
        else:
            faults.append(
                f"{name.as_posix()}: is not a file of the ledger: it belongs to studies/NAME.yml,"
                f" topics/NAME.yml or one of {', '.join(k for k in _LISTS if '.' in k)}"
            )


def _read_file(path: Path, name: str, gathered: Gathered) -> None:
    data, faults = read(path)
    gathered.faults += [f"{name}: {fault}" for fault in faults]
    if data is None:
        # A reference to a record in a broken file must not be reported as unknown.
        gathered.excused.add(path.stem)
        if path.is_file():
            with contextlib.suppress(OSError), path.open("rb") as file:
                gathered.excused.update(_NAME_LINE.findall(file.read(MOST_BYTES).decode("utf-8", "replace")))
        return
    _read_data(data, name, gathered)


def _read_data(data: Mapping[str, Any], name: str, gathered: Gathered) -> None:
    kind, stem = name.partition("/")[0], Path(name).stem
    single, lists = _SINGLE.get(kind), _LISTS[kind]
    shared: dict[str, str] = {}
    for unknown in data:
        if unknown not in (single, *lists):
            near = nearest(str(unknown), [*lists, single or ""])
            gathered.faults.append(f"{name}: {unknown}: is not a field{near}")
    if single is not None and single not in data:
        gathered.faults.append(f"{name}: {single}: is missing")
        shared = {single: stem}
    elif single is not None:
        shared = _read_single(data[single], single, name, gathered)
    for list_name, record in lists.items():
        items = data.get(list_name, [])
        if not isinstance(items, list):
            what = EMPTY if items is None else f"must be a list, is {kind_of(items)}"
            gathered.faults.append(f"{name}: {list_name}: {what}")
            continue
        for index, item in enumerate(items, start=1):
            owner = name_of(item) or f"{list_name} {index}"
            _read_item(item, record, owner, name, gathered, shared)


def _read_single(value: object, field_name: str, name: str, gathered: Gathered) -> dict[str, str]:
    """Read what the file states once for all its records: the source of a study, the topic of facts."""
    stem = Path(name).stem
    if field_name == "topic":
        if isinstance(value, str) and value:
            return {"topic": value}
        what = EMPTY if value in (None, "") else f"must be a text, is {kind_of(value)}"
        gathered.faults.append(f"{name}: topic: {what}")
    else:
        owner = name_of(value) or "source"
        _read_item(value, Source, owner, name, gathered, {})
        if owner not in ("source", stem):
            gathered.faults.append(f"{name}: {owner}: key: must be the file's name, {stem}")
    return {field_name: stem}


def _read_item(
    item: object,
    record: type[Record] | type[str],
    owner: str,
    name: str,
    gathered: Gathered,
    shared: dict[str, str],
) -> None:
    if item is None:
        gathered.faults.append(f"{name}: {owner}: {EMPTY}")
        return
    if not issubclass(record, Record):
        if isinstance(item, str) and item:
            gathered.sentences.setdefault(name, []).append(item)
        else:
            gathered.faults.append(f"{name}: {owner}: must be a text, is {kind_of(item)}")
        return
    faults: list[str] = []
    if isinstance(item, dict):
        gathered.items.append(Item(name, owner, record, item))
        given = shared.keys() & record.model_fields.keys() if record is not Source else set()
        faults = [f"{field}: is not a field: the file says it once for all" for field in given & item.keys()]
        item = item | {field: shared[field] for field in given}
    read, found = taken(record, item)
    faults += [fault for fault in found if fault.partition(":")[0] not in shared]
    gathered.faults += [f"{name}: {owner}: {fault}" for fault in faults]
    if read is not None and not faults:
        gathered.records.append(read)
