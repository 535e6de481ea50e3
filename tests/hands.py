"""How somebody answers a question of each kind and gets full marks: by mouse, by keyboard, by touch."""

import re
from collections.abc import Callable

from every_kind import cite
from playwright.sync_api import Locator

from quizzes.evidence import fill_tokens

Press = Callable[[Locator], None]


def mouse(where: Locator) -> None:
    where.click()


def touch(where: Locator) -> None:
    where.tap()


def keys(where: Locator) -> None:
    field = where.locator("input") if where.locator("input").count() else where
    field.focus()
    where.page.keyboard.press("Space")


def option(item: Locator, text: str) -> Locator:
    return item.locator("label.option").filter(has=item.page.get_by_text(text, exact=True))


def choose(item: Locator, authored, press: Press) -> None:
    for right in (part for part in authored.options if part.correct):
        press(option(item, right.text))


def number(item: Locator, authored, press: Press) -> None:
    said = re.search(r"[\d.]+", fill_tokens(authored.value, cite))[0]
    write(item.get_by_role("textbox"), said, press)
    if len(authored.units) > 1:
        select(item.locator("select"), authored.unit, press)


def write(field: Locator, text: str, press: Press) -> None:
    if press is not keys:
        press(field)
    field.press_sequentially(text)


def select(menu: Locator, text: str, press: Press) -> None:
    if press is keys:
        menu.focus()
        menu.page.keyboard.type(text)
    else:
        menu.select_option(label=text)


def order(item: Locator, authored, press: Press) -> None:
    for place, entry in enumerate(authored.entries):
        row = item.locator(f"[data-entry='{entry.id}']")

        def at(row=row) -> int:
            return row.evaluate("row => [...row.parentElement.children].indexOf(row)")

        while at() > place:
            press(row.locator("button").first)


def match(item: Locator, authored, press: Press) -> None:
    answers = {answer.id: answer.text for answer in authored.answers}
    for row, prompt in zip(item.locator("label.match").all(), authored.prompts, strict=True):
        select(row.locator("select"), answers[prompt.answer], press)


def spell(item: Locator, authored, press: Press) -> None:
    write(item.get_by_role("textbox"), authored.accepted[0].lower(), press)


def walk(item: Locator, authored, press: Press) -> None:
    steps = {step.id: step for step in authored.steps}
    step = steps[authored.start]
    while not step.end:
        best = max(step.choices, key=lambda choice: choice.worth)
        press(option(item, best.text))
        press(item.get_by_role("button", name="Choose this"))
        item.get_by_text(best.consequence, exact=True).wait_for()
        step = steps[best.next]


HOW = {
    "single-best-answer": choose,
    "multiple-response": choose,
    "key-feature": choose,
    "numeric": number,
    "ordering": order,
    "matching": match,
    "short-answer": spell,
    "case": walk,
}
HANDS = [mouse, keys, touch]


def answer(item: Locator, authored, press: Press = mouse) -> None:
    """Give the answer that brings full marks; checking it is another matter."""
    HOW[authored.kind](item, authored, press)


def check_button(item: Locator) -> Locator:
    """Return the button that checks an answer, by its place: a case says of it what it shows."""
    return item.locator(".act button[type=submit]:not([hidden])")


def check(item: Locator, press: Press = mouse) -> None:
    press(check_button(item))


def authored_of(bank, item: Locator):
    """Return the question of the bank that a card asks."""
    # Its text, also where the browser has not laid it out yet.
    asked = item.locator("legend.lead").first.evaluate("legend => legend.textContent")
    return next(authored for authored in bank.items if fill_tokens(authored.lead_in, cite) == asked)
