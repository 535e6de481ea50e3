"""What a chapter weighs on the wire, beside the same chapter as stock Jupyter Book 1 makes it."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from build import JUPYTER_BOOK, ROOT
from chromium import launch_options
from measured import CHAPTER

STOCK_CONFIG = "title: stock\nauthor: stock\nexecute: {execute_notebooks: force, timeout: 120}\n"


def page_weights() -> list[dict[str, object]]:
    """Return weight [KB, gzip, headers left out], requests and third parties of the chapter, ours and stock."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stock = _stock_book(Path(folder))
        browser = playwright.chromium.launch(**launch_options())
        with served(ROOT / "_build" / "html") as ours, served(stock) as theirs:
            before = load(browser, f"{ours}book/{CHAPTER}.html", scroll=False)
            after = load(browser, f"{ours}book/{CHAPTER}.html", scroll=True)
            plain = load(browser, f"{theirs}{CHAPTER}.html", scroll=True)
        browser.close()

    def row(what: str, value: object, unit: str, promise: str = "") -> dict[str, object]:
        return {"what": what, "value": value, "unit": unit, "promise": promise}

    return [
        row("chapter, before a chart is asked", before["kb"], "KB gzip", "180 or less"),
        row(
            "chapter, what a chart that is asked adds",
            round(after["kb"] - before["kb"], 1),
            "KB gzip",
            "250 or less",
        ),
        row("chapter, requests", after["requests"], "requests", "20 or fewer"),
        row("chapter, third-party requests", after["foreign"], "requests", "0"),
        row("stock Jupyter Book 1, same chapter", plain["kb"], "KB gzip", "856 and more expected"),
        row("stock, requests", plain["requests"], "requests"),
        row("stock, third-party requests", plain["foreign"], "requests"),
    ]


def _stock_book(folder: Path) -> Path:
    import nbformat

    from _ext.live.copy import live_notebook

    nbformat.write(live_notebook(ROOT / "book" / f"{CHAPTER}.md"), folder / f"{CHAPTER}.ipynb")
    (folder / "_config.yml").write_text(STOCK_CONFIG)
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: {CHAPTER}\n")
    command: list[str | Path] = [JUPYTER_BOOK, "build", str(folder), "-q"]
    built = subprocess.run(command, check=False, capture_output=True, text=True)
    if built.returncode:
        raise RuntimeError(f"the stock book did not build:\n{built.stderr}")
    return folder / "_build" / "html"


@contextmanager
def served(site: Path) -> Iterator[str]:
    from _ext.site.serve import Handler, running

    class WithoutPolicy(Handler):
        """Stock pages break a strict policy; weight is what is compared, so both go without."""

        def send_header(self, keyword: str, value: str) -> None:
            """Leave the policy out."""
            if keyword != "Content-Security-Policy":
                super().send_header(keyword, value)

    with running(site, handler=WithoutPolicy) as address:
        yield address


def load(browser: Browser, url: str, *, scroll: bool) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    page = context.new_page()
    host = url.split("/")[2]
    responses: list[Response] = []
    asked: list[str] = []
    # Playwright marks what it is given, and a method of a list cannot be marked.
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url, wait_until="load")
    if scroll:
        for _ in range(60):
            page.mouse.wheel(0, 900)
            page.evaluate("() => new Promise(requestAnimationFrame)")
        # What a chart answers with is loaded when it is asked.
        for chart in page.locator("figure.chart .drawing").all()[:1]:
            chart.click()
        page.wait_for_load_state("networkidle")
    sizes = [response.request.sizes()["responseBodySize"] for response in responses if host in response.url]
    context.close()
    return {
        "kb": round(sum(sizes) / 1000, 1),
        "requests": len(sizes),
        "foreign": sum(_elsewhere(address, host) for address in asked),
    }


def _elsewhere(address: str, host: str) -> bool:
    return address.startswith(("http:", "https:")) and host not in address
