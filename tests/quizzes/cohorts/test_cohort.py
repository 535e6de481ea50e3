"""`quizzes.cohort(folder)`: the files of a class as tables."""

import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from class_room import FLAGS, SKY, answer, hand_in, result_file

from quizzes.cohorts.cohort import NoCohort


def test_an_answer_is_a_row_with_all_that_was_kept_of_it(tmp_path, read, known):
    given = answer(known[SKY], ["red"], 0, certainty=3, hints=1, ms=4000, flagged=True)
    hand_in(tmp_path, "kim.json", result_file({SKY: given}))
    assert read(tmp_path).responses.rows(named=True) == [
        {
            "student": "Kim", "item": SKY, "digest": known[SKY], "chosen": ["red"], "checked": True, "score": 0.0,
            "certainty": 3, "hints": 1, "flagged": True, "at": datetime(2026, 1, 31, 11, tzinfo=UTC), "ms": 4000,
            "state": "current",
        }
    ]  # fmt: skip


def test_several_picks_none_and_an_empty_one_come_back_as_they_were(tmp_path, read, known):
    picks = {"a": ["blue", "white"], "b": [], "c": ["12,5", ""]}
    for name, chosen in picks.items():
        hand_in(tmp_path, name, result_file({FLAGS: answer(known[FLAGS], chosen, 0.5)}, name))
    assert dict(read(tmp_path).responses.select("student", "chosen").iter_rows()) == picks


def test_a_student_without_an_answer_is_a_student(tmp_path, read):
    hand_in(tmp_path, "kim.json", result_file({}))
    found = read(tmp_path)
    assert found.students.row(0, named=True).items() >= {"student": "Kim", "checked": 0}.items()
    assert found.responses.is_empty()


def test_the_mark_that_windows_puts_before_a_text_is_no_fault(tmp_path, read, sky):
    hand_in(tmp_path, "kim.json", b"\xef\xbb\xbf" + json.dumps(result_file(sky)).encode())
    assert read(tmp_path).students["student"].to_list() == ["Kim"]


def test_answers_to_questions_that_changed_or_are_gone_are_counted_and_left_out(tmp_path, read, known):
    answers = {SKY: answer("0" * 12), FLAGS: answer(known[FLAGS]), "example-chapter-old": answer("0" * 12)}
    hand_in(tmp_path, "kim.json", result_file(answers))
    found = read(tmp_path)
    assert found.unusable().rows() == [("example-chapter-old", "gone", 1), (SKY, "changed", 1)]
    assert found.scored["item"].to_list() == [FLAGS]
    assert found.students.select("checked", "changed", "gone").row(0) == (3, 1, 1)


@pytest.mark.parametrize("more", [{"checked": False, "score": None}, {"score": None}])
def test_an_answer_without_a_mark_is_a_row_and_no_score(tmp_path, read, known, more):
    hand_in(tmp_path, "kim.json", result_file({SKY: answer(known[SKY]) | more}))
    found = read(tmp_path)
    assert (found.responses.height, found.scored.height) == (1, 0)


def test_reviews_exams_and_settings_are_nobodys_business(tmp_path, read, sky):
    hand_in(tmp_path, "kim.json", result_file(sky, reviews=5, exams="x", settings=None))
    assert read(tmp_path).students.height == 1


def test_a_place_where_nothing_is_says_so(tmp_path, read):
    with pytest.raises(NoCohort, match="is not there"):
        read(tmp_path / "nowhere")
    hand_in(tmp_path, "kim.json", "")
    with pytest.raises(NoCohort, match="is a file; name the folder it lies in"):
        read(tmp_path / "kim.json")


def test_nobody_who_reads_no_class_waits_for_polars():
    code = "import quizzes, sys; assert 'polars' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
