"""No page breaks a rule of axe-core: WCAG 2.2 A and AA, and best practices; light, dark, telephone, desk."""

import pytest
from playwright.sync_api import expect

from axe import SIZES, axe, axe_in_every_view, axe_on_colors, view
from chapters import toc
from reader import CHAPTER, NEAR_AND_DRAWN

PAGES = ["search.html", *(f"{name}.html" for name in toc())]


@pytest.mark.parametrize("path", [path for path in PAGES if path != CHAPTER])
def test_no_violation_at_a_desk_in_the_light_and_on_a_telephone_in_the_dark(reader, path):
    page = reader.open(path)
    assert axe(page) == []
    view(page, "telephone", "dark")
    # What a telephone alone shows is the same on every page, and the chapter is asked every rule there.
    assert axe(page, rules=SIZES) + axe_on_colors(page) == []


def test_no_violation_in_any_view_of_a_chapter_which_has_most_of_what_a_page_can_have(reader):
    assert axe_in_every_view(reader.open(CHAPTER)) == []


@pytest.mark.parametrize(
    ("path", "what"), [("book/about.html", "article li:last-child"), ("search.html?q=brain", "#query")]
)
def test_what_is_too_pale_in_the_dark_alone_is_found_among_others_like_it(reader, path, what):
    page = reader.open(path)
    page.evaluate(
        """what => {
          const pale = new CSSStyleSheet();
          pale.replaceSync(`@media (prefers-color-scheme: dark) { ${what} { color: #444 !important } }`);
          document.adoptedStyleSheets = [pale];
        }""",
        what,
    )
    assert axe_on_colors(page) == []
    view(page, "desk", "dark")
    assert [line.partition(":")[0] for line in axe_on_colors(page)] == ["color-contrast"]


def test_every_page_of_the_site_is_among_them(site):
    leading_on = {"index.html"}
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == leading_on | set(PAGES)


def test_no_violation_once_a_figure_is_drawn_and_a_question_answered(reader):
    page = reader.open(CHAPTER)
    figure = page.locator("figure.chart").first
    page.wait_for_function(NEAR_AND_DRAWN, arg=figure.element_handle())
    item = page.locator(".item", has=page.locator("input[type=radio]")).first
    item.locator("label.option").first.click()
    item.get_by_role("button", name="Check").click()
    expect(item.locator(".verdict")).to_be_visible()
    assert axe(page, "figure.chart", ".quiz") == []
    view(page, "desk", "dark")
    page.wait_for_function("figure => figure.dataset.drawn.endsWith('dark')", arg=figure.element_handle())
    assert axe_on_colors(page, "figure.chart", ".quiz") == []


def test_the_first_stop_of_the_keyboard_skips_to_the_text(reader):
    page = reader.open(CHAPTER)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
