"""An educator opens each page with cells in Binder's JupyterLab, with the network cut: it reads, draws, asks, tells."""

import re

import pytest
from educator import HAS_RUN, PATIENCE
from playwright.sync_api import expect

import outcomes
from _ext.live import live_notebook
from outcomes import cite
from quizzes.case import Case
from quizzes.evidence import spoken
from quizzes.load import load_bank
from quizzes.model import SingleBestAnswer

CALLED = re.compile(r"^(\w+)\(.*\)$", re.M)
DRAWN_BY_PLOTLY = {*outcomes.CHARTS, "explore"}


@pytest.fixture
def ask(notebook):
    """The first single best answer, or where there is none the first case: its number from 1, and the item."""
    items = load_bank(notebook.chapter.stem).items
    number, item = next(
        (number, item)
        for kind in (SingleBestAnswer, Case)
        for number, item in enumerate(items, start=1)
        if isinstance(item, kind)
    )
    return number, item


def calls(notebook):
    """Return what the cells of the chapter show, by the name of the function that makes it."""
    cells = live_notebook(notebook.chapter).cells
    return [name for cell in cells if cell.cell_type == "code" for name in CALLED.findall(cell.source)]


def drawn(notebook):
    """Yield each figure once its points are on the screen."""
    for figure in notebook.figures.all():
        figure.scroll_into_view_if_needed()
        expect(figure.locator(".scatterlayer .point").first).to_be_visible(timeout=PATIENCE)
        yield figure


def test_no_cell_fails(notebook):
    assert notebook.page.locator('[data-mime-type$="stderr"], [data-mime-type$="error"]').count() == 0


def test_every_figure_is_drawn(notebook):
    count = sum(name in DRAWN_BY_PLOTLY for name in calls(notebook))
    expect(notebook.figures).to_have_count(count, timeout=PATIENCE)
    for figure in drawn(notebook):
        expect(figure.locator(".main-svg").first).to_be_visible()


def test_every_drawing_is_drawn_and_says_itself_in_words(notebook):
    drawings = notebook.page.locator("figure.drawn-alone")
    count = sum(name in outcomes.DRAWINGS for name in calls(notebook))
    expect(drawings).to_have_count(count, timeout=PATIENCE)
    for drawing in drawings.all():
        drawing.scroll_into_view_if_needed()
        expect(drawing.locator("svg").filter(visible=True)).to_have_count(1)
        drawing.locator("summary").click()
        expect(drawing.locator("details li").first).to_be_visible()


def test_every_explorer_is_drawn(notebook):
    source = notebook.chapter.read_text("utf-8")
    explorers = notebook.page.locator("figure.explorer.is-widget")
    expect(explorers).to_have_count(source.count("interval_explorer(ledger())"), timeout=PATIENCE)
    for explorer in explorers.all():
        expect(explorer.locator("> .said")).to_contain_text("%")


def test_every_figure_shows_its_title_and_its_whole_caption(notebook):
    for figure in drawn(notebook):
        frame = figure.locator(".main-svg").first.bounding_box()
        for words in (figure.locator(".gtitle"), figure.locator(".annotation-text").last):
            box = words.bounding_box()
            assert frame["x"] <= box["x"]
            assert box["x"] + box["width"] <= frame["x"] + frame["width"]
            assert frame["y"] <= box["y"]
            assert box["y"] + box["height"] <= frame["y"] + frame["height"]


def test_no_figure_offers_to_send_itself_to_a_third_party(notebook):
    for figure in drawn(notebook):
        assert figure.locator(".modebar-btn").count() > 0
        assert figure.locator('[data-title*="Share"]').count() == 0


def test_every_question_of_the_bank_is_shown(notebook, ask):
    cards = notebook.page.get_by_role("group", name=re.compile(r"^Question \d+ of \d+$"))
    expect(cards).to_have_count(len(load_bank(notebook.chapter.stem).items), timeout=PATIENCE)


def test_no_markup_of_the_book_is_on_the_screen(notebook):
    texts = notebook.page.locator(".jp-MarkdownCell .jp-RenderedMarkdown")
    expect(texts).to_have_count(notebook.page.locator(".jp-MarkdownCell").count(), timeout=PATIENCE)
    title = re.search(r"^# (.*)$", notebook.chapter.read_text("utf-8"), re.M)[1]
    shown = " ".join(texts.all_text_contents())
    assert title in shown
    assert re.findall(r"\{[a-z:-]+\}|:::|```|\]\(|\*\*|^\(.*\)=|&#", shown, re.M) == []


def test_a_number_says_its_study_on_hover_and_leads_there(notebook):
    titles = notebook.page.locator("a[title]").evaluate_all(
        "links => links.map(link => [link.textContent, link.title])"
    )
    for reference in re.findall(r"\{ev\}`([^`]+)`", notebook.chapter.read_text("utf-8")):
        citation = cite(reference)
        lines = [line for line in (citation.title, citation.detail, citation.source) if line]
        assert [citation.text, "\n".join(lines)] in titles


def test_a_study_without_an_address_leads_to_the_sources(notebook):
    for link in notebook.page.locator('a[href="#Sources"]:not(.jp-InternalAnchorLink)').all()[:1]:
        link.click()
        expect(notebook.page.get_by_role("heading", name="Sources")).to_be_in_viewport(timeout=PATIENCE)


def test_an_answer_counts_while_the_kernel_is_busy_and_python_sees_it(notebook, ask):
    number, item = ask
    busy = notebook.start("input('Busy until Enter')")
    field = busy.locator("input.jp-Stdin-input")
    expect(field).to_be_visible(timeout=PATIENCE)
    seen = answered(notebook, number, item)
    field.press("Enter")
    expect(busy.locator(".jp-InputPrompt")).to_have_text(HAS_RUN, timeout=PATIENCE)
    told = notebook.start(f"(lambda r: ({seen[0]}))(questions.responses[{item.id!r}])")
    expect(told.locator(".jp-OutputArea-output")).to_have_text(seen[1], timeout=PATIENCE)


def answered(notebook, number, item):
    """Answer a question, see that it is explained or goes on; return what to ask Python, and what it shall say."""
    if isinstance(item, Case):
        card = notebook.page.get_by_role("group", name=f"Question {number} of ")
        card.locator(".scene input").first.check()
        card.locator(".scene .go button").click()
        expect(card.locator(".consequence")).to_have_count(1, timeout=PATIENCE)
        return "len(r['chosen']), r['checked']", "(1, False)"
    right = next(spoken(option.text, cite) for option in item.options if option.correct)
    wrong = next(spoken(option.text, cite) for option in item.options if not option.correct)
    card = notebook.answer(number, wrong)
    expect(card).to_contain_text("Your answer", timeout=PATIENCE)
    expect(card.locator("label", has_text=right)).to_contain_text("Right answer", timeout=PATIENCE)
    return "r['checked'], r['correct'], questions.score", "(True, False, 0.0)"


def test_nothing_is_asked_of_another_host(notebook):
    assert notebook.foreign == []
