"""axe-core on a page: WCAG 2.2 A and AA, and the best practices."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"telephone": 360, "desk": 1280}
SCHEMES = ("light", "dark")

# What is far from the screen has no layout of its own yet: its boxes would be measured on top of each other.
EVERYTHING_DRAWN = """() => {
  const drawn = new CSSStyleSheet();
  drawn.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, drawn];
}"""


@cache
def _source() -> str:
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def axe(page: Page, *within: str) -> list[str]:
    """Return each violation as one line: rule, what it asks, and the first elements that break it.

    Parameters
    ----------
    page : Page
        What is looked at.
    within : str
        Selectors of the parts that have changed since the rest was looked at; without any, the whole page.
    """
    page.evaluate(_source())
    page.evaluate(EVERYTHING_DRAWN)
    if not within:
        # The head stays in view, and half covers whatever happens to be scrolled under it.
        page.evaluate("scrollTo(0, 0)")
    found = page.evaluate(
        "([tags, parts]) => axe.run(parts.length > 0 ? {include: parts} : document,"
        " {runOnly: tags, resultTypes: ['violations']})",
        [TAGS, [[part] for part in within]],
    )
    return [
        f"{rule['id']}: {rule['help']}: {[node['target'] for node in rule['nodes'][:3]]}"
        for rule in found["violations"]
    ]
