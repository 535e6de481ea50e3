"""YAML read strictly: every fault with its line, and nothing that YAML guessed without being asked."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one reads the ledger ten times faster


def read_yaml(path: Path) -> tuple[dict[str, Any] | None, list[str]]:
    """Read a file that holds one mapping.

    Returns
    -------
    tuple
        The mapping, or None where there is none to be had; and the faults, without the file's name.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [f"is not UTF-8 (byte {error.start}): save it as UTF-8"]
    except OSError as error:
        return None, [f"cannot be read: {error.strerror}"]
    try:
        data, faults = _parse(text)
        if data is None and not faults:
            return None, ["is empty"]
        if not isinstance(data, dict):
            return None, faults or [f"holds {kind_of(data)}, not a mapping of names to values"]
        return data, faults + list(guesses(data))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = "" if mark is None else f"line {mark.line + 1}: "
        return None, [f"{where}YAML: {error.problem or error.context}"]
    except (yaml.YAMLError, ValueError) as error:
        return None, [f"YAML: {' '.join(str(error).split())}"]
    except RecursionError:
        return None, ["YAML: nested too deeply"]


def _parse(text: str) -> tuple[Any, list[str]]:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, []
        faults = list(_node_faults(node))
        if any("the anchor here" in fault for fault in faults):  # an alias may hold itself
            return None, faults
        return loader.construct_document(node), faults
    finally:
        loader.dispose()


def _node_faults(root: yaml.Node) -> Iterator[str]:
    """Yield keys that stand twice in one mapping (YAML keeps the last, in silence) and uses of aliases."""
    seen: set[int] = set()
    waiting = [(root, "")]
    while waiting:
        node, owner = waiting.pop()
        if id(node) in seen:
            line = node.start_mark.line + 1
            yield f"line {line}: the anchor here is used again by an alias: write the value out instead"
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend((item, owner) for item in reversed(node.value))
        elif isinstance(node, yaml.MappingNode):
            names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
            owner = owner or next((v.value for k, v in node.value if k.value in ("id", "key")), "")
            for place, (key, _) in enumerate(node.value):
                if isinstance(key, yaml.ScalarNode) and key.value in names[:place]:
                    where = f"{owner}: {key.value}" if owner else key.value
                    yield f"{where}: stands twice in one mapping, again in line {key.start_mark.line + 1}"
            waiting.extend((value, owner) for _, value in reversed(node.value))


def guesses(value: object, owner: str = "", field: str = "") -> Iterator[str]:
    """Yield the values that are empty or that YAML turned into something else than was written."""
    where = ": ".join(part for part in (owner, field) if part)
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                prefix = f"{where}: " if where else ""
                yield f"{prefix}{key}: the name is read as {kind_of(key)}: put it in quotes"
            yield from guesses(inner, *_below(owner, field, str(key), inner))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from guesses(inner, *place_of(owner, field, inner, index))
    elif value is None:
        yield f"{where}: is empty: fill it in or leave the field out"
    elif isinstance(value, bool | datetime.date | bytes | set):
        yield f"{where}: YAML reads this as {kind_of(value)}: put it in quotes"


def _below(owner: str, field: str, key: str, value: object) -> tuple[str, str]:
    if not owner and isinstance(value, dict):
        return name_of(value) or key, ""
    return owner, f"{field}.{key}" if field else key


def place_of(owner: str, field: str, item: object, index: int) -> tuple[str, str]:
    """Name an item of a list for a fault: by its id, as a reader looks for it, else by its place from 1."""
    name = name_of(item)
    if not owner:
        return name or f"{field} {index + 1}", ""
    return owner, f"{field}.{name or index + 1}"


def name_of(record: object) -> str | None:
    """Return the id or key that raw data gives itself, where it is a text."""
    name = record.get("id", record.get("key")) if isinstance(record, dict) else None
    return name if isinstance(name, str) and name else None


def kind_of(value: object) -> str:
    """Name the type of a raw value as its author would: a text, a number, a list."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, datetime.date):
        return "a date"
    if value is None:
        return "nothing"
    names = {str: "a text", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return names.get(type(value), f"a {type(value).__name__}")
