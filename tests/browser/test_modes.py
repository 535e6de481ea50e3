"""Somebody takes the questions of a chapter: saying how sure, as an exam, some of them again, on paper."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from axe import SCHEMES, axe
from quizzes.load import load_bank
from reader import CHAPTER

BANK = load_bank("staging-and-prognosis")
SINGLES = [item for item in BANK.items if item.kind == "single-best-answer"]
FIRST, SECOND, THIRD = SINGLES[:3]
TOTAL = len(BANK.items)
SURE = "Say how sure I am"


def card(page: Page, item) -> Locator:
    return page.locator(f"[id='{item.id}']")


def pick(where: Locator, item, *, right: bool) -> None:
    text = next(option.text for option in item.options if option.correct is right)
    where.locator("label.option").filter(has=where.page.get_by_text(text, exact=True)).click()


def sure(where: Locator, level: int) -> None:
    where.locator(".levels label").nth(level - 1).click()


def check(where: Locator) -> None:
    where.get_by_role("button", name="Check").click()


def answer(page: Page, item, *, right: bool, level: int | None = None) -> None:
    where = card(page, item)
    pick(where, item, right=right)
    if level is not None:
        sure(where, level)
    check(where)


def kept(page: Page) -> dict:
    return json.loads(page.evaluate("localStorage.getItem('asps-course.v2')"))


def start_exam(page: Page, *, minutes: str = "") -> None:
    page.get_by_text("Take as an exam").click()
    page.get_by_label("Time limit in minutes").fill(minutes)
    page.get_by_role("button", name="Start the exam").click()


def shown_item(page: Page):
    name = page.locator(".item:visible").get_attribute("id")
    return next(item for item in BANK.items if item.id == name)


def steps(page: Page) -> Locator:
    return page.locator(".strip button")


def submit(page: Page) -> None:
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()


# How sure one is


def test_nobody_is_asked_how_sure_before_wanting_it(reader):
    page = reader.open(CHAPTER)
    expect(page.get_by_label(SURE)).not_to_be_checked()
    expect(page.locator(".sure:visible")).to_have_count(0)


@pytest.mark.parametrize(
    ("right", "level", "mark"),
    [(True, 1, "+1"), (True, 2, "+2"), (True, 3, "+3"), (False, 1, "0"), (False, 2, "−2"), (False, 3, "−6")],
)
def test_a_certainty_brings_the_exact_mark_beside_the_verdict(reader, right, level, mark):
    page = reader.open(CHAPTER)
    page.get_by_label(SURE).check()
    answer(page, FIRST, right=right, level=level)
    expect(card(page, FIRST).locator(".brought")).to_have_text(f"Certainty {level} · {mark}")
    expect(page.locator(".quiz-said")).to_contain_text(f"Certainty {level} · {mark}")


def test_with_certainty_on_checking_waits_for_it_and_says_so(reader):
    page = reader.open(CHAPTER)
    page.get_by_label(SURE).check()
    item = card(page, FIRST)
    expect(item.locator(".levels input").first).to_be_disabled()
    pick(item, FIRST, right=True)
    expect(item.get_by_role("button", name="Check")).to_be_disabled()
    expect(item.locator(".picked")).to_have_text("say how sure you are")
    sure(item, 2)
    expect(item.get_by_role("button", name="Check")).to_be_enabled()


def test_the_wish_and_the_certainty_are_there_after_a_reload(reader):
    page = reader.open(CHAPTER)
    page.get_by_label(SURE).check()
    pick(card(page, FIRST), FIRST, right=True)
    sure(card(page, FIRST), 3)
    page.reload()
    expect(page.get_by_label(SURE)).to_be_checked()
    expect(card(page, FIRST).locator(".levels input").nth(2)).to_be_checked()


def test_the_results_hold_marks_calibration_and_confident_errors_first(reader):
    page = reader.open(CHAPTER)
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
    expect(errors.nth(0)).to_contain_text("Certainty 3 · −6")
    expect(errors.nth(0)).to_contain_text(FIRST.lead_in)
    expect(errors.nth(1)).to_contain_text("Certainty 2 · −2")
    table = results.locator(".calibration tbody tr")
    assert [row.locator("th, td").all_text_contents() for row in table.all()] == [
        ["1", "no answers", "–", "0"],
        ["2", "0 of 1 (0%)", "1", "−2"],
        ["3", "1 of 2 (50%)", "1", "−3"],
    ]
    expect(results.get_by_role("img")).to_be_visible()
    expect(results.locator("circle")).to_have_count(2)


# As an exam


def test_an_exam_tells_nothing_before_it_is_submitted(reader):
    page = reader.open(CHAPTER)
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
    page = reader.open(CHAPTER)
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
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Submit", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name=re.compile("^Submit with .* unanswered"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Submit", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your results")).to_be_focused()
    expect(page.locator(".quiz-said")).to_contain_text("points")


def test_submitting_says_first_how_many_are_unanswered(reader):
    page = reader.open(CHAPTER)
    start_exam(page)
    page.locator(".item:visible input").first.focus()
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.locator(".confirm")).to_contain_text(f"Submit with {TOTAL} of {TOTAL} unanswered?")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".verdict")).to_have_count(0)


def test_the_strip_says_and_shows_what_is_answered_flagged_and_where_one_is(reader):
    page = reader.open(CHAPTER)
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
    page = reader.open(CHAPTER)
    start_exam(page, minutes="30")
    done = []
    for _ in range(3):
        item = shown_item(page)
        done.append(item.id)
        for at in range(getattr(item, "pick", 1)):
            page.locator(".item:visible label.option").nth(at).click()
        page.locator(".item:visible").get_by_role("button", name="Next question").click()
    before = kept(page)["exams"]["staging-and-prognosis"]
    page.reload()
    expect(page.locator(".strip")).to_be_visible()
    assert kept(page)["exams"]["staging-and-prognosis"] == before
    assert before["order"][:3] == done
    for name in done:
        expect(page.locator(f"[id='{name}'] input:checked")).not_to_have_count(0)
    expect(steps(page).nth(3)).to_have_attribute("aria-current", "step")


def test_a_tab_that_crashes_and_another_that_goes_on_share_the_exam(reader):
    one = reader.open(CHAPTER)
    start_exam(one)
    name = shown_item(one).id
    one.locator(".item:visible input").first.check()
    other = reader.open(CHAPTER)
    one.close()
    expect(other.locator(f"[id='{name}'] input:checked")).not_to_have_count(0)
    submit(other)
    expect(other.locator(".verdict")).to_have_count(TOTAL)


def test_submitting_in_one_tab_is_seen_in_the_other(reader):
    one, other = reader.open(CHAPTER), reader.open(CHAPTER)
    start_exam(one)
    expect(other.locator(".strip")).to_be_visible()
    submit(other)
    expect(one.get_by_role("heading", name="Your results")).to_be_visible()


def test_time_over_is_said_and_stops_nobody(reader):
    page = reader.open(CHAPTER)
    page.clock.install(time="2026-11-21T10:00:00")
    page.reload()
    page.clock.pause_at("2026-11-21T11:00:00")
    start_exam(page, minutes="1")
    expect(page.locator(".clock")).to_have_text("1:00 left")
    page.clock.run_for(30_000)
    expect(page.locator(".clock")).to_have_text("0:30 left")
    page.clock.run_for(45_000)
    expect(page.locator(".clock")).to_have_text("Time is over by 0:15. You can go on.")
    expect(page.locator(".quiz-said")).to_contain_text("Time is over.")
    page.locator(".item:visible input").first.check()
    page.locator(".item:visible").get_by_role("button", name="Next question").click()
    submit(page)
    expect(page.locator(".score")).to_contain_text("Time used: 1:15.")


def test_a_time_limit_that_is_none_is_refused_with_what_would_do(reader):
    page = reader.open(CHAPTER)
    start_exam(page, minutes="soon")
    expect(page.get_by_role("alert")).to_have_text("A whole number from 1 to 600, or nothing.")
    expect(page.get_by_label("Time limit in minutes")).to_be_focused()
    expect(page.locator(".strip")).to_be_hidden()


def test_leaving_an_exam_keeps_the_picks_and_gives_back_the_order_of_the_chapter(reader):
    page = reader.open(CHAPTER)
    start_exam(page)
    name = shown_item(page).id
    page.locator(".item:visible input").first.check()
    page.get_by_role("button", name="Leave the exam").click()
    page.get_by_role("button", name="Leave", exact=True).click()
    expect(page.locator(".item:visible")).to_have_count(TOTAL)
    ids = page.locator(".item").evaluate_all("cards => cards.map(card => card.id)")
    assert ids == [item.id for item in BANK.items]
    expect(page.locator(f"[id='{name}'] input:checked")).to_have_count(1)


# Some of them again


def test_only_the_wrong_the_unsure_or_the_unseen_are_asked_again(reader):
    page = reader.open(CHAPTER)
    answer(page, FIRST, right=False)
    answer(page, SECOND, right=True)
    card(page, THIRD).get_by_role("button", name="Flag").click()
    expect(page.get_by_role("button", name="wrong (1)")).to_be_visible()
    expect(page.get_by_role("button", name=f"unseen ({TOTAL - 2})")).to_be_visible()
    page.get_by_role("button", name="unsure (1)").click()
    expect(page.locator(".item:visible")).to_have_count(1)
    expect(card(page, THIRD)).to_be_focused()
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("button", name="wrong (1)").click()
    expect(page.locator(".only")).to_have_text("Only the wrong: 1 question.")
    expect(card(page, FIRST).locator(".verdict")).to_have_count(0)
    answer(page, FIRST, right=True)
    card(page, FIRST).get_by_role("button", name="See your results").click()
    expect(page.locator(".score")).to_contain_text("1 of 1 points")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".item:visible")).to_have_count(TOTAL)
    expect(page.locator(".quiz-total")).to_have_text(f"2 of {TOTAL} answered, 2 right")


def test_an_exam_can_be_taken_on_the_unseen_alone(reader):
    page = reader.open(CHAPTER)
    answer(page, FIRST, right=True)
    page.get_by_role("button", name=f"unseen ({TOTAL - 1})").click()
    start_exam(page)
    expect(steps(page)).to_have_count(TOTAL - 1)
    submit(page)
    page.get_by_role("button", name="Close the review").click()
    expect(page.locator(".quiz-total")).to_have_text(f"1 of {TOTAL} answered, 1 right")


# The ways from text to question and back


def test_each_objective_leads_back_to_the_text_and_to_its_questions(reader):
    page = reader.open(CHAPTER)
    start_exam(page)
    submit(page)
    rows = page.locator(".objectives-table tbody tr")
    expect(rows).to_have_count(len(BANK.objectives))
    own = [item for item in BANK.items if item.objective == BANK.objectives[0].id]
    expect(rows.first).to_contain_text(f"0 of {len(own)}")
    hrefs = rows.first.locator("a").evaluate_all("ways => ways.map(way => way.getAttribute('href'))")
    assert set(hrefs) == {f"#{item.paragraph}" for item in own} | {f"#{item.id}" for item in own}
    way = rows.first.locator(f"a[href='#{own[0].paragraph}']")
    expect(way).to_have_text("What to image, and what each examination is known to find")
    rows.first.locator(f"a[href='#{own[0].id}']").click()
    expect(card(page, own[0])).to_be_focused()
    way.click()
    expect(page.locator(f"[id='{own[0].paragraph}']")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_each_paragraph_with_questions_leads_to_them(new_reader, scripts):
    page = new_reader(java_script_enabled=scripts).open(CHAPTER)
    for label in {item.paragraph for item in BANK.items}:
        own = [item.id for item in BANK.items if item.paragraph == label]
        way = page.locator(f"section:is([id='{label}'], :has(> [id='{label}'])) > .to-questions a")
        expect(way).to_have_text(f"Questions on this ({len(own)})")
        assert way.get_attribute("href") == f"#{own[0]}"
        way.click()
        expect(page.locator(f"[id='{own[0]}']")).to_be_in_viewport()
        if scripts:
            expect(page.locator(f"[id='{own[0]}']")).to_be_focused()


# A hint


def test_a_hint_is_folded_away_costs_nothing_and_is_recorded(reader):
    def add_hint(route: Route) -> None:
        page = route.fetch().text()
        where = page.index('class="item-data"')
        hinted = page[where:].replace('"lead_in":', '"hint":"Think of the <b>lungs</b>.","lead_in":', 1)
        route.fulfill(body=page[:where] + hinted, content_type="text/html")

    reader.context.route(f"**/{CHAPTER}", add_hint)
    page = reader.open(CHAPTER)
    asked = BANK.items[0]
    hint = card(page, asked).locator("details.clue")
    expect(hint).to_have_count(1)
    expect(hint.get_by_text("lungs")).to_be_hidden()
    hint.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(hint.get_by_text("Think of the <b>lungs</b>.")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_function("localStorage.getItem('asps-course.v2') !== null")
    assert kept(page)["answers"][asked.id]["hints"] == 1
    answer(page, asked, right=True)
    assert kept(page)["answers"][asked.id]["score"] == 1
    expect(page.get_by_role("button", name="unsure (1)")).to_be_visible()


# For everybody


def broken_rules(page: Page) -> list[str]:
    """What axe finds with nothing under the bar that stays at the top of the screen."""
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    return axe(page)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [360, 1280])
def test_no_rule_of_axe_is_broken_in_an_exam_or_its_review(new_reader, scheme, width):
    size = {"width": width, "height": 900}
    page = new_reader(viewport=size, color_scheme=scheme).open(CHAPTER)
    page.get_by_label(SURE).check()
    page.locator(".offer > summary").click()
    assert broken_rules(page) == []
    page.get_by_role("button", name="Start the exam").click()
    for at in range(TOTAL):
        steps(page).nth(at).click()
        item = shown_item(page)
        if item in SINGLES:
            pick(card(page, item), item, right=at % 2 == 0)
            sure(card(page, item), at % 3 + 1)
    page.locator(".item:visible").get_by_role("button", name="Flag").click()
    assert broken_rules(page) == []
    submit(page)
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# On paper


def test_paper_has_the_questions_first_and_the_answers_after_them(reader):
    page = reader.open(CHAPTER)
    answer(page, FIRST, right=False)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(card(page, FIRST).locator(".why").first).to_be_hidden()
    expect(card(page, FIRST).locator(".verdict")).to_be_hidden()
    answers = page.locator(".answers-printed > section")
    expect(answers).to_have_count(TOTAL)
    for item, said in zip(BANK.items, answers.all(), strict=True):
        expect(said.locator(".point")).to_be_visible()
        expect(said.locator(".right")).to_have_count(sum(option.correct for option in item.options))
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(answers).to_have_count(0)


def test_without_scripts_paper_has_the_answers_open(new_reader):
    page = new_reader(java_script_enabled=False).open(CHAPTER)
    page.emulate_media(media="print")
    expect(card(page, FIRST).locator(".answer .point")).to_be_visible()
