"""How far a page has pushed what it had already shown."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route

SHIFT = """async () => {
  if (document.firstWhole === undefined) throw Error('no Reader opened this page');
  while (document.firstWhole === null) await new Promise(requestAnimationFrame);
  let total = 0;
  const add = entry => { if (!entry.hadRecentInput && entry.startTime > document.firstWhole) total += entry.value; };
  const watcher = new PerformanceObserver(list => list.getEntries().forEach(add));
  watcher.observe({type: 'layout-shift', buffered: true});
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  watcher.takeRecords().forEach(add);
  return total;
}"""
"""Sums the layout shifts of a `Reader`'s page since it was first painted whole [1], as web.dev/articles/cls counts."""

PAINTED = """() => new Promise(resolve => new PerformanceObserver(list => {
  if (list.getEntries().some(entry => entry.name === 'first-contentful-paint')) resolve();
}).observe({type: 'paint', buffered: true}))"""
"""Waits until something of a page has been painted."""


@contextmanager
def held(page: Page, script: str) -> Iterator[None]:
    """Let what a glob names wait until the context ends, as it does over a slow network."""
    waiting: list[Route] = []
    ended = False

    def hold(route: Route) -> None:
        if ended:
            route.continue_()
        else:
            waiting.append(route)

    page.route(script, hold)
    yield
    ended = True
    for route in waiting:
        route.continue_()


def open_before_its_script(page: Page, address: str, script: str) -> None:
    """Open a page that is painted before its script comes; `script` is a glob."""
    with held(page, script):
        page.goto(address, wait_until="commit")
        page.evaluate(PAINTED)
