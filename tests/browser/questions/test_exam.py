"""Somebody takes the questions of a chapter as an exam: by keyboard, across reloads and tabs, in time or over it."""

import json
import math
import re

import kinds_page
import pytest
from playwright.sync_api import Page, expect
from taking import (
    BANK,
    SINGLES,
    SURE,
    TOTAL,
    answer,
    card,
    kept,
    pick,
    shown_item,
    start_exam,
    steps,
    submit,
    sure,
)

from axe import axe_in_every_view
from hands import answer as answer_right
from marble_thumb import CHAPTER, NAME, STACKED


def test_an_exam_tells_nothing_before_it_is_submitted(reader):
    page = reader.open(STACKED)
    start_exam(page)
    expect(page.locator(".item:visible")).to_have_count(1)
    expect(page.locator(".item:visible")).to_be_focused()
    expect(page.get_by_role("button", name="Check")).to_have_count(0)
    item = shown_item(page)
    for option in page.locator(".item:visible label.option").all()[: getattr(item, "pick", 1)]:
        option.click()
    expect(card(page, item).locator(".mark, .why, .verdict")).to_have_count(0)
    submit(page)
    expect(page.locator(".item:visible")).to_have_count(TOTAL)
    expect(page.locator(".verdict")).to_have_count(TOTAL)
    expect(page.locator(".verdict", has_text="Not answered.")).to_have_count(TOTAL - 1)


def test_the_keyboard_alone_takes_an_exam_from_start_to_review(reader):
    page = reader.open(STACKED)
    page.locator(".offer > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    expect(page.locator(".item:visible")).to_be_focused()
    for at in range(2):
        expect(page.locator(".item:visible")).to_have_attribute("aria-label", f"Question {at + 1} of {TOTAL}")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(page.locator(".item:visible")).to_be_focused()
    page.locator(".item:visible").get_by_role("button", name="Flag").focus()
    page.keyboard.press("Enter")
    expect(steps(page).nth(2)).to_have_attribute("aria-label", "Question 3, flagged")
    page.get_by_role("button", name="Submit", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name=re.compile("^Submit with .* unanswered"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Submit", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your results")).to_be_focused()
    expect(page.locator(".quiz-said")).to_contain_text("points")


def test_before_an_exam_or_a_reset_erases_answers_they_are_offered_as_a_file(reader):
    page = reader.open(STACKED)
    page.get_by_text("Start an exam").click()
    first = page.get_by_role("button", name="Export your answers first")
    expect(first).to_have_count(0)
    answer(page, SINGLES[0], right=True)
    expect(page.locator(".offer")).to_contain_text("erases the answers you have already given")
    page.get_by_role("button", name="Reset all").click()
    for opened in (page.locator(".offer"), page.locator(".quiz-foot")):
        with page.expect_download() as saved:
            opened.get_by_role("button", name="Export your answers first").click()
        assert list(json.loads(saved.value.path().read_text("utf-8"))["answers"]) == [SINGLES[0].id]
        expect(opened).to_contain_text(f"Your browser is now saving “{saved.value.suggested_filename}”.")
    assert SINGLES[0].id in kept(page)["answers"]


def test_submitting_says_first_how_many_are_unanswered(reader):
    page = reader.open(STACKED)
    start_exam(page)
    page.locator(".item:visible input").first.focus()
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.locator(".confirm")).to_contain_text(f"Submit with {TOTAL} of {TOTAL} unanswered?")
    page.get_by_role("button", name="Keep working").click()
    expect(page.locator(".verdict")).to_have_count(0)


def test_the_question_before_submitting_follows_the_answers_and_ends_with_the_exam(reader):
    page, other = reader.open(STACKED), reader.open(STACKED)
    start_exam(page)
    ask = page.locator(".confirm").filter(has=page.get_by_role("button", name="Submit now"))
    page.get_by_role("button", name="Submit", exact=True).click()
    item = shown_item(page)
    for option in page.locator(".item:visible label.option").all()[: getattr(item, "pick", 1)]:
        option.click()
    expect(ask).to_contain_text(f"Submit with {TOTAL - 1} of {TOTAL} unanswered?")
    other.get_by_role("button", name="Leave the exam").click()
    other.get_by_role("button", name="Leave", exact=True).click()
    page.bring_to_front()
    expect(page.locator(".strip")).to_be_hidden()
    start_exam(page)
    expect(page.get_by_role("button", name="Submit", exact=True)).to_be_visible()
    expect(ask).to_have_count(0)


