"""How far a page has pushed what it had already shown."""

from playwright.sync_api import Page, Route

SHIFT = """async () => {
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


def open_before_its_script(page: Page, address: str, script: str) -> None:
    """Open a page that is painted before its script comes, as it is over a slow network; `script` is a glob."""
    waiting: list[Route] = []
    painted = False

    def hold(route: Route) -> None:
        if painted:
            route.continue_()
        else:
            waiting.append(route)

    page.route(script, hold)
    page.goto(address, wait_until="commit")
    page.evaluate(PAINTED)
    painted = True
    for route in waiting:
        route.continue_()
