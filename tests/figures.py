"""The charts of a page, once they are drawn, and the texts in them."""

from typing import Any

from playwright.sync_api import Locator, Page

from reader import NEAR_AND_DRAWN

TEXTS = """drawing => [...drawing.querySelectorAll('svg text')].filter(text => text.textContent.trim()).map(text => {
  const box = text.getBoundingClientRect(), frame = drawing.getBoundingClientRect();
  return {words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize), left: box.left - frame.left,
          top: box.top - frame.top, right: box.right - frame.left, bottom: box.bottom - frame.top,
          wide: frame.width, high: frame.height};
})"""


def drawn(page: Page) -> list[Locator]:
    """Bring every figure near and, once each is drawn, return the charts among them."""
    for figure in page.locator("figure.chart").all():
        page.wait_for_function(NEAR_AND_DRAWN, arg=figure.element_handle())
    return page.locator("figure.chart:has(.drawing)").all()


def texts(figure: Locator) -> list[dict[str, Any]]:
    """Return each text of a chart: its words, the size of its letters and its box within the drawing [px]."""
    return figure.locator(".drawing").evaluate(TEXTS)
