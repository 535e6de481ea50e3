"""A record takes what its author wrote, or says everything that is wrong with it, in plain words."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

import pytest
from pydantic import Field, ValidationError

from records.place import Place
from records.record import Record
from records.text import Day, Form, Name, Slug, Text
from records.wording import taken, taken_file
from records.written import LONGEST


class Hue(StrEnum):
    RED = "red"
    BLUE = "blue"


class Part(Record):
    id: Slug
    share: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)] | None = None


class Round(Record):
    shape: Literal["round"]


class Square(Record):
    shape: Literal["square"]


class Sky(Record):
    cures: ClassVar[Mapping[str, str]] = {"share": "write a range as range"}

    id: Slug
    text: Text
    share: float | None = None
    count: int | None = None
    clear: bool = False
    hue: Annotated[Hue | None, Field(strict=False)] = None
    level: Literal["low", "high"] | None = None
    written: Day | None = None
    label: Name | None = None
    code: Annotated[str, Form(r"[A-Z]{2}", "two capitals, e.g. AB")] | None = None
    value: int | float | Text | None = None
    parts: Annotated[tuple[Part, ...], Field(min_length=1, max_length=2)] | None = None
    notes: dict[Slug, Text] | None = None
    form: Annotated[Round | Square, Field(discriminator="shape")] | None = None

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        if raw.get("clear") is True and raw.get("hue") == "red":
            yield ("hue",), "is not that of a clear sky"


SOUND = {"id": "noon", "text": "The sky at noon."}
GUESSED = "YAML reads this as"
EMPTY = "is empty: fill it in or leave the field out"

# name: (what is written beside a sound record, everything that is told)
CASES: dict[str, tuple[dict[Any, Any], list[str]]] = {
    "nothing wrong": ({}, []),
    "a list, which is a tuple once it is read": ({"parts": [{"id": "east", "share": 5}]}, []),
    "a field that is none": ({"shara": 1}, ["shara: is not a field (did you mean share?)"]),
    "a field far from any": ({"moon": 1}, ["moon: is not a field"]),
    "a name that is no text": ({5: 1}, ["5: is a number for a name: put it in quotes"]),
    "an empty field": ({"share": None}, [f"share: {EMPTY}"]),
    "an empty field that is needed": ({"text": None}, [f"text: {EMPTY}"]),
    "an empty text": ({"text": ""}, [f"text: {EMPTY}"]),
    "a text of which nothing is seen": ({"text": " \u200b"}, [f"text: {EMPTY}"]),
    "an empty entry": ({"parts": [None]}, [f"parts.1: {EMPTY}"]),
    "an empty note": ({"notes": {"a": None}}, [f"notes.a: {EMPTY}"]),
    "false for a text": ({"text": False}, [f"text: {GUESSED} false: put it in quotes"]),
    "false for one of a few words": ({"level": False}, [f"level: {GUESSED} false: put it in quotes"]),
    "a number for a text": ({"text": 20.8}, [f'text: {GUESSED} the number 20.8: put it in quotes, "20.8"']),
    "a date for a text": (
        {"text": date(2024, 2, 21)},
        [f'text: {GUESSED} a date: put it in quotes, "2024-02-21"'],
    ),
    "a list for a text": ({"text": ["a"]}, ["text: must be a text, is a list"]),
    "a text for a number": ({"share": "many"}, ["share: must be one number, is 'many': write a range as range"]),
    "a number in quotes": ({"share": "-2.5"}, ["share: must be one number, is '-2.5': write it without quotes"]),
    "a power of ten that YAML takes for a text": (
        {"share": "1e3"},
        ["share: YAML reads '1e3' as a text: write its digits out, without quotes: 1000"],
    ),
    "a number that is not whole": ({"count": 2.5}, ["count: must be a whole number, is 2.5"]),
    "true for a number": ({"count": True}, ["count: must be a whole number, is True"]),
    "a text for true": ({"clear": "yes"}, ["clear: must be true or false, without quotes, is 'yes'"]),
    "one for true": ({"clear": 1}, ["clear: must be true or false, without quotes, is 1"]),
    "a number beyond its bounds": (
        {"parts": [{"id": "east", "share": 101}]},
        ["parts.east.share: must be less than or equal to 100, is 101"],
    ),
    "a number without end": (
        {"parts": [{"id": "east", "share": float("inf")}]},
        ["parts.east.share: must be a finite number"],
    ),
    "a number of 400 digits": ({"share": 10**400}, ["share: must be a finite number"]),
    "a word that is none of a few": (
        {"level": "hihg"},
        ["level: must be one of low, high, is 'hihg' (did you mean high?)"],
    ),
    "a word that is none of a vocabulary": (
        {"hue": "rad"},
        ["hue: must be one of red, blue, is 'rad' (did you mean red?)"],
    ),
    "an id that is none": (
        {"id": "Noon"},
        ["id: must be lower-case words and digits joined by hyphens, is 'Noon'"],
    ),
    "a form of its own": ({"code": "ab"}, ["code: must be two capitals, e.g. AB, is 'ab'"]),
    "a name with a space": ({"label": "a b"}, ["label: must be a name without spaces, is 'a b'"]),
    "a day that is none": ({"written": "2026-02-31"}, ["written: is not a day of the calendar"]),
    "a day in other words": (
        {"written": "May 1"},
        ["written: must be a day as year-month-day, such as '2026-11-21', is 'May 1'"],
    ),
    "a list for a field of several types": ({"value": []}, ["value: must be a whole number, is a list"]),
    "a mapping for a list": ({"parts": {"id": "east"}}, ["parts: must be a list, is a mapping"]),
    "a text for a record": ({"parts": ["east"]}, ["parts.1: must be a mapping of names to values, is 'east'"]),
    "a list for names and values": ({"notes": ["a"]}, ["notes: must be a mapping of names to values, is a list"]),
    "too few entries": ({"parts": []}, ["parts: must have at least 1 entry, has 0"]),
    "too many entries": ({"parts": [{"id": "a"}] * 3}, ["parts: must have at most 2 entries, has 3"]),
    "a kind that is none": (
        {"form": {"shape": "rond"}},
        ["form.shape: must be one of round, square, is 'rond' (did you mean round?)"],
    ),
    "a kind that is not said": ({"form": {}}, ["form.shape: is missing"]),
    "a kind that is left empty": ({"form": {"shape": None}}, [f"form.shape: {EMPTY}"]),
    "a field that another kind has": ({"form": {"shape": "round", "side": 1}}, ["form.side: is not a field"]),
    "half a character": ({"text": "\ud83d"}, ["text: holds half a character (a lone surrogate)"]),
    "what no single field can see": ({"clear": True, "hue": "red"}, ["hue: is not that of a clear sky"]),
    "that, and a field of a part, and a field that is none": (
        {"clear": True, "hue": "red", "parts": [{"share": "x"}], "shara": 1},
        [
            "parts.1.id: is missing",
            "parts.1.share: must be one number, is 'x'",
            "shara: is not a field (did you mean share?)",
            "hue: is not that of a clear sky",
        ],
    ),
    "a long text": (
        {"share": "x" * 1000},
        [f"share: must be one number, is '{'x' * (LONGEST - 1)}…: write a range as range"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_everything_that_is_wrong_is_told_at_once(case):
    written, told = CASES[case]
    record, faults = taken(Sky, {**SOUND, **written})
    assert faults == told
    assert (record is None) == bool(told)


@pytest.mark.parametrize(("written", "kind"), [([], "a list"), (None, "nothing"), ("a", "'a'"), (5, "5")])
def test_what_is_no_mapping_is_no_record(written, kind):
    record, faults = taken(Sky, written)
    assert record is None
    assert faults in ([f"must be a mapping of names to values, is {kind}"], [EMPTY])


def test_a_record_does_not_change_once_it_is_read():
    record, _ = taken(Sky, {**SOUND, "parts": [{"id": "east"}]})
    assert record.parts == (Part(id="east"),)
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, "text", "Another.")  # noqa: B010 - what a type checker refuses at once


class Skies(Record):
    skies: tuple[Sky, ...]
    notes: dict[Slug, Text]


def test_faults_of_a_file_name_the_entry_by_its_id_or_else_by_its_number():
    written = {"skies": [{**SOUND, "count": "1"}, {"text": "Dusk."}, "dawn"], "notes": {"A": "x"}, "moon": 1}
    assert taken_file(Skies, written) == (
        None,
        [
            "noon: count: must be a whole number, is '1': write it without quotes",
            "skies 2: id: is missing",
            "skies 3: must be a mapping of names to values, is 'dawn'",
            "notes.A: must be lower-case words and digits joined by hyphens, is 'A'",
            "moon: is not a field",
        ],
    )
