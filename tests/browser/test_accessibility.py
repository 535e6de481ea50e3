"""No kind of page breaks a rule of axe-core: WCAG 2.2 A and AA, best practices; light, dark, telephone, desk."""

import pytest
from playwright.sync_api import expect

from axe import axe, axe_in_every_view, axe_on_colors, view
from figures import MARK, POINTS
from marble_thumb import CHAPTER, OTHER, STACKED
from reader import ASKED_AND_DRAWN


@pytest.mark.parametrize("path", [CHAPTER, OTHER, "book/evidence.html", "book/index.html", "search.html"])
def test_no_violation_in_any_view_of_a_page(reader, path):
    assert axe_in_every_view(reader.open(path)) == []


@pytest.mark.parametrize(
    ("path", "what"), [(CHAPTER, "article li:last-child"), ("search.html?q=mitten", "#query")]
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


def test_no_violation_once_a_figure_is_drawn_and_a_question_answered(reader):
    page = reader.open(STACKED)
    figure = page.locator(POINTS).first
    page.wait_for_function(ASKED_AND_DRAWN, arg=figure.element_handle())
    figure.locator(MARK).first.click()
    expect(figure.locator(".point-card")).to_be_visible()
    forest = page.locator("figure.chart[data-chart=forest]").first
    forest.get_by_role("button", name="Choose and compare").click()
    forest.locator(".line:visible text").first.click()
    expect(forest.locator(".point-card")).to_be_visible()
    item = page.locator(".item", has=page.locator("input[type=radio]")).first
    item.locator("label.option").first.click()
    item.get_by_role("button", name="Check").click()
    expect(item.locator(".verdict")).to_be_visible()
    assert axe(page, "figure.chart", ".quiz") == []
    view(page, "desk", "dark")
    assert axe_on_colors(page, "figure.chart", ".quiz") == []


def test_the_first_stop_of_the_keyboard_skips_to_the_text(reader):
    page = reader.open(CHAPTER)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
