"""The page of progress: what is answered and right, what is due; kept on this device, and told if it cannot be."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from remembering import (
    BANK,
    PROGRESS,
    REVIEW,
    SINGLES,
    TOTAL,
    answer,
    answered_in_chapter,
    at_noon,
    later,
)

from device import keep, keep_first_edition
from device import kept as record
from marble_thumb import STACKED


@pytest.fixture
def reader(new_reader):
    return at_noon(new_reader)


def test_before_the_first_answer_it_leads_to_the_questions(reader):
    page = reader.open(PROGRESS)
    expect(page.locator(".memory-place")).to_contain_text("You have not answered any questions yet.")
    expect(page.locator('.memory-place a[href="marble-thumb.html"]')).to_be_visible()


def test_right_answers_of_the_first_edition_are_counted_once_their_chapter_was_opened(reader):
    chapter = answered_in_chapter(reader, SINGLES[0])
    new = record(chapter)
    answer = {name: new["answers"][SINGLES[0].id][name] for name in ("digest", "chosen", "checked", "at")}
    keep_first_edition(chapter, {SINGLES[0].id: answer})
    reader.open(STACKED)
    expect(reader.open(PROGRESS).locator(".memory-done")).to_have_text(
        f"1 of {TOTAL} questions answered, 1 right."
    )


def test_it_counts_what_is_answered_and_right_by_chapter_and_objective(reader):
    answered_in_chapter(reader, SINGLES[0])
    answered_in_chapter(reader, SINGLES[1], right=False)
    page = reader.open(PROGRESS)
    expect(page.locator(".memory-done")).to_have_text(f"2 of {TOTAL} questions answered, 1 right.")
    # Of the chapters not begun they come when they are unfolded (test_own_pages).
    expect(page.locator(".memory table tbody tr")).to_have_count(len(BANK.objectives))
    mine = [item for item in BANK.items if item.objective == SINGLES[0].objective]
    row = page.locator(".memory table tr", has=page.locator(f"a[href$='#{mine[0].id}']"))
    expect(row.locator("td").nth(1)).to_contain_text(f"of {len(mine)}")


def test_the_objectives_of_a_chapter_unfold_and_stay_so_when_another_answer_comes(reader):
    answered_in_chapter(reader, SINGLES[0])
    page = reader.open(PROGRESS)
    row = page.locator(".memory table tr", has=page.locator(f"a[href$='#{SINGLES[0].id}']"))
    expect(row).to_be_hidden()
    page.locator("summary[aria-label$='By objective: Marble thumb']").press("Enter")
    expect(row).to_be_visible()
    answered_in_chapter(reader, SINGLES[1])
    expect(page.locator(".memory-done")).to_contain_text("2 of")
    expect(row).to_be_visible()


def test_what_one_was_sure_of_and_wrong_about_comes_first(reader):
    page = reader.open(STACKED)
    keep(page, settings={"certainty": True, "daily": 20})
    page.reload()
    card = page.locator(f"[id='{SINGLES[0].id}']")
    wrong = next(option.text for option in SINGLES[0].options if not option.correct)
    card.locator("label.option").filter(has=page.get_by_text(wrong, exact=True)).click()
    card.locator("input[type=radio][value='3']").check()
    card.get_by_role("button", name="Check").click()
    page = reader.open(PROGRESS)
    expect(page.locator("h2")).to_have_text(
        ["Next step", "Sure but wrong", "By chapter", "Your results as a file"]
    )
    # It is called by its text.
    expect(page.locator(".ways .way .name")).to_have_text(clipped(SINGLES[0].stem))
    page.locator(f"a.way[href='marble-thumb.html#{SINGLES[0].id}']").click()
    expect(page.locator(f"[id='{SINGLES[0].id}']")).to_be_in_viewport()


def clipped(text: str) -> str:
    return text if len(text) <= 90 else re.compile(f"^{re.escape(text[:60])}.{{1,30}}…$")


def chapter_line(page: Page, title: str = "Marble thumb") -> Locator:
    return page.locator(".standings > li", has=page.locator(".title", has_text=title))


def test_each_chapter_has_a_bar_of_right_wrong_and_open_and_the_same_in_words(reader):
    answered_in_chapter(reader, SINGLES[0])
    answered_in_chapter(reader, SINGLES[1], right=False)
    row = chapter_line(reader.open(PROGRESS))
    total = len(BANK.items)
    expect(row.locator("summary")).to_have_text(f"1 right, 1 wrong, {total - 2} open")
    widths = row.locator(".standing-bar > rect").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )
    whole, answered, striped, right = widths
    assert answered == striped == pytest.approx(2 / total * whole, abs=0.5)
    assert right == pytest.approx(1 / total * whole, abs=0.5)
    # What is wrong differs from what is right by more than its color.
    assert "url(" in row.locator(".standing-bar > rect").nth(2).get_attribute("fill")


def test_the_weakest_chapter_stands_first_and_those_not_begun_last(reader):
    answered_in_chapter(reader, SINGLES[0], right=False)
    page = reader.open(PROGRESS)
    expect(page.locator(".standings .title").first).to_have_text("Marble thumb")
    expect(page.get_by_text("Weakest first:")).to_be_visible()


def test_a_way_leads_to_five_of_a_chapter_that_are_not_right_yet(reader):
    answered_in_chapter(reader, SINGLES[0])
    answered_in_chapter(reader, SINGLES[1], right=False)
    page = reader.open(PROGRESS)
    chapter_line(page).get_by_role("link", name="Do 5: Marble thumb").click()
    expect(page.locator(".strip .step")).to_have_count(5)
    expect(page.locator(".item:visible")).to_have_count(1)
    right = next(item for item in BANK.items if item.id == SINGLES[0].id)
    assert right.id not in page.url


def test_a_wrong_answer_is_put_away_once_where_the_question_is_done_again(reader):
    answered_in_chapter(reader, SINGLES[0], right=False)
    page = reader.open(PROGRESS)
    page.get_by_role("link", name="Try 1 question again").click()
    shown = page.locator(f"[id='{SINGLES[0].id}']")
    expect(shown).to_be_visible()
    expect(shown.locator(".verdict")).to_have_count(0)
    answer(shown, SINGLES[0], right=False)
    page.reload()
    expect(shown.locator(".verdict")).to_be_visible()


def next_step(page: Page) -> Locator:
    return page.get_by_role("region", name="Next step")


def test_the_next_step_is_what_is_due_then_the_weakest_objective_then_a_chapter_not_begun(reader):
    answered_in_chapter(reader, SINGLES[0], right=False)
    page = reader.open(PROGRESS)
    expect(next_step(page)).to_contain_text("Your weakest objective, 0 of 1 right, is in “Marble thumb”")
    expect(next_step(page).get_by_role("link")).to_have_count(1)
    later(reader, days=2)
    page = reader.open(PROGRESS)
    next_step(page).get_by_role("link", name="Review 1 question").click()
    expect(page).to_have_url(re.compile("review.html$"))


def test_with_nothing_due_and_nothing_wrong_the_next_step_is_a_chapter_not_begun(reader):
    answered_in_chapter(reader, SINGLES[0])
    page = reader.open(PROGRESS)
    expect(next_step(page)).to_contain_text("Not started yet:")
    assert next_step(page).get_by_role("link").get_attribute("href") != "marble-thumb.html"


def test_it_follows_another_tab(reader):
    page = reader.open(PROGRESS)
    answered_in_chapter(reader, SINGLES[0])
    expect(page.locator(".memory-done")).to_have_text(f"1 of {TOTAL} questions answered, 1 right.")


COME_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"


@pytest.mark.parametrize(("path", "shown"), [(PROGRESS, ".memory-done"), (STACKED, ".verdict")])
def test_a_page_that_is_come_back_to_shows_what_is_there_now(reader, path, shown):
    answered_in_chapter(reader, SINGLES[0]).close()
    page = reader.open(path)
    expect(page.locator(shown)).to_have_count(1)
    # In the same tab, where a page hears nothing of it; the way back shows the page as it was left.
    page.evaluate("localStorage.clear()")
    page.evaluate(COME_BACK)
    expect(page.locator(shown)).to_have_count(0)


def test_it_says_what_is_due_and_when_the_next_is(reader):
    answered_in_chapter(reader, SINGLES[0])
    page = reader.open(PROGRESS)
    expect(page.locator(".memory-due")).to_have_text(
        "Nothing to review today. Next on Monday, November 23: 1 question."
    )
    later(reader, days=2)
    page = reader.open(PROGRESS)
    expect(page.locator(".memory-due")).to_have_text("To review today: 1 question.")


def test_answers_that_cannot_be_kept_are_told_here_too(reader):
    reader.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    for path in (PROGRESS, REVIEW):
        page = reader.open(path)
        expect(page.locator(".quiz-notice")).to_contain_text("does not let the page keep answers")
