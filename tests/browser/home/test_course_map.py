"""The course map: chapters in order, what each takes, and how far the reader is, from his or her own record."""

import re

import pytest
from playwright.sync_api import Page, expect
from shifting import SHIFT

import device
from marble_thumb import ASKED, BANKS, NAME

FIRST = "book/index.html"
CHAPTER = NAME
MANY = len(BANKS[CHAPTER].items)


def line(page: Page, chapter: str = CHAPTER):
    return page.locator(".course-map li", has=page.locator(f"a[href='{chapter}.html']"))


def keep(page: Page, *, answered: int, right: int, digest: str | None = None) -> None:
    """Put answers to the first questions of the chapter into the storage, as the quiz keeps them."""
    usual = {"chosen": ["a"], "checked": True, "certainty": 0, "hints": 0, "ms": 0, "flagged": False}
    answers = {
        name: {**usual, "digest": digest or own, "at": 1000 + n, "score": int(n < right)}
        for n, (name, own) in enumerate(ASKED[:answered])
    }
    device.keep(page, settings={}, answers=answers)


def test_it_lists_every_chapter_in_order_with_its_length_and_its_questions(reader):
    page = reader.open(FIRST)
    listed = page.locator(".course-map li > p > a").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    contents = page.locator("#contents .caption:has-text('Chapters') + ul a")
    assert [link.rpartition("/")[2] for link in listed] == [
        link.rpartition("/")[2]
        for link in contents.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    ]
    head = reader.open(f"book/{CHAPTER}.html").locator(".chapter-head .minutes").inner_text()
    minutes = re.match(r"\d+", head)[0]
    expect(line(page).locator(".map-facts")).to_have_text(f"{minutes} min · {MANY} questions")


def test_it_says_how_far_one_is(reader):
    page = reader.open(FIRST)
    keep(page, answered=3, right=2)
    page.reload()
    expect(line(page)).to_contain_text(f"3 of {MANY} done, 2 right")
    expect(page.locator(".map-standing.begun")).to_have_count(1)


def test_an_answer_in_another_tab_counts_at_once(reader):
    page, other = reader.open(FIRST), reader.open(FIRST)
    keep(other, answered=1, right=1)
    expect(line(page)).to_contain_text(f"1 of {MANY} done, 1 right")


def test_a_finished_chapter_is_ticked(reader):
    page = reader.open(FIRST)
    keep(page, answered=99, right=4)
    page.reload()
    standing = line(page).locator(".map-standing.all")
    assert "✓" in standing.evaluate("one => getComputedStyle(one, '::before').content")


def test_an_answer_to_a_question_that_has_changed_does_not_count(reader):
    page = reader.open(FIRST)
    keep(page, answered=3, right=2, digest="0")
    page.reload()
    expect(page.locator(".map-standing.begun")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_what_it_says_moves_nothing(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 640}).open(FIRST)
    keep(page, answered=99, right=5)
    before = page.locator(".course-map").bounding_box()["height"]
    page.reload()
    expect(line(page)).to_contain_text(f"{MANY} of {MANY} done, 5 right")
    assert page.locator(".course-map").bounding_box()["height"] == before
    assert page.evaluate(SHIFT) == 0


def test_without_scripts_it_is_a_plain_list(new_reader):
    page = new_reader(java_script_enabled=False).open(FIRST)
    expect(line(page).locator(".map-facts")).to_be_visible()
    line(page).get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"{CHAPTER}\\.html"))
