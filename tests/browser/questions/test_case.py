"""A branching case: where one is in it, and a debrief that says first what cost most."""

import re

import pytest
from kinds_page import BANK, write_page
from playwright.sync_api import Locator, Page, expect

from axe import axe_in_every_view
from device import keep
from hands import answer, check, option

CASE = next(item for item in BANK.items if item.kind == "case")
LOST = [("Wait three months", -1), ("Order an MRI", 1), ("Fine-needle aspiration in the room", 0)]
"""A path of the example with a detour: worth 0, where the best is worth 4."""
TELEPHONE = {"viewport": {"width": 360, "height": 780}, "has_touch": True}


def case_of(page: Page) -> Locator:
    return page.locator(f"[id='{CASE.id}']")


def take(case: Locator, *texts: str) -> None:
    for text in texts:
        option(case, text).click()
        case.get_by_role("button", name="Choose this").click()


def lost(page: Page) -> Locator:
    case = case_of(page)
    take(case, *(text for text, _ in LOST))
    check(case)
    return case


@pytest.fixture
def only_cases(open_kinds, kinds_folder):
    """Open a page on which nothing but cases is asked."""
    bank = BANK.model_copy(update={"items": (CASE,)})
    write_page(kinds_folder, "only-cases.html", bank=bank)
    return lambda **options: open_kinds("only-cases.html", stacked=False, **options)


def test_the_step_one_is_at_is_said_beside_about_how_many_there_are(open_kinds):
    case = case_of(open_kinds())
    said = case.locator(".scene .step-name")
    expect(said).to_have_text("Step 1 of about 2")
    take(case, "Wait three months")
    expect(said).to_have_text("Step 2 of about 3")
    take(case, "Order an MRI")
    expect(said).to_have_text("Step 3 of about 3")


def test_the_button_at_the_end_says_what_it_shows(open_kinds):
    case = case_of(open_kinds())
    show = case.get_by_role("button", name="See the debrief")
    expect(show).to_be_disabled()
    answer(case, CASE)
    expect(show).to_be_enabled()
    expect(case.get_by_role("button", name="Check")).to_have_count(0)


def test_cases_alone_make_no_exam_and_ask_for_no_certainty(only_cases):
    page = only_cases()
    keep(page, settings={"certainty": True})
    page.reload()
    answer(case_of(page), CASE)
    expect(page.get_by_role("group", name="How sure are you?")).to_have_count(0)
    expect(page.get_by_text("Start an exam")).to_be_hidden()
    expect(page.get_by_label("Say how sure I am")).to_be_hidden()
    check(case_of(page))
    expect(case_of(page).locator(".verdict")).to_contain_text("Right.")


def test_where_its_script_does_not_come_each_case_can_be_read(browser, kinds_address, kinds_folder):
    items = [CASE.model_copy(update={"id": name}) for name in ("first-case", "second-case")]
    write_page(kinds_folder, "two-cases.html", bank=BANK.model_copy(update={"items": tuple(items)}))
    page = browser.new_page()
    page.route("**/case.js", lambda route: route.abort())
    page.goto(f"{kinds_address}two-cases.html")
    expect(page.get_by_text("The case, step by step").filter(visible=True)).to_have_count(2)
    page.close()


def test_the_reader_is_led_to_the_top_of_the_debrief(open_kinds):
    page = open_kinds(**TELEPHONE)
    case = lost(page)
    verdict = case.locator(".verdict")
    expect(verdict).to_be_focused()
    expect(verdict).to_be_in_viewport()
    between = """verdict => {
      const debrief = verdict.closest('.item').querySelector('.debrief');
      return debrief.getBoundingClientRect().top - verdict.getBoundingClientRect().bottom;
    }"""
    assert 0 <= verdict.evaluate(between) < 40


def test_the_score_is_said_and_drawn_as_a_share_of_the_best(open_kinds):
    case = case_of(open_kinds())
    take(case, "Order an MRI", "Fine-needle aspiration in the room")
    check(case)
    expect(case.locator(".debrief .total")).to_have_text("Your path is worth +2, the best +4.")
    own, whole = (
        case.locator(f".score-bar .{name}").evaluate("bar => bar.getBoundingClientRect().width")
        for name in ("own", "most")
    )
    assert own / whole == pytest.approx(2 / 4, abs=0.01)


