"""The search takes a reader's word for what it means, answers with a number, and is a key away."""

import pytest
from playwright.sync_api import Page, expect

from marble_thumb import CHAPTER, KEY


def first(page: Page) -> str:
    expect(page.locator(".found li").first).to_be_visible()
    return page.locator(".found li").first.inner_text().lower()


def test_a_word_of_the_same_meaning_finds_what_the_course_calls_otherwise(reader):
    page = reader.open("search.html?q=handwarmer")
    assert "mitten" in first(page)


def test_a_word_that_the_course_has_not_is_taken_for_one_a_letter_off_and_that_is_said(reader):
    page = reader.open("search.html?q=mittne")
    expect(page.locator("#search-progress")).to_contain_text("Nothing has “mittne”")
    assert "mitten" in first(page)


def test_a_query_for_a_number_is_answered_by_the_ledger_first(reader):
    page = reader.open("search.html?q=median+time+to+warmth")
    answer = page.locator(".found li").first
    expect(answer).to_have_class("answer")
    expect(answer.locator("a")).to_have_attribute("href", "book/evidence/moe-2022.html#moe-weeks")
    expect(answer).to_contain_text("8 weeks")


def test_what_asks_for_no_number_is_answered_by_the_text(reader):
    page = reader.open("search.html?q=mitten+warmth")
    expect(page.locator(".found li").first).to_be_visible()
    expect(page.locator(".answer")).to_have_count(0)


def test_the_name_of_a_study_leads_to_the_study(reader):
    page = reader.open("search.html?q=moe")
    expect(page.locator(".found li a").first).to_have_attribute(
        "href", "book/evidence/moe-2022.html#moe-2022"
    )


@pytest.mark.parametrize("key", ["Control+k", "Meta+k", "/"])
def test_a_key_leads_from_a_chapter_to_the_field(reader, key):
    page = reader.open(CHAPTER)
    page.keyboard.press(key)
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_slash_that_is_typed_is_a_slash(reader):
    page = reader.open("search.html")
    page.get_by_role("searchbox").press_sequentially("3/4")
    expect(page.get_by_role("searchbox")).to_have_value("3/4")


def test_the_slash_can_be_turned_off_for_good(reader):
    page = reader.open("search.html")
    page.get_by_label("as a shortcut").uncheck()
    page = reader.open(CHAPTER)
    page.keyboard.press("/")
    assert page.url.endswith(CHAPTER)
    assert page.evaluate(f"localStorage.getItem('{KEY.removesuffix('.v2')}.slash')") == "off"


def test_the_place_that_a_result_leads_to_is_marked(reader):
    page = reader.open("search.html?q=girth+shrinks")
    page.locator(".found li a").first.click()
    page.wait_for_url("**/marble-thumb.html#how-it-runs")
    heading = page.locator(":target > :is(h2, h3, h4)")
    plain = page.locator("h1").evaluate("one => getComputedStyle(one).backgroundColor")
    assert heading.evaluate("one => getComputedStyle(one).backgroundColor") != plain
