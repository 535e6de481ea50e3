"""What the final test gained over the pre-test stands on its page, from the reader's own record, and nowhere else."""

import json

from playwright.sync_api import Page, expect

import device
from axe import axe, axe_on_colors, view
from marble_thumb import BANKS

PAGE = "book/final-test.html?questions=all"
BEFORE, AFTER = BANKS["pre-test"], BANKS["final-test"]
SHARED = {item.objective for item in BEFORE.items}
LAST = next(item for item in AFTER.items if item.objective in SHARED)
EARLY, LATE = len(BEFORE.items), len(AFTER.items)
SUM = "[data-gain] .memory-done"


def keep(page: Page, *, right: set[str], leave_out: str = "") -> None:
    """Keep an answer to every question of both tests but one, right for these ids, the pre-test's first."""
    tests = json.loads(page.locator(".gain-data").text_content())["tests"]
    asked = [entry for test in tests for entry in test["items"] if entry[0] != leave_out]
    answers = {
        name: {
            "digest": digest,
            "chosen": [],
            "checked": True,
            "at": 1000 + number,
            "certainty": 0,
            "hints": 0,
            "ms": 0,
            "flagged": False,
            "score": int(name in right),
        }
        for number, (name, digest) in enumerate(asked)
    }
    device.keep(page, answers=answers)
    page.reload()


def ids(bank, count: int) -> set[str]:
    return {item.id for item in [item for item in bank.items if item.objective in SHARED][:count]}


def see(page: Page) -> None:
    page.locator("[data-gain]").scroll_into_view_if_needed()


def test_it_says_what_is_missing_and_leads_there(reader):
    page = reader.open(PAGE)
    see(page)
    expect(page.locator("[data-gain] li")).to_have_text(
        [f"Pre-test: 0 of {EARLY} answered", f"Final test: 0 of {LATE} answered"]
    )
    page.locator("[data-gain] a", has_text="Pre-test").click()
    expect(page.locator(f"[id='{BEFORE.items[0].id}']")).to_be_in_viewport()


def test_with_both_done_each_objective_has_before_after_and_a_way_back(reader):
    page = reader.open(PAGE)
    keep(page, right=ids(BEFORE, 1) | ids(AFTER, 2))
    see(page)
    expect(page.locator(SUM)).to_have_text("1 of 3 right before, 2 of 3 right after. Gain: 1.")
    rows = page.locator("[data-gain] tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(0).locator("td")).to_have_text(["Right", "Right"])
    expect(rows.nth(1).locator("td")).to_have_text(["Not right", "Right"])
    expect(rows.nth(2).locator("td")).to_have_text(["Not right", "Not right"])
    rows.nth(1).get_by_role("link").click()
    item = AFTER.items[1]
    expect(page).to_have_url(f"{reader.address}book/{item.home('final-test')}.html#{item.paragraph}")
    expect(page.locator(f"[id='{item.paragraph}']").first).to_be_in_viewport()


def test_a_loss_is_called_a_loss(reader):
    page = reader.open(PAGE)
    keep(page, right=ids(BEFORE, 3) | ids(AFTER, 2))
    see(page)
    expect(page.locator(SUM)).to_contain_text("Loss: 1.")


def test_it_appears_with_the_last_answer_and_announces_nothing(reader):
    page = reader.open(PAGE)
    keep(page, right=ids(BEFORE, 2), leave_out=LAST.id)
    see(page)
    expect(page.locator("[data-gain] li")).to_have_text([f"Final test: {LATE - 1} of {LATE} answered"])
    card = page.locator(f"[id='{LAST.id}']")
    key = next(option.text for option in LAST.options if option.correct)
    card.locator("label.option").filter(has=page.get_by_text(key, exact=True)).click()
    card.get_by_role("button", name="Check").click()
    see(page)
    expect(page.locator(SUM)).to_have_text("2 of 3 right before, 1 of 3 right after. Loss: 1.")
    expect(page.locator("[data-gain] :is([role=status], [role=alert], [aria-live])")).to_have_count(0)


def test_it_works_from_a_folder_by_double_click(reader, site):
    page = reader.open(PAGE, at=f"{site.as_uri()}/")
    keep(page, right=ids(AFTER, 2))
    see(page)
    expect(page.locator(SUM)).to_contain_text("Gain: 2.")


def test_it_is_a_table_on_a_telephone_and_breaks_no_rule_of_accessibility(new_reader):
    page = new_reader(viewport={"width": 360, "height": 800}).open(PAGE)
    keep(page, right=ids(AFTER, 2))
    see(page)
    table = page.get_by_role("table", name="Result on the objectives that both tests ask")
    expect(table.get_by_role("rowheader")).to_have_count(EARLY)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert axe(page) == []
    view(page, "telephone", "dark")
    assert axe_on_colors(page) == []


def test_without_scripts_it_says_what_it_needs_and_leads_to_both_tests(new_reader):
    page = new_reader(java_script_enabled=False).open(PAGE)
    expect(page.locator("[data-gain]")).to_contain_text("so it needs scripts")
    expect(page.locator("[data-gain] a")).to_have_text(["Pre-test", "Final test"])
