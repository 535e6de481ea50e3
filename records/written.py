"""Data as an author wrote it, which may be wrong in any way."""

import datetime
import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

LONGEST = 80
"""How much of a value a fault repeats [characters]."""


def rows(value: object) -> list[Mapping[Any, Any]]:
    """Return the mappings of a list as written; anything else is a fault that its own field reports."""
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list | tuple) else []


def repeated(values: list[Any]) -> list[str]:
    """Return the texts that occur more than once, in order of appearance; white space is folded.

    >>> repeated(["a b", "c", "a  b ", None, None])
    ['a b']
    """
    counts = Counter(" ".join(value.split()) for value in values if isinstance(value, str))
    return [text for text, count in counts.items() if count > 1]


def number(value: object) -> int | float | None:
    """Return a number as written, or None if it is not one, or too large to compute with.

    >>> number(5), number("5"), number(True), number(10**400), number(-10**307)
    (5, None, None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return value if math.isfinite(1000 * value) else None
    except OverflowError:
        return None


def name_of(record: object) -> str | None:
    """Return the id or key that raw data gives itself, where it is a text."""
    name = record.get("id", record.get("key")) if isinstance(record, Mapping) else None
    return name if isinstance(name, str) and name else None


def kind_of(value: object) -> str:
    """Name the type of a raw value as its author would: a text, a number, a list."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, datetime.date):
        return "a date"
    if value is None:
        return "nothing"
    names = {
        str: "a text",
        int: "a number",
        float: "a number",
        list: "a list",
        tuple: "a list",
        dict: "a mapping",
    }
    return names.get(type(value), f"a {type(value).__name__}")


def shown(value: object) -> str:
    """Return a value as a fault quotes it: as written if it is short, else its beginning, or its type."""
    if not isinstance(value, str | int | float):
        return kind_of(value)
    written = repr(value)
    return written if len(written) <= LONGEST else f"{written[:LONGEST]}…"
