"""The list of reasons under an answer, in a page with scripts off."""

from collections.abc import Iterable
from typing import NamedTuple

from quizzes.strings import say
from records.markup import Markup, tag


class Mark(NamedTuple):
    """How a row is marked: its class, the word, and the sign next to it."""

    name: str
    word: str
    sign: str = "✓"


RIGHT = Mark("right", say("right_option"))
WRONG = Mark("neutral", say("wrong_option"), "✗")


def reasons(rows: Iterable[Markup]) -> Markup:
    """Return rows as a list."""
    return tag("ul", *rows, class_="reasons")


def reason(text: str, mark: Mark, why: str) -> Markup:
    """Return what could be answered, whether it is right, and why."""
    said = tag("span", text, class_="text", dir="auto")
    marked = tag("span", tag("span", mark.sign, aria_hidden="true"), " ", mark.word, class_="mark")
    explained = tag("span", why, class_="why", dir="auto") if why else None
    return tag("li", said, " ", marked, explained, class_=mark.name)
