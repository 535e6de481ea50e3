"""The list of the course's pages that stands beside the text: all of them, or in a long part those near the reader."""

from collections.abc import Sequence
from functools import cache

from sphinx.application import Sphinx
from sphinx_external_toc.api import TocTree

from records.markup import Markup, as_made, join, tag

LONG = 40
"""Pages from which on a part of the contents shows only those near the reader, so that no page grows with the book."""
NEAR = 12
"""How many of those stand before the reader's page."""
WINDOW = 2 * NEAR + 1
"""How many of them there are."""


def menu(app: Sphinx, page: str) -> Markup:
    """Return the parts of the contents as a page lists them."""
    return join(*(_part(app, page, part) for part in app.config.external_site_map.root.subtrees))


def _part(app: Sphinx, page: str, part: TocTree) -> Markup:
    names = [str(item) for item in part.items if str(item) in app.env.titles]
    shown = names if len(names) <= LONG else _near(names, page)
    lines = [_line(app, page, name) for name in shown]
    if len(shown) < len(names):
        every = f"All {len(names)}, on the home page"
        lines.append(_entry(tag("a", every, class_="reference internal", href=_way(app, page))))
    caption = tag("p", tag("span", part.caption, class_="caption-text"), class_="caption")
    listed = tag("ul", "\n", *lines, class_="current" if page in shown else None)
    return join(*((caption, "\n") if part.caption else ()), listed, "\n")


def _near(names: Sequence[str], page: str) -> Sequence[str]:
    at = names.index(page) if page in names else 0
    first = max(0, min(at - NEAR, len(names) - WINDOW))
    return names[first : first + WINDOW]


def _line(app: Sphinx, page: str, name: str) -> Markup:
    here = "current " if name == page else ""
    href = "#" if here else _way(app, page, name)
    return _entry(tag("a", _title(app, name), class_=f"{here}reference internal", href=href), here)


def _entry(link: Markup, here: str = "") -> Markup:
    return join(tag("li", link, class_=f"toctree-l1 {here}".strip()), "\n")


@cache
def _title(app: Sphinx, name: str) -> Markup:
    """Return the title of a page, made once a build."""
    title: str = app.builder.render_partial(app.env.titles[name])["title"]  # type: ignore[attr-defined]
    return as_made(title)


def _way(app: Sphinx, page: str, name: str = "") -> str:
    return str(app.builder.get_relative_uri(page, name or app.config.master_doc))
