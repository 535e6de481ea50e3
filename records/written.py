"""Data as an author wrote them, which may be wrong in any way."""

import datetime
from collections.abc import Mapping
from typing import Any


def rows(value: object) -> list[Mapping[Any, Any]]:
    """Return the mappings of a list as written; anything else is a fault that its own field reports."""
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list | tuple) else []


def repeated(values: list[Any]) -> list[str]:
    """Return the texts that occur more than once, in order of appearance; white space is folded.

    >>> repeated(["a b", "c", "a  b ", None, None])
    ['a b']
    """
    texts = [" ".join(value.split()) for value in values if isinstance(value, str)]
    return [text for text in dict.fromkeys(texts) if texts.count(text) > 1]


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
    names = {str: "a text", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return names.get(type(value), f"a {type(value).__name__}")
