"""Reading YAML as it was meant: a key written twice or a file in another encoding is a fault, not a guess."""

from pathlib import Path
from typing import Any

import yaml


class WrittenFault(Exception):
    """The file is not YAML; `.faults` says all that could be seen of why."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class _Loader(yaml.SafeLoader):
    """YAML's own loader, which would silently keep the last of two equal keys."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.faults: list[str] = []

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


def read(path: Path) -> Any:  # noqa: ANN401
    """Return what a YAML file says.

    Raises
    ------
    WrittenFault
        If it is empty, not UTF-8, not YAML (with the line), or holds a key twice in one mapping.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise WrittenFault([f"line {line}: is not UTF-8; save the file as UTF-8"]) from None
    except OSError as error:
        raise WrittenFault([f"file: cannot be read: {error.strerror}"]) from None
    loader = None
    try:
        loader = _Loader(text)
        value = loader.get_single_data()
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
    finally:
        if loader is not None:
            loader.dispose()
    if value is None:
        raise WrittenFault(["file: is empty"])
    if loader.faults:
        raise WrittenFault(loader.faults)
    return value
