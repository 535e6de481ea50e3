"""What the YAML parser finds, as a tree of bounded depth and width: no alias, no tag, one document.

It is built from the parser's events, one by one. YAML's own composer is recursive, and aliases let a short file
stand for endless data.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from records.faults import Refused
from records.surprises import cure, lost

MOST_LEVELS = 20
MOST_FIELDS = 200
"""In one mapping."""
MOST_ENTRIES = 2000
"""In one list."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one reads the ledger ten times faster


@dataclass(slots=True)
class Scalar:
    """A text as YAML reads it; `plain` if it has no quotes, so that YAML may read it as something else.

    `lost` says what of it YAML reads otherwise than it looks, an empty text if nothing.
    """

    line: int
    text: str
    plain: bool
    lost: str = ""


@dataclass(slots=True)
class Entries:
    """A list."""

    line: int
    nodes: list["Node"]


@dataclass(slots=True)
class Fields:
    """A mapping: names and values in turn, as the parser gives them."""

    line: int
    nodes: list["Node"]

    def pairs(self) -> Iterator[tuple["Node", "Node"]]:
        """Yield name and value."""
        return zip(self.nodes[::2], self.nodes[1::2], strict=True)


Node = Scalar | Entries | Fields


def tree(text: str) -> Node | None:
    """Return the tree of a YAML text, or None if it is empty.

    Raises
    ------
    Refused
        If it is not YAML, nested too deeply, too wide, or uses aliases, tags or a second document.
    """
    loader = _Loader(text)
    try:
        root, faults = _built(loader, text)
    except yaml.MarkedYAMLError as error:
        raise Refused([_not_yaml(error, text)]) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise Refused([f"is not YAML: {' '.join(str(error).split())}"]) from None
    finally:
        loader.dispose()
    if faults:
        raise Refused(faults)
    return root


def _built(loader: Any, text: str) -> tuple[Node | None, list[str]]:  # noqa: ANN401 - PyYAML's loaders share no type
    root: Node | None = None
    faults: list[str] = []
    around: list[Entries | Fields] = []
    while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise Refused([*faults, f"line {line}: is not YAML of one document: another begins here"])
        if isinstance(event, yaml.CollectionEndEvent):
            around.pop()
        if not isinstance(event, yaml.NodeEvent):
            continue
        if what := _foreign(event):
            faults.append(f"line {line}: {what}")
        node = _node(event, line, text)
        root = root or node
        if around and (what := _added(node, around[-1])):
            raise Refused([*faults, what])
        if not isinstance(node, Scalar):
            around.append(node)
        if len(around) > MOST_LEVELS:
            what = f"is nested too deeply: {MOST_LEVELS} levels at most are read"
            raise Refused([*faults, f"line {line}: {what}"])
    return root, faults


def _foreign(event: yaml.NodeEvent) -> str | None:
    """Return what is wrong with a node that is more than a text, a list or a mapping."""
    if isinstance(event, yaml.AliasEvent):
        return f"uses an alias, {_short(f'*{event.anchor}')}: write out what it stands for"
    tag = getattr(event, "tag", None)
    if tag is not None:
        return f"says its own type, {_short(tag)}: take that out, and put in quotes what is text"
    return None


def _node(event: yaml.NodeEvent, line: int, text: str) -> Node:
    if isinstance(event, yaml.SequenceStartEvent):
        return Entries(line, [])
    if isinstance(event, yaml.MappingStartEvent):
        return Fields(line, [])
    if not isinstance(event, yaml.ScalarEvent):
        return Scalar(line, "", False)
    return Scalar(line, event.value, event.implicit[0], lost(event, text))


def _added(node: Node, whole: Entries | Fields) -> str | None:
    """Put a node into its parent; return what is wrong if that has become too wide."""
    whole.nodes.append(node)
    if isinstance(whole, Entries) and len(whole.nodes) > MOST_ENTRIES:
        return f"line {whole.line}: is a list of more than {MOST_ENTRIES} entries: split it"
    if isinstance(whole, Fields) and len(whole.nodes) > 2 * MOST_FIELDS:
        return f"line {whole.line}: is a mapping of more than {MOST_FIELDS} names: split it"
    return None


def _not_yaml(error: yaml.MarkedYAMLError, text: str) -> str:
    begun, mark = error.context_mark, error.problem_mark or error.context_mark
    context = (
        f"{error.context} (begun on line {begun.line + 1})" if error.context and begun else error.context
    )
    what = f"is not YAML: {', '.join(part for part in (context, error.problem) if part)}"
    if "escape code" in str(error.problem):
        what = "holds half a character, or none: write the character itself in place of its code"
    if mark is None:
        return what
    at = begun if begun and not isinstance(error, yaml.scanner.ScannerError) else mark
    return (
        f"line {mark.line + 1}: {what}{cure(str(error.problem), text.splitlines()[at.line : mark.line + 1])}"
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
