"""`quiz.results()`: what was answered, as a table."""

import subprocess
import sys

import pytest

from quizzes.notebook.widget import Quiz

SKY, FLAGS = "example-chapter-sky", "example-chapter-flags"
ANSWER = {"chosen": ["blue"], "checked": True, "correct": True, "score": 1}


@pytest.fixture
def live(shown):
    made = Quiz(shown)
    yield made
    made.close()


def test_an_unanswered_quiz_has_one_row_an_item_and_no_score(live):
    table = live.results()
    assert table.rows(named=True) == [
        {
            "chapter": "example-chapter", "item": item, "objective": "Tell the colours apart.", "kind": kind,
            "bloom": bloom, "checked": False, "chosen": [], "correct": None, "score": None, "certainty": 0,
            "hints": 0, "flagged": False,
        }
        for item, kind, bloom in (
            (SKY, "single-best-answer", "apply"),
            (FLAGS, "multiple-response", "remember"),
        )
    ]  # fmt: skip


def test_an_answer_stands_in_its_row_with_what_it_was_worth(live):
    live.responses = {SKY: {**ANSWER, "certainty": 3, "hints": 1, "flagged": True}}
    assert live.results().row(0, named=True).items() >= {
        "checked": True, "chosen": ["blue"], "correct": True, "score": 1.0, "certainty": 3, "hints": 1,
        "flagged": True,
    }.items()  # fmt: skip


def test_a_pick_that_is_not_checked_has_no_score(live):
    live.responses = {SKY: {"chosen": ["red"], "checked": False, "correct": None, "score": None}}
    row = live.results().row(0, named=True)
    assert (row["checked"], row["chosen"], row["correct"], row["score"]) == (False, ["red"], None, None)


def test_a_flag_and_a_hint_are_told_of_a_question_without_a_pick(live):
    live.session = {"notes": {FLAGS: {"certainty": 0, "hints": 2, "flagged": True}}}
    row = live.results().row(1, named=True)
    assert (row["hints"], row["flagged"], row["checked"]) == (2, True, False)


@pytest.mark.parametrize("spoiled", [7, None, {"chosen": 5}, {"checked": "yes"}, {"certainty": "high"}, {}])
def test_a_response_spoiled_by_hand_is_unknown_and_the_others_hold(live, spoiled):
    live.responses = {SKY: spoiled, FLAGS: ANSWER}
    assert live.results()["checked"].to_list() == [False, True]


def test_the_columns_have_their_types_whatever_was_answered(live):
    empty = live.results().schema
    live.responses = {SKY: ANSWER, FLAGS: {**ANSWER, "score": 1 / 3, "correct": False}}
    assert live.results().schema == empty


def test_nobody_who_asks_for_no_table_waits_for_it():
    code = "import quizzes.notebook.widget, sys; assert 'polars' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_polars_the_same_cells_come_as_rows(live, monkeypatch):
    live.responses = {SKY: ANSWER}
    cells = live.results().to_dicts()  # for which polars itself asks for polars
    monkeypatch.setitem(sys.modules, "polars", None)  # as where it is not installed
    assert live.results() == cells
