"""Somebody comes back whose answers an earlier edition kept: each is there, with its score."""

import json
from pathlib import Path

import pytest
from every_kind import cite
from kinds_page import write_page
from playwright.sync_api import expect

from quizzes.authoring.load import load_bank

EARLIER = Path(__file__).parent
KEEP = "kept => localStorage.setItem('asps-course.v2', kept)"
SAID = {
    "single": "Right.",
    "multiple": "No points.",
    "numeric": "1 of 2 points",
    "ordering": "Right.",
    "matching": "Right.",
    "key-feature": "1 of 2 points",
    "short": "Right.",
}


@pytest.fixture
def page(reader, site, tmp_path):
    (tmp_path / "_static").symlink_to(site / "_static")
    write_page(tmp_path, "earlier.html", bank=load_bank("every-kind", EARLIER / "bank", cite=cite))
    page = reader.open("earlier.html?questions=all", at=f"{tmp_path.as_uri()}/")
    page.evaluate(KEEP, (EARLIER / "record-2.json").read_text("utf-8"))
    page.reload()
    # An exam of two questions is being looked over; with it closed all questions are there.
    page.get_by_role("button", name="Close the review").click()
    return page


@pytest.mark.parametrize("name", SAID)
def test_an_answer_to_each_kind_is_still_checked_and_worth_what_it_was(page, name):
    expect(page.locator(f"[id='every-kind-{name}'] .verdict")).to_contain_text(SAID[name])


def test_a_case_that_was_begun_stands_where_it_was_left(page):
    expect(page.locator("[id='every-kind-case'] .consequence")).to_have_count(1)


def test_nothing_was_dropped_and_nothing_is_said_of_it(page):
    expect(page.locator(".quiz-total")).to_contain_text("7 of 9 answered")
    expect(page.locator(".quiz-notice")).to_be_empty()
    answers = json.loads(page.evaluate("localStorage.getItem('asps-course.v2')"))["answers"]
    assert answers == json.loads((EARLIER / "record-2.json").read_text("utf-8"))["answers"]
