"""One question at a time: where one is, what is told after checking, what comes next."""

import re

import kinds_page
import pytest
from playwright.sync_api import Locator, Page, expect

from axe import axe_in_every_view
from device import kept
from hands import answer, authored_of, check, option
from reader import PAINTED

BANK = kinds_page.BANK
TOTAL = len(BANK.items)
SINGLE = next(item for item in BANK.items if item.kind == "single-best-answer")
SHORT = next(item for item in BANK.items if item.kind == "short-answer")
RIGHT = next(part.text for part in SINGLE.options if part.correct)
WRONG, OTHER = (part.text for part in SINGLE.options if not part.correct)
TELEPHONE = {"viewport": {"width": 360, "height": 780}, "has_touch": True}
# Whether something is wholly in the window, and nothing stands over its middle.
IN_SIGHT = """one => {
  const { x, y, width, height, top, bottom } = one.getBoundingClientRect();
  const there = document.elementFromPoint(x + width / 2, y + height / 2);
  return top >= 0 && bottom <= innerHeight && (one === there || one.contains(there));
}"""

# Whether each visible part of something begins where the one before it ends, or lower.
ONE_BELOW_THE_OTHER = """one => {
  const boxes = [...one.children].map(part => part.getBoundingClientRect()).filter(box => box.height > 0);
  return boxes.every((box, i) => i === 0 || box.top >= boxes[i - 1].bottom - 1);
}"""


def shown(page: Page) -> Locator:
    return page.locator(".item:visible")


def in_sight(where: Locator) -> bool:
    return where.evaluate(IN_SIGHT)


def alone(open_kinds, *items, **options) -> Page:
    """Open the page with these questions to be asked, one at a time."""
    ids = "+".join(item.id for item in items)
    return open_kinds(f"kinds.html?questions={ids}", stacked=False, **options)


def test_the_first_of_five_stands_there_and_the_others_wait(open_kinds):
    page = open_kinds(stacked=False)
    expect(shown(page)).to_have_count(1)
    expect(page.locator(".strip .here")).to_have_text("Question 1 of 5")
    expect(page.locator(".strip .step")).to_have_count(5)
    expect(page.locator(".strip [aria-current=step]")).to_have_attribute("aria-label", "Question 1")


def test_a_test_is_asked_whole(kinds_folder, open_kinds):
    kinds_page.write_page(kinds_folder, "test.html", whole=True)
    page = open_kinds("test.html", stacked=False)
    expect(page.locator(".strip .here")).to_have_text(f"Question 1 of {TOTAL}")
    ways = page.get_by_role("group", name="How to take the questions").get_by_role("button")
    expect(ways.filter(visible=True)).to_have_text([f"All {TOTAL}", "Show all"])


def test_without_scripts_all_stand_there(open_kinds):
    page = open_kinds(stacked=False, java_script_enabled=False)
    expect(shown(page)).to_have_count(TOTAL)


def test_where_their_script_does_not_come_all_stand_there(browser, kinds_address):
    page = browser.new_page()
    page.route("**/quiz.js", lambda route: route.abort())
    page.goto(f"{kinds_address}kinds.html")
    expect(shown(page)).to_have_count(TOTAL)
    page.close()


@pytest.mark.parametrize("options", [TELEPHONE, {}], ids=["telephone", "desk"])
def test_the_verdict_and_what_to_keep_are_on_the_screen_and_have_the_focus(open_kinds, options):
    page = alone(open_kinds, SINGLE, SHORT, **options)
    option(shown(page), WRONG).click()
    check(shown(page))
    verdict = page.locator(".verdict:visible")
    expect(verdict).to_be_focused()
    expect(verdict).to_contain_text("Not this one.")
    expect(verdict).to_contain_text(SINGLE.learning_point)
    assert in_sight(verdict)
    above = verdict.evaluate("one => one.previousElementSibling.textContent")
    assert above == SINGLE.lead_in


def test_the_reasons_of_the_pick_and_of_the_key_are_open_and_the_others_a_tap_away(open_kinds):
    page = alone(open_kinds, SINGLE)
    option(shown(page), WRONG).click()
    check(shown(page))
    whys = {part.text: part.rationale for part in SINGLE.options}
    for text in (WRONG, RIGHT):
        expect(option(shown(page), text).locator(".why")).to_have_text(whys[text])
    other = page.get_by_text(whys[OTHER])
    expect(other).to_be_hidden()
    page.get_by_text("Why not the others").click()
    expect(other).to_be_visible()
    expect(page.get_by_text("1 number behind this")).to_be_visible()
    assert shown(page).locator("form").evaluate(ONE_BELOW_THE_OTHER)


