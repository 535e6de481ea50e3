"""The glossary from A to Z: its letters lead to their terms, on every screen, by keyboard and without scripts."""

import pytest
from playwright.sync_api import expect

from axe import axe

GLOSSARY = "book/glossary.html"
FIRST = {"C": "cold challenge", "D": "denominator", "R": "relapse", "S": "series"}
"""The first term of each letter that the small book's glossary has."""


def test_each_letter_with_a_term_leads_to_its_first_and_no_other_leads_anywhere(reader):
    page = reader.open(GLOSSARY)
    links = page.get_by_role("navigation", name="A to Z").get_by_role("link")
    expect(links).to_have_text(list(FIRST))
    for letter, term in FIRST.items():
        target = links.get_by_text(letter, exact=True).get_attribute("href")
        expect(page.locator(target)).to_contain_text(term)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_term_that_is_gone_to_stands_below_the_letters_which_stay_in_sight(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 430}).open(GLOSSARY)
    letters = page.get_by_role("navigation", name="A to Z")
    letters.get_by_role("link", name="R").press("Enter")
    term = page.locator("dt:target")
    expect(term).to_contain_text("relapse")
    expect(term).to_be_in_viewport()
    expect(letters).to_be_in_viewport(ratio=1)
    below = letters.bounding_box()["y"] + letters.bounding_box()["height"]
    assert below <= term.bounding_box()["y"] < 430


@pytest.mark.parametrize("width", [360, 1280])
def test_a_letter_is_large_enough_for_a_finger_and_breaks_no_rule(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 800}).open(GLOSSARY)
    for letter in page.locator(".a-to-z a").all():
        box = letter.bounding_box()
        assert box["height"] >= 44
        assert box["width"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert axe(page) == []


def test_without_scripts_the_letters_lead_on_as_well(new_reader):
    page = new_reader(java_script_enabled=False).open(GLOSSARY)
    page.get_by_role("navigation", name="A to Z").get_by_role("link", name="S").click()
    expect(page.locator("dt:target")).to_contain_text("series")
