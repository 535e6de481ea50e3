"""On a page that is read from right to left the questions are mirrored, and each text has its own direction."""

import pytest
from kinds_page import BANK, write_page
from playwright.sync_api import Locator, Page, expect

from hands import answer, check, option

HEBREW, ARABIC = "מוות מהסרקומה", "الوفاة لأي سبب"
SINGLE = next(item for item in BANK.items if item.kind == "single-best-answer")
ORDERING = next(item for item in BANK.items if item.kind == "ordering")
MATCHING = next(item for item in BANK.items if item.kind == "matching")
TELEPHONE = {"viewport": {"width": 360, "height": 800}}


def foreign(shown) -> None:
    """Put Hebrew, Arabic and Latin letters side by side."""
    by_id = {item["id"]: item for item in shown["items"]}
    for part, text in zip(by_id[SINGLE.id]["options"], (HEBREW, ARABIC), strict=False):
        part["text"] = text
    by_id[MATCHING.id]["answers"][-1]["text"] = HEBREW
    by_id[ORDERING.id]["entries"][0]["text"] = ARABIC


@pytest.fixture(scope="module")
def name(kinds_folder):
    write_page(kinds_folder, "right-to-left.html", direction="rtl", change=foreign)
    return "right-to-left.html"


@pytest.fixture
def open_page(open_kinds, name):
    return lambda **options: open_kinds(name, **options)


@pytest.fixture
def page(open_page):
    return open_page()


def card(page: Page, authored) -> Locator:
    return page.locator(f"[id='{authored.id}']")


def left(where: Locator) -> float:
    return where.bounding_box()["x"]


def right(where: Locator) -> float:
    box = where.bounding_box()
    return box["x"] + box["width"]


def direction(where: Locator) -> str:
    return where.evaluate("one => getComputedStyle(one).direction")


def fits(page: Page) -> bool:
    """Whether nothing sticks out on either side: on such a page what sticks out is on the left."""
    return page.evaluate(
        "document.documentElement.scrollWidth <= innerWidth && (scrollTo(-999, scrollY), scrollX === 0)"
    )


def some_wrong(page: Page) -> None:
    for authored in BANK.items:
        if authored != SINGLE:
            answer(card(page, authored), authored)
    option(card(page, SINGLE), ARABIC).click()


def test_nothing_scrolls_sideways_on_a_telephone(open_page):
    page = open_page(**TELEPHONE)
    assert fits(page)
    page.locator(".offer > summary").click()
    assert fits(page)
    page.locator(".offer > summary").click()
    some_wrong(page)
    for authored in BANK.items:
        check(card(page, authored))
    expect(page.locator(".verdict")).to_have_count(len(BANK.items))
    assert fits(page)


def check_sure(page: Page) -> None:
    """Check every answer, sure of each of which that is asked; of a case it is not."""
    for authored in BANK.items:
        item = card(page, authored)
        if authored.kind != "case":
            item.locator(".levels label").nth(2).click()
        check(item)


def test_nothing_scrolls_sideways_in_an_exam_and_its_review(open_page):
    page = open_page(**TELEPHONE)
    page.get_by_label("Say how sure I am").check()
    some_wrong(page)
    check_sure(page)
    expect(page.locator(".calibration svg")).to_have_count(1)
    assert fits(page)
    page.locator(".offer > summary").click()
    page.get_by_role("button", name="Start the exam").click()
    assert fits(page)
    page.get_by_role("button", name="Submit", exact=True).click()
    assert fits(page)
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Your results")).to_be_focused()
    assert fits(page)


def test_each_text_has_the_direction_of_its_own_letters(page):
    single = card(page, SINGLE)
    for text, wanted in ((HEBREW, "rtl"), (ARABIC, "rtl"), (SINGLE.options[2].text, "ltr")):
        assert direction(single.get_by_text(text, exact=True)) == wanted
    menu = card(page, MATCHING).locator("select").first
    assert [direction(menu.locator("option", has_text=text)) for text in (HEBREW, MATCHING.answers[1].text)] == [
        "rtl", "ltr",
    ]  # fmt: skip


def test_an_option_begins_at_the_right_and_its_mark_stands_at_the_left(page):
    single = card(page, SINGLE)
    row = option(single, ARABIC)
    assert left(row.locator("input")) > right(row.locator(".text")) - 1
    row.click()
    check(single)
    assert right(row.locator(".mark")) <= left(row.locator(".text"))


@pytest.mark.parametrize("text", [HEBREW, SINGLE.options[2].text], ids=["hebrew", "latin"])
def test_the_letters_of_an_option_stand_beside_its_input_whatever_their_direction(page, text):
    row = option(card(page, SINGLE), text)
    end = row.locator(".text").evaluate(
        """text => {
          const letters = new Range();
          letters.selectNodeContents(text);
          return letters.getBoundingClientRect().right;
        }"""
    )
    assert 0 < left(row.locator("input")) - end < 24


def test_the_buttons_that_move_an_entry_stand_at_its_left(page):
    row = card(page, ORDERING).locator(".entry").first
    assert right(row.locator(".moves")) <= left(row.locator(".text"))


def test_the_check_button_comes_first_from_the_right_and_the_flag_last(page):
    single = card(page, SINGLE)
    assert left(single.get_by_role("button", name="Check")) > right(single.get_by_role("button", name="Flag"))


def test_the_steps_of_an_exam_run_from_right_to_left(page):
    page.locator(".offer > summary").click()
    page.get_by_role("button", name="Start the exam").click()
    expect(page.locator(".strip .step:visible")).to_have_count(len(BANK.items))
    places = [left(step) for step in page.locator(".strip .step").all()]
    assert places == sorted(places, reverse=True)
    page.locator(".strip .step").nth(1).click()
    item = page.locator(".item:visible")
    assert left(item.get_by_role("button", name="Previous")) > left(item.get_by_role("button", name="Next"))


def test_what_has_a_line_at_its_beginning_has_it_at_the_right(page):
    case = card(page, next(item for item in BANK.items if item.kind == "case"))
    option(case, "Order an MRI").click()
    case.get_by_role("button", name="Choose this").click()
    widths = "one => [getComputedStyle(one).borderRightWidth, getComputedStyle(one).borderLeftWidth]"
    assert case.locator(".taken").evaluate(widths) == ["4px", "0px"]


def test_an_arrow_that_opens_something_points_to_the_left(page):
    arrow = "one => getComputedStyle(one, '::before').content"
    summary = page.locator(".offer > summary")
    assert summary.evaluate(arrow) == '"◂"'
    summary.click()
    assert summary.evaluate(arrow) == '"▾"'


def test_a_mark_keeps_its_sign_before_its_number(page):
    page.get_by_label("Say how sure I am").check()
    some_wrong(page)
    check_sure(page)
    cell = page.locator(".calibration tbody tr").last.locator("td").last
    edges = cell.evaluate(
        """cell => [0, 1].map((at) => {
          const range = document.createRange();
          range.setStart(cell.firstChild, at);
          range.setEnd(cell.firstChild, at + 1);
          return range.getBoundingClientRect().x;
        })"""
    )
    assert edges[0] < edges[1]
    assert right(cell) - edges[1] < 100
