"""The form in which a question is answered on a page with scripts off: the parts that all kinds share.

The elements are those that the front end makes, so that a card keeps its height when it becomes interactive.
"""

from collections.abc import Iterable

from quizzes.kinds.shown import ShownCommon
from quizzes.strings import say
from records.markup import Markup, tag


def fieldset(item: ShownCommon, how: str, *rows: Markup, counts: str = "") -> Markup:
    """Return the question itself, how it is answered, the rows to answer in, and what an answer counts."""
    legend = tag("legend", item["lead_in"], class_="lead", dir="auto")
    stated = tag("p", how, class_="hint") if how else None
    scored = (
        tag("details", tag("summary", say("scored")), tag("p", counts), class_="scored") if counts else None
    )
    return tag("fieldset", legend, stated, *rows, scored)


def menu(texts: Iterable[str]) -> Markup:
    """Return a menu; its lines are written out once more for paper (see `offered`)."""
    lines = [tag("option", text, dir="auto") for text in texts]
    return tag("select", tag("option", say("choose"), value=""), *lines)


def offered(text: str) -> Markup:
    """Return what the menus offer, for print only."""
    return tag("p", text, class_="offered", dir="auto")
