"""The volume on paper: one PDF with contents, page numbers, bookmarks and links, and a page a chapter for the wall.

cd book && python -m _ext.volume.paper CHROMIUM

CHROMIUM is the path of the browser that prints; `make pdf` finds it.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from records.markup import Markup, as_made, join, tag

from ..site.serve import SITE
from ..sources import ROOT
from .handout import handouts
from .imprint import Imprint, imprint
from .leaf import Leaf
from .leaves import NotBuilt, leaves
from .printing import Press, begins, press, quoted, save, sheet

COURSE = ROOT / "_build" / "volume" / "course.pdf"
HANDOUTS = COURSE.with_name("handouts.pdf")
UNKNOWN = 0
"""What stands in the contents until it is known on which page a chapter begins."""


def write(chromium: str, site: Path = SITE) -> dict[Path, int]:
    """Print the volume and the handouts; return how many pages each has.

    Raises
    ------
    NotBuilt
        If a page was not built.
    """
    bound, about = leaves(site), imprint()
    with press(chromium) as printer:
        return {
            COURSE: _print(printer, bound, about, site),
            HANDOUTS: handouts(printer, bound, about, site, HANDOUTS),
        }


def _print(printer: Press, bound: Sequence[Leaf], about: Imprint, site: Path) -> int:
    """Print it until its contents are right about where each chapter begins, which only a print says."""
    heads = "".join(
        f"@page {_paper(leaf)} {{ @top-right {{ content: {quoted(leaf.title)} }} }}" for leaf in bound
    )
    rules = f"@page {{ @top-left {{ content: {quoted(about.title)} }} }}\n{heads}"
    text = [tag("main", as_made(str(leaf.content)), style=f"page: {_paper(leaf)}") for leaf in bound]
    said: Mapping[str, int] | None = None
    numbers: Mapping[str, int] = {}
    while numbers != said:
        said = numbers
        printed = printer.print(
            sheet(about.title, rules, _front(about), _contents(bound, said), *text, site=site)
        )
        numbers = begins(printed)
    save(printed, about, about.title, COURSE)
    return len(printed.pages)


def _paper(leaf: Leaf) -> str:
    return f"of-{leaf.name}"


def _front(about: Imprint) -> Markup:
    lines = (tag("p", line, class_="imprint") for line in about.lines)
    told = (tag("h1", about.title), tag("p", about.description), tag("p", about.authors))
    return tag("header", *told, *lines, class_="front")


def _contents(bound: Sequence[Leaf], numbers: Mapping[str, int]) -> Markup:
    def line(anchor: str, title: str) -> Markup:
        on = tag("span", str(numbers.get(anchor, UNKNOWN)), class_="on")
        return tag("a", tag("span", title), on, href=f"#{anchor}")

    entries = (
        tag(
            "li",
            line(leaf.anchor, leaf.title),
            tag("ol", *(tag("li", line(at, title)) for at, title in leaf.sections())),
        )
        for leaf in bound
    )
    return tag("nav", tag("h1", "Contents"), tag("ol", join(*entries)), class_="contents-of")


def main() -> int:
    """Print both and say where they are, how long and how heavy."""
    if len(sys.argv) != 2:
        print("Say which browser prints it: python -m _ext.volume.paper CHROMIUM", file=sys.stderr)
        return 2
    try:
        for path, pages in write(sys.argv[1]).items():
            print(f"{path.relative_to(ROOT)}: {pages} pages, {path.stat().st_size / 1e6:.1f} MB.")
    except NotBuilt as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
