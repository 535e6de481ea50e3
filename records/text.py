"""Texts, names and days as records hold them."""

import unicodedata
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError

INVISIBLE = {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}
"""Categories of Unicode of which a text cannot consist: white space, signs of format, marks on nothing."""

FILLERS = set("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""


def blank(text: str) -> bool:
    """Return whether nothing of a text can be seen.

    >>> blank("  \\u200b "), blank("a")
    (True, False)
    """
    return all(sign in FILLERS or unicodedata.category(sign) in INVISIBLE for sign in text)


def _seen(text: str) -> str:
    if blank(text):
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return text


def _day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("no_such_day", "is not a day of the calendar") from None
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_seen)]
"""Plain text that renders as written; a number in it is a token such as `` {ev}`<id>` ``."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Small letters, digits and single hyphens."""

Name = Annotated[str, StringConstraints(pattern=r"^\S+$")]
"""A name that somebody else gives (evidence, source, label): anything without spaces."""

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_day)]
"""A day as year-month-day, in quotes, since YAML makes a date of it otherwise."""