def test_check_and_then_next_stay_at_the_foot_of_a_telephone(open_kinds):
    page = alone(open_kinds, SINGLE, SHORT, **TELEPHONE)
    page.evaluate("document.querySelector('.item:not([hidden])').scrollIntoView()")
    assert in_sight(shown(page).get_by_role("button", name="Check"))
    option(shown(page), WRONG).click()
    check(shown(page))
    assert in_sight(shown(page).get_by_role("button", name="Next question"))
    assert in_sight(shown(page).get_by_role("button", name="Flag"))


def test_keys_choose_check_flag_and_go_on(open_kinds):
    page = alone(open_kinds, SINGLE, SHORT)
    shown(page).focus()
    page.keyboard.press("2")
    expect(shown(page).locator("input").nth(1)).to_be_checked()
    page.keyboard.press("f")
    expect(shown(page).get_by_role("button", name="Flag")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict:visible")).to_be_focused()
    page.keyboard.press("Enter")
    expect(shown(page)).to_have_attribute("id", SHORT.id)
    expect(shown(page)).to_be_focused()


def test_in_a_text_field_keys_are_letters(open_kinds):
    page = alone(open_kinds, SHORT)
    field = shown(page).get_by_role("textbox", name="Your answer")
    field.press_sequentially("f1")
    expect(field).to_have_value("f1")
    expect(shown(page).get_by_role("button", name="Flag")).to_have_attribute("aria-pressed", "false")


def test_outside_the_questions_keys_do_nothing(open_kinds):
    page = alone(open_kinds, SINGLE)
    page.locator("h1").click()
    page.keyboard.press("1")
    expect(shown(page).locator("input:checked")).to_have_count(0)


def test_after_five_it_says_how_many_were_right_and_leads_to_more(open_kinds):
    page = open_kinds(stacked=False)
    seen = set()
    for at in range(5):
        expect(page.locator(".strip .here")).to_have_text(f"Question {at + 1} of 5")
        item = shown(page)
        seen.add(item.get_attribute("id"))
        authored = authored_of(BANK, item)
        answer(item, authored)
        check(item)
        expect(item.locator(".verdict")).to_contain_text("Right.")
        if at < 4:
            item.get_by_role("button", name="Next question").click()
    shown(page).get_by_role("button", name="See your results").click()
    expect(page.get_by_role("heading", name="5 done: 5 right")).to_be_focused()
    page.get_by_role("button", name=f"{min(5, TOTAL - 5)} more").click()
    expect(page.locator(".strip .here")).to_have_text(f"Question 1 of {min(5, TOTAL - 5)}")
    assert shown(page).get_attribute("id") not in seen


def test_the_weakest_objective_is_asked_again(open_kinds):
    page = alone(open_kinds, SINGLE)
    option(shown(page), WRONG).click()
    check(shown(page))
    page.get_by_role("button", name="Weakest objective:").click()
    page.evaluate(PAINTED)
    objectives = {item.objective for item in BANK.items if item.id in steps_of(page)}
    assert objectives == {SINGLE.objective}
    expect(page.locator(f"[id='{SINGLE.id}'] .verdict")).to_have_count(0)


def steps_of(page: Page) -> set[str]:
    """Walk through the strip, where there is one, and return the questions that it leads to."""
    ids = {shown(page).get_attribute("id")}
    for button in page.locator(".strip .step:visible").all():
        button.click()
        ids.add(shown(page).get_attribute("id"))
    return ids


def test_all_can_be_shown_one_under_the_other_and_one_at_a_time_again(open_kinds):
    page = open_kinds(stacked=False)
    page.get_by_role("button", name="Show all").click()
    expect(shown(page)).to_have_count(TOTAL)
    page.get_by_role("button", name=f"All {TOTAL}").click()
    expect(shown(page)).to_have_count(1)
    expect(page.locator(".strip .here")).to_have_text(f"Question 1 of {TOTAL}")


def test_an_address_may_say_which_are_asked(open_kinds):
    page = alone(open_kinds, SHORT, SINGLE)
    expect(page.locator(".strip .here")).to_have_text("Question 1 of 2")
    expect(shown(page)).to_have_attribute("id", SHORT.id)


def test_a_link_in_the_page_may_say_which_are_asked(open_kinds, kinds_folder):
    page_text = (kinds_folder / "kinds.html").read_text("utf-8")
    link = f'<p><a href="#{SHORT.id}" data-questions="{SHORT.id} {SINGLE.id}">Try 2 on this</a></p>'
    (kinds_folder / "linking.html").write_text(page_text.replace("<h2>", f"{link}<h2>", 1), "utf-8")
    page = open_kinds("linking.html", stacked=False)
    page.get_by_role("link", name="Try 2 on this").click()
    expect(page.locator(".strip .here")).to_have_text("Question 1 of 2")
    expect(shown(page)).to_have_attribute("id", SHORT.id)
    expect(shown(page)).to_be_focused()


@pytest.mark.parametrize("authored", BANK.items, ids=lambda item: item.kind)
def test_the_address_of_a_question_opens_it(open_kinds, authored):
    page = open_kinds(f"kinds.html#{authored.id}", stacked=False)
    expect(shown(page)).to_have_attribute("id", authored.id)
    expect(shown(page)).to_be_in_viewport()


def test_an_option_is_ruled_out_until_it_is_picked(open_kinds):
    page = alone(open_kinds, SINGLE)
    strike = page.get_by_role("button", name=f"Rule out: {WRONG}")
    strike.click()
    expect(strike).to_have_attribute("aria-pressed", "true")
    expect(option(shown(page), WRONG).locator(".text")).to_have_css("text-decoration-line", "line-through")
    expect(shown(page).locator("input:checked")).to_have_count(0)
    option(shown(page), WRONG).click()
    expect(strike).to_have_attribute("aria-pressed", "false")


def test_a_note_to_a_question_is_there_after_a_reload(open_kinds):
    page = alone(open_kinds, SINGLE)
    shown(page).get_by_text("My note").click()
    page.get_by_role("textbox", name="My note").fill("Ask about <b>censoring</b>")
    page.get_by_role("heading", name="Every kind").click()
    page.reload()
    expect(page.get_by_role("textbox", name="My note")).to_have_value("Ask about <b>censoring</b>")
    assert kept(page)["remarks"][SINGLE.id]["text"] == "Ask about <b>censoring</b>"


def test_in_an_exam_clock_map_and_submit_are_in_sight_at_every_question(open_kinds):
    page = open_kinds(stacked=False, **TELEPHONE)
    page.get_by_text("Start an exam").click()
    page.get_by_label("Time limit in minutes").fill("10")
    page.get_by_role("button", name="Start the exam").click()
    for at in range(TOTAL):
        expect(page.get_by_role("group", name=f"Question {at + 1} of {TOTAL}")).to_be_focused()
        page.evaluate("window.scrollTo(0, document.querySelector('.item:not([hidden])').offsetTop + 300)")
        assert in_sight(page.locator(".clock"))
        assert in_sight(page.locator(".strip [aria-current]"))
        assert in_sight(page.get_by_role("button", name="Submit", exact=True))
        onward = shown(page).get_by_role("button", name=re.compile("^(Next question|Finish and submit)$"))
        expect(onward).to_have_text("Next question" if at + 1 < TOTAL else "Finish and submit")
        onward.click()
    expect(page.get_by_role("group", name=f"Submit with {TOTAL} of {TOTAL} unanswered?")).to_be_visible()
    page.get_by_role("button", name="Keep working").click()
    expect(page.locator(".verdict")).to_have_count(0)


def test_paper_has_all_questions(open_kinds):
    page = open_kinds(stacked=False)
    page.emulate_media(media="print")
    expect(shown(page)).to_have_count(TOTAL)


@pytest.mark.parametrize("checked", [False, True])
def test_no_rule_of_axe_is_broken_and_nothing_is_wider_than_a_telephone(open_kinds, checked):
    page = alone(open_kinds, SINGLE, SHORT, **TELEPHONE)
    if checked:
        option(shown(page), WRONG).click()
        check(shown(page))
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert axe_in_every_view(page, ".quiz") == []
