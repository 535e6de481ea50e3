"""The order of a chapter: what an examinee wants comes first, and what nobody wants stands in nobody's way."""

import pytest
from playwright.sync_api import expect

from marble_thumb import CHAPTER

ORDER = ["chapter-head", "key-points", "objectives", "in-plain-words", "how-it-shows", "how-it-runs",
         "check-yourself", "turn", "sources"]  # fmt: skip
PARTS = (
    """all => all.map((one) => one.id || one.querySelector('ol.objectives')?.className || one.className)"""
)


@pytest.fixture
def read(new_reader, small_address):
    """Open the chapter of the small book; scripts may be off."""

    def open_page(path=CHAPTER, **options):
        reader = new_reader(**options)
        reader.address = small_address
        return reader.open(path)

    return open_page


@pytest.mark.parametrize("scripts", [True, False])
def test_key_points_come_first_and_sources_after_the_way_on(read, scripts):
    page = read(java_script_enabled=scripts)
    parts = page.locator("article > section > :not(h1, span)")
    assert parts.evaluate_all(PARTS) == ORDER


def test_the_contents_are_in_the_order_of_the_page(read):
    page = read()
    listed = page.locator("#contents a[href^='#']:not([href='#'])")
    there = page.locator("article section section[id]:not(.item, .quiz)").evaluate_all(
        "all => all.map(one => `#${one.id}`)"
    )
    assert listed.evaluate_all("all => all.map(one => one.getAttribute('href'))") == there


def test_the_last_page_of_the_book_leads_back_alone(read):
    way = read("book/glossary.html").locator(".turn a")
    expect(way).to_have_count(1)
    expect(way).to_have_attribute("rel", "prev")


@pytest.mark.parametrize("scripts", [True, False])
def test_objectives_and_sources_are_folded_and_open_at_a_click(read, scripts):
    page = read(java_script_enabled=scripts)
    for fold, inside in (
        ("After this chapter you can … (2)", ".objectives li"),
        ("4 sources", ".sources li"),
    ):
        expect(page.locator(inside).first).to_be_hidden()
        page.locator("summary", has_text=fold).click()
        expect(page.locator(inside).first).to_be_visible()


def test_an_address_of_the_sources_opens_them(read):
    page = read(f"{CHAPTER}#sources")
    expect(page.locator(".sources li").first).to_be_visible()


def test_an_address_within_a_fold_opens_it_at_load_and_later(read):
    page = read()
    page.evaluate("document.querySelector('ol.objectives li').id = 'the-first'")
    page.evaluate("location.hash = 'the-first'")
    expect(page.locator("#the-first")).to_be_in_viewport()
    page.locator("details:has(#the-first) > summary").click()
    expect(page.locator("#the-first")).to_be_hidden()


def test_paper_has_what_is_folded_and_the_screen_has_it_folded_again(read):
    page = read()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".objectives li").first).to_be_visible()
    expect(page.locator(".sources li").first).to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".sources li").first).to_be_hidden()


def test_without_scripts_paper_has_what_is_folded(read):
    page = read(java_script_enabled=False)
    page.emulate_media(media="print")
    expect(page.locator(".sources li").first).to_be_visible()


def test_a_search_in_the_page_opens_what_is_folded(read):
    # An address with a text finds it as the browser's own search does, and no script can start that one.
    page = read(f"{CHAPTER}#:~:text=invented%20series%20of%20winter")
    expect(page.locator(".sources li").first).to_be_visible()


def test_who_wants_the_text_first_has_plain_words_after_it_on_every_page(read):
    page = read()

    def before(other: str) -> bool:
        order = "(plain, other) => (plain.compareDocumentPosition(document.querySelector(other)) & 4) > 0"
        top = page.locator(other).bounding_box()["y"] > page.locator(".plain").bounding_box()["y"]
        assert page.locator(".plain").evaluate(order, other) == top
        return top

    assert before("#how-it-shows")
    button = page.locator(".plain button")
    button.click()
    assert not before("#how-it-runs")
    assert before("#check-yourself")
    expect(button).to_be_focused()
    page.reload()
    assert not before("#how-it-runs")
    button.click()
    assert before("#how-it-shows")
