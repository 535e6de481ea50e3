"""The list of reasons under an answer, in a page with scripts off."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from quizzes.strings import say


class Mark(NamedTuple):
    """How a row is marked: its class, the word, and the sign beside the word."""

    name: str
    word: str
    sign: str = "✓"


RIGHT = Mark("right", say("right_option"))
WRONG = Mark("neutral", say("wrong_option"), "✗")


def reasons(rows: Iterable[str]) -> str:
    """Return rows as a list."""
    return f'<ul class="reasons">{"".join(rows)}</ul>'


def reason(text: str, mark: Mark, why: str) -> str:
    """Return what could be answered, whether it is right, and why."""
    explained = f'<span class="why" dir="auto">{escape(why)}</span>' if why else ""
    return (
        f'<li class="{mark.name}"><span class="text" dir="auto">{escape(text)}</span> '
        f'<span class="mark"><span aria-hidden="true">{mark.sign}</span> {escape(mark.word)}</span>{explained}</li>'
    )
