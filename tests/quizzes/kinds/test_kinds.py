"""Every kind of question: what its author is told, and what its card is given."""

import contextlib
import json
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints, is_typeddict

import pytest
import yaml
from every_kind import EVIDENCE, FOLDER, cite
from pydantic import ValidationError

from by_hand import by_hand
from outcomes import load_ledger
from quizzes.authoring.bank import Bank
from quizzes.authoring.load import BankFault, load_banks
from quizzes.kinds.register import KINDS
from quizzes.kinds.short_answer.record import folded
from quizzes.resolve import digest

FILE = "every-kind.yml"
FOLDED = json.loads((Path(__file__).parent / "folded.json").read_text("utf-8"))


@pytest.fixture
def every() -> dict:
    """Return the bank of every kind as plain data, to be spoiled by a test."""
    return yaml.safe_load((FOLDER / FILE).read_text("utf-8"))


def of_kind(bank: dict, kind: str) -> dict:
    return next(item for item in bank["items"] if item["kind"] == kind)


def alone(item: dict, bank: dict, folder: Path) -> None:
    """Write a bank with this question only: what is said of the others is told elsewhere."""
    (folder / FILE).write_text(by_hand({**bank, "items": [item]}), "utf-8")


def at(value, place: str):
    for step in place.split("."):
        value = value[int(step) if step.isdigit() else step]
    return value


