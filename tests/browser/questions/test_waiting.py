"""What asks the questions of a chapter comes when a reader comes near them or asks for them, and not before."""

import re

import pytest
from playwright.sync_api import Page, expect
from shifting import SHIFT, held
from taking import FIRST, SECOND, THIRD, TOTAL, answer, card

import hands
from device import keep
from marble_thumb import BANKS, CHAPTER, LEDGER, NAME, OTHER, STACKED

# So low a window that the questions are far from its first screen.
FAR = {"viewport": {"width": 360, "height": 500}, "has_touch": True}
ASKED = f".quiz[data-quiz='{NAME}'][data-mode]"


@pytest.fixture
def reader(new_reader, small_address):
    """Return a reader with a telephone."""
    reader = new_reader(**FAR)
    reader.address = small_address
    return reader


@pytest.fixture
def far(reader) -> Page:
    """Return the chapter as it opens, at its first screen."""
    return reader.open(CHAPTER)


def is_waiting(page: Page) -> bool:
    """Return whether the questions are plain still, and nothing was loaded for them."""
    loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name).join(' ')")
    return page.locator(ASKED).count() == 0 and not re.search(r"/quiz\.js|/items/", loaded)


def test_the_first_screen_of_a_chapter_loads_nothing_for_its_questions(far):
    expect(far.locator(".chapter-head")).to_be_visible()
    assert is_waiting(far)


def test_who_comes_near_finds_them_there(far):
    far.evaluate("document.querySelector('#check-yourself').previousElementSibling.scrollIntoView(false)")
    expect(far.locator(ASKED)).to_be_attached()
    expect(far.locator(".item:visible")).to_have_count(1)


@pytest.mark.parametrize("way", ["link", "address", "skip link"])
def test_who_asks_for_them_has_them(far, way):
    if way == "link":
        link = far.locator("a[data-questions]").first
        wanted = str(link.get_attribute("data-questions")).split()[0]
        link.evaluate("link => link.click()")
        expect(far.locator(f"[id='{wanted}']")).to_be_focused()
    elif way == "address":
        far.evaluate("id => { location.hash = id; }", THIRD.id)
        expect(card(far, THIRD)).to_be_focused()
    else:
        far.get_by_role("link", name="Skip to the questions").evaluate("link => link.click()")
    expect(far.locator(ASKED)).to_be_attached()


def test_what_was_answered_is_said_before_they_come(reader):
    page = reader.open(STACKED)
    answer(page, FIRST, right=True)
    answer(page, SECOND, right=False)
    page.close()
    page = reader.open(CHAPTER)
    expect(page.locator(".chapter-head .progress")).to_have_text(f"2 of {TOTAL} answered")
    assert is_waiting(page)


def test_an_exam_that_runs_is_there_at_once(reader, far):
    exam = {"started": 1, "limit": None, "order": [FIRST.id], "only": None, "submitted": None}
    keep(far, exams={NAME: exam})
    far.close()
    expect(reader.open(CHAPTER).locator(".quiz[data-mode=exam]")).to_be_attached()


def test_where_the_network_is_gone_they_stand_there_plain_until_it_is_back(browser, small_address):
    page = browser.new_page(**FAR)
    page.goto(small_address + CHAPTER)
    page.context.set_offline(True)
    page.evaluate("document.getElementById('check-yourself').scrollIntoView()")
    expect(page.locator(".item:visible")).to_have_count(TOTAL)
    page.context.set_offline(False)
    expect(page.locator(ASKED)).to_be_attached()
    expect(page.locator(".item:visible")).to_have_count(1)
    page.close()


@pytest.mark.parametrize("kind", ["single-best-answer", "key-feature", "numeric", "matching", "short-answer"])
def test_what_was_picked_or_typed_before_they_come_is_there_when_they_have(browser, small_address, kind):
    item = next(item for item in BANKS["warming-it"].items if item.kind == kind)
    page = browser.new_page(**FAR)
    page.goto(small_address + OTHER)
    page.context.set_offline(True)
    page.evaluate("document.getElementById('check-yourself').scrollIntoView()")
    expect(card(page, item)).to_be_visible()
    if kind == "numeric":
        card(page, item).get_by_role("textbox").fill(f"{LEDGER.estimates['moe-weeks'].value:g}")
        card(page, item).locator("select").select_option(label=item.unit)
    else:
        hands.answer(card(page, item), item)
    page.context.set_offline(False)
    expect(page.locator(".quiz[data-mode]")).to_be_attached()
    page.evaluate("id => { location.hash = id; }", item.id)
    hands.check(card(page, item))
    expect(card(page, item).locator(".verdict")).to_contain_text("Right")
    page.close()


def test_what_was_picked_first_in_a_case_is_there_when_they_have(browser, small_address):
    item = next(item for item in BANKS["warming-it"].items if item.kind == "case")
    picked = item.steps[0].choices[0].text
    page = browser.new_page(**FAR)
    page.goto(small_address + OTHER)
    page.context.set_offline(True)
    page.evaluate("document.getElementById('check-yourself').scrollIntoView()")
    expect(card(page, item)).to_be_visible()
    hands.option(card(page, item).locator(".scene"), picked).click()
    page.context.set_offline(False)
    expect(page.locator(".quiz[data-mode]")).to_be_attached()
    page.evaluate("id => { location.hash = id; }", item.id)
    card(page, item).get_by_role("button", name="Choose this").click()
    expect(card(page, item).get_by_text(item.steps[0].choices[0].consequence, exact=True)).to_be_visible()
    page.close()


def test_paper_has_them_and_then_their_answers_though_nobody_came_near(far):
    far.evaluate("dispatchEvent(new Event('beforeprint'))")
    far.emulate_media(media="print")
    expect(far.locator(".item:visible")).to_have_count(TOTAL)
    expect(far.locator(".item .answer:visible")).to_have_count(0)
    expect(far.locator(".answers-printed > section:visible")).to_have_count(TOTAL)
    assert is_waiting(far)


FIRST_TOP = "document.querySelector('.item:not([hidden])').getBoundingClientRect().top"


@pytest.mark.parametrize(
    ("width", "touch"), [(328, True), (360, True), (390, False), (412, False), (768, True), (1280, False)]
)
def test_the_question_that_a_reader_sees_stays_where_it_is_when_they_come(
    new_reader, small_address, width, touch
):
    reader = new_reader(viewport={"width": width, "height": 800}, has_touch=touch)
    reader.address = small_address
    page = reader.context.new_page()
    with held(page, "**/quiz.js*"):
        page.goto(reader.address + CHAPTER)
        page.evaluate("document.getElementById('check-yourself').scrollIntoView()")
        expect(page.locator("html[data-asking]")).to_be_attached()
        before = page.evaluate(FIRST_TOP)
    expect(page.locator(ASKED)).to_be_attached()
    assert page.evaluate(FIRST_TOP) == pytest.approx(before, abs=1)


def test_nothing_moves_when_they_come(reader):
    page = reader.open(CHAPTER)
    page.evaluate("scrollTo(0, document.getElementById('check-yourself').offsetTop - 900)")
    expect(page.locator(ASKED)).to_be_attached()
    assert page.evaluate(SHIFT) == 0
