"""Every kind of question is answered by mouse, by keyboard and by touch, served and from a folder."""

import re
import threading
from collections.abc import Callable

import pytest
from kinds_page import BANK, write_page
from playwright.sync_api import Locator, Page, expect

from axe import SCHEMES, WIDTHS, axe
from outcomes import cite
from quizzes.evidence import spoken

Press = Callable[[Locator], None]


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    return tmp_path_factory.mktemp("kinds")


@pytest.fixture(scope="module")
def page_address(site, folder):
    from _ext.serve import server

    name = write_page(folder, site)
    serving = server(folder)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}/", name
    serving.shutdown()
    serving.server_close()


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
    said = re.search(r"[\d.]+", spoken(authored.value, cite))[0]
    item.get_by_role("textbox").press_sequentially(said)
    if len(authored.units) > 1:
        select(item.locator("select"), authored.unit, press)


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
    item.get_by_role("textbox").press_sequentially(authored.accepted[0].lower())


def walk(item: Locator, authored, press: Press) -> None:
    steps = {step.id: step for step in authored.steps}
    step = steps[authored.start]
    while not step.end:
        best = max(step.choices, key=lambda choice: choice.worth)
        press(option(item, best.text))
        press(item.get_by_role("button", name="Do this"))
        expect(item.locator(".consequence").last).to_have_text(best.consequence)
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
EVERY_ITEM = pytest.mark.parametrize(
    "authored", BANK.items, ids=lambda item: item.id.removeprefix("every-kind-")
)
HANDS = pytest.mark.parametrize("press", [mouse, keys, touch])


def opened(reader, address: str, name: str) -> Page:
    page = reader.context.new_page()
    page.goto(address + name)
    return page


@HANDS
@EVERY_ITEM
def test_full_marks_for_the_key(new_reader, page_address, authored, press):
    reader = new_reader(viewport={"width": 360, "height": 800}, has_touch=True)
    reader.address = page_address[0]
    page = opened(reader, *page_address)
    item = page.locator(f"[id='{authored.id}']")
    HOW[authored.kind](item, authored, press)
    press(item.get_by_role("button", name="Check"))
    expect(item.locator(".verdict")).to_contain_text("Right.")
    expect(page.locator(".quiz-total")).to_have_text(f"1 of {len(BANK.items)} answered, 1 right")
    page.reload()
    expect(page.locator(f"[id='{authored.id}'] .verdict")).to_contain_text("Right.")


def test_every_kind_works_from_a_folder(new_reader, page_address, folder):
    reader = new_reader()
    page = opened(reader, f"{folder.as_uri()}/", page_address[1])
    for authored in BANK.items:
        item = page.locator(f"[id='{authored.id}']")
        HOW[authored.kind](item, authored, mouse)
        item.get_by_role("button", name="Check").click()
        expect(item.locator(".verdict")).to_contain_text("Right.")
    expect(page.locator(".quiz-total")).to_have_text(
        f"{len(BANK.items)} of {len(BANK.items)} answered, 9 right"
    )


def test_a_crash_in_the_middle_of_a_case_loses_no_step(new_reader, page_address):
    reader = new_reader()
    reader.address = page_address[0]
    page = opened(reader, *page_address)
    case = page.locator("[id='every-kind-case']")
    option(case, "Order an MRI").click()
    case.get_by_role("button", name="Do this").click()
    page.close()
    again = opened(reader, *page_address)
    expect(again.locator("[id='every-kind-case'] .consequence")).to_have_text(
        "The MRI shows a solid mass with many flow voids."
    )


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_kind_breaks_a_rule_of_axe_before_or_after_checking(new_reader, page_address, width, scheme):
    reader = new_reader(viewport={"width": width, "height": 900}, color_scheme=scheme)
    reader.address = page_address[0]
    page = opened(reader, *page_address)
    assert axe(page) == []
    for authored in BANK.items:
        item = page.locator(f"[id='{authored.id}']")
        HOW[authored.kind](item, authored, mouse)
        item.get_by_role("button", name="Check").click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
