"""How far a page has pushed what it had already shown."""

SHIFT = """() => new Promise(resolve => {
  // Until all of a page has come in, a browser may paint any part of it before the next.
  const parsed = performance.getEntriesByType('navigation')[0].domInteractive;
  let total = 0;
  const add = entry => { if (!entry.hadRecentInput && entry.startTime > parsed) total += entry.value; };
  const watcher = new PerformanceObserver(list => list.getEntries().forEach(add));
  watcher.observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => { watcher.takeRecords().forEach(add); resolve(total); }));
})"""
"""Return the sum of layout shifts since the page was parsed [1], as web.dev/articles/cls counts them."""
