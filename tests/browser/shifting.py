"""How far a page has pushed what it had already shown."""

SHIFT = """async () => {
  const first = type => new Promise(resolve =>
    new PerformanceObserver(list => resolve(list.getEntries()[0])).observe({type, buffered: true}));
  // Until all of a page has come in, a browser may paint any part of it before the next.
  const {domInteractive: parsed} = await first('navigation');
  let total = 0;
  const add = entry => { if (!entry.hadRecentInput && entry.startTime > parsed) total += entry.value; };
  const watcher = new PerformanceObserver(list => list.getEntries().forEach(add));
  watcher.observe({type: 'layout-shift', buffered: true});
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  watcher.takeRecords().forEach(add);
  return total;
}"""
"""Sums the layout shifts of a loaded page since it was parsed [1], as web.dev/articles/cls counts them."""
