"""What the questions cost a reader: their weight, the wait for feedback, a long page, and the storage."""

import gzip
import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, ElementHandle, Page, sync_playwright

from build import SITE
from chromium import launch_options
from measured import CHAPTER

WITHOUT_QUIZ = "about"
LONG = "long"
ITEMS, CHECKS, VISITS, SLOWER, PRESS = 200, 60, 3, 4, 100
"""Questions on the long page, checks and visits at the least, times the processor is slowed, a press [ms]."""

PICKED = "label.option"
# From the reader's click to the frame that shows the verdict: a frame's callback runs before it is painted,
# and the message that it sends itself arrives after.
CLOCK = """
// Picking goes through the same lines, so that the first check does not wait for them to be compiled.
addEventListener('click', (event) => {
  const checks = event.target.matches?.('button[type=submit]');
  const card = event.target.closest?.('.item');
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      if (checks && card.querySelector('.verdict')) {
        (window.waits ??= []).push(performance.now() - event.timeStamp);
        console.debug('checked');
      }
    };
    port2.postMessage(null);
  });
}, true);
new MutationObserver((_, observer) => {
  if (!document.querySelector('.quiz[data-mode]')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => (window.interactive = performance.now())));
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-mode'] });
"""

# A slowed page that has nothing at all to draw may never be called idle.
IDLE = """() => new Promise((resolve) => {
  const idle = (then) => requestIdleCallback(then, { timeout: 500 });
  idle(() => idle(resolve));
})"""
MIDDLE = """(element) => {
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""


def question_costs() -> list[dict[str, object]]:
    """Return weights [KB gzip], waits [ms] with a slowed processor, and storage [KB]."""
    kept = _full_record()
    with _browser() as browser, _host(SITE) as site, _long_page() as folder, _host(folder) as long_site:
        loads = _asks_for_quiz(browser, f"{site}book/{WITHOUT_QUIZ}.html")
        # The address of the section has what asks the questions come at once.
        shipped = _measure(browser, f"{site}book/{CHAPTER}.html#check-yourself")
        long = _measure(browser, f"{long_site}book/{LONG}.html?questions=all")
        stacked = _measure(browser, f"{site}book/{CHAPTER}.html?questions=all")
        heavy = _measure(browser, f"{site}book/{CHAPTER}.html#check-yourself", kept)
    slowed = f"processor {SLOWER} times slower"

    def row(what: str, value: object, unit: str, promise: str = "") -> dict[str, object]:
        return {"what": what, "value": value, "unit": unit, "promise": promise}

    return [
        row("questions, front end without FSRS", _weight(), "KB gzip", "30 or less"),
        row("questions, files of it on a page without", loads, "files", "0"),
        row(f"check to feedback, chapter, p95, {slowed}", _p95(shipped.waits), "ms", "50 or less"),
        row("… median", round(median(shipped.waits), 1), "ms"),
        row(
            "check to feedback, chapter, all one under the other, p95",
            _p95(stacked.waits),
            "ms",
            "50 or less",
        ),
        row("… median", round(median(stacked.waits), 1), "ms"),
        row(f"check to feedback, {ITEMS} questions, p95", _p95(long.waits), "ms", "50 or less"),
        row("… median", round(median(long.waits), 1), "ms"),
        row("… checks measured", len(long.waits), "checks", f"{CHECKS} or more"),
        row(
            f"{ITEMS} questions interactive, {slowed}, median",
            round(median(long.loads)),
            "ms",
            "1000 or less",
        ),
        row("check to feedback, 2,000 answers kept, p95", _p95(heavy.waits), "ms", "50 or less"),
        row("… median", round(median(heavy.waits), 1), "ms"),
        row(
            "storage, 2,000 questions answered",
            round(len(kept["record"].encode()) / 1000, 1),
            "KB",
            "1000 or less",
        ),
    ]


@dataclass
class Times:
    """What was measured on the visits to a page [ms]: until it was interactive, and from each check to feedback."""

    loads: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)


def _weight() -> float:
    """Return what a page with questions loads for them [KB gzip]."""
    files = [SITE / "_static" / name for name in ("waiting.js", "quiz.js", "quiz.css")]
    return round(sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) / 1000, 1)


def _full_record() -> dict[str, str]:
    """Return the key and the record of a reader who has answered 2,000 questions."""
    command = ["node", str(Path(__file__).with_name("storage.js"))]
    made: dict[str, str] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return made


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@contextmanager
def _host(site: Path) -> Iterator[str]:
    """Serve a folder as a host would, and return its address."""
    from _ext.site.serve import running

    with running(site) as address:
        yield address


def _asks_for_quiz(browser: Browser, url: str) -> int:
    """Return how many files of the questions a page asks for."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url, wait_until="networkidle")
    context.close()
    return sum(re.search(r"/quiz\.|/review|fsrs", address) is not None for address in asked)


