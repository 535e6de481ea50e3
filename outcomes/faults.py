"""One raw mapping to one record, or to sentences that say everything that is wrong with it."""

import re
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from outcomes.record import Fault, Impossible, Record
from records.faults import nearest
from records.written import kind_of, name_of

R = TypeVar("R", bound=Record)

_SHAPES = {
    "doi": "the bare DOI in lower case, e.g. 10.1186/s12885-022-09968-5",
    "pmid": "digits in quotes, e.g. '11169942'",
    "pmcid": "PMC and digits, e.g. PMC9913479",
}


def read_record(model: type[R], data: object, within: str = "") -> tuple[R | None, list[str]]:
    """Validate one record and say everything that is wrong with it.

    Pydantic stops at the first level: a field of the wrong type hides that two other fields contradict each
    other. So records within the record are read first, and a record with a bad field is looked at again
    without it.

    Returns
    -------
    tuple
        The record, or None where there are faults; and the faults, each as `field: what is wrong`.
    """
    if not isinstance(data, dict):
        return None, [
            f"{within + ': ' if within else ''}must be a mapping of names to values, is {kind_of(data)}"
        ]
    values, faults, bad = dict(data), [], set()
    for part, inner in model.parts.items():
        if isinstance(values.get(part), dict | list):
            values[part], found = _read_part(inner, values[part], f"{within}.{part}" if within else part)
            if found:
                del values[part]
                bad.add(part)
                faults += found
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        details = error.errors()
        contradictions = _contradictions_in(error)
        bad |= {str(place) for detail in details for place in detail["loc"][:1]}
        if bad and not contradictions:
            contradictions = _contradictions_without(bad, model, values)
        found = [line for detail in details for line in _say(model, detail)]
        found += [f"{field}: {what}" for field, what in contradictions if not _follows(field, bad)]
        return None, faults + [f"{within}.{line}" if within else line for line in found]
    return (None, faults) if faults else (record, [])


def _read_part(
    inner: type[Record], value: dict[str, Any] | list[Any], within: str
) -> tuple[object, list[str]]:
    if isinstance(value, dict):
        return read_record(inner, value, within)
    read: list[Record | None] = []
    faults: list[str] = []
    for index, item in enumerate(value):
        record, found = read_record(inner, item, f"{within}.{name_of(item) or index + 1}")
        read.append(record)
        faults += found
    return read, faults


def _contradictions_in(error: ValidationError) -> list[Fault]:
    causes = [detail.get("ctx", {}).get("error") for detail in error.errors()]
    return [fault for cause in causes if isinstance(cause, Impossible) for fault in cause.faults]


def _contradictions_without(bad: set[str], model: type[Record], values: dict[str, Any]) -> list[Fault]:
    """Look again without the bad fields; something harmless stands in for those that are required."""
    fields = model.model_fields
    kept = {name: value for name, value in values.items() if name in fields and name not in bad}
    for name, field in fields.items():
        if field.is_required() and name not in kept:
            one_of = get_args(field.annotation) if get_origin(field.annotation) is Literal else ("x",)
            kept[name] = 95.0 if field.annotation is float else one_of[0]
    try:
        model.model_validate(kept)
    except ValidationError as error:
        return _contradictions_in(error)
    return []


def _follows(field: str, bad: set[str]) -> bool:
    """Whether a contradiction only follows from a field that is bad by itself, and has been spoken of."""
    stated = {"value", "range", "category"}
    return field.partition(".")[0] in bad or (field in stated and bool(stated & bad))


def _say(model: type[Record], detail: ErrorDetails) -> list[str]:
    """Turn one of pydantic's errors into sentences; what YAML guessed or left empty was spoken of already."""
    kind, value = detail["type"], detail["input"]
    where = ".".join(str(place + 1 if isinstance(place, int) else place) for place in detail["loc"])
    if kind == "missing":
        return [f"{where}: missing"]
    if kind == "extra_forbidden":
        return [f"{where}: unknown field{nearest(str(detail['loc'][-1]), model.model_fields)}"]
    if kind in ("invalid_key", "value_error") or kind_of(value) in ("true or false", "a date", "nothing"):
        return []
    if value == "":
        return [f"{where}: is empty: fill it in or leave the field out"]
    if kind in ("int_type", "float_type", "int_from_float"):
        wanted = "a whole number" if kind.startswith("int") else "one number"
        hint = ": write a range as range: {low: 20, high: 58}" if isinstance(value, str | list) else ""
        return [f"{where}: must be {wanted}, is {_shown(value)}{hint}"]
    if kind == "string_type":
        hint = ": put it in quotes" if isinstance(value, int | float) else ""
        return [f"{where}: must be a text, is {_shown(value)}{hint}"]
    if kind == "string_pattern_mismatch":
        shape = _SHAPES.get(str(detail["loc"][-1]), "lower-case words and digits joined by hyphens")
        return [f"{where}: must be {shape}, is {_shown(value)}"]
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
        return [f"{where}: must be one of {', '.join(known)}, is {_shown(value)}{nearest(str(value), known)}"]
    message = detail["msg"].replace("Input should be", "must be").replace("String should", "must")
    return [f"{where}: {message[0].lower()}{message[1:]}, is {_shown(value)}"]


def _shown(value: object) -> str:
    return repr(value) if isinstance(value, str | int | float) else kind_of(value)
