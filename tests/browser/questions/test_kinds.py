"""Every kind of question is answered by mouse, by keyboard and by touch, one by one and as an exam."""

import pytest
from kinds_page import BANK
from playwright.sync_api import Locator, Page, expect

from axe import WIDTHS, axe_in_every_view
from hands import HANDS, answer, authored_of, check, option
from translating import translates

TOTAL = len(BANK.items)
EVERY_HAND = pytest.mark.parametrize("press", HANDS)
TELEPHONE = {"viewport": {"width": 360, "height": 800}, "has_touch": True}


def card(page: Page, authored) -> Locator:
    return page.locator(f"[id='{authored.id}']")


def take_exam(page: Page, press) -> None:
    press(page.locator(".offer > summary"))
    press(page.get_by_role("button", name="Start the exam"))
    for at in range(TOTAL):
        item = page.get_by_role("group", name=f"Question {at + 1} of {TOTAL}")
        expect(item).to_be_focused()
        answer(item, authored_of(BANK, item), press)
        if at + 1 < TOTAL:
            press(item.get_by_role("button", name="Next question"))
    press(page.get_by_role("button", name="Submit", exact=True))
    press(page.get_by_role("button", name="Submit now"))


@EVERY_HAND
def test_full_marks_for_the_key_of_every_kind_and_a_reload_keeps_them(open_kinds, press):
    page = open_kinds(**TELEPHONE)
    for answered, authored in enumerate(BANK.items, start=1):
        answer(card(page, authored), authored, press)
        check(card(page, authored), press)
        expect(card(page, authored).locator(".verdict"), authored.id).to_contain_text("Right.")
        expect(page.locator(".quiz-total")).to_have_text(f"{answered} of {TOTAL} answered, {answered} right")
    page.reload()
    for authored in BANK.items:
        expect(card(page, authored).locator(".verdict"), authored.id).to_contain_text("Right.")


@EVERY_HAND
def test_full_marks_in_an_exam(open_kinds, press):
    page = open_kinds(**TELEPHONE)
    take_exam(page, press)
    expect(page.get_by_role("heading", name="Your results")).to_be_focused()
    expect(page.locator(".score")).to_contain_text(f"{TOTAL} of {TOTAL} points")
    expect(page.locator(".verdict", has_text="Right.")).to_have_count(TOTAL)


def test_every_kind_works_from_a_folder(reader, kinds_folder):
    page = reader.open("kinds.html?questions=all", at=f"{kinds_folder.as_uri()}/")
    for authored in BANK.items:
        answer(card(page, authored), authored)
        check(card(page, authored))
        expect(card(page, authored).locator(".verdict")).to_contain_text("Right.")
    expect(page.locator(".quiz-total")).to_have_text(f"{TOTAL} of {TOTAL} answered, {TOTAL} right")


def test_every_kind_is_answered_in_a_page_that_the_browser_translates(reader, kinds_folder):
    reader.context.add_init_script(translates())
    page = reader.open("kinds.html?questions=all", at=f"{kinds_folder.as_uri()}/")
    page.locator("legend font").first.wait_for()
    for authored in BANK.items:
        answer(card(page, authored), authored)
        check(card(page, authored))
        expect(card(page, authored).locator(".verdict")).to_contain_text("Right.")
    expect(page.locator(".quiz-total font").first).to_have_text(f"{TOTAL} of {TOTAL} answered, {TOTAL} right")


def test_an_exam_works_from_a_folder(reader, kinds_folder):
    page = reader.open("kinds.html?questions=all", at=f"{kinds_folder.as_uri()}/")
    take_exam(page, HANDS[0])
    expect(page.locator(".score")).to_contain_text(f"{TOTAL} of {TOTAL} points")


def test_a_crash_in_the_middle_of_a_case_loses_no_step(open_kinds):
    page = open_kinds()
    case = page.locator("[id='every-kind-case']")
    option(case, "Order an MRI").click()
    case.get_by_role("button", name="Choose this").click()
    context, where = page.context, page.url
    page.close()
    again = context.new_page()
    again.goto(where)
    expect(again.locator("[id='every-kind-case'] .consequence")).to_have_text(
        "The MRI shows a solid mass with many flow voids."
    )


def test_no_kind_breaks_a_rule_of_axe_before_or_after_checking(open_kinds):
    page = open_kinds()
    assert axe_in_every_view(page) == []
    for authored in BANK.items:
        answer(card(page, authored), authored)
        check(card(page, authored))
    expect(page.get_by_role("heading", name="Your results")).to_be_visible()
    assert axe_in_every_view(page) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_checked_kind_is_wider_than_the_screen(open_kinds, width):
    page = open_kinds(viewport={"width": width, "height": 900})
    for authored in BANK.items:
        answer(card(page, authored), authored)
        check(card(page, authored))
    expect(page.get_by_role("heading", name="Your results")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def by_kind(kind: str):
    return next(item for item in BANK.items if item.kind == kind)


def test_a_wrong_match_is_told_as_two_things_and_partial_credit_in_points(open_kinds):
    page = open_kinds(**TELEPHONE)
    authored = by_kind("matching")
    item = card(page, authored)
    answer(item, authored)
    texts = {choice.id: choice.text for choice in authored.answers}
    wanted = texts[authored.prompts[0].answer]
    other = next(text for text in texts.values() if text != wanted)
    row = item.locator("label.match").first
    row.locator("select").select_option(label=other)
    check(item)
    expect(row.locator(".mark")).to_have_text([f"✗ Your match: {other}", f"✓ Right: {wanted}"])
    total = len(authored.prompts)
    expect(item.locator(".verdict")).to_contain_text(f"½ Partly right: {total - 1} of {total} points.")


def test_one_spelling_is_shown_of_all_that_are_accepted(open_kinds):
    page = open_kinds()
    authored = by_kind("short-answer")
    item = card(page, authored)
    answer(item, authored)
    check(item)
    expect(item.locator(".reasons .right .text")).to_have_text(authored.accepted[0])


@pytest.mark.parametrize("kind", ["multiple-response", "key-feature", "ordering", "matching", "case"])
def test_what_an_answer_counts_is_folded_away(open_kinds, kind):
    item = card(open_kinds(), by_kind(kind))
    rule = item.locator("details.scored")
    expect(rule.locator("p")).to_be_hidden()
    rule.get_by_text("How is this scored?").click()
    expect(rule.locator("p")).to_contain_text("point")
