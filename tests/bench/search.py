"""What the search finds, how fast and at what weight, beside Sphinx's own and beside Pagefind.

Pagefind is no part of the environment: `pip install 'pagefind[bin]'` brings it, and without it its rows say so.
"""

import gzip
import importlib.util
import json
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from build import ROOT, SITE
from chromium import launch_options

QUERIES = yaml.safe_load((Path(__file__).parents[1] / "content" / "search.yml").read_text("utf-8"))
LOOKS = 3
"""Results that a reader looks at."""

STOCK_PAGE = """<!doctype html><html lang="en" data-content_root="./"><head><meta charset="utf-8"><title>Search</title>
<script src="_static/documentation_options.js"></script><script src="_static/doctools.js"></script>
<script src="_static/sphinx_highlight.js"></script><script src="_static/searchtools.js"></script>
<script src="_static/language_data.js"></script><script src="searchindex.js" defer></script></head>
<body><input name="q"><span id="search-progress"></span><div id="search-results"></div></body></html>"""
OPTIONS = """const DOCUMENTATION_OPTIONS = {VERSION: '', LANGUAGE: 'en', COLLAPSE_INDEX: false, BUILDER: 'html',
FILE_SUFFIX: '.html', LINK_SUFFIX: '.html', HAS_SOURCE: false, SOURCELINK_SUFFIX: '', NAVIGATION_WITH_KEYS: false,
SHOW_SEARCH_SUMMARY: false, ENABLE_SEARCH_SHORTCUTS: false};"""
SECTION = re.compile(r'<section([^>]*) id="([^"]+)"([^>]*)>((?:\s*<span[^>]*></span>)*\s*)<h(\d)>')
PAGEFIND_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title></head>
<body><ol></ol><script type="module">
const pagefind = await import("/pagefind/pagefind.js");
const { results } = await pagefind.search(new URLSearchParams(location.search).get("q"));
const pages = await Promise.all(results.slice(0, 5).map((result) => result.data()));
const best = (one) => one.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
for (const { url, sub_results } of pages) {
  const parts = [...sub_results].sort((one, other) => best(other) - best(one)).slice(0, 3);
  for (const part of parts.length > 0 ? parts : [{ url }]) {
    const link = document.createElement("a");
    link.href = part.url;
    link.textContent = part.url;
    const row = document.createElement("li");
    row.append(link);
    document.querySelector("ol").append(row);
  }
}
document.body.dataset.done = "yes";
</script></body></html>"""
# The same parts that the course's own index leaves out.
PAGEFIND_LEAVES_OUT = (
    ".ev-card,.headerlink,.to-questions,.sources,.ways,.chapter-head,.bloom,.vignette,button"
)


def search_quality() -> list[dict[str, object]]:
    """Return what three searches of the same book find and cost."""
    from _ext.site.serve import Handler, running

    class WithoutPolicy(Handler):
        """Pagefind is WebAssembly, which the book's policy refuses; so is a module from another folder."""

        def send_header(self, keyword: str, value: str) -> None:
            """Leave the policy out."""
            if keyword != "Content-Security-Policy":
                super().send_header(keyword, value)

    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        shutil.copytree(SITE, site)
        engines: dict[str, tuple[str, str, list[Path]]] = {
            "the course's": ("search.html", ".found li", [*(site / "_static" / "search").glob("*.js")]),
            "Sphinx's": ("stock.html", "#search-results li", _stock(site)),
        }
        if importlib.util.find_spec("pagefind_bin"):
            engines["Pagefind"] = ("pagefind.html", "ol li", _pagefind(site))
        browser = playwright.chromium.launch(**launch_options())
        with running(site, WithoutPolicy) as address:
            for name, (page, result, files) in engines.items():
                rows += _measured(browser, address, name, page, result, files)
        browser.close()
    if "Pagefind" not in engines:
        rows.append({"what": "search, Pagefind", "value": "not installed", "unit": "", "promise": ""})
    return rows


def _stock(site: Path) -> list[Path]:
    """Make Sphinx's own index from the doctrees of the last build, and a page with its scripts."""
    import sphinx
    from sphinx.search import IndexBuilder, js_index
    from sphinx.search.en import SearchEnglish

    doctrees = SITE.parent / ".doctrees"
    sys.path.insert(0, str(ROOT / "book"))
    env = pickle.loads((doctrees / "environment.pickle").read_bytes())
    index = IndexBuilder(env, "en", {}, "")
    for name in sorted(env.found_docs):
        doctree = pickle.loads((doctrees / f"{name}.doctree").read_bytes())
        index.feed(name, f"{name}.md", env.titles[name].astext(), doctree)
    with (site / "searchindex.js").open("w", encoding="utf-8") as stream:
        index.dump(stream, js_index)
    basic = Path(sphinx.__file__).parent / "themes" / "basic" / "static"
    static = site / "_static"
    for script in ("doctools.js", "sphinx_highlight.js", "searchtools.js"):
        shutil.copy(basic / script, static / script)
    (static / "documentation_options.js").write_text(OPTIONS)
    words = json.dumps(sorted(SearchEnglish.stopwords))
    (static / "language_data.js").write_text(f"var stopwords = {words};\n{SearchEnglish.js_stemmer_code}")
    (site / "stock.html").write_text(STOCK_PAGE)
    names = ("doctools", "sphinx_highlight", "searchtools", "documentation_options", "language_data")
    return [site / "searchindex.js", *(static / f"{name}.js" for name in names)]


