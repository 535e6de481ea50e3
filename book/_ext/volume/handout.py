"""A page for the wall of a clinic from each chapter: its key points, its first figure, and its pitfalls."""

import copy
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pikepdf
from bs4 import Tag

from records.markup import Markup, as_made, tag

from .imprint import Imprint
from .leaf import Leaf
from .printing import Press, begins, save, sheet

POINTS, PITFALLS = "key-points", "pitfalls"
SMALLER = 0.92
"""By how much what does not fit on its page is made smaller, until it does."""
SMALLEST = 0.5
"""Smaller than this nobody could read it; then it takes two pages."""


def handouts(printer: Press, bound: Sequence[Leaf], about: Imprint, site: Path, to: Path) -> int:
    """Print a page of each chapter that has key points; return how many pages there are."""
    chapters = [leaf for leaf in bound if _part(leaf, POINTS) is not None]
    title = f"{about.title}: a page a chapter"
    sizes = {leaf.name: 1.0 for leaf in chapters}
    while True:
        pages = [_page(leaf, about, sizes[leaf.name]) for leaf in chapters]
        printed = printer.print(sheet(title, "", *pages, site=site))
        longer = [name for name in _longer_than_a_page(printed, chapters) if sizes[name] > SMALLEST]
        if not longer:
            break
        for name in longer:
            sizes[name] *= SMALLER
    save(printed, about, title, to)
    return len(printed.pages)


def _longer_than_a_page(printed: pikepdf.Pdf, chapters: Sequence[Leaf]) -> list[str]:
    where = begins(printed)
    first = [where[leaf.anchor] for leaf in chapters] + [len(printed.pages) + 1]
    return [
        leaf.name for leaf, (here, after) in zip(chapters, pairwise(first), strict=True) if after - here > 1
    ]


def _page(leaf: Leaf, about: Imprint, size: float) -> Markup:
    words = [as_made(str(part)) for part in (_part(leaf, POINTS), _part(leaf, PITFALLS)) if part is not None]
    figure = _figure(leaf)
    foot = tag("footer", " ".join([f"{about.title}: {leaf.title}.", *about.lines]), class_="imprint")
    # Only what is linked to is told where it is.
    head = tag("h1", tag("a", leaf.title, href=f"#{leaf.anchor}"), id=leaf.anchor)
    shown = tag("div", as_made(str(figure))) if figure is not None else None
    return tag("main", head, tag("div", *words), shown, foot, class_="wall", style=f"zoom: {size:.3f}")


def _part(leaf: Leaf, name: str) -> Tag | None:
    return leaf.content.find("section", id=f"{leaf.name}--{name}")


def _figure(leaf: Leaf) -> Tag | None:
    """Return the first figure, without its table: what it says and what it draws."""
    figure = leaf.content.find("figure", class_="chart")
    if figure is None:
        return None
    figure = copy.copy(figure)
    for table in figure.find_all(class_="data"):
        table.decompose()
    return figure
