"""Violations that axe-core finds on every page, light and dark, on a telephone and at a desk."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from axe import SCHEMES, WIDTHS, axe
from chromium import launch_options

SITE = Path(__file__).parents[2] / "_build" / "html"


def violations() -> list[dict[str, object]]:
    """Return the number of violations a page, added up over modes and widths."""
    from _ext.site.serve import running

    rows: list[dict[str, object]] = []
    with running(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        # index.html at the root only leads on, and is gone before it could be looked at.
        for path in sorted(set(SITE.rglob("*.html")) - {SITE / "index.html"}):
            name, found = path.relative_to(SITE).as_posix(), 0
            for width in WIDTHS.values():
                for scheme in SCHEMES:
                    context = browser.new_context(
                        viewport={"width": width, "height": 900}, color_scheme=scheme
                    )
                    page = context.new_page()
                    page.goto(address + name)
                    found += len(axe(page))
                    context.close()
            rows.append({"what": f"axe, {name}", "value": found, "unit": "violations", "promise": "0"})
        browser.close()
    return rows
