"""The quiz as plain HTML for built pages: whole and readable with scripts off.

The front end finds each card, takes its data from the `<script type="application/json">` inside it, and
puts the interactive card of the same height in its place.
"""

from html import escape

from quizzes.kinds.register import KINDS
from quizzes.kinds.shown import ShownEvidence, ShownItem, ShownQuiz, ShownWay
from quizzes.strings import say
from records.markup import json_script


def quiz_html(quiz: ShownQuiz) -> str:
    """Return the questions of a chapter as HTML. Every text appears as it is written.

    Parameters
    ----------
    quiz : ShownQuiz
        What `quizzes.resolve.resolve` returns.
    """
    items = quiz["items"]
    count = say("questions_one") if len(items) == 1 else say("questions", total=len(items))
    cards = "\n".join(_card(item) for item in items)
    return (
        f'<section class="quiz" data-quiz="{escape(quiz["chapter"])}">\n'
        '<div class="quiz-notice" role="status"></div>\n'
        '<div class="quiz-head"></div>\n'
        f"{cards}\n"
        f'<div class="quiz-foot"><p class="quiz-total">{escape(count)}</p></div>\n'
        '<p class="quiz-said" role="status"></p>\n'
        "</section>\n"
    )


def _card(item: ShownItem) -> str:
    """Return one question."""
    kind = KINDS[item["kind"]]
    where = escape(say("question", i=item["i"], n=item["n"]))
    level = say(f"bloom_{item['bloom']}")
    tests = escape(say("objective", number=item["objective"]["number"], bloom=level))
    keep, point = escape(say("learning_point")), escape(item["learning_point"])
    constructed = f'<p class="vignette">{escape(say("vignette"))}</p>' if item["vignette"] else ""
    return (
        f'<section class="item" id="{escape(item["id"])}" role="group" aria-label="{where}">'
        f'<div class="top"><span>{where}</span>'
        f'<span title="{escape(item["objective"]["text"])}">{tests}</span></div>'
        f'<div class="body">{constructed}<p class="stem" dir="auto">{escape(item["stem"])}</p>'
        f'{kind.form(item)}{_clue(item)}<details class="answer"><summary>{escape(say("answer"))}</summary>'
        f"{kind.answer(item)}"
        f'<p class="point" dir="auto"><b>{keep}</b> {point}</p>'
        f"{_ways(item['evidence'], item['back'])}</details></div>"
        f'<script type="application/json" class="item-data">{json_script(item)}</script></section>'
    )


def _clue(item: ShownItem) -> str:
    """Return the hint, folded away, where there is one."""
    if "hint" not in item:
        return ""
    return (
        f'<details class="clue"><summary>{escape(say("hint"))}</summary>'
        f'<p dir="auto">{escape(item["hint"])}</p></details>'
    )


def _ways(evidence: list[ShownEvidence], back: ShownWay | None) -> str:
    """Return the studies behind the answer and the way back to the text."""
    rows = []
    for said in evidence:
        by = " ".join(part for part in (said["detail"], said["source"]) if part)
        rows.append(_row(said["title"], by, said["href"]))
    if back is not None:
        name = back.get("text")
        rows.append(_row(say("back", text=name) if name else say("back_unnamed"), "", back["href"]))
    return f'<ul class="ways">{"".join(rows)}</ul>' if rows else ""


def _row(name: str, by: str, href: str | None) -> str:
    """Return a row that leads somewhere, where there is somewhere to lead."""
    inside = f'<span class="name" dir="auto">{escape(name)}</span>'
    if by:
        inside += f'<span class="by">{escape(by)}</span>'
    opening, closing = ("<span", "</span>") if href is None else (f'<a href="{escape(href)}"', "</a>")
    return f'<li>{opening} class="way">{inside}{closing}</li>'
