"""A page that the browser has translated into other words still does what it does."""

import re

import pytest
from playwright.sync_api import expect

from marble_thumb import CHAPTER
from translating import translates


@pytest.fixture
def translated(reader):
    """Open a page, and wait until it is translated."""
    reader.context.add_init_script(translates(into_other_words=True))

    def open_page(address):
        page = reader.open(address)
        page.locator("h1 font font").first.wait_for()
        return page

    return open_page


def test_the_search_finds_and_leads_to_the_place(translated):
    page = translated("search.html")
    page.locator("#query").fill("girth shrinks")
    first = page.locator(".found li a").first
    expect(first.locator("font font")).to_be_visible()
    expect(page.locator(".found mark font").first).to_be_visible()
    first.click()
    expect(page.locator(":target")).to_be_visible()


def test_the_table_of_a_chart_follows_a_choice(translated):
    page = translated(CHAPTER)
    chart = page.locator("figure.chart[data-chart='forest']").first
    chart.locator(".choose").click()
    chart.locator("select[name='interval']").select_option("wilson")
    table = chart.locator(".data table")
    expect(table.locator("tbody")).to_contain_text("Wilson")


def test_keys_choose_flag_check_and_go_on_and_my_progress_knows(translated):
    page = translated(CHAPTER)
    page.locator(".quiz").scroll_into_view_if_needed()
    expect(page.locator(".quiz[data-mode]")).to_be_attached()
    item = page.locator(".item:visible")
    expect(item).to_have_count(1)
    first = item.get_attribute("id")
    item.focus()
    page.keyboard.press("1")
    expect(item.locator("input").first).to_be_checked()
    page.keyboard.press("f")
    expect(item.locator("[aria-pressed='true']")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(item.locator(".verdict")).to_be_focused()
    page.keyboard.press("Enter")
    expect(item).to_be_focused()
    assert item.get_attribute("id") != first
    own = translated("book/progress.html")
    # "1 of 9 questions answered", in other words.
    expect(own.locator(".memory-done")).to_have_text(re.compile(r"^1 ofo \d+ "))
