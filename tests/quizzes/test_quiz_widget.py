"""The quiz in a kernel: what Python sees of it, and what a page is told about it."""

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
    assert data["text/plain"] == "Quiz: 2 questions"


def test_without_a_front_end_the_reader_is_told_how_to_build_it(shown, monkeypatch, tmp_path):
    monkeypatch.setattr(widget, "BUNDLE", tmp_path)
    with pytest.raises(FileNotFoundError, match="make book, or: npm ci && npm run bundle"):
        Quiz(shown)
