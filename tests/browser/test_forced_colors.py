"""With forced colors, where backgrounds and tints are gone, everything is told apart by border, sign and word."""

import pytest
from kinds_page import BANK
from playwright.sync_api import Locator, expect

from hands import answer, check, option
from marble_thumb import CHAPTER

SINGLE = next(item for item in BANK.items if item.kind == "single-best-answer")
ORDERING = next(item for item in BANK.items if item.kind == "ordering")
MATCHING = next(item for item in BANK.items if item.kind == "matching")
RIGHT = next(part.text for part in SINGLE.options if part.correct)
WRONG, NEUTRAL = (part.text for part in SINGLE.options if not part.correct)


@pytest.fixture
def page(open_kinds):
    return open_kinds(forced_colors="active")


@pytest.fixture
def single(page):
    return page.locator(f"[id='{SINGLE.id}']")


def border(where: Locator) -> tuple[str, str]:
    """Return how wide the border is and how it is drawn; its color tells nothing here."""
    return style(where, "borderTopWidth"), style(where, "borderTopStyle")


def style(where: Locator, name: str) -> str:
    return where.evaluate("(one, name) => getComputedStyle(one)[name]", name)


def test_a_chosen_option_has_a_border_of_its_own_and_nothing_moves(single):
    before = single.bounding_box()
    option(single, RIGHT).click()
    assert border(option(single, RIGHT)) != border(option(single, WRONG))
    assert single.bounding_box() == before


def test_right_wrong_and_neutral_options_differ_in_border_sign_and_word(single):
    option(single, WRONG).click()
    check(single)
    rows = [option(single, text) for text in (RIGHT, WRONG, NEUTRAL)]
    assert len({border(row) for row in rows}) == 3
    expect(rows[0].locator(".mark")).to_have_text("✓ Right answer")
    expect(rows[1].locator(".mark")).to_have_text("✗ Your answer")
    expect(rows[2].locator(".mark")).to_have_count(0)


@pytest.mark.parametrize("correct", [True, False])
def test_the_verdict_is_framed_and_begins_with_its_sign(single, correct):
    option(single, RIGHT if correct else WRONG).click()
    check(single)
    assert border(single.locator(".verdict")) != ("0px", "none")
    expect(single.locator(".verdict b")).to_contain_text("✓" if correct else "✗")


@pytest.mark.parametrize("authored", [ORDERING, MATCHING], ids=["ordering", "matching"])
def test_right_and_wrong_rows_differ_in_border_and_sign(page, authored):
    item = page.locator(f"[id='{authored.id}']")
    if authored is ORDERING:
        answer(item, authored)
        item.locator(".entry button").last.scroll_into_view_if_needed()
        item.locator(".entry").nth(3).locator("button").first.click()
    else:
        for menu in item.locator("select").all():
            menu.select_option(label=authored.answers[0].text)
    check(item)
    right, wrong = (item.locator(f":is(.entry, .match){mark}").first for mark in (".right", ".wrong"))
    assert border(right) != border(wrong)
    expect(right.locator(".mark")).to_contain_text("✓")
    expect(wrong.locator(".mark").first).to_contain_text("✗")


def test_the_focus_is_an_outline_around_the_whole_option(page, single):
    single.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    row = single.locator(".option:has(:focus-visible)")
    assert (style(row, "outlineStyle"), style(row, "outlineWidth")) == ("solid", "3px")


def test_a_button_that_cannot_be_pressed_is_dashed(single):
    button = single.get_by_role("button", name="Check")
    assert border(button)[1] == "dashed"
    option(single, RIGHT).click()
    assert border(button)[1] == "solid"


def test_a_flag_that_is_set_has_a_thicker_border(single):
    flag = single.get_by_role("button", name="Flag")
    before = border(flag)
    flag.click()
    assert border(flag) != before


@pytest.fixture
def exam(page):
    """An exam of which some is answered, right and wrong, said to be sure; the third question is flagged."""
    page.get_by_label("Say how sure I am").check()
    page.locator(".offer > summary").click()
    page.get_by_role("button", name="Start the exam").click()
    for at in range(len(BANK.items)):
        page.locator(".strip .step").nth(at).click()
        item = page.locator(".item:visible")
        if item.get_attribute("id") == SINGLE.id:
            option(item, WRONG).click()
            item.locator(".levels label").nth(2).click()
        if item.get_attribute("id") == ORDERING.id:
            answer(item, ORDERING)
            item.locator(".levels label").nth(1).click()
    page.locator(".strip .step").nth(2).click()
    page.locator(".item:visible").get_by_role("button", name="Flag").click()
    return page


def test_the_strip_of_an_exam_says_by_signs_and_borders_what_is_answered_flagged_and_where_one_is(exam):
    steps = exam.locator(".strip .step")
    expect(steps.filter(has_text="•")).to_have_count(2)
    expect(steps.filter(has_text="⚑")).to_have_count(1)
    here = exam.locator(".strip [aria-current]")
    assert border(here) != border(exam.locator(".strip .step:not([aria-current])").first)


def test_the_strip_of_a_review_says_by_signs_what_was_right_wrong_and_left_out(exam):
    exam.get_by_role("button", name="Submit", exact=True).click()
    exam.get_by_role("button", name="Submit now").click()
    steps = exam.locator(".strip .step")
    for sign, count in (("✓", 1), ("✗", 1), ("–", len(BANK.items) - 2), ("⚑", 1)):
        expect(steps.filter(has_text=sign)).to_have_count(count)


def test_the_calibration_picture_has_dots_frames_and_words_on_the_canvas(exam):
    exam.get_by_role("button", name="Submit", exact=True).click()
    exam.get_by_role("button", name="Submit now").click()
    picture = exam.locator(".picture")
    canvas, text = style(exam.locator("body"), "backgroundColor"), style(exam.locator("body"), "color")
    expect(picture.locator(".dot")).to_have_count(2)
    assert style(picture.locator(".dot").first, "fill") == text
    assert style(picture.locator(".band").first, "fill") == canvas
    assert style(picture.locator(".band").first, "stroke") == text
    assert style(picture.locator("text").first, "fill") == text


def test_a_chosen_certainty_has_a_border_of_its_own(page, single):
    page.get_by_label("Say how sure I am").check()
    option(single, RIGHT).click()
    levels = single.locator(".levels label")
    levels.nth(1).click()
    assert border(levels.nth(1)) != border(levels.nth(0))


# How much lighter the lighter of two colors is (WCAG 2.2).
CONTRAST = """([one, other]) => {
  const luminance = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_axis_of_a_chart_can_be_read_on_the_paper_it_is_drawn_on(new_reader, scheme):
    page = new_reader(forced_colors="active", color_scheme=scheme).open(CHAPTER)
    drawing = page.locator("figure.chart .drawing:has(.picture)").first
    ink = drawing.locator("svg:visible text").first.evaluate("one => getComputedStyle(one).fill")
    assert page.evaluate(CONTRAST, [ink, style(drawing, "backgroundColor")]) > 4.5
