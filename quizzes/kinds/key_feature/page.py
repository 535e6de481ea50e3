"""A key-feature question in a page with scripts off."""

from quizzes.kinds.form import fieldset
from quizzes.kinds.key_feature.record import ShownKeyFeature
from quizzes.kinds.options import option_rows
from quizzes.kinds.reasons import RIGHT, WRONG, Mark, reason, reasons
from quizzes.strings import say
from records.markup import Markup

HARMFUL = Mark("neutral", say("harmful"), "✗")


def form(item: ShownKeyFeature) -> Markup:
    """Return what the reader answers in."""
    rows = option_rows(item["id"], (option["text"] for option in item["options"]), "checkbox")
    how = say("how_key_feature", pick=item["at_most"])
    return fieldset(item, how, rows, counts=say("counts_key_feature"))


def answer(item: ShownKeyFeature) -> Markup:
    """Return every option with its reason; harm is named."""
    return reasons(
        reason(
            option["text"],
            RIGHT if option["correct"] else HARMFUL if option["harmful"] else WRONG,
            option["rationale"],
        )
        for option in item["options"]
    )