MOVE = {"id": "x", "text": "X", "consequence": "X", "rationale": "X", "worth": 0, "next": "known"}
CASES = {
    "a value without a number": ("numeric", "value", "many", "value: 'many' holds 0 numbers, not 1"),
    "a value with its interval": ("numeric", "value", "{ev}`doe-orr`", "value: '30% (12/40; 95% CI 17-47)'"),
    "a value without quotes": (
        "numeric", "value", 20.8, 'value: line 26: YAML reads this as the number 20.8: put it in quotes, "20.8"'
    ),
    "a value without end": ("numeric", "value", "9" * 400, "value: is too large a number: it would be inf"),
    "a value of unknown evidence": ("numeric", "value", "{ev}`gone`", "value: "),
    "a tolerance in quotes": (
        "numeric", "tolerance", "0.5", "tolerance: must be one number, is '0.5': write it without quotes"
    ),
    "a tolerance below 0": ("numeric", "tolerance", -1, "tolerance: must be greater than or equal to 0, is -1"),
    "a tolerance without end": ("numeric", "tolerance", float("inf"), "tolerance: must be a finite number"),
    "a tolerance of 400 digits": ("numeric", "tolerance", 10**399, "tolerance: must be a finite number"),
    "a unit that is not offered": ("numeric", "unit", "years", "unit: 'years' is none of the units (months,"),
    "no units": ("numeric", "units", [], "units: "),
    "a wrong unit unexplained": ("numeric", "units.1.rationale", None, "units.percent.rationale: is missing: say"),
    "a unit twice": ("numeric", "units.1.id", "months", "units: two units have the id 'months'"),
    "units that read alike": ("numeric", "units.1.text", "months", "units: two units have the text 'months'"),
    "two entries": ("ordering", "entries", [{"id": "a", "text": "A", "rationale": "A"}] * 2, "entries: "),
    "an entry twice": ("ordering", "entries.1.id", "mri", "entries: two entries have the id 'mri'"),
    "entries that read alike": (
        "ordering",
        "entries.1.text",
        "MRI of the thigh",
        "entries: two entries have the text",
    ),
    "an entry unexplained": ("ordering", "entries.1.rationale", None, "entries.biopsy.rationale: is missing"),
    "a match with nothing": ("matching", "prompts.0.answer", "gone", "prompts.os.answer: 'gone' is none of the"),
    "prompts that read alike": (
        "matching",
        "prompts.1.text",
        "Share alive at five years, whatever the cause of death",
        "prompts: two prompts have the text",
    ),
    "an answer twice": ("matching", "answers.1.id", "overall", "answers: two answers have the id 'overall'"),
    "prompts that are no list": ("matching", "prompts", "text", "prompts: must be a list"),
    "a cap below the keys": ("key-feature", "at_most", 1, "at_most: says 1, but 2 options are correct (mri, refer)"),
    "a cap on nothing": ("key-feature", "at_most", 6, "at_most: says 6 of 6 options: a cap that caps nothing"),
    "a harmful key": ("key-feature", "options.0.harmful", True, "options.mri.harmful: is set on an option that is"),
    "no key": ("key-feature", "options", [], "options: has 0 options; 4 to 15 are allowed"),
    "a spelling of dots": ("short-answer", "accepted.0", "...", "accepted: '...' has neither letter nor digit"),
    "a wrong answer that is right": (
        "short-answer",
        "also.0.answers.0",
        "thb 2",
        "also.thb3.answers: 'thb 2' reads like 'THB2', since case",
    ),
    "nothing accepted": ("short-answer", "accepted", [], "accepted: "),
    "a mistake twice": ("short-answer", "also.1.id", "thb3", "also.thb3.id: is used twice in this question"),
    "an unknown start": ("case", "start", "gone", "start: 'gone' is none of the steps (visit, late,"),
    "an unknown next step": (
        "case",
        "steps.0.choices.0.next",
        "gone",
        "steps.visit.choices.mri.next: 'gone' is none of the steps",
    ),
    "a dead end": ("case", "steps.3.end", None, "steps.known.choices: is a dead end: give it choices, or write"),
    "an end that asks": ("case", "steps.2.end", True, "steps.image.end: is set on a step that asks something"),
    "a loop": ("case", "steps.2.choices.0.next", "visit", "steps: go round in a loop: "),
    "a step never reached": ("case", "steps.0.choices.1.next", "image", "steps.late: is never reached from the"),
    "no end": ("case", "start", "gone-too", "start: 'gone-too' is none"),
    "one choice": ("case", "steps.1.choices", [MOVE], "steps.late.choices: has 1 choices; 2 to 6 are allowed"),
    "choices that read alike": (
        "case",
        "steps.1.choices.1.text",
        "Order an MRI",
        "steps.late.choices: two choices have the text",
    ),
    "a step that asks nothing": ("case", "steps.1.lead_in", None, "steps.late.lead_in: is missing"),
    "a step twice": ("case", "steps.1.id", "visit", "steps: two steps have the id 'visit'"),
    "a worth beyond the best": ("case", "steps.0.choices.0.worth", 3, "steps.visit.choices.mri.worth: must be less"),
    "a case without a debrief": ("case", "debrief", None, "debrief: is missing"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_fault_names_file_question_and_field(case, every, tmp_path):
    kind, place, value, expected = CASES[case]
    item = of_kind(every, kind)
    *path, last = place.split(".")
    inner = at(item, ".".join(path)) if path else item
    key = int(last) if last.isdigit() else last
    if value is None:
        del inner[key]
    else:
        inner[key] = value
    alone(item, every, tmp_path)
    with pytest.raises(BankFault) as refused:
        load_banks(tmp_path, cite=cite)
    assert any(fault.startswith(f"{FILE}: {item['id']}: {expected}") for fault in refused.value.faults), (
        refused
    )


@pytest.mark.parametrize(
    ("text", "digits"), [("1e5", "100000"), ("1.5e3", "1500"), ("1E-2", "0.01"), ('"1.0e+5"', "100000")]
)
def test_a_power_of_ten_that_yaml_takes_for_text_is_told_with_its_digits(text, digits, every, tmp_path):
    item = of_kind(every, "numeric") | {"tolerance": "here"}
    alone(item, every, tmp_path)
    file = tmp_path / FILE
    file.write_text(file.read_text("utf-8").replace("tolerance: here", f"tolerance: {text}"), "utf-8")
    with pytest.raises(BankFault, match=rf"tolerance: YAML reads .* without quotes: {digits}(\n|$)"):
        load_banks(tmp_path, cite=cite)
    assert type(yaml.safe_load(digits)) in {int, float}


@pytest.mark.parametrize("nothing", ["  ", "\u200b"])
def test_a_spelling_of_which_nothing_is_seen_is_told_once(nothing, every, tmp_path):
    item = of_kind(every, "short-answer")
    item["accepted"][0] = nothing
    alone(item, every, tmp_path)
    with pytest.raises(BankFault) as refused:
        load_banks(tmp_path, cite=cite)
    told = [fault for fault in refused.value.faults if ": accepted" in fault]
    assert told == [f"{FILE}: {item['id']}: accepted.1: is empty: fill it in or leave the field out"]


def test_a_case_in_which_no_end_can_be_reached_says_so(every, tmp_path):
    item = of_kind(every, "case")
    item["steps"] = item["steps"][:2]
    for step, other in zip(item["steps"], ("late", "visit"), strict=True):
        step["choices"] = [MOVE | {"id": way, "text": way, "next": other} for way in "xy"]
    alone(item, every, tmp_path)
    with pytest.raises(BankFault) as refused:
        load_banks(tmp_path, cite=cite)
    told = [fault.removeprefix(f"{FILE}: {item['id']}: ") for fault in refused.value.faults]
    assert "steps: hold no end that can be reached; mark one with `end: true`" in told
    assert any(fault.startswith("steps: go round in a loop: ") for fault in told)


def test_a_case_in_which_nothing_matters_says_so(every, tmp_path):
    item = of_kind(every, "case")
    for step in item["steps"]:
        for choice in step.get("choices", []):
            choice["worth"] = 0
    alone(item, every, tmp_path)
    with pytest.raises(BankFault, match="steps: decide nothing: every path is worth 0"):
        load_banks(tmp_path, cite=cite)


def test_a_case_whose_best_path_is_worth_nothing_says_so(every, tmp_path):
    item = of_kind(every, "case")
    for step in item["steps"]:
        for choice in step.get("choices", []):
            choice["worth"] = min(choice["worth"], 0)
    alone(item, every, tmp_path)
    with pytest.raises(BankFault, match="steps: let nobody win: the best path is worth 0"):
        load_banks(tmp_path)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("junk", [None, 7, "text", [], ["x"], {}, [{}], {"id": []}, [[]]], ids=repr)
def test_whatever_stands_in_a_field_is_at_most_a_fault(kind, junk, every):
    for field in of_kind(every, kind):
        spoiled = of_kind(every, kind) | {field: junk}
        with contextlib.suppress(ValidationError):
            KINDS[kind].record.model_validate(spoiled)
        assert all(isinstance(what, str) for _, what in KINDS[kind].record.resolved_faults(spoiled, cite))


def test_the_example_has_every_kind(kinds_shown):
    assert kinds_shown.keys() == KINDS.keys()


def test_the_example_asks_for_invented_numbers_alone(every):
    cited = {name for item in every["items"] for name in item.get("evidence", ())}
    invented = load_ledger(EVIDENCE)
    assert cited <= set(invented.quantities)
    assert {study.level_seen for study in invented.sources.values()} == {"invented"}


def fits(value, form) -> bool:
    """Return whether plain data is what a type says, no more and no less."""
    if is_typeddict(form):
        fields = get_type_hints(form)
        known = isinstance(value, dict) and form.__required_keys__ <= value.keys() <= fields.keys()
        return known and all(fits(inner, fields[name]) for name, inner in value.items())
    inside = get_args(form)
    if get_origin(form) is list:
        return isinstance(value, list) and all(fits(inner, inside[0]) for inner in value)
    if get_origin(form) is Literal:
        return value in inside
    return any(fits(value, one) for one in inside) if inside else type(value) is form


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_is_given_to_the_front_end_in_the_form_that_is_agreed(kind, kinds_shown):
    form = KINDS[kind].shown
    assert fits(kinds_shown[kind], form)


def test_the_key_of_a_number_is_what_the_evidence_says(kinds_shown):
    assert kinds_shown["numeric"]["value"] == 7.5
    assert kinds_shown["numeric"]["rationale"] == "The trial reported 7.5 months."


def test_a_corrected_estimate_corrects_the_key_and_makes_it_another_question(written, someone):
    item = written["items"][0]
    del item["options"]
    item.update(kind="numeric", value="{ev}`blue-share`", unit="percent", rationale="Counted.")
    item["units"] = [{"id": "percent", "text": "%"}]
    number = Bank.model_validate(written).items[0]

    def corrected(reference):
        said = someone(reference)
        return type(said)(said.id, said.text.replace("62", "63"), said.title, said.detail, said.source)

    assert number.shown({"value": "63%"})["value"] == 63
    assert digest(number, someone) != digest(number, corrected)


def test_a_better_explanation_of_any_kind_costs_no_reader_an_answer(every):
    def digests():
        return [digest(item, cite) for item in Bank.model_validate(every).items]

    def explain(value):
        for field, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if field == "rationale":
                value[field] = "Said better."
            elif isinstance(inner, dict | list):
                explain(inner)

    before = digests()
    explain(every)
    assert digests() == before


@pytest.mark.parametrize(
    ("kind", "place", "value"),
    [
        ("numeric", "tolerance", 1),
        ("ordering", "entries.0.text", "X-ray"),
        ("matching", "prompts.0.answer", "control"),
        ("key-feature", "options.0.correct", False),
        ("key-feature", "at_most", 4),
        ("short-answer", "accepted", ["MARB1"]),
        ("case", "steps.0.choices.0.worth", 1),
        ("case", "steps.2.choices.1.next", "spilt"),
    ],
)
def test_another_key_makes_it_another_question(kind, place, value, every):
    item = of_kind(every, kind)
    before = digest(KINDS[kind].record.model_validate(item), cite)
    *path, last = place.split(".")
    (at(item, ".".join(path)) if path else item)[last] = value
    assert digest(KINDS[kind].record.model_validate(item), cite) != before


@pytest.mark.parametrize(("text", "short"), FOLDED)
def test_short_answers_are_folded_as_in_the_front_end(text, short):
    assert folded(text) == short
