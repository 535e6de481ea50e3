"""A file that is none, or was spoiled, is named with the reason, and the others count."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from class_room import SKY, answer, hand_in, reasons, result_file

from quizzes.cohorts.result_files.handed_in import LARGEST

REFUSED = {
    "an empty file": ("", "is empty"),
    "spaces only": (" \n", "is empty"),
    "cut short": (
        '{"format": "this-course-res',
        "is not JSON: cut short or damaged",
    ),
    "no JSON at all": ("Dear professor,", "is not JSON: cut short or damaged"),
    "other JSON": ('{"name": "package", "version": "1.0.0"}', "is not a result file of this course"),
    "a list": ("[1, 2]", "is not a result file of this course"),
    "a number": ("17", "is not a result file of this course"),
    "Latin-1": ('{"format": "é"}'.encode("latin-1"), "is not UTF-8: byte 13"),
    "other JSON in UTF-16": ('{"format": "e"}'.encode("utf-16"), "is not a result file of this course"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "is not UTF-8: byte 1"),
    "brackets without end": ("[" * 100_000, "is not JSON: cut short or damaged"),
    "another book": (result_file({}, book="other"), "is of another book: “other”"),
    "a newer version": (result_file({}, version=2), "is of version 2; this course reads version 1"),
    "a version that is true": (result_file({}, version=True), "version: is not a version number"),
    "no time of export": (result_file({}, exported="yesterday"), None),
    "a time of export without a zone": (result_file({}, exported="2026-01-31T12:00:00"), None),
    "a name that is no text": (result_file({}, pseudonym=5), None),
    "a name of a thousand letters": (result_file({}, pseudonym="x" * 1000), None),
    "answers in a list": (result_file([]), None),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_none_is_named_with_the_reason_and_the_others_count(tmp_path, read, sky, name):
    content, reason = REFUSED[name]
    hand_in(tmp_path, "bad.json", content)
    hand_in(tmp_path, "good.json", result_file(sky))
    found = read(tmp_path)
    assert list(reasons(found)) == ["bad.json"]
    assert reasons(found)["bad.json"].startswith(reason or "")
    assert found.students["file"].to_list() == ["good.json"]


SPOILED: dict[str, list[Any]] = {
    "at": ["now", -1, 1e300, None],
    "score": [2, -0.1, "1", True],
    "certainty": [4, -1, 1.5, "3"],
    "chosen": ["blue", [5], ["x" * 2001], ["x"] * 101],
    "digest": ["", "<script>", "0123456789AB"],
    "checked": ["yes", 1, None],
    "hints": [-1, 2**31],
    "ms": [-5, "long"],
    "flagged": [None],
}


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field in SPOILED for value in SPOILED[field]]
)
def test_a_value_that_no_browser_wrote_refuses_its_file_and_is_named(tmp_path, read, known, field, value):
    hand_in(tmp_path, "bad.json", result_file({SKY: answer(known[SKY]) | {field: value}}))
    assert f"answers.{SKY}.{field}" in reasons(read(tmp_path))["bad.json"]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json_is_none_here(tmp_path, read, known, word):
    text = json.dumps(result_file({SKY: answer(known[SKY], score=0.123)})).replace("0.123", word)
    hand_in(tmp_path, "bad.json", text)
    assert list(reasons(read(tmp_path))) == ["bad.json"]


@pytest.mark.parametrize("name", ["__proto__", "<img src=x onerror=alert(1)>", "", "a b", "x" * 500])
def test_an_answer_to_what_can_be_no_question_refuses_its_file(tmp_path, read, known, name):
    hand_in(tmp_path, "bad.json", result_file({name: answer(known[SKY])}))
    assert len(reasons(read(tmp_path))["bad.json"]) < 300


INCONSISTENT: dict[str, dict[str, Any]] = {
    "has a score and was never checked": {"checked": False},
    "has a score that its pick does not earn": {"chosen": ["red"]},
    "was answered in the future": {"at": 4_102_444_800_000},
}


@pytest.mark.parametrize("reason", INCONSISTENT)
def test_an_answer_that_contradicts_itself_refuses_its_file(tmp_path, read, known, sky, reason):
    hand_in(tmp_path, "bad.json", result_file({SKY: answer(known[SKY]) | INCONSISTENT[reason]}, "Mallory"))
    hand_in(tmp_path, "good.json", result_file(sky))
    found = read(tmp_path)
    assert reasons(found) == {"bad.json": f"answers.{SKY}: {reason}"}
    assert found.responses["student"].to_list() == ["Kim"]


def test_an_export_from_the_future_would_win_for_ever_and_is_refused(tmp_path, read):
    moment = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    hand_in(tmp_path, "bad.json", result_file({}, exported=moment))
    assert reasons(read(tmp_path)) == {"bad.json": "exported: lies in the future"}


def test_a_gigabyte_is_refused_by_its_size_and_never_read(tmp_path, read):
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(10**9)
    assert reasons(read(tmp_path)) == {"huge.json": "is too large: 1,000.0 MB; 5 MB at most"}


def test_the_largest_file_is_the_same_as_in_the_front_end():
    front_end = Path("quizzes/frontend/record/transfer.js").read_text("utf-8")
    assert f"LARGEST = {LARGEST:_};" in front_end
