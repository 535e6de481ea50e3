"""Data as an author wrote it, which may be wrong in any way."""

import datetime
import math
from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from records.look import look

LONGEST = 80
"""How much of a value a fault repeats [characters]."""


class Plain(NamedTuple):
    """How a value without quotes was written, of which YAML may have made something else."""

    line: int
    text: str


class WrittenMapping(dict[str, Any]):
    """A mapping as read from a file, with `plain`: by name, how its values without quotes were written."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: dict[str, Plain] = {}

    def __or__(self, other: dict[str, Any]) -> "WrittenMapping":  # type: ignore[override]
        """Return both together; how the values of the other were written is not known."""
        both = WrittenMapping()
        both.update(self)
        both.update(other)
        both.plain = {name: plain for name, plain in self.plain.items() if name not in other}
        return both


class WrittenList(list[Any]):
    """A list as read from a file, with `plain`: by place, how its entries without quotes were written."""

    plain: dict[int, Plain]


def rows(value: object) -> list[Mapping[Any, Any]]:
    """Return the mappings of a list as written; anything else is a fault that its own field reports."""
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list | tuple) else []


def repeated(values: list[Any]) -> list[str]:
    """Return the texts that occur more than once to the eye, each as first written, in order of appearance.

    >>> repeated(["a b", "c", "a  b ", None, None, "A-1", "A\u20101"])
    ['a b', 'A-1']
    """
    counts = Counter(look(value) for value in values if isinstance(value, str))
    first = {look(value): " ".join(value.split()) for value in reversed(values) if isinstance(value, str)}
    return [first[seen] for seen, count in counts.items() if count > 1]


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
    names = ((str, "a text"), (int | float, "a number"), (list | tuple, "a list"), (dict, "a mapping"))
    return next((name for kind, name in names if isinstance(value, kind)), f"a {type(value).__name__}")


def shown(value: object) -> str:
    """Return a value as a fault quotes it: as written if it is short, else its beginning, or its type."""
    if not isinstance(value, str | int | float):
        return kind_of(value)
    written = repr(value)
    return written if len(written) <= LONGEST else f"{written[:LONGEST]}…"
