"""Data as an author wrote them, which may be wrong in any way."""

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
