"""A YAML file read strictly: every fault with its place, and none of YAML's own guesses."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from records.bounds import text_of
from records.faults import Refused
from records.nodes import Entries, Fields, Node, Scalar, tree
from records.place import Place, where
from records.written import kind_of

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
    """Read a file that holds one mapping.

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
        return [_data(inner, (*place, at), faults) for at, inner in enumerate(node.nodes)]
    read: dict[str, Any] = {}
    first: dict[str, int] = {}
    for name, value in node.pairs():
        if not isinstance(name, Scalar):
            faults.append((place, f"line {name.line}: has {_KIND[type(name)]} for a name: a name is a text"))
            continue
        at = (*place, name.text)
        if name.text in first:
            what = f"is written twice, on line {first[name.text]} and again on line {name.line}"
            faults.append((at, what))
        first.setdefault(name.text, name.line)
        if name.plain and (kind := kind_of_plain(name.text)) != "str":
            faults.append((at, _guess(kind, name.text)))
        read[name.text] = _data(value, at, faults)
    return read


_KIND: dict[type[Node], str] = {Entries: "a list", Fields: "a mapping"}


def _value(node: Scalar, place: Place, faults: list[_Fault]) -> Any:  # noqa: ANN401 - as YAML reads it
    """Return the value that a text stands for, or the text itself if no record holds such a value."""
    kind = kind_of_plain(node.text) if node.plain else "str"
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
        faults.append((place, _guess(kind, node.text)))
    return node.text


def kind_of_plain(text: str) -> str:
    """Return what YAML takes a text without quotes for: str, int, float, bool, null, timestamp, merge or value.

    >>> [kind_of_plain(text) for text in ("no", "57:01", "2024-02-31", "1e5")]
    ['bool', 'int', 'timestamp', 'str']
    """
    tag = str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))
    return tag.rpartition(":")[2]


def _guess(kind: str, text: str) -> str:
    """Return what is wrong with a text that YAML takes for something else, and the cure."""
    quoted = f', "{text}"' if len(text) <= 60 else ""
    if kind == "merge":
        return "takes over the fields of another mapping: write them out"
    if kind in ("int", "float"):
        return f"YAML reads this as another number: write it in decimal digits, or in quotes{quoted}"
    names = {"bool": "true or false", "null": "nothing", "timestamp": "a date"}
    return f"YAML reads this as {names.get(kind, 'a sign of its own')}: put it in quotes{quoted}"
