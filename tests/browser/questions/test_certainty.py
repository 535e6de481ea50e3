"""Somebody says how sure he or she is, and sees what that brought."""

import pytest
from playwright.sync_api import expect
from taking import (
    FIRST,
    SECOND,
    SURE,
    THIRD,
    TOTAL,
    answer,
    card,
    pick,
    shown_item,
    start_exam,
    steps,
    submit,
    sure,
)

from marble_thumb import STACKED


def test_nobody_is_asked_how_sure_before_wanting_it(reader):
    page = reader.open(STACKED)
    expect(page.get_by_label(SURE)).not_to_be_checked()
    expect(page.locator(".sure:visible")).to_have_count(0)


@pytest.mark.parametrize(
    ("right", "level", "mark"),
    [
        (True, 1, "Guess · +1"),
        (True, 2, "Fairly sure · +2"),
        (True, 3, "Sure · +3"),
        (False, 1, "Guess · 0"),
        (False, 2, "Fairly sure · −2"),
        (False, 3, "Sure · −6"),
    ],
)
def test_a_certainty_brings_the_exact_mark_beside_the_verdict(reader, right, level, mark):
    page = reader.open(STACKED)
    page.get_by_label(SURE).check()
    answer(page, FIRST, right=right, level=level)
    expect(card(page, FIRST).locator(".brought")).to_have_text(mark)
    expect(page.locator(".quiz-said")).to_contain_text(mark)


def test_with_certainty_on_checking_waits_for_it_and_says_so(reader):
    page = reader.open(STACKED)
    page.get_by_label(SURE).check()
    item = card(page, FIRST)
    expect(item.locator(".levels input").first).to_be_disabled()
    pick(item, FIRST, right=True)
    expect(item.get_by_role("button", name="Check")).to_be_disabled()
    expect(item.locator(".picked")).to_have_text("Say how sure you are")
    sure(item, 2)
    expect(item.get_by_role("button", name="Check")).to_be_enabled()


def test_the_wish_and_the_certainty_are_there_after_a_reload(reader):
    page = reader.open(STACKED)
    page.get_by_label(SURE).check()
    pick(card(page, FIRST), FIRST, right=True)
    sure(card(page, FIRST), 3)
    page.reload()
    expect(page.get_by_label(SURE)).to_be_checked()
    expect(card(page, FIRST).locator(".levels input").nth(2)).to_be_checked()


def test_the_results_hold_marks_calibration_and_confident_errors_first(reader):
    page = reader.open(STACKED)
    page.get_by_label(SURE).check()
    start_exam(page)
    plan = {FIRST.id: (False, 3), SECOND.id: (True, 3), THIRD.id: (False, 2)}
    for at in range(TOTAL):
        steps(page).nth(at).click()
        item = shown_item(page)
        if item.id in plan:
            right, level = plan[item.id]
            pick(card(page, item), item, right=right)
            sure(card(page, item), level)
    submit(page)
    results = page.get_by_role("region", name="Your results")
    expect(results.locator(".score")).to_contain_text(f"1 of {TOTAL} points")
    expect(results.locator(".score")).to_contain_text(f"Not answered: {TOTAL - 3}.")
    expect(results).to_contain_text("Marks by certainty: −5 from 3 questions.")
    errors = results.locator(".confident > li")
    expect(errors.nth(0)).to_contain_text("Sure · −6")
    expect(errors.nth(0)).to_contain_text(FIRST.lead_in)
    expect(errors.nth(1)).to_contain_text("Fairly sure · −2")
    table = results.locator(".calibration tbody tr")
    assert [row.locator("th, td").all_text_contents() for row in table.all()] == [
        ["Guess", "no answers", "–", "0"],
        ["Fairly sure", "0 of 1 (0%)", "Guess", "−2"],
        ["Sure", "1 of 2 (50%)", "Guess", "−3"],
    ]
    expect(results.get_by_role("img")).to_be_visible()
    expect(results.locator("circle")).to_have_count(2)
