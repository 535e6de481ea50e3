"""One chapter from end to end in JupyterLab: opened where Binder has it, run, answered, saved, opened again."""

import pytest
from educator import answer
from playwright.sync_api import expect

from marble_thumb import BANKS, NAME, cite
from quizzes.evidence import fill_tokens
from quizzes.kinds.single_best_answer.record import SingleBestAnswer

NUMBER, ITEM = next(
    (number, item)
    for number, item in enumerate(BANKS[NAME].items, start=1)
    if isinstance(item, SingleBestAnswer)
)
RIGHT = next(fill_tokens(option.text, cite) for option in ITEM.options if option.correct)


@pytest.fixture(scope="module")
def notebook(browser, lab):
    """The chapter, open and run."""
    with lab.opened(NAME, browser) as notebook:
        yield notebook


def test_a_study_without_an_address_leads_to_the_sources(notebook):
    notebook.page.locator('a[href="#Sources"]:not(.jp-InternalAnchorLink)').first.click()
    expect(notebook.page.get_by_role("heading", name="Sources")).to_be_in_viewport()


def test_what_is_drawn_and_answered_is_there_when_the_saved_notebook_is_opened_again(notebook, lab):
    def card():
        return notebook.page.get_by_role("group", name=f"Question {NUMBER} of ")

    answer(card(), RIGHT)
    expect(card()).to_contain_text("Right.")
    figures = notebook.figures.count()
    before = notebook.tell("[questions.score, questions.responses]")
    notebook.save()
    context = notebook.page.context
    notebook.page.close()
    notebook.page = context.new_page()
    notebook.page.goto(lab.page_of(NAME))
    notebook.ready()
    assert figures > 0
    # A saved figure is shown as its picture until somebody touches it.
    expect(notebook.page.locator(".jp-RenderedPlotly img")).to_have_count(figures)
    expect(card()).to_contain_text("Right.")
    assert notebook.tell("[questions.score, questions.responses]") == before
    assert before[0] == 1


def test_nothing_is_asked_of_another_host(notebook):
    assert notebook.foreign == []
