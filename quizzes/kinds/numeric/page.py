"""A number and its unit in a page with scripts off."""

from quizzes.kinds.form import fieldset, menu, offered
from quizzes.kinds.numeric.record import ShownNumeric
from quizzes.kinds.reasons import RIGHT, WRONG, reason, reasons
from quizzes.strings import say
from records.markup import Markup, tag


def form(item: ShownNumeric) -> Markup:
    """Return what the reader answers in."""
    units = [unit["text"] for unit in item["units"]]
    how = say("how_numeric")
    if item["tolerance"]:
        how += " " + say("tolerance", tolerance=_digits(item["tolerance"]))
    line = tag("input", type="text", inputmode="decimal", dir="ltr", maxlength="40")
    field = tag("label", tag("span", say("your_number")), line, class_="field")
    if len(units) == 1:
        unit = tag("span", units[0], class_="one-unit", dir="auto")
        return fieldset(item, how, tag("div", field, unit, class_="fields"))
    choose = tag("label", tag("span", say("unit")), menu(units), class_="field")
    listed = offered(say("units", units="; ".join(units)))
    return fieldset(
        item, how, tag("div", field, choose, class_="fields"), listed, counts=say("counts_numeric")
    )


def answer(item: ShownNumeric) -> Markup:
    """Return the number in its unit, and why the other units are wrong."""
    rows: list[Markup] = []
    for unit in item["units"]:
        if unit["id"] == item["unit"]:
            text = say("number", value=_digits(item["value"]), unit=unit["text"])
            rows.insert(0, reason(text, RIGHT, item["rationale"]))
        else:
            rows.append(reason(unit["text"], WRONG, unit["rationale"] or ""))
    return reasons(rows)


def _digits(value: float) -> str:
    """Return a number as the front end writes it: 62, not 62.0."""
    return f"{value:.15g}"
