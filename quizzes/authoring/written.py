"""Reading YAML as it was meant: a key written twice or a file in another encoding is a fault, not a guess."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml


class WrittenFault(Exception):
    """The file is not YAML; `.faults` says all that could be seen of why."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class _Strict(yaml.constructor.SafeConstructor):
    """YAML's own constructor, which would silently keep the last of two equal keys, and data without an end."""

    faults: list[str]

    def construct_document(self, node: yaml.Node) -> Any:  # noqa: ANN401
        self.faults += _endless(node, (), {}, set())
        return super().construct_document(node)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        first: dict[str, int] = {}
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if isinstance(key, yaml.ScalarNode) and first.setdefault(key.value, line) != line:
                self.faults.append(
                    f"line {line}: {key.value}: is written twice, first on line {first[key.value]}"
                )
        return super().construct_mapping(node, deep=deep)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ANN401
        try:
            return super().construct_object(node, deep=deep)
        except ValueError as error:  # such as the 31st of February, which YAML takes for a date
            what = f"line {node.start_mark.line + 1}: {error}; if it is text, quote it"
            raise WrittenFault([*self.faults, what]) from None


class _Quick(_Strict, yaml.CSafeLoader):
    """Ten times as fast: what a sound file is read with."""


class _Telling(_Strict, yaml.SafeLoader):
    """Says better what is wrong, and where."""


def _endless(
    node: yaml.Node, place: tuple[str, ...], above: Mapping[int, str], seen: set[int]
) -> Iterator[str]:
    """Yield each anchor that has itself within it; `above` names what the node stands in."""
    if id(node) in above:
        yield f"{above[id(node)]}: its anchor contains itself; write out what the alias stands for"
    elif id(node) not in seen and isinstance(node, yaml.CollectionNode):
        seen.add(id(node))
        around = {**above, id(node): f"line {node.start_mark.line + 1}: {'.'.join(place) or 'file'}"}
        for name, inner in _inside(node):
            yield from _endless(inner, (*place, name), around, seen)


def _inside(node: yaml.CollectionNode) -> Iterator[tuple[str, yaml.Node]]:
    """Yield what stands in a node, by field; a list names its entries by id."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "key"
            yield from ((name, key), (name, value))
        return
    for number, entry in enumerate(node.value, start=1):
        pairs = entry.value if isinstance(entry, yaml.MappingNode) else ()
        own = (
            value.value for key, value in pairs if key.value == "id" and isinstance(value, yaml.ScalarNode)
        )
        yield next(own, str(number)), entry


def read(path: Path) -> Any:  # noqa: ANN401
    """Return what a YAML file says.

    Raises
    ------
    WrittenFault
        If it is empty, not UTF-8, not YAML (with the line), or holds a key twice in one mapping,
        or an anchor within itself.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise WrittenFault([f"line {line}: is not UTF-8; save the file as UTF-8"]) from None
    except OSError as error:
        raise WrittenFault([f"file: cannot be read: {error.strerror}"]) from None
    try:
        value, faults = _loaded(_Quick, text)
    except (yaml.YAMLError, RecursionError):
        value, faults = _told(text)
    if value is None:
        raise WrittenFault(["file: is empty"])
    if faults:
        raise WrittenFault(faults)
    return value


def _loaded(kind: type[_Quick] | type[_Telling], text: str) -> tuple[Any, list[str]]:
    """Return what a text says, and the keys that it says twice and the anchors within themselves."""
    loader = kind(text)
    loader.faults = []
    try:
        return loader.get_single_data(), loader.faults
    finally:
        loader.dispose()


def _told(text: str) -> tuple[Any, list[str]]:
    """Read a text that is not sound, and say why it is not."""
    try:
        return _loaded(_Telling, text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}" if mark else "file"
        begun = error.context_mark
        context = f"{error.context} (begun on line {begun.line + 1})" if begun else error.context
        what = ", ".join(part for part in (context, error.problem) if part)
        raise WrittenFault([f"{where}: is not YAML: {what}"]) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, int(error.position)) + 1
        raise WrittenFault([f"line {line}: holds a character that YAML does not allow"]) from None
    except RecursionError:
        raise WrittenFault(["file: is nested too deeply"]) from None
