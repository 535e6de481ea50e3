"""A number and its unit in a page with scripts off."""

from html import escape

from quizzes.kinds.form import fieldset, menu, offered
from quizzes.kinds.numeric.record import ShownNumeric
from quizzes.kinds.reasons import RIGHT, WRONG, reason, reasons
from quizzes.strings import say


def form(item: ShownNumeric) -> str:
    """Return what the reader answers in."""
    units = [unit["text"] for unit in item["units"]]
    how = say("how_numeric")
    if item["tolerance"]:
        how += " " + say("tolerance", tolerance=_plain(item["tolerance"]))
    field = (
        f'<label class="field"><span>{escape(say("your_number"))}</span><input type="text" '
        'inputmode="decimal" dir="ltr" maxlength="40" autocomplete="off"></label>'
    )
    if len(units) == 1:
        return fieldset(
            item,
            how,
            f'<div class="fields">{field}<span class="one-unit" dir="auto">{escape(units[0])}</span></div>',
        )
    choose = f'<label class="field"><span>{escape(say("unit"))}</span>{menu(units)}</label>'
    listed = offered(say("units", units="; ".join(units)))
    fields = f'<div class="fields">{field}{choose}</div>{listed}'
    return fieldset(item, how, fields, counts=say("counts_numeric"))


def answer(item: ShownNumeric) -> str:
    """Return the number in its unit, and why the other units are wrong."""
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
