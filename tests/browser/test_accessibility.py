"""No page breaks a rule of axe-core: WCAG 2.2 A and AA, and best practices; light, dark, telephone, desk."""

import pytest
from playwright.sync_api import expect

from axe import SCHEMES, WIDTHS, axe

PAGES = ["search.html", *(f"book/{name}.html" for name in (
    "index", "staging-and-prognosis", "progress", "review", "evidence", "glossary", "references", "about"
))]  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
@pytest.mark.parametrize("path", PAGES)
def test_no_violation(new_reader, path, width, scheme):
    page = new_reader(viewport={"width": width, "height": 900}, color_scheme=scheme).open(path)
    assert axe(page) == []


def test_every_page_of_the_site_is_among_them(site):
    leading_on = {"index.html"}
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == leading_on | set(PAGES)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_violation_once_a_figure_is_drawn_and_a_question_answered(new_reader, scheme):
    page = new_reader(color_scheme=scheme).open("book/staging-and-prognosis.html")
    figure = page.locator("figure.chart").first
    figure.scroll_into_view_if_needed()
    page.wait_for_function("figure => figure.dataset.drawn", arg=figure.element_handle())
    item = page.locator(".item", has=page.locator("input[type=radio]")).first
    item.locator("label.option").first.click()
    item.get_by_role("button", name="Check").click()
    expect(item.locator(".verdict")).to_be_visible()
    assert axe(page, "figure.chart", ".quiz") == []


def test_the_first_stop_of_the_keyboard_skips_to_the_text(reader):
    page = reader.open("book/staging-and-prognosis.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
