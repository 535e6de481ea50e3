"""A reader in Colorado who answers questions today and comes back on a later day."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page

from device import kept
from marble_thumb import BANKS, NAME, STACKED
from reader import Reader

PROGRESS = "book/progress.html"
REVIEW = "book/review.html"
BANK = BANKS[NAME]
SINGLES = [item for item in BANK.items if item.kind == "single-best-answer"]
TOTAL = sum(len(bank.items) for bank in BANKS.values())
ZONE = "America/Denver"
NOON = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo(ZONE))


def at_noon(new_reader, **options: object) -> Reader:
    """Return a reader for whom it is noon, and stays so until `later`."""
    reader = new_reader(timezone_id=ZONE, accept_downloads=True, **options)
    reader.context.clock.set_fixed_time(NOON)
    return reader


def later(reader, **time: float) -> None:
    """Let time go by for every page that is opened from now on."""
    for target in (reader.context, *reader.context.pages):
        target.clock.set_fixed_time(NOON + timedelta(**time))


def answer(card: Locator, item, *, right: bool) -> None:
    text = next(option.text for option in item.options if option.correct is right)
    card.locator("label.option").filter(has=card.page.get_by_text(text, exact=True)).click()
    card.get_by_role("button", name="Check").click()
    card.locator(".verdict").wait_for()


def answered_in_chapter(reader, *items, right: bool = True) -> Page:
    page = reader.open(STACKED)
    for item in items:
        answer(page.locator(f"[id='{item.id}']"), item, right=right)
    return page


def due(page: Page, item) -> datetime:
    return datetime.fromtimestamp(kept(page)["reviews"][item.id]["due"] / 1000, ZoneInfo(ZONE))


def asked(page: Page):
    """Return the question on the review page."""
    text = page.locator(".review-stage .stem").inner_text()
    return next(item for item in SINGLES if item.stem in text)
