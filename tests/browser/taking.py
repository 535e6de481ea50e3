"""What somebody does who takes the questions of a chapter: pick, say how sure, check; start and submit an exam."""

from playwright.sync_api import Locator, Page

from device import kept as kept
from marble_thumb import BANKS, NAME

BANK = BANKS[NAME]
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


def start_exam(page: Page, *, minutes: str = "") -> None:
    page.get_by_text("Start an exam").click()
    page.get_by_label("Time limit in minutes").fill(minutes)
    page.get_by_role("button", name="Start the exam").click()


def shown_item(page: Page):
    name = page.locator(".item:visible").get_attribute("id")
    return next(item for item in BANK.items if item.id == name)


def steps(page: Page) -> Locator:
    return page.locator(".strip .step")


def submit(page: Page) -> None:
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
