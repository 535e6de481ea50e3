"""What a book costs as it grows: to build, to build again, and to load a page of it."""

import os
import resource
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from build import build
from chromium import launch_options
from grown import MODEL, grow
from weight import load, served

SIZES = (20, 100, 500)
"""Chapters of the books."""
SEARCH = "search.html?q=remission"
PAGES = {
    "a chapter": f"book/{MODEL}.html",
    "home": "book/index.html",
    "progress": "book/progress.html",
    "review": "book/review.html",
    "a search": SEARCH,
}
UNCHANGED = {20: "3 or less", 500: "15 or less"}
"""What is promised of a build in which nothing has changed, by the size of the book."""
SENTENCE, EDITED = "A pale, cool thumb is the only sign", "A pale, cool thumb is the one sign"


def growth_costs() -> list[dict[str, object]]:
    """Return, for each size, the seconds of each kind of build and the weight [KB gzip] of what pages load."""
    rows: list[dict[str, object]] = []
    each: list[float] = []
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for chapters in SIZES:
            book = grow(Path(place) / str(chapters), chapters)
            clean, work = _built(book)
            unchanged, unchanged_work = _built(book)
            page = book / "book" / f"{MODEL}.md"
            page.write_text(page.read_text("utf-8").replace(SENTENCE, EDITED, 1), "utf-8")
            edited, edited_work = _built(book)
            each.append(work / chapters)
            what = f"{chapters} chapters"
            rows += [
                _row(f"{what}, clean build, a chapter", clean / chapters, "s", "1.5 or less"),
                _row("… processor time, a chapter", work / chapters, "s"),
                _row(
                    f"{what}, nothing changed",
                    unchanged,
                    "s",
                    UNCHANGED.get(chapters, ""),
                ),
                _row("… processor time", unchanged_work, "s"),
                _row(f"{what}, a sentence changed", edited, "s"),
                _row("… processor time", edited_work, "s"),
                *_weights(browser, book, what),
            ]
        browser.close()
    flat = _row(
        "processor time a chapter, largest book to smallest", each[-1] / each[0], "times", "1.2 or less"
    )
    return [
        *rows,
        flat,
        {"what": "load while measuring (1 min, 5 min)", "value": os.getloadavg()[:2], "unit": ""},
    ]


def _built(book: Path) -> tuple[float, float]:
    """Build a book, and return the seconds that it took and those of all processors."""
    start, before = time.perf_counter(), _work()
    done = build(book)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return time.perf_counter() - start, _work() - before


def _work() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _weights(browser: Browser, book: Path, what: str) -> list[dict[str, object]]:
    with served(book / "_build" / "html") as address:
        return [
            _row(f"{what}, {name}", load(browser, address + page, scroll=page == SEARCH)["kb"], "KB gzip")
            for name, page in PAGES.items()
        ]


def _row(what: str, value: float, unit: str, promise: str = "") -> dict[str, object]:
    return {"what": what, "value": round(value, 2), "unit": unit, "promise": promise}