def test_a_link_to_a_question_leads_to_it_in_a_running_exam(reader):
    page = reader.open(STACKED)
    start_exam(page)
    last = kept(page)["exams"][NAME]["order"][-1]
    page = reader.open(f"{STACKED}#{last}")
    expect(page.locator(f"[id='{last}']")).to_be_focused()
    expect(steps(page).nth(TOTAL - 1)).to_have_attribute("aria-current", "step")


def test_the_time_used_goes_with_the_exam(open_kinds, kinds_folder):
    def one(shown) -> None:
        del shown["items"][1:]

    kinds_page.write_page(kinds_folder, "one.html", change=one)
    page = open_kinds("one.html")
    start_exam(page)
    answer_right(page.locator(".item"), kinds_page.BANK.items[0])
    submit(page)
    expect(page.locator(".quiz-results .score")).to_contain_text("Time used")
    expect(page.locator(".clock")).to_be_hidden()
    # Beside the results, where one is by then.
    expect(page.get_by_role("button", name="Close the review")).to_be_in_viewport()
    page.get_by_role("button", name="Close the review").click()
    expect(page.locator(".quiz-results .score")).to_be_visible()
    expect(page.locator(".quiz-results .score")).not_to_contain_text("Time used")


def test_the_strip_says_and_shows_what_is_answered_flagged_and_where_one_is(reader):
    page = reader.open(STACKED)
    start_exam(page)
    steps(page).nth(4).click()
    expect(steps(page).nth(4)).to_have_attribute("aria-current", "step")
    item = page.locator(".item:visible")
    expect(item).to_have_attribute("aria-label", f"Question 5 of {TOTAL}")
    flag = item.get_by_role("button", name="Flag")
    expect(flag).to_have_attribute("aria-pressed", "false")
    flag.click()
    expect(flag).to_have_attribute("aria-pressed", "true")
    expect(steps(page).nth(4)).to_have_attribute("aria-label", "Question 5, flagged")


def test_a_reload_in_the_middle_of_an_exam_loses_nothing(reader):
    page = reader.open(STACKED)
    start_exam(page, minutes="30")
    done = []
    for _ in range(3):
        item = shown_item(page)
        done.append(item.id)
        for at in range(getattr(item, "pick", 1)):
            page.locator(".item:visible label.option").nth(at).click()
        page.locator(".item:visible").get_by_role("button", name="Next question").click()
    before = kept(page)["exams"][NAME]
    page.reload()
    expect(page.locator(".strip")).to_be_visible()
    assert kept(page)["exams"][NAME] == before
    assert before["order"][:3] == done
    expect(steps(page).nth(3)).to_have_attribute("aria-current", "step")
    for at, name in enumerate(done):
        steps(page).nth(at).click()
        expect(page.locator(f"[id='{name}'] input:checked")).not_to_have_count(0)


def test_a_tab_that_crashes_and_another_that_goes_on_share_the_exam(reader):
    one = reader.open(STACKED)
    start_exam(one)
    name = shown_item(one).id
    one.locator(".item:visible input").first.check()
    other = reader.open(STACKED)
    one.close()
    steps(other).first.click()
    expect(other.locator(f"[id='{name}'] input:checked")).not_to_have_count(0)
    submit(other)
    expect(other.locator(".verdict")).to_have_count(TOTAL)


def test_submitting_in_one_tab_is_seen_in_the_other(reader):
    one, other = reader.open(STACKED), reader.open(STACKED)
    start_exam(one)
    expect(other.locator(".strip")).to_be_visible()
    submit(other)
    expect(one.get_by_role("heading", name="Your results")).to_be_visible()


