"""A short answer in a page with scripts off."""

from html import escape

from quizzes.kinds.form import fieldset
from quizzes.kinds.reasons import RIGHT, WRONG, reason, reasons
from quizzes.kinds.short_answer.record import ShownShortAnswer
from quizzes.strings import say


def form(item: ShownShortAnswer) -> str:
    """Return what the reader answers in."""
    row = (
        f'<div class="fields"><label class="field wide"><span>{escape(say("your_text"))}</span>'
        '<input type="text" dir="auto" maxlength="200" autocomplete="off"></label></div>'
    )
    return fieldset(item, say("how_short_answer"), row)


def answer(item: ShownShortAnswer) -> str:
    """Return what is right, and what is wrong and deserves a word."""
    right = reason(" / ".join(item["accepted"]), RIGHT, item["rationale"])
    wrong = [reason(" / ".join(one["answers"]), WRONG, one["rationale"]) for one in item["also"]]
    return reasons([right, *wrong])
