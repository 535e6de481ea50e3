"""The reader's own pages, progress and review. The browser makes what they show from the outlines of chapters."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from quizzes.strings import say
from records.markup import Markup, data_script, tag

from ..directives import CourseDirective, directive
from ..files import fill
from .outlines import (
    OUTLINES,
    listed,
    made_of,
    note_outlines,
    outline_scripts,
    outlines_made_of,
    pages_with_questions,
    sections_by_chapter,
)
from .quiz import ITEMS, items_script

PAGES = ("progress", "review")


class own_page(nodes.General, nodes.Element):
    """A placeholder for the page, filled in once the titles of all chapters are known."""


@directive("memory-page")
class OwnPage(CourseDirective):
    """``{memory-page} progress`` or ``review``: a placeholder, and the data from which a script fills it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the placeholder; the page is rebuilt when a question or a chapter changes."""
        page = self.arguments[0]
        if page not in PAGES:
            raise self.error(f"memory-page: there is no {page!r}; there are {', '.join(PAGES)}")
        note_outlines(self.env)
        self.env.metadata[self.env.docname].update({page: "yes", "own": "yes"})
        return [own_page(page=page)]


def setup_own_pages(app: Sphinx) -> None:
    """Fill in the pages once the titles of all chapters are known, and write the scripts that they load."""
    app.connect("doctree-resolved", _fill)
    app.connect("build-finished", _write_scripts)


def _fill(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    for place in list(doctree.findall(own_page)):
        place.replace_self(nodes.raw("", _html(app, place["page"]), format="html"))


def _html(app: Sphinx, page: str) -> Markup:
    names = pages_with_questions(app.env)
    links = {f"{name}.html": app.env.titles[f"book/{name}"].astext() for name in names}
    return tag(
        "section",
        tag("div", class_="quiz-notice", role="status"),
        tag("div", without_scripts(say("my_progress_needs_scripts"), links), class_="memory-place"),
        tag("p", class_="quiz-said", role="status"),
        data_script(listed(app), class_="memory-data"),
        class_="quiz memory",
        data_memory=page,
    )


def without_scripts(why: str, links: Mapping[str, str]) -> Markup:
    """Return what a reader's own page says without scripts: why it is empty, and where the questions are."""
    lines = (tag("li", tag("a", title, href=href)) for href, title in links.items())
    return tag("div", tag("p", why), tag("ul", *lines), class_="memory-needs")


def _write_scripts(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    asked = pages_with_questions(app.env)
    _write(app, ITEMS, made_of(app), asked, lambda: {name: items_script(name) for name in asked})
    outlined = sections_by_chapter(app.env)
    _write(app, OUTLINES, outlines_made_of(app), outlined, lambda: outline_scripts(app))


def _write(
    app: Sphinx, where: str, of: str, names: Iterable[str], scripts: Callable[[], Mapping[str, str]]
) -> None:
    """Fill a folder of the site with scripts by name, unless it holds those that were made of the same."""
    folder = Path(app.outdir) / where
    mark = Path(app.outdir).parent / f".{folder.name}.txt"
    there = {path.name for path in folder.glob("*")} == {f"{name}.js" for name in names}
    if there and mark.is_file() and mark.read_text("utf-8") == of:
        return
    fill(folder, {f"{name}.js": script for name, script in scripts().items()})
    mark.write_text(of, "utf-8")
