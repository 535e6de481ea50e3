"""The leaves of the volume: which pages of the site stand in it, bound together."""

from collections.abc import Callable
from pathlib import Path

from course import course
from course.pages import names

from ..site.serve import SITE
from ..sources import ROOT
from .leaf import Leaf, bind, leaf


class NotBuilt(FileNotFoundError):
    """A page of the volume is not in the site; the message says which, and the cure."""


def leaves(
    site: Path = SITE, wide: bool = True, shown: Callable[[str], str] = lambda address: address
) -> list[Leaf]:
    """Return every page of `_toc.yml` but those of `course.yml` that are for a screen alone, in their order.

    `wide` chooses the layout of pictures; `shown` makes of `#page--anchor` what a link to it says.

    Raises
    ------
    NotBuilt
        If a page was not built.
    """
    made = []
    # The first page leads to the others; the volume has a title and contents instead.
    for name in names(ROOT)[1:]:
        if name in course().on_screen_only:
            continue
        page = site / "book" / f"{name}.html"
        if not page.is_file():
            raise NotBuilt(f"book/{name}.html: not built yet; run 'make book'")
        made.append(leaf(name, page.read_text("utf-8"), wide))
    bind(made, shown, course().site)
    return made
