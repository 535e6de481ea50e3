"""Somebody reads a chapter: on any screen, with scripts off, from a folder, with every other host cut off."""

import re

import pytest
from cards import off_the_screen
from playwright.sync_api import expect

from marble_thumb import BANKS, CHAPTER, NAME, OTHER, STACKED
from patience import PATIENCE


def test_a_number_shows_its_study_on_hover(reader):
    page = reader.open(CHAPTER)
    number = page.locator("a.ev").first
    expect(number.locator(".ev-card")).to_be_hidden()
    number.hover()
    expect(number.locator(".ev-card")).to_be_visible()
    expect(number.locator(".ev-source")).not_to_be_empty()


def test_a_number_shows_its_study_on_keyboard_focus_and_escape_puts_it_away(reader):
    page = reader.open(CHAPTER)
    number = page.locator("a.ev").nth(3)
    number.focus()
    expect(number.locator(".ev-card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(number.locator(".ev-card")).to_be_hidden()
    expect(number).to_be_focused()


def test_enter_on_a_number_goes_to_its_row_on_the_page_of_its_study(reader):
    page = reader.open(CHAPTER)
    number = page.locator('a.ev[href$="#roe-remission"]').first
    number.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"evidence/roe-2020\.html#roe-remission$"))
    row = page.locator("[id='roe-remission']")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("62%")


def test_a_card_is_on_a_page_once_and_shown_wherever_its_number_stands_again(reader):
    page = reader.open(CHAPTER)
    same = page.locator("a.ev[href$='#poe-remission']")
    assert page.locator("a.ev[href$='#poe-remission'] .ev-card").count() == 1 < same.count()
    for number in same.all():
        number.focus()
        expect(number.locator(".ev-card")).to_be_visible()
        expect(number).to_have_accessible_description(re.compile("Poe 2019"))


def test_a_tap_shows_the_card_and_a_second_tap_follows_the_link(new_reader):
    reader = new_reader(viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True)
    page = reader.open(CHAPTER)
    number = page.locator("a.ev").first
    number.tap()
    expect(number.locator(".ev-card")).to_be_visible()
    expect(page).to_have_url(re.compile(r"marble-thumb\.html"))
    number.tap()
    expect(page).to_have_url(re.compile(r"evidence/[\w-]+\.html#"))


def test_where_a_mouse_lies_beside_the_screen_a_second_tap_follows_the_link_as_well(new_reader):
    page = new_reader(has_touch=True).open(CHAPTER)
    page.mouse.move(2, 2)
    number = page.locator("a.ev").first
    number.tap()
    expect(number.locator(".ev-card")).to_be_visible()
    number.tap()
    expect(page).to_have_url(re.compile(r"evidence/[\w-]+\.html#"))


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_card_leaves_the_screen(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 900}).open(CHAPTER)
    numbers = page.locator("a.ev")
    assert numbers.count() >= 8
    assert off_the_screen(numbers) == []


def test_light_or_dark_is_the_readers_choice_and_is_kept(new_reader):
    reader = new_reader(color_scheme="light")
    page = reader.open(CHAPTER)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    assert page.evaluate(paper) == dark


def test_the_search_finds_a_word_of_the_chapter(reader):
    page = reader.open("search.html?q=mitten")
    expect(page.locator("#search-results a").first).to_be_visible()


class TestWithScriptsOff:
    @pytest.fixture
    def page(self, new_reader):
        return new_reader(java_script_enabled=False).open(CHAPTER)

    def test_every_question_its_answer_and_reasons_can_be_read(self, page):
        items = page.locator(".item")
        expect(items).to_have_count(len(BANKS[NAME].items))
        first = items.first
        expect(first.locator("details.answer .why").first).to_be_hidden()
        first.locator("summary").click()
        assert first.locator("details.answer .why:visible").count() == first.locator("fieldset input").count()

    def test_every_figure_has_its_finding_summary_and_table(self, page):
        figures = page.locator("figure.chart")
        expect(figures.first).to_be_visible()
        for figure in figures.all():
            expect(figure.locator(".finding")).to_be_visible()
            expect(figure.locator(".summary")).to_be_visible()
            figure.locator(".data > summary").click()
            expect(figure.locator("tbody tr, .data li").first).to_be_visible()

    def test_nothing_is_offered_that_needs_a_script(self, page):
        expect(page.locator("button:visible")).to_have_count(0)


