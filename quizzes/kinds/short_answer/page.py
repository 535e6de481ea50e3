"""A short answer in a page with scripts off."""

from quizzes.kinds.form import fieldset
from quizzes.kinds.reasons import RIGHT, WRONG, reason, reasons
from quizzes.kinds.short_answer.record import ShownShortAnswer
from quizzes.strings import say
from records.markup import Markup, tag


def form(item: ShownShortAnswer) -> Markup:
    """Return what the reader answers in."""
    line = tag("input", type="text", dir="auto", maxlength="200")
    field = tag("label", tag("span", say("your_text")), line, class_="field wide")
    return fieldset(item, say("how_short_answer"), tag("div", field, class_="fields"))


def answer(item: ShownShortAnswer) -> Markup:
    """Return what is right, and what is wrong and deserves a word."""
    right = reason(" / ".join(item["accepted"]), RIGHT, item["rationale"])
    wrong = [reason(" / ".join(one["answers"]), WRONG, one["rationale"]) for one in item["also"]]
    return reasons([right, *wrong])