def test_the_two_turns_that_cost_most_come_first_each_with_its_reason(open_kinds):
    case = lost(open_kinds())
    turns = case.locator(".turns > li")
    expect(case.get_by_role("heading", name="The two turns that cost most")).to_be_visible()
    # By waiting, 4 within reach became −1 + 1 + 2 = 2; by the needle, 2 became 0.
    expect(turns.nth(0)).to_contain_text(
        re.compile(r"Wait three months.*Points lost: 2.*A deep lump of this size is not watched", re.S)
    )
    expect(turns.nth(1)).to_contain_text(
        re.compile(r"Fine-needle.*Points lost: 2.*Too little tissue.*Best: Core biopsy", re.S)
    )


def test_who_took_the_best_path_is_told_so_instead(open_kinds):
    case = case_of(open_kinds())
    answer(case, CASE)
    check(case)
    expect(case.get_by_text("You took the best turn at every step.")).to_be_visible()
    expect(case.locator(".turns")).to_have_count(0)
    expect(case.locator(".taken-step[open]")).to_have_count(0)


def test_only_the_turns_that_cost_most_are_unfolded_and_the_others_unfold_from_the_path(open_kinds):
    case = lost(open_kinds())
    steps = case.locator(".taken-step")
    assert steps.evaluate_all("all => all.map(one => one.open)") == [True, False, True]
    case.locator(".rail").get_by_role("button", name="2. Order an MRI").click()
    expect(steps.nth(1)).to_have_attribute("open", "")
    expect(steps.nth(1).locator("summary")).to_be_focused()
    expect(steps.nth(1).locator(".reasons .right")).to_contain_text("Your choice, best here, worth +1")


def test_the_path_is_drawn_beside_the_best_with_the_worth_of_each_step(open_kinds):
    case = lost(open_kinds())
    rows = case.locator(".rail > li")
    drawn = [row.locator("svg text").all_text_contents() for row in rows.all()]
    # Each row: the best path's worth where it passes, then the reader's.
    assert drawn == [["+2", "−1"], ["+1"], ["+2", "0"]]
    assert [row.get_by_role("img").get_attribute("aria-label") for row in rows.all()] == [
        "Worth: you −1, best +2",
        "Worth: you +1",
        "Worth: you 0, best +2",
    ]
    # Color is doubled by shape.
    expect(rows.nth(0).locator("rect.costly")).to_have_count(1)
    expect(rows.nth(1).locator("circle.own")).to_have_count(1)


def test_the_debrief_is_printed(open_kinds):
    page = open_kinds()
    case = lost(page)
    page.emulate_media(media="print")
    expect(case.locator(".rail")).to_be_visible()
    expect(case.locator(".turns")).to_be_visible()
    expect(case.locator(".taken-step").first).to_be_hidden()


def test_with_its_debrief_it_keeps_to_a_telephone_and_to_every_rule_of_axe(open_kinds):
    page = open_kinds(**TELEPHONE)
    lost(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert axe_in_every_view(page) == []


def test_a_case_left_open_in_an_exam_shows_the_best_path_and_says_nothing_of_one_taken(open_kinds):
    page = open_kinds()
    page.locator(".offer > summary").click()
    page.get_by_role("button", name="Start the exam").click()
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
    page.locator(".strip .step").nth(0).click()
    debrief = case_of(page).locator(".debrief")
    expect(debrief.locator(".rail svg text")).to_have_text(["+2", "+2"])
    expect(debrief).to_contain_text(CASE.debrief)
    expect(debrief.locator(".total, .no-turn, .turns, .taken-step")).to_have_count(0)


def test_tried_again_it_begins_with_its_first_step(open_kinds):
    case = lost(open_kinds())
    case.get_by_role("button", name="Try again").click()
    expect(case.locator(".debrief")).to_have_count(0)
    expect(case.locator(".taken")).to_have_count(0)
    expect(case.locator(".scene .step-name")).to_have_text("Step 1 of about 2")
