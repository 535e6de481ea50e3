"""The pre-test has moved from the first page to one of its own: its old addresses, and what readers kept, go on."""

import re

import pytest
from playwright.sync_api import expect

import device
from marble_thumb import BANKS

FIRST, PAGE = "book/index.html", "book/pre-test.html"
BANK = BANKS["pre-test"]
ITEM = BANK.items[1].id


@pytest.mark.parametrize("old", ["pre-test", ITEM])
def test_an_old_address_leads_to_the_new_page(reader, site, old):
    for at in (None, f"{site.as_uri()}/"):
        page = reader.open(f"{FIRST}#{old}", at=at)
        page.wait_for_url(re.compile(re.escape(PAGE)))
        if old == ITEM:
            expect(page.locator(f"[id='{ITEM}']")).to_be_in_viewport()


def test_so_does_one_that_is_followed_on_the_first_page_itself(reader):
    page = reader.open(FIRST)
    page.evaluate("id => { location.hash = id }", ITEM)
    page.wait_for_url(re.compile(f"{re.escape(PAGE)}#{ITEM}"))


def test_without_scripts_a_link_stands_at_each_old_address_and_nowhere_else(new_reader):
    reader = new_reader(java_script_enabled=False)
    links = reader.open(FIRST).locator(".moved a")
    expect(links).to_have_count(1 + len(BANK.items))
    assert links.filter(visible=True).count() == 0
    page = reader.open(f"{FIRST}#{ITEM}")
    expect(page.locator(".moved a:visible")).to_be_in_viewport()
    page.locator(".moved a:visible").click()
    expect(page.locator(f"[id='{ITEM}']")).to_be_in_viewport()


def test_an_exam_that_was_begun_on_the_first_page_goes_on(reader):
    page = reader.open(PAGE)
    running = {"started": 1000, "limit": None, "order": [item.id for item in BANK.items], "only": None}
    device.keep(page, settings={}, exams={"index": {**running, "submitted": None}})
    page.reload()
    expect(page.locator(".quiz")).to_have_attribute("data-mode", "exam")
