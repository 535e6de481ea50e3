"""Saying to an author what is wrong: `file: id: field: what is wrong`, and how to mend it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_POWER_OF_TEN = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)e[-+]?\d{1,2}", re.IGNORECASE)


class Refused(Exception):
    """What was written cannot be taken; `.faults` holds every reason, one a line in the message."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def told(error: ValidationError, raw: Mapping[Any, Any], file: str, parts: tuple[str, ...]) -> list[str]:
    """Return the faults of a file, one line each.

    Parameters
    ----------
    error : ValidationError
        What the model found.
    raw : Mapping
        The file as written: the ids are taken from it.
    file : str
        Name of the file.
    parts : tuple of str
        The lists of the file whose entries are named by their ids.
    """
    return [
        f"{file}: {_where(fault, raw, parts)}: {_what(fault)}" for fault in error.errors(include_url=False)
    ]


def _where(fault: ErrorDetails, raw: Mapping[Any, Any], parts: tuple[str, ...]) -> str:
    """Return `id: field`. Entries of lists are named by their id where they have one."""
    place = list(fault["loc"])
    entry = "file"
    value: Any = raw
    names: list[str] = []
    for depth, step in enumerate(place):
        if isinstance(step, int) and isinstance(value, list | tuple) and step < len(value):
            value = value[step]
            own = value.get("id") if isinstance(value, Mapping) else None
            if depth == 1 and place[0] in parts:
                entry = own if isinstance(own, str) and own else f"{place[0]} {step + 1}"
                names = []
            else:
                names.append(own if isinstance(own, str) and own else str(step + 1))
        elif isinstance(value, Mapping) and depth == 2 and step == value.get("kind") and step not in value:
            continue  # the model's own word for which kind it took; not a field
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
            names.append(str(step))
    if fault["type"].startswith("union_tag"):
        names.append("kind")
    return f"{entry}: {'.'.join(names)}" if names else entry


def _what(fault: ErrorDetails) -> str:
    """Return what is wrong in words for an author, with the cure where it is not obvious."""
    kind, value, more = fault["type"], fault["input"], fault.get("ctx", {})
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return "is not a field" + _perhaps(str(fault["loc"][-1]), more.get("known", ""))
    if kind == "string_type":
        return _quote(value)
    if kind == "string_too_short":
        return "is empty"
    if kind == "string_pattern_mismatch":
        return f"{value!r} is not formed as it must be ({more.get('pattern', '')})"
    if kind == "literal_error":
        return (
            f"{value!r} is not one of {more.get('expected', '')}" if isinstance(value, str) else _quote(value)
        )
    if kind == "union_tag_not_found":
        return "is missing"
    if kind == "union_tag_invalid":
        return f"{more.get('tag')!r} is not one of {more.get('expected_tags', '')}"
    if kind in {"bool_type", "bool_parsing"}:
        return f"{value!r} is neither true nor false; write it without quotes"
    if kind == "int_type":
        return f"{value!r} is not a whole number; write it without quotes"
    if kind == "float_type":
        return _no_number(value)
    if kind in {"tuple_type", "model_type", "model_attributes_type", "dict_type"}:
        return f"must be {'a list' if kind == 'tuple_type' else 'a mapping'}, not {_kind_of(value)}"
    if kind == "string_unicode":
        return "holds half a character (a lone surrogate)"
    if kind in {"rule", "no_such_day"}:
        return fault["msg"]
    return fault["msg"][:1].lower() + fault["msg"][1:]


def _quote(value: object) -> str:
    """Return what YAML made of an unquoted text."""
    if value is None:
        return "is empty"
    if isinstance(value, bool):
        return f"YAML read this as {str(value).lower()}; if it is text, quote it"
    if isinstance(value, date):
        return f'YAML read this as a date; quote it: "{value.isoformat()}"'
    if isinstance(value, int | float):
        return f'YAML read this as a number; quote it: "{value}"'
    return f"must be text, not {_kind_of(value)}"


def _no_number(value: object) -> str:
    """Return why a value is no number, although it may look like one."""
    if type(value) is int:
        return "input should be a finite number"
    if isinstance(value, str) and _POWER_OF_TEN.fullmatch(value):
        return f"YAML read {value!r} as text; write its digits out, without quotes: {Decimal(value):f}"
    return f"{value!r} is not a number; write it without quotes"


def _kind_of(value: object) -> str:
    """Return what YAML calls a value."""
    if value is None:
        return "nothing"
    if isinstance(value, list | tuple):
        return "a list"
    return "a mapping" if isinstance(value, Mapping) else f"{value!r}"


def _perhaps(name: str, known: str) -> str:
    """Return a hint at the field that was meant, or nothing."""
    close = get_close_matches(name, known.split(), n=1)
    return f"; is {close[0]} meant?" if close else ""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return " (did you mean …?)" where a known name is close to the one given, else nothing."""
    near = get_close_matches(name, known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""
