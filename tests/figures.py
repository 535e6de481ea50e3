"""The charts of a page, once they have been asked, and the texts in them."""

from typing import Any

from playwright.sync_api import Locator, Page

from reader import ASKED_AND_DRAWN

TEXTS = """drawing => [...drawing.querySelectorAll('svg text')].filter(
  text => text.textContent.trim() && text.checkVisibility()).map(text => {
  const box = text.getBoundingClientRect(), frame = drawing.getBoundingClientRect();
  return {words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize), left: box.left - frame.left,
          top: box.top - frame.top, right: box.right - frame.left, bottom: box.bottom - frame.top,
          wide: frame.width, high: frame.height};
})"""


POINTS = "figure.chart[data-chart=points]"
"""The charts whose points answer; a forest has a script of its own, and some have nothing to answer."""
MARK = ".picture:visible > circle, .picture:visible > .mark > path"


def asked(page: Page) -> list[Locator]:
    """Ask something of every chart whose points answer and, once they can, return them."""
    charts = page.locator(POINTS).all()
    for chart in charts:
        page.wait_for_function(ASKED_AND_DRAWN, arg=chart.element_handle())
    return charts


def texts(figure: Locator) -> list[dict[str, Any]]:
    """Return each text of a chart: its words, the size of its letters and its box within the drawing [px]."""
    return figure.locator(".drawing").evaluate(TEXTS)
