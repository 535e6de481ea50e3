"""The quiz in a kernel: what Python sees of it, and what a page is told about it."""

from copy import deepcopy

import pytest

from quizzes.notebook import widget
from quizzes.notebook.widget import Quiz


@pytest.fixture
def live(shown):
    made = Quiz(shown)
    yield made
    made.close()


def test_a_new_quiz_is_unanswered(live):
    assert (live.responses, live.score, live.total, live.complete) == ({}, None, 2, False)


def test_questions_and_answers_are_synced_with_the_front_end(live, shown):
    state = live.get_state()
    assert state["items"] == shown["items"]
    assert {"responses", "score", "total", "complete", "seed"} <= state.keys()


def test_the_front_end_is_one_module_that_keeps_the_contract(live):
    assert "export{" in live._esm
    assert "default" in live._esm
    assert "import " not in live._esm
    assert ".quiz" in live._css


def test_a_page_is_told_which_chapter_stands_here(live):
    data, _ = live._repr_mimebundle_()
    assert data["application/vnd.course.quiz+json"] == {"chapter": "example-chapter"}
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"] == live.model_id
    assert data["text/plain"].startswith("Quiz: 2 questions. To answer, run this cell")


def test_without_a_front_end_the_reader_is_told_how_to_build_it(shown, monkeypatch, tmp_path):
    monkeypatch.setattr(widget, "BUNDLE", tmp_path)
    with pytest.raises(FileNotFoundError, match="make book, or: npm ci && npm run bundle"):
        Quiz(shown)


def given(chosen: str, score: float) -> dict:
    return {"chosen": [chosen], "checked": True, "correct": score == 1, "score": score}


def test_a_cell_that_runs_again_keeps_what_was_answered(live, shown):
    first = shown["items"][0]["id"]
    live.responses = {first: given("a", 1)}
    live.session = {"notes": {first: {"flagged": True}}, "settings": {"certainty": True}}
    again = Quiz(shown)
    again.take_up(live)
    assert (again.responses, again.session, again.seed) == (live.responses, live.session, live.seed)
    assert (again.score, again.complete) == (1, False)


def test_what_was_answered_to_a_question_that_has_changed_is_not_taken_up(live, shown):
    first, second = (item["id"] for item in shown["items"])
    live.responses = {first: given("a", 1), second: given("b", 0)}
    changed = deepcopy(shown)
    changed["items"][0]["digest"] = "another"
    again = Quiz(changed)
    again.take_up(live)
    assert again.responses == {second: live.responses[second]}
    assert again.score == 0
