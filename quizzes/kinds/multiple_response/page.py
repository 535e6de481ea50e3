"""A question with several right options in a page with scripts off."""

from quizzes.kinds.form import fieldset
from quizzes.kinds.multiple_response.record import ShownMultipleResponse
from quizzes.kinds.options import option_reasons, option_rows
from quizzes.strings import say
from records.markup import Markup


def form(item: ShownMultipleResponse) -> Markup:
    """Return what the reader answers in."""
    pick = item["pick"]
    rows = option_rows(item["id"], (option["text"] for option in item["options"]), "checkbox")
    if pick == 1:
        return fieldset(item, say("pick_one"), rows)
    return fieldset(item, say("pick", pick=pick), rows, counts=say("counts_pick"))


def answer(item: ShownMultipleResponse) -> Markup:
    """Return every option with its reason."""
    return option_reasons(item["options"])
