"""An educator opens a chapter in JupyterLab, with the network cut: it reads, draws, asks, and tells Python."""

import re

import pytest
from educator import HAS_RUN, PATIENCE
from playwright.sync_api import expect

from outcomes import cite
from quizzes.evidence import spoken
from quizzes.load import load_bank
from quizzes.model import SingleBestAnswer


@pytest.fixture
def ask(notebook):
    """The question of the n-th single best answer: its number, its id, the texts of right and wrong options."""
    items = load_bank(notebook.chapter.stem).items

    def ask(n):
        found = [
            (number, item) for number, item in enumerate(items, start=1) if isinstance(item, SingleBestAnswer)
        ]
        number, item = found[n]
        right = [spoken(option.text, cite) for option in item.options if option.correct]
        wrong = [spoken(option.text, cite) for option in item.options if not option.correct]
        return number, item.id, right[0], wrong[0]

    return ask


def drawn(notebook):
    """Yield each figure once its points are on the screen."""
    for figure in notebook.figures.all():
        figure.scroll_into_view_if_needed()
        expect(figure.locator(".scatterlayer .point").first).to_be_visible(timeout=PATIENCE)
        yield figure


def test_no_cell_fails(notebook):
    assert notebook.page.locator('[data-mime-type$="stderr"], [data-mime-type$="error"]').count() == 0


def test_every_figure_is_drawn(notebook):
    source = notebook.chapter.read_text("utf-8")
    count = source.count("(ledger())") - source.count("interval_explorer(ledger())")
    expect(notebook.figures).to_have_count(count, timeout=PATIENCE)
    for figure in drawn(notebook):
        expect(figure.locator(".main-svg").first).to_be_visible()


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


def test_every_question_of_the_bank_is_shown(notebook):
    cards = notebook.page.get_by_role("group", name=re.compile(r"^Question \d+ of \d+$"))
    expect(cards).to_have_count(len(load_bank(notebook.chapter.stem).items), timeout=PATIENCE)


def test_no_markup_of_the_book_is_on_the_screen(notebook):
    texts = notebook.page.locator(".jp-MarkdownCell .jp-RenderedMarkdown")
    expect(texts).to_have_count(notebook.page.locator(".jp-MarkdownCell").count(), timeout=PATIENCE)
    shown = " ".join(texts.all_text_contents())
    assert "Key points" in shown
    assert re.findall(r"\{[a-z:-]+\}|:::|```|\]\(|\*\*|^\(.*\)=|&#", shown, re.M) == []


def test_a_number_says_its_study_on_hover_and_leads_there(notebook):
    for reference in re.findall(r"\{ev\}`([^`]+)`", notebook.chapter.read_text("utf-8")):
        citation = cite(reference)
        lines = [line for line in (citation.title, citation.detail, citation.source) if line]
        links = notebook.page.locator("a[title]").filter(has_text=re.compile(f"^{re.escape(citation.text)}$"))
        assert "\n".join(lines) in [link.get_attribute("title") for link in links.all()]


def test_a_study_without_an_address_leads_to_the_sources(notebook):
    notebook.page.locator('a[href="#Sources"]').first.click()
    expect(notebook.page.get_by_role("heading", name="Sources")).to_be_in_viewport(timeout=PATIENCE)


def test_an_answer_is_explained_while_the_kernel_is_busy(notebook, ask):
    number, _, right, wrong = ask(0)
    busy = notebook.start("input('Busy until Enter')")
    field = busy.locator("input.jp-Stdin-input")
    expect(field).to_be_visible(timeout=PATIENCE)
    card = notebook.answer(number, wrong)
    expect(card).to_contain_text("Your answer", timeout=PATIENCE)
    expect(card.locator("label", has_text=right)).to_contain_text("Right answer", timeout=PATIENCE)
    field.press("Enter")
    expect(busy.locator(".jp-InputPrompt")).to_have_text(HAS_RUN, timeout=PATIENCE)


def test_python_sees_the_answer_and_the_score(notebook, ask):
    number, name, right, _ = ask(1)
    before = notebook.start("print('points so far:', questions.score or 0)").locator(".jp-OutputArea-output")
    expect(before).to_have_text(re.compile(r"points so far: \d"), timeout=PATIENCE)
    points = float(before.inner_text().rpartition(":")[2])
    notebook.answer(number, right)
    after = notebook.start(f"questions.responses[{name!r}]['correct'], questions.score")
    expect(after.locator(".jp-OutputArea-output")).to_have_text(f"(True, {points + 1})", timeout=PATIENCE)


def test_nothing_is_asked_of_another_host(notebook):
    assert notebook.foreign == []
