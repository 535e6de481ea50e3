"""The page for educators, without a kernel: figures and a table, nothing that asks for a control that is not there."""

import pytest

from axe import WIDTHS, axe_in_every_view
from outcomes import ledger, progression_free_survival
from reader import NEAR_AND_DRAWN

PAGE = "book/for-educators.html"


@pytest.fixture
def page(reader):
    return reader.open(PAGE)


def test_the_controls_are_not_on_the_page_and_their_figure_is(page):
    figures = page.locator("figure.chart")
    assert figures.count() == 2
    finding = progression_free_survival(ledger()).layout.meta["finding"]
    assert figures.nth(1).locator(".finding").text_content() == finding
    # What is far is not laid out: first to its section, then to the figure in it.
    page.get_by_role("heading", name="Exploring the studies").scroll_into_view_if_needed()
    for figure in figures.all():
        page.wait_for_function(NEAR_AND_DRAWN, arg=figure.element_handle())
    assert page.locator("article select, article input, .jupyter-widgets, .widget-subarea").count() == 0
    assert "jupyter.widget" not in page.content()


def test_the_forest_is_redrawn_with_the_invented_study_said_to_be_none_of_the_ledger(page):
    forest = page.locator("figure.chart").first
    assert "Added in memory, not of the ledger" in forest.locator(".legend").text_content()
    row = forest.locator("tbody tr").first
    assert "Invented drug" in row.text_content()


def test_the_table_is_a_table(page):
    table = page.locator("article table.dataframe")
    assert table.locator("tbody tr").count() == 8


def test_no_violation(page):
    assert axe_in_every_view(page) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_nothing_is_wider_than_the_screen(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 900}).open(PAGE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
