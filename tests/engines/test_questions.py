"""Every kind of question is answered in each engine, from each place, by mouse and by keyboard; a reload keeps it.

One by one and as an exam: what is answered by mouse in one of the two is answered by keyboard in the other.
"""

from dataclasses import dataclass

import pytest
from kinds_page import BANK

from hands import answer, authored_of, check, keys, mouse
from reader import PAINTED
from storage import begin

TOTAL = len(BANK.items)


@dataclass
class Answered:
    """What stands below each question, once all are answered and after a reload, and the total."""

    verdicts: list[str]
    again: list[str]
    total: str


def verdicts(page) -> list[str]:
    page.wait_for_function(f"document.querySelectorAll('.item .verdict').length === {TOTAL}")
    return page.locator(".item .verdict").evaluate_all("all => all.map(one => one.textContent)")


@pytest.fixture(scope="module")
def press(place):
    """How questions are answered one by one."""
    return {"host": mouse, "folder": keys}[place.name]


@pytest.fixture(scope="module")
def press_in_exam(place):
    return {"host": keys, "folder": mouse}[place.name]


@pytest.fixture(scope="module")
def answered(engine, place, press) -> Answered:
    page = engine.page
    begin(engine, place, place.kinds)
    for authored in BANK.items:
        item = page.locator(f"[id='{authored.id}']")
        answer(item, authored, press)
        check(item, press)
        item.locator(".verdict").wait_for()
    page.evaluate(PAINTED)
    first, total = verdicts(page), page.locator(".quiz-total").inner_text()
    page.reload()
    return Answered(first, verdicts(page), total)


def test_every_kind_brings_full_marks_for_the_key(answered):
    assert all("Right." in verdict for verdict in answered.verdicts)
    assert answered.total == f"{TOTAL} of {TOTAL} answered, {TOTAL} right"


def test_a_reload_keeps_every_answer(answered):
    assert answered.again == answered.verdicts


def test_an_exam_brings_full_marks_for_the_key(engine, place, press_in_exam):
    page, press = engine.page, press_in_exam
    begin(engine, place, place.kinds)
    press(page.locator(".offer > summary"))
    press(page.get_by_role("button", name="Start the exam"))
    for at in range(TOTAL):
        item = page.get_by_role("group", name=f"Question {at + 1} of {TOTAL}")
        item.wait_for()
        answer(item, authored_of(BANK, item), press)
        if at + 1 < TOTAL:
            press(item.get_by_role("button", name="Next question"))
        else:
            page.reload()
    press(page.get_by_role("button", name="Submit", exact=True))
    press(page.get_by_role("button", name="Submit now"))
    page.locator("h2:focus, h3:focus, h4:focus", has_text="Your results").wait_for()
    assert f"{TOTAL} of {TOTAL} points" in page.locator(".score").inner_text()


def test_one_question_is_asked_at_a_time_and_its_verdict_has_the_focus(engine, place, press):
    page = engine.page
    begin(engine, place, place.kinds.partition("?")[0])
    page.locator(".strip .here", has_text="Question 1 of 5").wait_for()
    assert page.locator(".item:not([hidden])").count() == 1
    item = page.get_by_role("group", name="Question 1 of 5")
    answer(item, authored_of(BANK, item), press)
    check(item, press)
    page.locator(".verdict:focus", has_text="Right.").wait_for()
    page.keyboard.press("Enter")
    page.locator(".item:focus").wait_for()
    page.locator(".strip .here", has_text="Question 2 of 5").wait_for()