def test_the_book_works_from_a_folder_by_double_click(new_reader, site):
    reader = new_reader()
    page = reader.open(STACKED, at=f"{site.as_uri()}/")
    figure = page.locator("figure.chart").first
    figure.locator(".drawing").click()
    expect(figure).to_have_attribute("data-drawn", re.compile(r"\w"))
    item = page.locator(".item").first
    item.locator("label.option").first.click()
    if item.get_by_role("button", name="Check").is_disabled():
        item.locator("label.option").nth(1).click()
    item.get_by_role("button", name="Check").click()
    expect(item.locator(".verdict")).to_be_visible()
    page.locator("a.ev").first.click()
    expect(page).to_have_url(re.compile(r"^file:.*evidence/[\w-]+\.html#"))


def test_the_first_page_leads_into_the_book(reader):
    page = reader.open("")
    expect(page).to_have_url(re.compile(r"book/index\.html$"))


def test_printed_a_chapter_keeps_its_questions_whole_and_leaves_out_the_furniture(reader):
    page = reader.open(CHAPTER)
    page.emulate_media(media="print")
    expect(page.locator(":is(.bar, .contents, .turn, .act):visible")).to_have_count(0)
    assert page.locator(".item").first.evaluate("item => getComputedStyle(item).breakInside") == "avoid"
    assert page.pdf(format="A4").startswith(b"%PDF")


# Goes to each place, and waits: what comes near is laid out first and may move it.
ELSEWHERE = """async ([places, seconds]) => {
  const missed = [];
  for (const place of places) {
    location.hash = place;
    const isAtTheTop = () => {
      const { top } = document.getElementById(place.slice(1)).getBoundingClientRect();
      // Where less than a screen follows, it cannot come to the top.
      const follows = document.documentElement.scrollHeight - scrollY - top;
      return top > -5 && top < (follows < innerHeight ? innerHeight : 200);
    };
    const until = performance.now() + seconds * 1000;
    do await new Promise(requestAnimationFrame);
    while (!isAtTheTop() && performance.now() < until);
    if (!isAtTheTop()) missed.push(place);
  }
  return missed;
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_a_link_to_a_place_of_the_page_brings_it_to_the_top(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 800}).open(STACKED)
    places = page.evaluate(
        "[...new Set([...document.querySelectorAll('article a[href^=\"#\"]')].map((link) => link.hash))]"
    )
    assert len(places) > 10
    assert page.evaluate(ELSEWHERE, [places, PATIENCE]) == []


def test_a_title_in_the_references_is_printed_as_it_is_written(reader):
    page = reader.open("book/references.html")
    article = page.locator("article").inner_text()
    assert "{" not in article
    assert "An invented series of winter patients" in article


def test_a_stacked_table_names_its_columns_in_words(reader):
    page = reader.open(OTHER)
    names = page.eval_on_selector_all("td[data-column]", "cells => cells.map(cell => cell.dataset.column)")
    assert "First step" in names
    assert "Weeks" in " ".join(names)
    assert [name for name in names if re.search(r"-(19|20)\d\d", name)] == []


def test_a_table_of_short_cells_is_stacked_where_its_numbers_do_not_fit_side_by_side(new_reader):
    page = new_reader(viewport={"width": 360, "height": 800}).open(OTHER)
    table = page.locator("table", has=page.locator("td[data-column='Hazard ratio']"))
    row, cells = table.locator("tbody tr"), table.locator("td")
    assert len({cell.bounding_box()["x"] for cell in cells.all()}) == 1
    assert row.bounding_box()["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_chapter_marks_where_a_document_differs_and_says_once_what_the_mark_is(reader):
    page = reader.open(CHAPTER)
    marks = page.locator("a.claim")
    verdicts = set(marks.evaluate_all("all => all.map(mark => mark.dataset.verdict)"))
    assert verdicts == {"contested", "outdated"}  # and none that is confirmed
    said = [text for text in marks.all_inner_texts() if "checked here" in text]
    assert said
    assert len(said) == len(set(said))
    assert "checked here" in marks.first.inner_text()


def test_what_a_verdict_means_is_said_once_a_page(reader):
    said = reader.open(CHAPTER).locator("a.claim").all_inner_texts()
    assert [text.partition(" (")[2] for text in said if "outdated" in text] == ["no longer so)"]
    assert [text.partition(" (")[2] for text in said if "contested" in text] == ["sources disagree)"]


def test_the_head_tells_the_time_of_the_text_and_of_the_questions_apart(reader):
    head = reader.open(CHAPTER).locator(".chapter-head .minutes")
    expect(head).to_have_text(re.compile(r"^\d+ min to read, about \d+ min for the questions$"))


@pytest.mark.parametrize("path", ["book/index.html", CHAPTER, f"{CHAPTER}?present", "book/evidence.html"])
def test_an_address_that_cannot_be_read_names_nothing_and_breaks_nothing(reader, path):
    page = reader.open(f"{path}#%E0%A4%A")
    page.wait_for_load_state("networkidle")
    expect(page.locator("h1").first).to_be_attached()
    assert reader.console == []
