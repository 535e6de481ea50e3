"""An educator sees pages with cells in Binder's JupyterLab, with the network cut: it reads, draws, asks, tells."""

import re

import pytest
from educator import HAS_RUN, answer
from playwright.sync_api import expect
from whole_course import ASKING, FIGURES, KINDS, PAGES, kind_of

from marble_thumb import BANKS, cite
from quizzes.evidence import fill_tokens
from quizzes.kinds.case.record import Case
from quizzes.kinds.single_best_answer.record import SingleBestAnswer

KIND_OF = kind_of(FIGURES)
EVERY_PAGE = pytest.mark.parametrize("name", PAGES)
EVERY_PAGE_THAT_ASKS = pytest.mark.parametrize("name", ASKING)


def source(name):
    return PAGES[name].read_text("utf-8")


def test_there_is_an_output_of_every_kind(course):
    outputs = [output for name in PAGES for cell in course.seen(name) for output in cell["outputs"]]
    assert {kind for kinds in outputs for kind in kinds} == set(KINDS)


@EVERY_PAGE
class TestAPage:
    def test_no_cell_fails(self, course, name):
        assert [cell["faults"] for cell in course.seen(name) if cell["faults"]] == []

    def test_every_cell_shows_what_it_calls(self, course, name):
        """What no test here would look at, for it is of a new kind, fails."""
        called = re.findall(r"^```\{code-cell\}.*?\n(\S[^\n]*)\n```$", source(name), re.M | re.S)
        outputs = [output for cell in course.seen(name) for output in cell["outputs"]]
        assert len(outputs) == len(called)
        for kinds, line in zip(outputs, called, strict=True):
            assert len(kinds) == 1, line
            assert kinds[0] == KIND_OF.get(re.match(r"\w+", line)[0], kinds[0]), line

    def test_every_figure_is_drawn(self, course, name):
        figures = [figure for cell in course.seen(name) for figure in cell["figures"]]
        assert [figure for figure in figures if not figure["seen"]] == []

    def test_every_figure_shows_its_title_and_its_whole_caption(self, course, name):
        for figure in (figure for cell in course.seen(name) for figure in cell["figures"]):
            frame = figure["frame"]
            for words in figure["words"]:
                assert frame["left"] <= words["left"] < words["right"] <= frame["right"]
                assert frame["top"] <= words["top"] < words["bottom"] <= frame["bottom"]

    def test_no_figure_offers_to_send_itself_to_a_third_party(self, course, name):
        for figure in (figure for cell in course.seen(name) for figure in cell["figures"]):
            assert figure["buttons"] > 0
            assert figure["share"] == 0

    def test_every_drawing_is_drawn_and_says_itself_in_words(self, course, name):
        for cell, seen in zip(course.cells(name), course.seen(name), strict=True):
            if ["drawing"] in seen["outputs"]:
                drawing = cell.locator("figure.drawn-alone")
                drawing.scroll_into_view_if_needed()
                expect(drawing.locator("svg").filter(visible=True)).to_have_count(1)
                drawing.locator("summary").click()
                expect(drawing.locator("details li").first).to_be_visible()

    def test_every_explorer_is_drawn(self, course, name):
        for cell, seen in zip(course.cells(name), course.seen(name), strict=True):
            if ["explorer"] in seen["outputs"]:
                expect(cell.locator("figure.explorer > .said")).to_contain_text("%")

    def test_no_markup_of_the_book_is_on_the_screen(self, course, name):
        shown = " ".join(cell["text"] for cell in course.seen(name) if cell["text"] is not None)
        assert re.search(r"^# (.*)$", source(name), re.M)[1] in shown
        assert re.findall(r"\{[a-z:-]+\}|:::|```|\]\(|\*\*|^\(.*\)=|&#", shown, re.M) == []

    def test_a_number_says_its_study_on_hover_and_leads_there(self, course, name):
        links = {(link["text"], link["title"]) for cell in course.seen(name) for link in cell["links"]}
        for reference in re.findall(r"\{ev\}`([^`]+)`", source(name)):
            citation = cite(reference)
            lines = [line for line in (citation.title, citation.detail, citation.source) if line]
            assert (citation.text, "\n".join(lines)) in links

    def test_a_study_without_an_address_leads_to_the_sources(self, course, name):
        headings = {heading for cell in course.seen(name) for heading in cell["headings"]}
        within = {link["to"] for cell in course.seen(name) for link in cell["links"] if link["to"][0] == "#"}
        assert within <= {"#" + heading for heading in headings}


@EVERY_PAGE_THAT_ASKS
def test_every_question_of_the_bank_is_shown(course, name):
    cards = course.questions(name).get_by_role("group", name=re.compile(r"^Question \d+ of \d+$"))
    expect(cards).to_have_count(len(BANKS[name].items))


def test_answers_count_while_the_kernel_is_busy_and_python_sees_them(course):
    notebook = course.notebook
    busy = notebook.start("input('Busy until Enter')")
    field = busy.locator("input.jp-Stdin-input")
    expect(field).to_be_visible()
    answered = {name: first_answered(course, name) for name in ASKING}
    field.press("Enter")
    expect(busy.locator(".jp-InputPrompt")).to_have_text(HAS_RUN)
    told = notebook.tell("{name: [quiz.responses, quiz.score] for name, quiz in asked.items()}")
    for name, item in answered.items():
        responses, score = told[name]
        response = responses[item.id]
        if isinstance(item, Case):
            assert (len(response["chosen"]), response["checked"]) == (1, False)
        else:
            assert (response["checked"], response["correct"], score) == (True, False, 0)


def first_answered(course, name):
    """Answer the first single best answer wrong, or where there is none begin the first case; return it.

    Whoever answers sees at once what was right, or what comes of the choice.
    """
    items = BANKS[name].items
    item = next(item for kind in (SingleBestAnswer, Case) for item in items if isinstance(item, kind))
    card = course.questions(name).get_by_role("group", name=f"Question {items.index(item) + 1} of ")
    if isinstance(item, Case):
        card.locator(".scene input").first.check()
        card.locator(".scene .go button").click()
        expect(card.locator(".consequence")).to_have_count(1)
        return item
    right = next(fill_tokens(option.text, cite) for option in item.options if option.correct)
    wrong = next(fill_tokens(option.text, cite) for option in item.options if not option.correct)
    answer(card, wrong)
    expect(card).to_contain_text("Your answer")
    expect(card.locator("label", has_text=right)).to_contain_text("Right answer")
    return item


def test_nothing_is_asked_of_another_host(course):
    assert course.notebook.foreign == []
