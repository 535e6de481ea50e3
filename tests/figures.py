"""The charts of a page, once plotly has drawn them, and the texts in them."""

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


PLOTTED = "figure.chart:has(.drawing):not([data-chart], [data-drawn=svg])"
"""The charts that plotly draws when they are asked; a forest answers by itself, and some have nothing to answer."""


def drawn(page: Page) -> list[Locator]:
    """Ask something of every chart that plotly draws and, once it has, return them."""
    charts = page.locator(PLOTTED).all()
    for chart in charts:
        page.wait_for_function(ASKED_AND_DRAWN, arg=chart.element_handle())
    return charts


def texts(figure: Locator) -> list[dict[str, Any]]:
    """Return each text of a chart: its words, the size of its letters and its box within the drawing [px]."""
    return figure.locator(".drawing").evaluate(TEXTS)