def _pagefind(site: Path) -> list[Path]:
    # Pagefind leads to headings with an address; in the book it is their sections that have one.
    for path in (site / "book").glob("*.html"):
        path.write_text(SECTION.sub(r'<section\1\3>\4<h\5 id="\2">', path.read_text("utf-8")), "utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "article"]
    command += ["--exclude-selectors", PAGEFIND_LEAVES_OUT, "--glob", "book/*.html"]
    subprocess.run(command, check=True, capture_output=True)
    (site / "pagefind.html").write_text(PAGEFIND_PAGE)
    made = site / "pagefind"
    return [
        *made.rglob("*.pf_*"),
        made / "wasm.en.pagefind",
        made / "pagefind.js",
        made / "pagefind-worker.js",
    ]


def _measured(
    browser: Browser, address: str, name: str, page: str, result: str, files: list[Path]
) -> Iterator[dict[str, object]]:
    pages, places, times, weights, missed = 0, 0, [], [], []
    apart: Counter[str] = Counter()
    for query in QUERIES:
        links, took, weight = _ask(browser, f"{address}{page}", query["query"], result)
        looked = [link.removeprefix(address).partition("?")[0] for link in links[:LOOKS]]
        whole = {place.partition("#")[0] for place in query["at"]}
        on_page = any(link.partition("?")[0].partition("#")[0] in whole for link in map(str, looked))
        exact = [link for link in links[:LOOKS] if _is_place(link.removeprefix(address), query["at"])]
        if query.get("apart"):
            apart[query["apart"]] += bool(exact)
        else:
            pages += on_page
            places += bool(exact)
        times.append(took)
        weights.append(weight)
        if not exact:
            missed.append(f"{query['query']} ({'page' if on_page else 'nothing'})")
    print(f"  {name}: not led to the place: {'; '.join(missed) or 'none'}", file=sys.stderr)
    size = sum(len(gzip.compress(path.read_bytes(), 6)) for path in files) / 1000
    asked = Counter(query.get("apart", "") for query in QUERIES)
    of = f"of {asked.pop('')}"

    def row(what: str, value: object, unit: str) -> dict[str, object]:
        return {"what": f"search, {name}: {what}", "value": value, "unit": unit, "promise": ""}

    yield row(f"the place among the first {LOOKS}", places, of)
    yield row(f"its page among the first {LOOKS}", pages, of)
    for those, number in asked.items():
        yield row(f"the place, of queries {those}", apart[those], f"of {number}")
    yield row("loaded for one query, median", round(median(weights), 1), "KB gzip")
    yield row(
        "page asked for to first result, median", round(median(took for took in times if took == took)), "ms"
    )
    yield row("index and scripts, all of it", round(size, 1), "KB gzip")


def _is_place(link: str, wanted: list[str]) -> bool:
    page, _, anchor = link.partition("#")
    here = f"{page.partition('?')[0]}#{anchor}"
    return any(here == place or (place.endswith("/") and here.startswith(place)) for place in wanted)


def _ask(browser: Browser, page_address: str, query: str, result: str) -> tuple[list[str], float, float]:
    """Open the search with nothing cached; return the links in order, the wait [ms] and what was loaded [KB]."""
    context = browser.new_context()
    page: Page = context.new_page()
    sizes: list[Callable[[], int]] = []
    page.on("requestfinished", lambda request: sizes.append(lambda: request.sizes()["responseBodySize"]))
    started = time.perf_counter()
    page.goto(f"{page_address}?q={query.replace(' ', '+')}", wait_until="commit")
    try:
        page.wait_for_selector(f"{result} a", timeout=4000)
        took = 1000 * (time.perf_counter() - started)
    except Exception:  # nothing was found: the wait says nothing
        took = float("nan")
    # Sphinx adds its results one by one.
    page.wait_for_timeout(300)
    links = page.eval_on_selector_all(f"{result} a", "all => all.map((one) => one.href)")
    weight = sum(size() for size in sizes) / 1000
    context.close()
    return links, took, weight
