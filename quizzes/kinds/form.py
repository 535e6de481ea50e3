"""What a question is answered in, in a page with scripts off: what the forms of all kinds are built of.

The elements are those that the front end makes, so that a card keeps its height when it becomes interactive.
"""

from collections.abc import Iterable
from html import escape

from quizzes.kinds.shown import ShownCommon
from quizzes.strings import say


def fieldset(item: ShownCommon, how: str, *rows: str, counts: str = "") -> str:
    """Return the question itself, how it is answered, the rows to answer in, and what an answer counts."""
    stated = f'<p class="hint">{escape(how)}</p>' if how else ""
    scored = (
        f'<details class="scored"><summary>{escape(say("scored"))}</summary><p>{escape(counts)}</p></details>'
        if counts
        else ""
    )
    legend = f'<legend class="lead" dir="auto">{escape(item["lead_in"])}</legend>'
    return f"<fieldset>{legend}{stated}{''.join(rows)}{scored}</fieldset>"


def menu(texts: Iterable[str]) -> str:
    """Return a menu; its lines are written out once more for paper (see `offered`)."""
    lines = "".join(f'<option dir="auto">{escape(text)}</option>' for text in texts)
    return f'<select autocomplete="off"><option value="">{escape(say("choose"))}</option>{lines}</select>'


def offered(text: str) -> str:
    """Return what the menus offer, for print alone."""
    return f'<p class="offered" dir="auto">{escape(text)}</p>'
