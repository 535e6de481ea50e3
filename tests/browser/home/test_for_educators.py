"""The page for educators, without a kernel: figures and a table, nothing that asks for a control that is not there."""

import pytest

from axe import WIDTHS, axe_in_every_view

PAGE = "book/for-educators.html"


@pytest.fixture
def page(reader):
    return reader.open(PAGE)


def test_the_controls_are_not_on_the_page_and_their_figure_is(page):
    assert page.locator("figure.chart .finding").all_text_contents() == ["Most thumbs warm up again"]
    assert page.locator("figure.chart .picture:visible").count() == 1
    # The interval explorer below it has its own, which need no kernel.
    controls = page.locator("article :is(select, input):not(.explorer *), .jupyter-widgets, .widget-subarea")
    assert controls.count() == 0
    assert "jupyter.widget" not in page.content()


def test_the_table_is_a_table(page):
    assert page.locator("article table.dataframe tbody tr").count() == 9


def test_no_violation(page):
    assert axe_in_every_view(page) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_nothing_is_wider_than_the_screen(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 900}).open(PAGE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