def _measure(browser: Browser, url: str, kept: dict[str, str] | None = None) -> Times:
    """Visit a page with a slowed processor until enough questions are checked, and return the times.

    `kept` is what the storage holds already.
    """
    times = Times()
    while len(times.loads) < VISITS or len(times.waits) < CHECKS:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.add_init_script(CLOCK)
        if kept is not None:
            put = f"localStorage.setItem({json.dumps(kept['key'])}, {json.dumps(kept['record'])})"
            page.add_init_script(put)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(url)
        page.wait_for_function("() => window.interactive", timeout=120_000)
        times.loads.append(page.evaluate("window.interactive"))
        times.waits += _check_all(page)
        context.close()
    return times


def _check_all(page: Page) -> list[float]:
    """Answer and check questions one after the other, as a reader does, and return the waits [ms].

    By the mouse alone: whatever Playwright asks the page while it finds and clicks something takes the slowed
    processor's time, and leaves garbage that is collected in the middle of what is measured.
    """
    for card in islice(_cards(page), CHECKS):
        # On a long page a card is live once it is near.
        card.evaluate("card => card.scrollIntoView()")
        button = card.wait_for_selector("button[type=submit]")
        assert button is not None
        for option in card.query_selector_all("label.option"):
            if button.is_enabled():
                break
            page.mouse.click(*_middle(option))
        page.mouse.move(*_middle(button))
        # A reader reads before checking; what scrolling and picking left to draw is drawn by then.
        page.evaluate(IDLE)
        with page.expect_console_message():
            page.mouse.down()
            # A finger stays down for a tenth of a second; a click without that is queued behind its own press.
            time.sleep(PRESS / 1000)
            page.mouse.up()
    return page.evaluate("window.waits")


def _cards(page: Page) -> Iterator[ElementHandle]:
    """Bring the questions with options to the reader, one at a time where the page asks them so."""
    if page.query_selector(".quiz[data-view=all]"):
        yield from page.query_selector_all(f".quiz .item:has({PICKED})")
        return
    page.get_by_role("button", name=re.compile(r"^All \d+$")).click()
    for step in page.query_selector_all(".strip .step"):
        step.click()
        card = page.query_selector(".quiz .item:not([hidden])")
        if card is not None and card.query_selector(PICKED):
            yield card


def _middle(element: ElementHandle) -> tuple[float, float]:
    """Bring something into the window, and return where it is clicked [px]."""
    x, y = element.evaluate(MIDDLE)
    return x, y


def _p95(waits: list[float]) -> float:
    """Return the wait that 95 of 100 do not exceed (nearest rank)."""
    return round(sorted(waits)[-(-95 * len(waits) // 100) - 1], 1)


def _built(name: str) -> str:
    return (SITE / "book" / f"{name}.html").read_text("utf-8")


@contextmanager
def _long_page() -> Iterator[Path]:
    """Make a site of one page of the book with as many questions as are promised, and little else."""
    from outcomes import cite
    from quizzes.authoring.load import load_bank
    from quizzes.page.card import quiz_html
    from quizzes.resolve import Way, resolve

    bank = load_bank(CHAPTER)
    items = [
        bank.items[at % len(bank.items)].model_copy(update={"id": f"{CHAPTER}-{at}"}) for at in range(ITEMS)
    ]
    shown = resolve(
        bank.model_copy(update={"items": tuple(items)}),
        cite=cite,
        evidence_href=lambda name: f"evidence.html#{name}",
        paragraph_way=lambda _, label: Way(f"#{label}"),
    )
    # These carry their data, so what asks them is there at once.
    uses = re.findall(
        r"<(?:link|script)[^>]*/quiz\.(?:css|js)[^>]*>(?:</script>)?",
        _built(CHAPTER).replace("/waiting.js", "/quiz.js"),
    )
    page = _built(WITHOUT_QUIZ).replace("</head>", f"{''.join(uses)}</head>", 1)
    page = page.replace("</main>", f"{quiz_html(shown)}</main>", 1)
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "_static").symlink_to(SITE / "_static")
        (folder / "book").mkdir()
        (folder / "book" / f"{LONG}.html").write_text(page, "utf-8")
        yield folder
