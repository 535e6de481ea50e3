"""One voice for what pydantic finds: every fault of a record as `field: what is wrong`, and the cure."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from records.faults import EMPTY, nearest
from records.place import Place, plain_at, steps, where
from records.record import Record
from records.surprises import quoted
from records.written import Plain, kind_of, shown

R = TypeVar("R", bound=Record)

_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)")
_POWER_OF_TEN = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)e[-+]?\d{1,2}", re.IGNORECASE)
_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "one number",
    "bool_type": "true or false, without quotes",
    "tuple_type": "a list",
    "dict_type": "a mapping of names to values",
    "model_type": "a mapping of names to values",
    "model_attributes_type": "a mapping of names to values",
}
_NO_NUMBER = {"int_type", "int_from_float", "float_type"}
_ONE_OF = {"literal_error": "expected", "enum": "expected", "union_tag_invalid": "expected_tags"}


def taken(model: type[R], raw: object) -> tuple[R | None, list[str]]:
    """Take one record as written.

    Returns
    -------
    tuple
        The record, or None where there are faults; and the faults, each as `field: what is wrong`.
    """
    return _taken(model, raw, lambda place, whole: ".".join(steps(place, whole)))


def taken_file(model: type[R], raw: object) -> tuple[R | None, list[str]]:
    """Take a whole file as written: entries of its lists are named by their ids, as `id: field: what is wrong`."""
    return _taken(model, raw, where)


def _taken(model: type[R], raw: object, place: Callable[[Place, object], str]) -> tuple[R | None, list[str]]:
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        said = [(place(fault["loc"], raw), what) for fault, what in _in_words(error, raw)]
        return None, [f"{at}: {what}" if at else what for at, what in said]


def _in_words(error: ValidationError, raw: object) -> Iterable[tuple[ErrorDetails, str]]:
    """Return every fault in words; where a field may hold several types, only what the first of them lacks."""
    said: dict[object, tuple[ErrorDetails, str]] = {}
    for number, fault in enumerate(error.errors(include_url=False)):
        kind, value, more = fault["type"], fault["input"], fault.get("ctx", {})
        if kind == "too_short" and len(value) >= more["min_length"]:
            continue  # there are enough, but some are faulty, which is reported separately
        if kind.startswith("union_tag"):
            field = str(more["discriminator"]).strip("'")
            fault["loc"] = (*fault["loc"], field)
            fault["input"] = value.get(field, "") if isinstance(value, Mapping) else value
        at = tuple(steps(fault["loc"], raw)) if kind in _WANTED else number
        said.setdefault(at, (fault, _what(fault, plain_at(fault["loc"], raw))))
    return said.values()


def _what(fault: ErrorDetails, plain: Plain | None) -> str:
    """Return what is wrong in words for an author, with the cure where it is not obvious."""
    kind, value, more = fault["type"], fault["input"], fault.get("ctx", {})
    if kind in ("missing", "union_tag_not_found"):
        return "is missing"
    if kind == "extra_forbidden":
        return "is not a field" + nearest(str(fault["loc"][-1]), str(more.get("known", "")).split())
    if kind == "invalid_key":
        return f"is {kind_of(value)} for a name: put it in quotes"
    if plain is not None and plain.text and (value is None or fault["msg"] == EMPTY):
        return _guessed(None, plain)
    if kind in ("rule", "form"):
        return fault["msg"]
    if value is None or value == "" or kind == "string_too_short":
        return EMPTY
    if kind == "string_unicode":
        return "holds half a character (a lone surrogate)"
    if kind in _ONE_OF:
        return _one_of(str(more.get(_ONE_OF[kind])), value, plain)
    if kind in _NO_NUMBER:
        return _no_number(kind, value, str(more.get("cure", "")))
    if kind == "string_type" and isinstance(value, bool | int | float | date):
        return _guessed(value, plain)
    if kind in _WANTED:
        return f"must be {_WANTED[kind]}, is {shown(value)}"
    if kind in ("too_short", "too_long"):
        many = more["min_length"] if kind == "too_short" else more["max_length"]
        bound = (
            f"at {'least' if kind == 'too_short' else 'most'} {many} {'entry' if many == 1 else 'entries'}"
        )
        return f"must have {bound}, has {len(value)}"
    if kind == "finite_number":
        return "must be a finite number"
    message = fault["msg"].replace("Input should be", "must be").replace("String should", "must")
    return f"{message[:1].lower()}{message[1:]}, is {shown(value)}"


def _guessed(value: bool | float | date | None, plain: Plain | None) -> str:
    """Return what YAML made of a text that lacks quotes, and the text in quotes."""
    if isinstance(value, bool):
        what = str(value).lower()
    else:
        what = kind_of(value) if value is None or isinstance(value, date) else f"the number {value}"
    if plain is not None:
        return f"line {plain.line}: YAML reads this as {what}: put it in quotes, {quoted(plain.text)}"
    return f"YAML reads this as {what}: put it in quotes" + (
        "" if isinstance(value, bool) else f', "{value}"'
    )


def _no_number(kind: str, value: object, cure: str) -> str:
    """Return why a value is not a number, although it may look like one."""
    if type(value) is int:
        return "must be a finite number"
    if isinstance(value, str) and _POWER_OF_TEN.fullmatch(value):
        return f"YAML reads {value!r} as a text: write its digits out, without quotes: {Decimal(value):f}"
    if isinstance(value, str):
        plainly = value.replace("\N{MINUS SIGN}", "-").replace(",", ".")
        if _NUMBER.fullmatch(value):
            cure = "write it without quotes"
        elif _NUMBER.fullmatch(plainly):
            cure = f"write it as {plainly}"
    return f"must be {_WANTED[kind]}, is {shown(value)}" + (cure and f": {cure}")


def _one_of(expected: str, value: object, plain: Plain | None) -> str:
    """Return which words are allowed, and the one that may be meant."""
    known = re.findall(r"'([^']*)'", expected)
    if isinstance(value, bool):
        return _guessed(value, plain)
    return f"must be one of {', '.join(known)}, is {shown(value)}{nearest(str(value), known)}"
