"""A question that yes or no answers, in a page with scripts off."""

from quizzes.kinds.yes_no.record import ShownYesNo

from quizzes.kinds.form import fieldset
from quizzes.kinds.options import option_rows
from quizzes.kinds.reasons import RIGHT, reason, reasons
from quizzes.strings import say
from records.markup import Markup


def form(item: ShownYesNo) -> Markup:
    """Return what the reader answers in."""
    rows = option_rows(item["id"], (say("yes"), say("no")), "radio")
    return fieldset(item, "", rows, counts=say("counts_yes_no"))


def answer(item: ShownYesNo) -> Markup:
    """Return the right one of the two, and why."""
    return reasons([reason(say("yes" if item["holds"] else "no"), RIGHT, item["rationale"])])
