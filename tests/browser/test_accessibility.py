"""No page breaks a rule of axe-core: WCAG 2.2 A and AA, and best practices; light, dark, telephone, desk."""

import pytest
from playwright.sync_api import expect

from axe import SCHEMES, WIDTHS, axe
from chapters import toc

PAGES = ["search.html", *(f"{name}.html" for name in toc())]
# Each width with one scheme on every page; a chapter, which has most of what a page can have, in all four.
VIEWS = [
    *((path, *view) for path in PAGES for view in (("telephone", "dark"), ("desk", "light"))),
    ("book/staging-and-prognosis.html", "telephone", "light"),
    ("book/staging-and-prognosis.html", "desk", "dark"),
]


@pytest.mark.parametrize(("path", "width", "scheme"), VIEWS)
def test_no_violation(new_reader, path, width, scheme):
    page = new_reader(viewport={"width": WIDTHS[width], "height": 900}, color_scheme=scheme).open(path)
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
