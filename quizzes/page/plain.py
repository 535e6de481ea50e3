"""How each kind of question stands in a page with scripts off: what is asked, and the answer with its reasons.

The elements are those that the front end makes, so that a card keeps its height when it becomes interactive.
"""

import hashlib
from collections.abc import Iterable
from html import escape

from quizzes.kinds.reasons import Mark, reason, reasons
from quizzes.kinds.shown import (
    ShownChoice,
    ShownItem,
    ShownKeyFeature,
    ShownMatching,
    ShownNumeric,
    ShownOrdering,
)
from quizzes.page.plain_case import case_form, case_reasons
from quizzes.strings import say

RIGHT = Mark("right", say("right_option"))
WRONG = Mark("neutral", say("wrong_option"), "✗")
HARMFUL = Mark("neutral", say("harmful"), "✗")


def form(item: ShownItem) -> str:
    """Return what the reader answers in."""
    match item["kind"]:
        case "single-best-answer":
            return fieldset(item, "", *_options(item, "radio"))
        case "multiple-response":
            pick = item["pick"]
            hint = say("pick_one") if pick == 1 else say("pick", pick=pick)
            return fieldset(item, hint, *_options(item, "checkbox"))
        case "key-feature":
            return fieldset(
                item, say("credit_key_feature", pick=item["at_most"]), *_options(item, "checkbox")
            )
        case "numeric":
            return _numeric_form(item)
        case "ordering":
            return _ordering_form(item)
        case "matching":
            return _matching_form(item)
        case "short-answer":
            row = (
                f'<div class="fields"><label class="field wide"><span>{escape(say("your_text"))}</span>'
                '<input type="text" dir="auto" maxlength="200" autocomplete="off"></label></div>'
            )
            return fieldset(item, say("credit_short_answer"), row)
        case "case":
            return fieldset(item, say("credit_case"), case_form(item))


def answer(item: ShownItem) -> str:
    """Return the key and the reason of everything that could be answered."""
    match item["kind"]:
        case "single-best-answer" | "multiple-response":
            return reasons(
                reason(option["text"], RIGHT if option["correct"] else WRONG, option["rationale"])
                for option in item["options"]
            )
        case "key-feature":
            return reasons(
                reason(
                    option["text"],
                    RIGHT if option["correct"] else HARMFUL if option["harmful"] else WRONG,
                    option["rationale"],
                )
                for option in item["options"]
            )
        case "numeric":
            return _numeric_reasons(item)
        case "ordering":
            return reasons(
                reason(entry["text"], Mark("right", say("place", place=place)), entry["rationale"])
                for place, entry in enumerate(item["entries"], start=1)
            )
        case "matching":
            texts = {choice["id"]: choice["text"] for choice in item["answers"]}
            return reasons(
                reason(
                    say("pair", prompt=prompt["text"], answer=texts[prompt["answer"]]),
                    RIGHT,
                    prompt["rationale"],
                )
                for prompt in item["prompts"]
            )
        case "short-answer":
            right = reason(" / ".join(item["accepted"]), RIGHT, item["rationale"])
            wrong = [reason(" / ".join(one["answers"]), WRONG, one["rationale"]) for one in item["also"]]
            return reasons([right, *wrong])
        case "case":
            return case_reasons(item)


def fieldset(item: ShownItem, hint: str, *rows: str) -> str:
    """Return the question itself, what its answer counts, and the rows to answer in."""
    stated = f'<p class="hint">{escape(hint)}</p>' if hint else ""
    legend = f'<legend class="lead" dir="auto">{escape(item["lead_in"])}</legend>'
    return f"<fieldset>{legend}{stated}{''.join(rows)}</fieldset>"


def _options(item: ShownChoice | ShownKeyFeature, form: str) -> Iterable[str]:
    return (
        f'<label class="option"><input type="{form}" name="{escape(item["id"])}" autocomplete="off">'
        f'<span class="text" dir="auto">{escape(option["text"])}</span></label>'
        for option in item["options"]
    )


def _select(texts: Iterable[str]) -> str:
    """Return a menu; its lines are written out once more for paper (see `_offered`)."""
    lines = "".join(f'<option dir="auto">{escape(text)}</option>' for text in texts)
    return f'<select autocomplete="off"><option value="">{escape(say("choose"))}</option>{lines}</select>'


def _offered(text: str) -> str:
    """Return what the menus offer, for print alone."""
    return f'<p class="offered" dir="auto">{escape(text)}</p>'


def _numeric_form(item: ShownNumeric) -> str:
    units = [unit["text"] for unit in item["units"]]
    hint = say("credit_numeric" if len(units) == 1 else "credit_numeric_units")
    if item["tolerance"]:
        hint += " " + say("tolerance", tolerance=_plain(item["tolerance"]))
    field = (
        f'<label class="field"><span>{escape(say("your_number"))}</span><input type="text" '
        'inputmode="decimal" dir="ltr" maxlength="40" autocomplete="off"></label>'
    )
    if len(units) == 1:
        return fieldset(
            item,
            hint,
            f'<div class="fields">{field}<span class="one-unit" dir="auto">{escape(units[0])}</span></div>',
        )
    menu = f'<label class="field"><span>{escape(say("unit"))}</span>{_select(units)}</label>'
    offered = _offered(say("units", units="; ".join(units)))
    return fieldset(item, hint, f'<div class="fields">{field}{menu}</div>{offered}')


def _numeric_reasons(item: ShownNumeric) -> str:
    rows: list[str] = []
    for unit in item["units"]:
        if unit["id"] == item["unit"]:
            text = say("number", value=_plain(item["value"]), unit=unit["text"])
            rows.insert(0, reason(text, RIGHT, item["rationale"]))
        else:
            rows.append(reason(unit["text"], WRONG, unit["rationale"] or ""))
    return reasons(rows)


def _plain(value: float) -> str:
    """Return a number as the front end writes it: 62, not 62.0."""
    return f"{value:.15g}"


def _ordering_form(item: ShownOrdering) -> str:
    """Return the entries in an order that says nothing, each with room for the buttons, or a pen."""
    mixed = sorted(
        item["entries"], key=lambda entry: hashlib.sha256(f"{item['id']}:{entry['id']}".encode()).digest()
    )
    if mixed == item["entries"]:
        mixed.reverse()
    rows = "".join(
        f'<li class="entry"><span class="text" dir="auto">{escape(entry["text"])}</span>'
        '<span class="moves"></span></li>'
        for entry in mixed
    )
    pairs = len(mixed) * (len(mixed) - 1) // 2
    return fieldset(item, say("credit_ordering", pairs=pairs), f'<ol class="entries">{rows}</ol>')


def _matching_form(item: ShownMatching) -> str:
    answers = [choice["text"] for choice in item["answers"]]
    rows = "".join(
        f'<label class="match"><span class="text" dir="auto">{escape(prompt["text"])}</span>{_select(answers)}</label>'
        for prompt in item["prompts"]
    )
    offered = _offered(say("answers", answers="; ".join(answers)))
    return fieldset(item, say("credit_matching", total=len(item["prompts"])), rows, offered)
