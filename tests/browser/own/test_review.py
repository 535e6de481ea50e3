"""What a reader has answered is asked again when it is due."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from remembering import (
    BANKS,
    NOON,
    REVIEW,
    SINGLES,
    answer,
    answered_in_chapter,
    asked,
    at_noon,
    due,
    later,
)

from device import keep, keep_first_edition
from device import kept as record
from marble_thumb import CHAPTER, OTHER


@pytest.fixture
def reader(new_reader):
    return at_noon(new_reader)


def test_before_the_first_answer_it_leads_to_the_questions(reader):
    page = reader.open(REVIEW)
    expect(page.locator(".memory-place")).to_contain_text("appear here once you have answered")
    expect(page.locator('.memory-place a[href="marble-thumb.html"]')).to_be_visible()


def test_a_question_comes_back_on_its_day_not_before(reader):
    answered_in_chapter(reader, SINGLES[0])
    # Three in the morning is still the day before.
    later(reader, days=1, hours=15)
    page = reader.open(REVIEW)
    expect(page.locator(".review-state")).to_have_text("Nothing to review today.")
    expect(page.locator(".memory-place")).to_contain_text(
        "Next on Monday, November 23, from 4 in the morning: 1 question."
    )
    later(reader, days=1, hours=17)
    page = reader.open(REVIEW)
    expect(page.locator(".review-state")).to_have_text("1 left for today.")
    assert asked(page).id == SINGLES[0].id


def test_answering_moves_the_date_and_says_so(reader):
    answered_in_chapter(reader, SINGLES[0])
    later(reader, days=2)
    page = reader.open(REVIEW)
    answer(page.locator(".review-stage .item"), SINGLES[0], right=True)
    moved = due(page, SINGLES[0])
    assert moved.time().isoformat() == "00:00:00"
    assert moved > NOON + timedelta(days=5)
    expect(page.locator(".review-back")).to_have_text(
        f"This question comes back on {moved:%A, %B} {moved.day}."
    )
    page.get_by_role("button", name="Finish").click()
    expect(page.locator(".review-state")).to_have_text("You are done for today. Reviewed today: 1.")
    expect(page.locator(".review-state")).to_be_focused()


def test_what_was_answered_in_the_chapter_stays(reader):
    answered_in_chapter(reader, SINGLES[0])
    later(reader, days=2)
    page = reader.open(REVIEW)
    before = record(page)["answers"]
    answer(page.locator(".review-stage .item"), SINGLES[0], right=False)
    assert record(page)["answers"] == before


def test_trying_again_after_the_reasons_moves_nothing(reader):
    answered_in_chapter(reader, SINGLES[0])
    later(reader, days=2)
    page = reader.open(REVIEW)
    card = page.locator(".review-stage .item")
    answer(card, SINGLES[0], right=False)
    moved = due(page, SINGLES[0])
    card.get_by_role("button", name="Try again").click()
    answer(card, SINGLES[0], right=True)
    assert due(page, SINGLES[0]) == moved


def test_an_answer_can_be_undone(reader):
    answered_in_chapter(reader, SINGLES[0])
    later(reader, days=2)
    page = reader.open(REVIEW)
    before = record(page)["reviews"]
    undo = page.get_by_role("button", name="Undo the last answer")
    expect(undo).to_be_hidden()
    answer(page.locator(".review-stage .item"), SINGLES[0], right=False)
    page.get_by_role("button", name="Finish").click()
    undo.click()
    expect(page.locator(".review-stage .item")).to_be_focused()
    expect(page.locator(".verdict")).to_have_count(0)
    assert record(page)["reviews"] == before
    answer(page.locator(".review-stage .item"), SINGLES[0], right=True)
    assert record(page)["reviews"] != before


def test_no_more_a_day_than_the_reader_wants(reader):
    answered_in_chapter(reader, *SINGLES[:3])
    later(reader, days=2)
    page = reader.open(REVIEW)
    limit = page.get_by_label("Maximum questions per day")
    expect(limit).to_have_value("20")
    expect(page.locator(".review-state")).to_have_text("3 left for today.")
    limit.fill("2")
    limit.press("Tab")
    expect(page.locator(".review-state")).to_have_text("2 left for today.")
    for name in ("Next question", "Finish"):
        answer(page.locator(".review-stage .item"), asked(page), right=True)
        page.get_by_role("button", name=name).click()
    expect(page.locator(".review-state")).to_have_text("You are done for today. Reviewed today: 2.")
    page.reload()
    expect(page.locator(".review-state")).to_have_text("You are done for today. Reviewed today: 2.")
    expect(page.locator(".review-stage .item")).to_have_count(0)


def test_a_limit_that_is_none_is_not_taken(reader):
    answered_in_chapter(reader, SINGLES[0])
    page = reader.open(REVIEW)
    limit = page.get_by_label("Maximum questions per day")
    limit.fill("0")
    limit.press("Tab")
    expect(page.get_by_role("alert")).to_have_text("Type a whole number from 1 to 500.")
    assert record(page)["settings"]["daily"] == 20


def test_two_tabs_do_not_ask_the_same_twice(reader):
    answered_in_chapter(reader, *SINGLES[:2])
    later(reader, days=2)
    one, other = reader.open(REVIEW), reader.open(REVIEW)
    first = asked(one)
    assert asked(other).id == first.id
    answer(one.locator(".review-stage .item"), first, right=True)
    expect(other.locator(".review-state")).to_have_text("1 left for today. Reviewed today: 1.")
    expect(other.locator(".review-stage .stem")).not_to_contain_text(first.stem)
    assert asked(other).id != first.id


def test_with_certainty_being_sure_and_right_moves_it_further(reader):
    answered_in_chapter(reader, SINGLES[0])
    later(reader, days=2)
    page = reader.open(REVIEW)
    before = record(page)
    keep(page, **{**before, "settings": {**before["settings"], "certainty": True}})
    page.reload()
    card = page.locator(".review-stage .item")
    key = next(option.text for option in SINGLES[0].options if option.correct)
    card.locator("label.option").filter(has=page.get_by_text(key, exact=True)).click()
    card.locator("input[type=radio][value='3']").check()
    card.get_by_role("button", name="Check").click()
    expect(page.locator(".review-back")).to_contain_text("comes back")
    assert due(page, SINGLES[0]) > NOON + timedelta(days=20)


def test_a_changed_question_is_not_asked(reader):
    page = answered_in_chapter(reader, SINGLES[0])
    before = record(page)
    before["answers"][SINGLES[0].id]["digest"] = before["reviews"][SINGLES[0].id]["digest"] = "0"
    keep(page, **before)
    later(reader, days=5)
    page = reader.open(REVIEW)
    expect(page.locator(".review-state")).to_have_text("Nothing to review today.")


def test_answers_of_the_first_edition_are_due_too(reader):
    digest = record(answered_in_chapter(reader, SINGLES[0]))["answers"][SINGLES[0].id]["digest"]
    kept = {"digest": digest, "chosen": ["a"], "checked": True, "at": NOON.timestamp() * 1000}
    page = reader.open("book/glossary.html")
    keep_first_edition(page, {SINGLES[0].id: kept})
    later(reader, days=2)
    page = reader.open(REVIEW)
    assert asked(page).id == SINGLES[0].id


def test_a_chapter_whose_questions_cannot_be_loaded_is_named_and_the_review_goes_on(reader):
    there = next(item for item in BANKS["warming-it"].items if item.kind == "single-best-answer")
    answer(reader.open(f"{OTHER}?questions=all").locator(f"[id='{there.id}']"), there, right=False)
    answered_in_chapter(reader, SINGLES[0])
    later(reader, days=2)
    gone = {"status": 200, "body": "", "content_type": "text/javascript"}
    reader.context.route("**/items/warming-it.js*", lambda route: route.fulfill(**gone))
    page = reader.open(REVIEW)
    expect(page.locator(".memory-place")).to_contain_text("The questions of “Warming it” could not be loaded")
    expect(page.locator(".review-state")).to_have_text("1 left for today.")
    assert asked(page).id == SINGLES[0].id


def test_a_wish_made_in_another_tab_is_heeded_by_the_question_on_the_screen(reader):
    chapter = answered_in_chapter(reader, SINGLES[0])
    later(reader, days=2)
    page = reader.open(REVIEW)
    page.locator(".review-stage label.option").first.click()
    chapter.get_by_label("Say how sure I am").check()
    expect(page.locator(".review-stage .sure")).to_be_visible()
    page.locator(".review-stage .levels label").first.click()
    page.locator(".review-stage").get_by_role("button", name="Check").click()
    expect(page.locator(".review-stage .verdict")).to_be_visible()


def test_it_works_from_a_folder_by_double_click(reader, site):
    folder = f"{site.as_uri()}/"
    page = reader.open(CHAPTER, at=folder)
    answer(page.locator(f"[id='{SINGLES[0].id}']"), SINGLES[0], right=True)
    later(reader, days=2)
    page = reader.open(REVIEW, at=folder)
    answer(page.locator(".review-stage .item"), SINGLES[0], right=True)
    expect(page.locator(".review-back")).to_contain_text("comes back")
