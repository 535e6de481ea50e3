"""axe-core on a page: WCAG 2.2 A and AA, and the best practices."""

from functools import cache
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"telephone": 360, "desk": 1280}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# What another scheme alone can break, and what another width can in parts that are shown at both.
COLORS = ["color-contrast", "link-in-text-block"]
SIZES = ["target-size", "scrollable-region-focusable"]

# What is far from the screen has no layout of its own yet: its boxes would be measured on top of each other.
EVERYTHING_DRAWN = """() => {
  const drawn = new CSSStyleSheet();
  // What stays on the screen lies over something wherever one scrolls, and hides no target for good.
  drawn.replaceSync(`* { content-visibility: visible !important }
    .quiz :is(.act, .strip) { position: static !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, drawn];
}"""

# Of the texts that are alike in letters and in every color behind them, one is named: their contrast is one.
ONE_OF_EACH_LOOK = """(parts) => {
  const looks = new Map([[null, '']]), named = new Set();
  const look = (one) => {
    if (!looks.has(one)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one);
      const own = [one.tagName, one.getAttribute('class'), backgroundColor, backgroundImage, opacity];
      looks.set(one, `${look(one.parentElement)} ${own}`);
    }
    return looks.get(one);
  };
  const hasText = (one) => one.matches('input, select, textarea')
    || [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  const within = parts.length > 0 ? parts.map((part) => `:is(${part}, ${part} *)`).join() : 'body *';
  for (const one of document.querySelectorAll(within)) {
    one.removeAttribute('data-look');
    if (!hasText(one)) continue;
    const { color, fill, fontSize, fontWeight } = getComputedStyle(one);
    const name = `${look(one)} ${[color, fill, fontSize, fontWeight]}`;
    if (!named.has(name)) one.setAttribute('data-look', '');
    named.add(name);
  }
}"""


@cache
def _source() -> str:
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def axe(page: Page, *within: str, rules: list[str] = TAGS) -> list[str]:
    """Return each violation as one line: rule, what it asks, and the first elements that break it.

    Parameters
    ----------
    page : Page
        What is looked at.
    within : str
        Selectors of the parts that have changed since the rest was looked at; without any, the whole page.
    rules : list[str]
        Ids of rules, or tags of many.
    """
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(_source())
        page.evaluate(EVERYTHING_DRAWN)
    # The head stays in view, and half covers whatever happens to be scrolled under it.
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    found = page.evaluate(
        "([rules, parts]) => axe.run(parts.length > 0 ? {include: parts} : document,"
        " {runOnly: rules, resultTypes: ['violations']})",
        [rules, [[part] for part in within]],
    )
    return [
        f"{rule['id']}: {rule['help']}: {[node['target'] for node in rule['nodes'][:3]]}"
        for rule in found["violations"]
    ]


def view(page: Page, width: str, scheme: Literal["light", "dark"]) -> None:
    """Look at the page on a telephone or at a desk, in light or dark."""
    page.set_viewport_size({"width": WIDTHS[width], "height": 900})
    page.emulate_media(color_scheme=scheme)


def axe_on_colors(page: Page, *within: str) -> list[str]:
    """Return the violations of the rules of color, for a page that was asked every rule in the other scheme."""
    page.evaluate(ONE_OF_EACH_LOOK, list(within))
    return axe(page, "[data-look]", rules=COLORS)


def axe_in_every_view(page: Page, *within: str) -> list[str]:
    """Return the violations on a telephone and at a desk, light and dark, each with its view.

    At each width every rule is asked; the other scheme changes colors alone, and is asked for these.
    """
    found = []
    for width in WIDTHS:
        for scheme, look in zip(SCHEMES, (axe, axe_on_colors), strict=True):
            view(page, width, scheme)
            found += [f"{width}, {scheme}: {line}" for line in look(page, *within)]
    return found
