"""Texts, names and days as records hold them."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from records.written import shown

INVISIBLE = {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}
"""Unicode categories that cannot make up a text on their own: white space, format characters, stray marks."""

FILLERS = set("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as blanks."""


def blank(text: str) -> bool:
    """Return whether a text has nothing visible in it.

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
        raise PydanticCustomError("form", "is not a day of the calendar") from None
    return text


@dataclass(frozen=True)
class Form:
    """How a text must be formed: as a pattern for machines, and in words for its author."""

    pattern: str
    words: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the schema of the text, with the pattern."""
        return {**handler(schema), "pattern": self.pattern}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Return what checks a text, and says in words what is wrong with it."""
        return core_schema.no_info_after_validator_function(self._formed, handler(source))

    def _formed(self, text: str) -> str:
        if not re.fullmatch(self.pattern, text):
            said = {"words": self.words, "text": shown(text)}
            raise PydanticCustomError("form", "must be {words}, is {text}", said)
        return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_seen)]
"""Plain text that renders as written; a number in it is a token such as `` {ev}`<id>` ``."""

Slug = Annotated[str, Form(r"^[a-z0-9]+(-[a-z0-9]+)*$", "lower-case words and digits joined by hyphens")]
"""Small letters, digits and single hyphens."""

Name = Annotated[str, Form(r"^\S+$", "a name without spaces")]
"""A name given elsewhere (evidence, source, label): anything without spaces."""

Day = Annotated[
    str, Form(r"^\d{4}-\d{2}-\d{2}$", "a day as year-month-day, such as '2026-11-21'"), AfterValidator(_day)
]
"""A day as year-month-day, in quotes, since YAML would otherwise turn it into a date."""