def test_time_over_is_said_and_stops_nobody(reader):
    page = reader.open(STACKED)
    page.clock.install(time="2026-11-21T10:00:00")
    page.reload()
    page.clock.pause_at("2026-11-21T11:00:00")
    start_exam(page, minutes="1")
    expect(page.locator(".clock")).to_have_text("1:00 left")
    # The clock is seen, and ticks, from the frame after the start on.
    page.clock.run_for(30_100)
    expect(page.locator(".clock")).to_have_text("0:30 left")
    page.clock.run_for(45_000)
    expect(page.locator(".clock")).to_have_text("Over time by 0:15. You can continue.")
    expect(page.locator(".quiz-said")).to_contain_text("Time is up.")
    page.locator(".item:visible input").first.check()
    page.locator(".item:visible").get_by_role("button", name="Next question").click()
    submit(page)
    expect(page.locator(".score")).to_contain_text("Time used: 1:15.")


def test_a_time_limit_that_is_none_is_refused_with_what_would_do(reader):
    page = reader.open(STACKED)
    start_exam(page, minutes="soon")
    expect(page.locator(".limit")).to_contain_text(f"{math.ceil(TOTAL * 1.5)} would be 1.5 a question")
    expect(page.get_by_role("alert")).to_have_text("Enter a whole number from 1 to 600, or leave it empty.")
    expect(page.get_by_label("Time limit in minutes")).to_be_focused()
    expect(page.locator(".strip")).to_be_hidden()


def test_leaving_an_exam_keeps_the_picks_and_gives_back_the_order_of_the_chapter(reader):
    page = reader.open(STACKED)
    start_exam(page)
    name = shown_item(page).id
    page.locator(".item:visible input").first.check()
    page.get_by_role("button", name="Leave the exam").click()
    page.get_by_role("button", name="Leave", exact=True).click()
    expect(page.locator(".item:visible")).to_have_count(TOTAL)
    ids = page.locator(".item").evaluate_all("cards => cards.map(card => card.id)")
    assert ids == [item.id for item in BANK.items]
    expect(page.locator(f"[id='{name}'] input:checked")).to_have_count(1)


def take_in_part(page: Page) -> None:
    """Answer the questions with one best answer, right and wrong, more or less sure, and flag the last."""
    for at in range(TOTAL):
        steps(page).nth(at).click()
        item = shown_item(page)
        if item in SINGLES:
            pick(card(page, item), item, right=at % 2 == 0)
            sure(card(page, item), at % 3 + 1)
    page.locator(".item:visible").get_by_role("button", name="Flag").click()


def take_every_kind(page: Page) -> None:
    """Answer one kind wrong, every other one right and more or less sure, and flag the last."""
    kinds = {item.id: item for item in kinds_page.BANK.items}
    for at in range(len(kinds)):
        steps(page).nth(at).click()
        item = kinds[page.locator(".item:visible").get_attribute("id")]
        where = card(page, item)
        if item.kind == "single-best-answer":
            pick(where, item, right=False)
        elif at % 2 == 1:
            answer_right(where, item)
        else:
            continue
        # Nobody is asked how sure one is of a case.
        if item.kind != "case":
            sure(where, at % 3 + 1)
    page.locator(".item:visible").get_by_role("button", name="Flag").click()


def test_no_rule_of_axe_is_broken_in_an_exam_or_its_review(open_kinds):
    page = open_kinds()
    page.get_by_label(SURE).check()
    page.locator(".offer > summary").click()
    assert axe_in_every_view(page, ".quiz") == []
    page.get_by_role("button", name="Start the exam").click()
    take_every_kind(page)
    assert axe_in_every_view(page, ".quiz") == []
    submit(page)
    expect(page.get_by_role("heading", name="Your results")).to_be_focused()
    assert axe_in_every_view(page, ".quiz") == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_review_of_an_exam_is_not_wider_than_the_screen(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 900}).open(STACKED)
    page.get_by_label(SURE).check()
    start_exam(page)
    take_in_part(page)
    submit(page)
    expect(page.get_by_role("heading", name="Your results")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_who_asks_for_questions_leaves_the_review_but_breaks_off_no_exam(reader):
    page = reader.open(f"{CHAPTER}#check-yourself")
    way = page.locator("a[data-questions]").first
    start_exam(page)
    way.click()
    expect(page.get_by_role("button", name="Submit").first).to_be_visible()
    submit(page)
    way.click()
    expect(page.get_by_role("button", name="Check").first).to_be_visible()
    assert kept(page)["exams"] == {}
