"""The reader's own pages, progress and review. The browser makes what they show from the data written here."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from textwrap import shorten

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from course import course
from outcomes import cite
from quizzes.evidence import fill_tokens
from quizzes.resolve import digest
from quizzes.strings import say
from records.markup import Markup, data_script, tag

from ..directives import CourseDirective, directive
from ..files import fill
from ..sources import BANK, ROOT, banks, chapter_title, pages
from .quiz import ITEMS, items_address, items_script

LONGEST = 90
"""How much of a question's text stands for it in a list [characters]."""
MARK = ".items.txt"
"""Beside the site: what the scripts of the questions were made of."""


class own_page(nodes.General, nodes.Element):
    """A placeholder for the page, filled in once the titles of all chapters are known."""


@directive("memory-page")
class OwnPage(CourseDirective):
    """``{memory-page} progress`` or ``review``: a placeholder, and the data from which a script fills it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the placeholder; the page is rebuilt when a question or a chapter changes."""
        page = self.arguments[0]
        if page not in DATA:
            raise self.error(f"memory-page: there is no {page!r}; there are {', '.join(DATA)}")
        for path in (*BANK.glob("*.yml"), *(ROOT / "outcomes").rglob("*.yml"), ROOT / "_toc.yml"):
            self.env.note_dependency(str(path))
        for name in pages_with_questions(self.env):
            self.env.note_dependency(self.env.doc2path(f"book/{name}"))
        self.env.metadata[self.env.docname].update({page: "yes", "own": "yes"})
        return [own_page(page=page)]


def setup_own_pages(app: Sphinx) -> None:
    """Fill in the pages once the titles of all chapters are known, and write the questions that the review loads."""
    app.connect("doctree-resolved", _fill)
    app.connect("build-finished", _write_items)


def pages_with_questions(env: BuildEnvironment) -> list[str]:
    """Return the names of the pages that have questions, in the order of the book."""
    names = [page.removeprefix("book/") for page in pages(env.config)]
    return [name for name in names if name in banks() and f"book/{name}" in env.found_docs]


def _fill(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    for place in list(doctree.findall(own_page)):
        names = pages_with_questions(app.env)
        titles = {name: app.env.titles[f"book/{name}"].astext() for name in names}
        data = [DATA[place["page"]](name, titles[name]) for name in names]
        place.replace_self(nodes.raw("", _html(place["page"], data, titles), format="html"))


def _html(page: str, data: list[dict[str, object]], titles: dict[str, str]) -> Markup:
    links = {f"{name}.html": title for name, title in titles.items()}
    return tag(
        "section",
        tag("div", class_="quiz-notice", role="status"),
        tag("div", without_scripts(say("my_progress_needs_scripts"), links), class_="memory-place"),
        tag("p", class_="quiz-said", role="status"),
        data_script(data, class_="memory-data"),
        class_="quiz memory",
        data_memory=page,
    )


def without_scripts(why: str, links: Mapping[str, str]) -> Markup:
    """Return what a reader's own page says without scripts: why it is empty, and where the questions are."""
    lines = (tag("li", tag("a", title, href=href)) for href, title in links.items())
    return tag("div", tag("p", why), tag("ul", *lines), class_="memory-needs")


def _for_progress(name: str, title: str) -> dict[str, object]:
    bank = banks()[name]
    return {
        "name": name,
        "title": title,
        "href": f"{name}.html",
        "test": name in (course().pre_test, course().final_test),
        "objectives": [fill_tokens(objective.text, cite) for objective in bank.objectives],
        # id, digest, the number of the objective, from 0, and the beginning of the text
        "items": [
            [
                item.id,
                digest(item, cite),
                [each.id for each in bank.objectives].index(item.objective),
                shorten(fill_tokens(item.stem, cite), LONGEST, placeholder="…"),
            ]
            for item in bank.items
        ],
    }


def _for_review(name: str, title: str) -> dict[str, object]:
    items = [[item.id, digest(item, cite)] for item in banks()[name].items]
    return {
        "name": name,
        "title": title,
        "href": f"{name}.html",
        "script": items_address(name),
        "items": items,
    }


DATA = {"progress": _for_progress, "review": _for_review}


def _write_items(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    names = pages_with_questions(app.env)
    folder, mark = Path(app.outdir) / ITEMS, Path(app.outdir).parent / MARK
    made_of = _digest(app, names)
    there = {path.name for path in folder.glob("*")} == {f"{name}.js" for name in names}
    if there and mark.is_file() and mark.read_text("utf-8") == made_of:
        return
    fill(folder, {f"{name}.js": items_script(name) for name in names})
    mark.write_text(made_of, "utf-8")


def _digest(app: Sphinx, names: list[str]) -> str:
    """Return a digest of what the scripts are made of: the questions, what they cite, where they lead, the code."""
    # The folder of executed cells is named by the code and the ledger (see `sources`).
    digest = hashlib.sha256(Path(app.config.nb_execution_cache_path).name.encode())
    titles = [chapter_title(page.removeprefix("book/")) for page in pages(app.config)]
    digest.update(repr((names, titles)).encode())
    quizzes = ROOT / "quizzes"
    files = (*BANK.glob("*.yml"), *quizzes.glob("*.json"), *quizzes.glob("kinds/*/*.json"))
    for path in sorted((*files, *Path(__file__).parents[1].rglob("*.py"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
