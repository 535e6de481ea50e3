"""A YAML file read strictly: every fault with its place, and none of YAML's own guesses."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from records.bounds import text_of
from records.faults import Refused
from records.nodes import Entries, Fields, Node, Scalar, tree
from records.place import Place, where
from records.surprises import LONGEST, number_read, quoted
from records.written import Plain, WrittenList, WrittenMapping, kind_of

_Fault = tuple[Place, str]
_RESOLVER: Any = yaml.resolver.Resolver()
_TRUE = {"true", "yes", "on"}
# YAML also reads octal, hexadecimal and, as in 57:01, base 60.
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)?(\.[0-9]*)?([eE][-+]?[0-9]+)?|[-+]?\.(inf|nan)")
MOST_DIGITS = 1000


class Written(NamedTuple):
    """The data of a file, None if there are none, and its faults, without the file's name."""

    data: dict[str, Any] | None
    faults: list[str]


def read(path: Path) -> Written:
    """Read a file that holds one mapping; nothing in it raises, since what is wrong is among the faults.

    A key given twice, a date without quotes and the like are faults, and the rest is read all the same, so that
    everything wrong can be reported at once.
    """
    try:
        root = tree(text_of(path))
    except Refused as fault:
        return Written(None, fault.faults)
    if root is None:
        return Written(None, ["is empty"])
    faults: list[_Fault] = []
    data = _data(root, (), faults)
    if data is None:
        return Written(None, ["is empty"])
    if not isinstance(data, dict):
        return Written(None, [f"holds {kind_of(data)}, not a mapping of names to values"])
    said = ((where(place, data), what) for place, what in faults)
    return Written(data, [f"{at}: {what}" if at else what for at, what in said])


def _data(node: Node, place: Place, faults: list[_Fault]) -> Any:  # noqa: ANN401 - whatever the file says
    """Return the data of a node, adding to the faults found before."""
    if isinstance(node, Scalar):
        return _value(node, place, faults)
    if isinstance(node, Entries):
        entries = WrittenList(_data(inner, (*place, at), faults) for at, inner in enumerate(node.nodes))
        entries.plain = {at: plain for at, inner in enumerate(node.nodes) if (plain := _plain(inner))}
        return entries
    read: WrittenMapping = WrittenMapping()
    first: dict[str, int] = {}
    before: tuple[Scalar, Scalar] | None = None
    for name, value in node.pairs():
        if not isinstance(name, Scalar):
            faults.append((place, f"line {name.line}: has {_KIND[type(name)]} for a name: a name is a text"))
            continue
        if before is not None and _is_cut_off(name, value):
            whole = quoted(f"{before[1].text},{name.text}")
            what = (
                f"line {name.line}: a comma in braces begins another field: put the whole in quotes, {whole}"
            )
            faults.append(((*place, before[0].text), what))
            continue
        before = (name, value) if isinstance(value, Scalar) and value.plain else None
        at = (*place, name.text)
        if name.text in first:
            what = f"is written twice, on line {first[name.text]} and again on line {name.line}"
            faults.append((at, what))
        first.setdefault(name.text, name.line)
        if name.plain and (kind := kind_of_plain(name.text)) != "str":
            faults.append((at, _guess(kind, name)))
        if name.lost:
            faults.append((at, f"line {name.line}: {name.lost}"))
        read[name.text] = _data(value, at, faults)
        if plain := _plain(value):
            read.plain[name.text] = plain
    return read


def _is_cut_off(name: Scalar, value: Node) -> bool:
    """Return whether a name is the end of a number with a comma, as in `{dose: 0,62}`."""
    bare = isinstance(value, Scalar) and value.plain and not value.text
    return bare and name.plain and kind_of_plain(name.text) in ("int", "float")


def _plain(node: Node) -> Plain | None:
    """Return how a value without quotes was written."""
    return Plain(node.line, node.text) if isinstance(node, Scalar) and node.plain else None


_KIND: dict[type[Node], str] = {Entries: "a list", Fields: "a mapping"}


def _value(node: Scalar, place: Place, faults: list[_Fault]) -> Any:  # noqa: ANN401 - as YAML reads it
    """Return the value that a text stands for, or the text itself if no record holds such a value."""
    kind = kind_of_plain(node.text) if node.plain else "str"
    if node.lost and kind in ("str", "null"):
        faults.append((place, f"line {node.line}: {node.lost}"))
    if kind == "null":
        return None
    if kind == "bool":
        return node.text.lower() in _TRUE
    if kind in ("int", "float") and len(node.text) <= MOST_DIGITS and _DECIMAL.fullmatch(node.text):
        return (
            int(node.text)
            if kind == "int"
            else float(node.text.replace(".inf", "inf").replace(".nan", "nan"))
        )
    if kind != "str":
        faults.append((place, _guess(kind, node)))
    return node.text


def kind_of_plain(text: str) -> str:
    """Return what YAML takes a text without quotes for: str, int, float, bool, null, timestamp, merge or value.

    >>> [kind_of_plain(text) for text in ("no", "57:01", "2024-02-31", "1e5")]
    ['bool', 'int', 'timestamp', 'str']
    """
    tag = str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))
    return tag.rpartition(":")[2]


def _guess(kind: str, node: Scalar) -> str:
    """Return what is wrong with a text that YAML takes for something else, and the cure."""
    if kind == "merge":
        return f"line {node.line}: takes over the fields of another mapping: write them out"
    cure = f", {quoted(node.text)}" if len(node.text) <= LONGEST else ""
    if kind in ("int", "float"):
        what = f"{number_read(node.text)}: write it in decimal digits, or in quotes{cure}"
    else:
        names = {"bool": "true or false", "null": "nothing", "timestamp": "a date"}
        what = f"{names.get(kind, 'a sign of its own')}: put it in quotes{cure}"
    return f"line {node.line}: YAML reads this as {what}"
