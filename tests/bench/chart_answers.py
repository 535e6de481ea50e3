"""What a chart's answer costs a reader: the wait for its controls, and for each choice, with a slowed processor."""

import os
import time
from itertools import product
from statistics import median

from playwright.sync_api import Page, sync_playwright

from build import SITE
from chromium import launch_options
from measured import FORESTS

PAGE = f"book/{FORESTS}.html"
FOREST = "figure.chart[data-chart=forest]"
SLOWER, VISITS, PAUSE = 4, 3, 0.2
"""Times the processor is slowed, visits, and seconds between two choices, in which what can wait is drawn."""

# From what a reader does to the frame that shows the answer (see questions.py).
CLOCK = """
window.waits = [];
for (const kind of ['click', 'input']) addEventListener(kind, (event) => {
  const figure = event.target.closest?.('figure.chart');
  if (!figure || (kind === 'click' && !event.target.matches('.choose'))) return;
  const painted = () => {
    if (!figure.querySelector('.choices:not([hidden])')) return requestAnimationFrame(painted);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.waits.push(performance.now() - event.timeStamp);
    port2.postMessage(null);
  };
  requestAnimationFrame(painted);
}, true);
"""
# How long a plain sum takes, which says how much of the processor others have.
SUM = """() => {
  const start = performance.now();
  let sum = 0;
  for (let at = 0; at < 2e7; at++) sum += at % 7;
  return performance.now() - start + sum * 0;
}"""


def chart_waits() -> list[dict[str, object]]:
    """Return the waits [ms] for the controls of the longest forest of a chapter, and for each choice."""
    from _ext.site.serve import running

    first: list[float] = []
    others: list[float] = []
    sums: list[float] = []
    with sync_playwright() as playwright, running(SITE) as address:
        browser = playwright.chromium.launch(**launch_options())
        for _ in range(VISITS):
            context = browser.new_context(viewport={"width": 360, "height": 780})
            page = context.new_page()
            page.add_init_script(CLOCK)
            page.goto(address + PAGE)
            page.wait_for_load_state("networkidle")
            sums.append(page.evaluate(SUM))
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            waits = _choose(page)
            first.append(waits[0])
            others += waits[1:]
            context.close()
        browser.close()
    slowed = f"processor {SLOWER} times slower"
    rows = (
        (f"a chart's controls, {slowed}, median of {VISITS} visits", median(first), "ms", "300 or less"),
        (
            f"a choice of a chart, {slowed}, p95",
            sorted(others)[-(len(others) // 20) - 1],
            "ms",
            "100 or less",
        ),
        ("… median", median(others), "ms", ""),
        ("… a sum of 20 million numbers meanwhile, not slowed", median(sums), "ms", ""),
        ("… processes that wanted one of the processors", os.getloadavg()[0], "load", ""),
    )
    return [
        {"what": what, "value": round(value, 1), "unit": unit, "promise": promise}
        for what, value, unit, promise in rows
    ]


def _choose(page: Page) -> list[float]:
    """Open the controls of the forest with most lines, choose one state after the other, and return the waits [ms]."""
    figures = page.locator(FOREST).all()
    figure = max(figures, key=lambda each: each.locator(".picture.narrow .line").count())
    figure.locator(".choose").scroll_into_view_if_needed()
    figure.locator(".choose").click()
    page.wait_for_function("() => window.waits.length === 1")
    for order, interval in product(("value", "size", "year", ""), ("wilson", "exact", "")):
        for name, value in (("order", order), ("interval", interval)):
            before = page.evaluate("window.waits.length")
            figure.locator(f"select[name={name}]").select_option(value)
            page.wait_for_function("(before) => window.waits.length > before", arg=before)
            time.sleep(PAUSE)
    waits: list[float] = page.evaluate("window.waits")
    return waits
