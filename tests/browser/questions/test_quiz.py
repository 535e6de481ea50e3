"""Somebody answers the questions of a chapter, by mouse, by keyboard, twice, in two tabs."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from device import keep, kept
from marble_thumb import BANKS, KEY, NAME, STACKED
from reader import PAINTED

BANK = BANKS[NAME]
MANY = len(BANK.items)
SINGLE = next(item for item in BANK.items if item.kind == "single-best-answer")
SEVERAL = next(item for item in BANK.items if item.kind == "multiple-response")
TOTAL = ".quiz-total"


def key(item) -> list[str]:
    return [option.text for option in item.options if option.correct]


def distractor(item) -> str:
    return next(option.text for option in item.options if not option.correct)


def card(page: Page, item) -> Locator:
    return page.locator(f"[id='{item.id}']")


def pick(where: Locator, *texts: str) -> None:
    for text in texts:
        where.locator("label.option").filter(has=where.page.get_by_text(text, exact=True)).click()


def check(where: Locator) -> None:
    where.get_by_role("button", name="Check").click()


def test_a_right_answer_is_marked_by_word_and_sign_and_every_option_gives_its_reason(reader):
    page = reader.open(STACKED)
    item = card(page, SINGLE)
    pick(item, *key(SINGLE))
    check(item)
    expect(item.locator(".option.right .mark")).to_have_text("✓ Your answer, right")
    expect(item.locator(".option.wrong")).to_have_count(0)
    expect(item.locator(".why")).to_have_count(len(SINGLE.options))
    expect(item.locator(".verdict")).to_contain_text("Right.")
    expect(page.locator(TOTAL)).to_have_text(f"1 of {MANY} answered, 1 right")


def test_a_wrong_answer_shows_the_right_one_beside_it_and_the_others_stay_neutral(reader):
    page = reader.open(STACKED)
    item = card(page, SINGLE)
    pick(item, distractor(SINGLE))
    check(item)
    expect(item.locator(".option.wrong .mark")).to_have_text("✗ Your answer")
    expect(item.locator(".option.right .mark")).to_have_text("✓ Right answer")
    expect(item.locator(".option:not(.right):not(.wrong) .mark")).to_have_count(0)
    expect(page.locator(TOTAL)).to_have_text(f"1 of {MANY} answered, 0 right")


def test_an_answer_changed_in_the_moment_of_checking_is_told_as_it_was_checked(reader):
    page = reader.open(STACKED)
    item = card(page, SINGLE)
    pick(item, distractor(SINGLE))
    page.evaluate(PAINTED)
    right = item.locator("label.option").filter(has=page.get_by_text(key(SINGLE)[0], exact=True))
    item.evaluate(
        "(card, right) => (right.click(), card.querySelector('[type=submit]').click())",
        right.element_handle(),
    )
    expect(item.locator(".verdict")).to_contain_text("Right.")
    expect(item.locator(".option.right .mark")).to_have_text("✓ Your answer, right")


def test_picking_submits_nothing(reader):
    page = reader.open(STACKED)
    item = card(page, SINGLE)
    expect(item.get_by_role("button", name="Check")).to_be_disabled()
    pick(item, *key(SINGLE))
    expect(item.locator(".verdict")).to_have_count(0)
    expect(item.get_by_role("button", name="Check")).to_be_enabled()


def test_several_answers_are_checked_once_the_stated_number_is_picked(reader):
    page = reader.open(STACKED)
    item = card(page, SEVERAL)
    expect(item.locator(".hint")).to_contain_text(f"Pick {SEVERAL.pick}.")
    pick(item, key(SEVERAL)[0])
    expect(item.get_by_role("button", name="Check")).to_be_disabled()
    pick(item, *key(SEVERAL)[1:])
    check(item)
    expect(item.locator(".verdict")).to_contain_text("Right.")


def test_the_keyboard_alone_answers_reads_and_goes_on(reader):
    page = reader.open(STACKED)
    item = card(page, SINGLE)
    item.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(item.locator(".verdict")).to_be_visible()
    expect(item.locator(".verdict")).to_be_focused()
    page.keyboard.press("Enter")
    following = BANK.items[BANK.items.index(SINGLE) + 1]
    expect(card(page, following)).to_be_focused()
    expect(card(page, following)).to_be_in_viewport()


def test_the_result_is_announced_in_a_region_that_was_there_before(reader):
    page = reader.open(STACKED)
    said = page.locator(".quiz-said[role=status]")
    expect(said).to_be_empty()
    item = card(page, SINGLE)
    pick(item, *key(SINGLE))
    check(item)
    expect(said).to_contain_text("Right.")
    expect(said).to_contain_text(f"1 of {MANY} answered")


def test_the_answer_leads_to_its_study_and_back_to_its_paragraph(reader):
    page = reader.open(STACKED)
    item = card(page, SINGLE)
    pick(item, *key(SINGLE))
    check(item)
    ways = item.locator("a.way")
    assert ways.last.get_attribute("href") == f"#{SINGLE.paragraph}"
    ways.last.click()
    expect(page.locator(f"[id='{SINGLE.paragraph}']").first).to_be_in_viewport()
    for name in SINGLE.evidence:
        expect(item.locator(f'a.way[href^="evidence/"][href$=".html#{name}"]')).to_have_count(1)


def test_a_reload_keeps_answers_and_unchecked_picks(reader):
    page = reader.open(STACKED)
    pick(card(page, SINGLE), distractor(SINGLE))
    check(card(page, SINGLE))
    pick(card(page, SEVERAL), key(SEVERAL)[0])
    order = card(page, SINGLE).locator(".option .text").all_text_contents()
    page.reload()
    expect(card(page, SINGLE).locator(".option.wrong .mark")).to_have_text("✗ Your answer")
    expect(card(page, SEVERAL).locator("input:checked")).to_have_count(1)
    assert card(page, SINGLE).locator(".option .text").all_text_contents() == order


def test_the_head_of_the_chapter_says_how_far_one_has_come(reader):
    page = reader.open(STACKED)
    progress = page.locator(".chapter-head .progress")
    expect(progress).to_have_text(f"{MANY} questions")
    pick(card(page, SINGLE), *key(SINGLE))
    check(card(page, SINGLE))
    expect(progress).to_have_text(f"1 of {MANY} answered")
    page.reload()
    expect(progress).to_have_text(f"1 of {MANY} answered")


def test_a_question_can_be_tried_again(reader):
    page = reader.open(STACKED)
    item = card(page, SINGLE)
    pick(item, distractor(SINGLE))
    check(item)
    item.get_by_role("button", name="Try again").click()
    expect(item.locator(".mark, .why, .verdict")).to_have_count(0)
    expect(page.locator(TOTAL)).to_have_text(f"0 of {MANY} answered, 0 right")
    pick(item, *key(SINGLE))
    check(item)
    expect(page.locator(TOTAL)).to_have_text(f"1 of {MANY} answered, 1 right")


def test_starting_over_asks_first_and_then_forgets(reader):
    page = reader.open(STACKED)
    pick(card(page, SINGLE), *key(SINGLE))
    check(card(page, SINGLE))
    page.get_by_role("button", name="Reset all").click()
    page.get_by_role("button", name="Keep them").click()
    expect(page.locator(TOTAL)).to_have_text(f"1 of {MANY} answered, 1 right")
    page.get_by_role("button", name="Reset all").click()
    page.get_by_role("button", name="Erase them").click()
    expect(page.locator(TOTAL)).to_have_text(f"0 of {MANY} answered, 0 right")
    page.reload()
    expect(page.locator(TOTAL)).to_have_text(f"0 of {MANY} answered, 0 right")


def test_two_tabs_agree(reader):
    one, other = reader.open(STACKED), reader.open(STACKED)
    pick(card(one, SINGLE), *key(SINGLE))
    check(card(one, SINGLE))
    expect(other.locator(TOTAL)).to_have_text(f"1 of {MANY} answered, 1 right")
    pick(card(other, SEVERAL), *key(SEVERAL))
    check(card(other, SEVERAL))
    expect(one.locator(TOTAL)).to_have_text(f"2 of {MANY} answered, 2 right")


@pytest.mark.parametrize("width", [360, 1280])
def test_becoming_interactive_moves_nothing(new_reader, width):
    size = {"viewport": {"width": width, "height": 900}}
    plain = new_reader(java_script_enabled=False, **size).open(STACKED)
    live = new_reader(**size).open(STACKED)
    expect(live.locator(TOTAL)).to_contain_text("answered")
    for item in BANK.items:
        before, after = (card(page, item).bounding_box()["height"] for page in (plain, live))
        assert after == pytest.approx(before, abs=1)


OLD_ANSWER = {"digest": "x", "chosen": ["a"], "checked": True, "at": 1}
NEW_ANSWER = {**OLD_ANSWER, "certainty": 0, "hints": 0, "ms": 0, "flagged": False, "score": None}
RECORD = {
    "version": 2,
    "book": NAME,
    "seed": 7,
    "answers": {"gone": NEW_ANSWER, "hurt": {"digest": 3, "chosen": "a", "checked": "yes"}},
}
DENIED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


def keeping(value: str, key: str = KEY) -> str:
    put = f"localStorage.setItem('{key}', {json.dumps(value)})"
    return f"sessionStorage.been ?? {put}; sessionStorage.been = 1"


@pytest.mark.parametrize(
    ("script", "told"),
    [
        pytest.param(DENIED, "does not let the page keep answers", id="storage-denied"),
        pytest.param(FULL, "storage is full", id="storage-full"),
        pytest.param(keeping("{broken"), "set aside", id="not-json"),
        pytest.param(keeping('{"somebody": "else"}'), "set aside", id="foreign"),
        pytest.param(keeping(json.dumps({**RECORD, "version": 99})), "newer edition", id="newer"),
        pytest.param(
            keeping(json.dumps(RECORD)), "could not be read and were dropped: 1", id="one-answer-damaged"
        ),
    ],
)
def test_with_broken_storage_the_page_works_and_says_what_was_lost(reader, script, told):
    reader.context.add_init_script(script)
    page = reader.open(STACKED)
    item = card(page, SINGLE)
    pick(item, *key(SINGLE))
    check(item)
    expect(item.locator(".verdict")).to_contain_text("Right.")
    expect(page.locator(".quiz-notice")).to_contain_text(told)


def test_a_clock_put_back_loses_no_answer(reader):
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    reader.context.clock.set_fixed_time(noon)
    page = reader.open(STACKED)
    card(page, SINGLE).hover()
    page.clock.set_fixed_time(noon - timedelta(seconds=10))
    pick(card(page, SINGLE), *key(SINGLE))
    check(card(page, SINGLE))
    page.reload()
    expect(card(page, SINGLE).locator(".verdict")).to_contain_text("Right.")
    expect(page.locator(".quiz-notice")).to_be_empty()


def test_the_time_of_a_question_is_that_spent_in_it(reader):
    reader.context.clock.install(time="2026-11-21T10:00:00")
    page = reader.open(STACKED)
    page.clock.pause_at("2026-11-21T11:00:00")
    card(page, SINGLE).hover()
    card(page, SEVERAL).hover()
    page.clock.run_for(30_000)
    for item in (SINGLE, SEVERAL):
        pick(card(page, item), *key(item))
        check(card(page, item))
    answers = kept(page)["answers"]
    assert answers[SINGLE.id]["ms"] < 30_000 <= answers[SEVERAL.id]["ms"]


def test_a_reader_whose_question_is_checked_in_another_tab_stays_in_it(reader):
    one, other = reader.open(STACKED), reader.open(STACKED)
    pick(card(one, SINGLE), distractor(SINGLE))
    card(other, SINGLE).locator("input").first.focus()
    check(card(one, SINGLE))
    expect(card(other, SINGLE).locator(".verdict")).to_be_visible()
    expect(card(other, SINGLE)).to_be_focused()


def test_what_is_missing_for_checking_is_said_aloud(reader):
    page = reader.open(STACKED)
    pick(card(page, SEVERAL), key(SEVERAL)[0])
    said = card(page, SEVERAL).get_by_role("status").filter(has_text="picked")
    expect(said).to_contain_text(f"1 of {SEVERAL.pick}")


def test_a_damaged_record_is_set_aside_not_destroyed(reader):
    reader.context.add_init_script(keeping("{broken"))
    page = reader.open(STACKED)
    expect(page.locator(".quiz-notice")).to_contain_text("set aside")
    assert page.evaluate("key => localStorage.getItem(key)", f"{KEY}.damaged") == "{broken"


def test_one_damaged_answer_takes_no_other_with_it(reader):
    reader.context.add_init_script(keeping(json.dumps(RECORD)))
    page = reader.open(STACKED)
    pick(card(page, SINGLE), *key(SINGLE))
    answers = kept(page)["answers"]
    assert answers["gone"] == RECORD["answers"]["gone"]
    assert SINGLE.id in answers


def test_a_record_of_the_first_edition_is_taken_over(reader):
    old = {"version": 1, "book": NAME, "seed": 7, "answers": {"gone": OLD_ANSWER}}
    reader.context.add_init_script(keeping(json.dumps(old), f"{NAME}.v1"))
    page = reader.open(STACKED)
    pick(card(page, SINGLE), *key(SINGLE))
    now = kept(page)
    assert now["seed"] == 7
    assert now["answers"]["gone"] == NEW_ANSWER
    assert page.evaluate("key => localStorage.getItem(key)", f"{NAME}.v1") is None
    expect(page.locator(".quiz-notice")).to_be_empty()


def test_a_changed_question_loses_its_own_answer_only(reader):
    page = reader.open(STACKED)
    for item in (SINGLE, SEVERAL):
        pick(card(page, item), *key(item))
        check(card(page, item))
    before = kept(page)
    before["answers"][SINGLE.id]["digest"] = "of an older edition"
    keep(page, **before)
    page.reload()
    expect(card(page, SINGLE).locator(".lost")).to_contain_text("has changed since")
    expect(page.locator(TOTAL)).to_have_text(f"1 of {MANY} answered, 1 right")


def test_on_a_telephone_nothing_lies_over_what_can_be_done_after_a_check(new_reader):
    page = new_reader(viewport={"width": 360, "height": 780}).open(STACKED)
    item = card(page, SINGLE)
    pick(item, distractor(SINGLE))
    check(item)
    item.get_by_role("button", name="Try again").click()
    expect(item.locator(".verdict")).to_have_count(0)
