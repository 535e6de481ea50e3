"""A question with one best option in a page with scripts off."""

from quizzes.kinds.form import fieldset
from quizzes.kinds.options import option_reasons, option_rows
from quizzes.kinds.single_best_answer.record import ShownSingleBestAnswer
from records.markup import Markup


def form(item: ShownSingleBestAnswer) -> Markup:
    """Return what the reader answers in."""
    return fieldset(
        item, "", option_rows(item["id"], (option["text"] for option in item["options"]), "radio")
    )


def answer(item: ShownSingleBestAnswer) -> Markup:
    """Return every option with its reason."""
    return option_reasons(item["options"])
