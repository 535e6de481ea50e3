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
    counts = say("counts_short_answer")
    return fieldset(item, say("how_short_answer"), tag("div", field, class_="fields"), counts=counts)


def answer(item: ShownShortAnswer) -> Markup:
    """Return what is right, and what is wrong and deserves a word."""
    right = reason(item["accepted"][0], RIGHT, item["rationale"])
    wrong = [reason(one["answers"][0], WRONG, one["rationale"]) for one in item["also"]]
    return reasons([right, *wrong])
