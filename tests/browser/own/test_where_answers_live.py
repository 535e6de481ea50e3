"""What a browser will keep in this place is said where it matters; and whose record it is, and when a file is due."""

import json
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from remembering import NOON, PROGRESS, REVIEW, SINGLES, answer, answered_in_chapter, asked, at_noon, later

from device import keep
from device import kept as record
from marble_thumb import STACKED

SAID = ".transfer-said"
FORGETS = "after 7 days of use without a visit"


@pytest.fixture
def reader(new_reader):
    return at_noon(new_reader)


def framed(reader, tmp_path, path: str, sandbox: str | None = None):
    """Open a page of the course in a frame of a page that comes from elsewhere."""
    attribute = "" if sandbox is None else f'sandbox="{sandbox}"'
    page = tmp_path / "platform.html"
    page.write_text(
        f'<!doctype html><iframe {attribute} width=1000 height=800 src="{reader.address + path}"></iframe>'
    )
    return reader.open("platform.html", at=f"{tmp_path.as_uri()}/").frame_locator("iframe")


def test_in_a_frame_of_another_site_a_chapter_says_so_and_leads_out_of_it(reader, tmp_path):
    frame = framed(reader, tmp_path, STACKED)
    expect(frame.locator(".quiz-notice").first).to_contain_text("shown inside another site")
    way = frame.get_by_role("link", name="Open the course in a tab of its own")
    with reader.context.expect_page() as opened:
        way.click()
    own = opened.value
    expect(own.locator(".item").first).to_be_visible()
    assert own.url == reader.address + STACKED
    expect(own.locator(".quiz-notice", has_text="another site")).to_have_count(0)


def test_in_a_frame_that_forbids_downloads_the_answers_can_be_had_as_text(reader, tmp_path):
    frame = framed(reader, tmp_path, PROGRESS, "allow-scripts allow-same-origin")
    expect(frame.locator(".quiz-notice")).to_contain_text("shown inside another site")
    frame.get_by_label("Pseudonym in the file").fill("Heron")
    frame.get_by_role("button", name="Export", exact=True).click()
    expect(frame.locator(SAID)).to_have_text(
        "Your browser is now saving “marble-thumb-results-heron-2026-11-21.json”."
    )
    frame.get_by_text("No file came?").click()
    text = frame.get_by_role("textbox", name="marble-thumb-results-heron-2026-11-21.json").input_value()
    assert json.loads(text)["pseudonym"] == "Heron"


def test_in_a_frame_without_any_storage_both_are_said(reader, tmp_path):
    notice = framed(reader, tmp_path, PROGRESS, "allow-scripts").locator(".quiz-notice")
    expect(notice).to_contain_text("does not let the page keep answers")
    expect(notice).to_contain_text("shown inside another site")


def test_a_copied_text_is_the_file(reader):
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = answered_in_chapter(reader, SINGLES[0])
    page.goto(reader.address + PROGRESS)
    page.get_by_role("button", name="Export", exact=True).click()
    page.get_by_text("No file came?").click()
    page.get_by_role("button", name="Copy the text").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    copied = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert copied["answers"] == record(page)["answers"]


def as_another_browser(reader, vendor: str) -> None:
    reader.context.add_init_script(
        f"Object.defineProperty(Navigator.prototype, 'vendor', {{get: () => '{vendor}'}})"
    )


def test_that_a_browser_forgets_after_a_week_is_said_once_there_is_something_to_lose(reader):
    as_another_browser(reader, "Apple Computer, Inc.")
    expect(reader.open(PROGRESS).locator(".memory")).not_to_contain_text(FORGETS)
    answered_in_chapter(reader, SINGLES[0])
    for path in (PROGRESS, REVIEW):
        expect(reader.open(path).locator(".quiz-notice")).to_contain_text(FORGETS)


def test_a_record_of_another_day_or_name_says_whose_it_is(reader):
    answered_in_chapter(reader, SINGLES[0])
    whose = reader.open(PROGRESS).locator(".whose")
    expect(whose).to_be_hidden()
    later(reader, days=1)
    page = reader.open(PROGRESS)
    expect(page.locator(".whose")).to_contain_text(
        "this record: 1, the oldest from Saturday, November 21. Not yours?"
    )


def test_answers_given_under_another_pseudonym_are_exported_only_when_asked_twice(reader):
    page = answered_in_chapter(reader, SINGLES[0])
    page.goto(reader.address + PROGRESS)
    page.get_by_label("Pseudonym in the file").fill("owl")
    with page.expect_download():
        page.get_by_role("button", name="Export", exact=True).click()
    page.reload()
    expect(page.locator(".whose")).to_contain_text("under the pseudonym “owl”")
    page.get_by_label("Pseudonym in the file").fill("lark")
    page.get_by_role("button", name="Export", exact=True).click()
    expect(page.get_by_role("group", name="These answers were given under “owl”.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export them").click()
    assert "-lark-" in download.value.suggested_filename


def five_answers(page: Page, days_ago: int) -> None:
    at = int((NOON - timedelta(days=days_ago)).timestamp() * 1000)
    usual = {"digest": "0" * 12, "chosen": ["a"], "checked": True, "certainty": 0, "hints": 0, "ms": 0}
    keep(
        page,
        settings={"certainty": False, "daily": 20},
        answers={f"question-{n}": {**usual, "at": at + n, "flagged": False, "score": 1} for n in range(5)},
    )


def test_an_export_is_offered_after_a_week_and_not_again_once_it_was_made(reader):
    page = reader.open(PROGRESS)
    offered = page.locator(".due")
    for days, is_offered in ((6, False), (8, True)):
        five_answers(page, days)
        page.reload()
        expect(page.get_by_label("Pseudonym in the file")).to_be_visible()
        if is_offered:
            expect(offered).to_contain_text("You have 5 answers and have not exported them.")
        expect(offered).to_be_visible(visible=is_offered)
    with page.expect_download():
        page.get_by_role("button", name="Export", exact=True).click()
    expect(offered).to_be_hidden()


COUNT = """
  navigator.storage.persisted = async () => false;
  navigator.storage.persist = async () => {
    localStorage.setItem('persist', Number(localStorage.getItem('persist') ?? 0) + 1);
    return false;
  };
"""


def test_the_browser_is_asked_to_keep_the_record_once_when_a_review_is_answered(reader):
    reader.context.add_init_script(COUNT)
    page = answered_in_chapter(reader, *SINGLES[:2])
    later(reader, days=2)
    page.goto(reader.address + REVIEW)
    expect(page.locator(".review-stage .item")).to_be_visible()
    asked_for = "localStorage.getItem('persist')"
    assert page.evaluate(asked_for) is None
    for name in ("Next question", "Finish"):
        answer(page.locator(".review-stage .item"), asked(page), right=True)
        page.get_by_role("button", name=name).click()
    assert page.evaluate(asked_for) == "1"
