"""A term explains itself where it stands: on hover, focus and tap, put away by Escape, and without a request."""

import re

import pytest
from cards import off_the_screen
from playwright.sync_api import Page, expect

from marble_thumb import CHAPTER

TERM = "remission"
DEFINITION = "The thumb is warm again, and stays so for a year."


# What comes into sight above it may push it away again: true once it stays in the middle of the screen.
STAYS = """term => {
  term.scrollIntoView({block: 'center', behavior: 'instant'});
  const { top } = term.getBoundingClientRect();
  const stays = window.before === top;
  window.before = top;
  return stays;
}"""


def term(page: Page, name: str = TERM):
    return page.locator("a.term", has=page.get_by_text(re.compile(f"^{name}$", re.I))).first


def card(page: Page, name: str = TERM):
    described = term(page, name).get_attribute("aria-describedby")
    return page.locator(f"[id='{described}']")


def test_hover_shows_the_definition_and_asks_for_nothing(reader):
    page = reader.open(CHAPTER)
    page.wait_for_load_state("networkidle")
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    expect(card(page)).to_be_hidden()
    page.wait_for_function(STAYS, arg=term(page).element_handle())
    term(page).hover()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text(DEFINITION)
    assert asked == []


def test_the_pointer_may_move_onto_the_card_which_then_stays(reader):
    page = reader.open(CHAPTER)
    page.wait_for_function(STAYS, arg=term(page).element_handle())
    term(page).hover()
    expect(card(page)).to_be_visible()
    # By the hand alone: asked to hover, the driver may scroll first, and the term goes from under the pointer.
    box = card(page).bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=10)
    expect(card(page)).to_be_visible()
    assert card(page).evaluate("card => card.matches(':hover')")
    page.mouse.move(2, 2)
    expect(card(page)).to_be_hidden()


def test_focus_shows_it_escape_puts_it_away_and_enter_goes_to_the_glossary(reader):
    page = reader.open(CHAPTER)
    term(page).focus()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(term(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"glossary\.html#term-remission$"))


def test_who_hears_the_page_hears_the_term_as_name_and_the_definition_as_description(reader):
    page = reader.open(CHAPTER)
    link = term(page)
    link.focus()
    expect(link).to_have_accessible_name(re.compile(f"^{TERM}$", re.I))
    expect(link).to_have_accessible_description(re.compile(re.escape(DEFINITION)))


def test_a_tap_shows_it_and_a_second_tap_follows_the_link(new_reader):
    page = new_reader(viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True).open(CHAPTER)
    term(page).tap()
    expect(card(page)).to_be_visible()
    expect(page).to_have_url(re.compile(r"marble-thumb\.html"))
    term(page).tap()
    expect(page).to_have_url(re.compile(r"glossary\.html#term-"))


def test_a_definition_is_on_a_page_once_and_shown_at_every_use(reader):
    page = reader.open(CHAPTER)
    links = page.locator("a.term")
    described = links.evaluate_all("all => all.map(one => one.getAttribute('aria-describedby'))")
    assert len(described) > len(set(described))
    assert page.locator("a.term .ev-card").count() == len(set(described))
    again = next(name for name in described if described.count(name) > 1)
    for link in page.locator(f"a.term[aria-describedby='{again}']").all():
        link.focus()
        expect(link.locator(".ev-card")).to_be_visible()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_card_leaves_the_screen(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 900}).open(CHAPTER)
    terms = page.locator("a.term")
    assert terms.count() > 5
    assert off_the_screen(terms) == []


def test_without_scripts_hover_shows_it_too(new_reader):
    page = new_reader(java_script_enabled=False).open(CHAPTER)
    term(page).hover()
    expect(card(page)).to_be_visible()


def test_printed_no_card_is_on_the_paper(reader):
    page = reader.open(CHAPTER)
    page.emulate_media(media="print")
    term(page).focus()
    expect(card(page)).to_be_hidden()
