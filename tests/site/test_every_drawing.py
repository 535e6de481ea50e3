"""Drawings are read on a telephone and at a desk: no text overlaps, leaves its box or is small; light, dark, axe."""

from io import BytesIO

import pytest
from drawings_page import DRAWINGS, write_page
from pypdf import PdfReader

from axe import WIDTHS, axe_in_every_view

EVERY_WIDTH = pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())

# Every fault of every layout that is seen, in the units of its drawing; a box of text is rounded by up to one.
FAULTS = """() => [...document.querySelectorAll('.drawn svg')].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
  const of = (one) => {
    const { x, y, width, height } = one.getBBox();
    return { said: one.textContent, left: x, top: y, right: x + width, bottom: y + height, middle: y + height / 2 };
  };
  const starts = (a, b) => a.left >= b.left && a.left < b.right && a.middle > b.top && a.middle < b.bottom;
  const inside = (a, b) => Math.min(a.left - b.left, a.top - b.top, b.right - a.right, b.bottom - a.bottom) > -1.5;
  const meet = (a, b) => Math.min(b.right - a.left, a.right - b.left, b.bottom - a.top, a.bottom - b.top) > 0.5;
  const { width, height } = svg.viewBox.baseVal;
  const paper = { left: 0, top: 0, right: width, bottom: height };
  const boxes = [...svg.querySelectorAll('rect')].map(of);
  const texts = [...svg.querySelectorAll('text')];
  const size = (text) => (parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width) / width;
  return texts.map(of).flatMap((text, at, all) => [
    ...(boxes.some((box) => starts(text, box) && !inside(text, box)) || !inside(text, paper) ? ['leaves its box'] : []),
    ...all.slice(at + 1).filter((other) => meet(text, other)).map((other) => `overlaps ${other.said}`),
    ...(size(texts[at]) < 12 ? ['is small'] : []),
  ].map((fault) => `${text.said}: ${fault}`));
})"""


@pytest.fixture(scope="module")
def page_address(site, tmp_path_factory):
    from _ext.site.serve import running

    page = write_page(tmp_path_factory.mktemp("drawings"), site / "_static")
    with running(page.parent) as address:
        yield f"{address}{page.name}"


def opened(new_reader, address, **options):
    reader = new_reader(**options)
    reader.address, _, name = address.rpartition("/")
    return reader.open(f"/{name}")


@EVERY_WIDTH
def test_every_text_is_readable_and_in_its_place(new_reader, page_address, width):
    page = opened(new_reader, page_address, viewport={"width": width, "height": 800})
    assert page.locator(".drawn svg:visible").count() == len(DRAWINGS)
    assert page.evaluate(FAULTS) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_no_drawing_breaks_a_rule_of_axe(new_reader, page_address):
    page = opened(new_reader, page_address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert axe_in_every_view(page) == []


def test_on_paper_no_sheet_is_left_blank_for_a_drawing(new_reader, page_address):
    page = opened(new_reader, page_address)
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    assert len(sheets) >= len(DRAWINGS)
    assert [number for number, sheet in enumerate(sheets, start=1) if not sheet.extract_text().strip()] == []
