"""What the reader's own pages know of a chapter: of each its name, and in a script of its own its outline.

A page loads the outline of a chapter that its reader has begun, and no other: so it weighs the same, however many
chapters the book has.
"""

import hashlib
import json
from functools import cache
from pathlib import Path
from textwrap import shorten

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from course import course
from outcomes import cite
from quizzes.evidence import fill_tokens
from quizzes.resolve import digest
from records.markup import json_script

from ..sources import BANK, ROOT, banks, chapter_title, chapters, pages
from .quiz import items_address

OUTLINES = "_static/outlines"
LONGEST = 90
"""How much of a question's text stands for it in a list [characters]."""


def pages_with_questions(env: BuildEnvironment) -> list[str]:
    """Return the names of the pages that have questions, in the order of the book."""
    return [name for name in _names(env) if name in banks()]


def note_outlines(env: BuildEnvironment) -> None:
    """Have the page that is being read made again when the outline of any chapter may have changed."""
    for path in (*BANK.glob("*.yml"), *(ROOT / "outcomes").rglob("*.yml"), ROOT / "_toc.yml"):
        env.note_dependency(str(path))
    for name in _names(env):
        env.note_dependency(env.doc2path(f"book/{name}"))


def _names(env: BuildEnvironment) -> list[str]:
    """Return the names of the pages with questions and of the chapters, in the order of the book."""
    wanted = {*chapters(env.config), *(f"book/{name}" for name in banks())} & env.found_docs
    return [page.removeprefix("book/") for page in pages(env.config) if page in wanted]


def listed(app: Sphinx) -> dict[str, object]:
    """Return which outlines there are: the chapters by name, in the order of the book, and the version of all."""
    return {
        "version": outlines_made_of(app)[:12],
        "chapters": [_by_name(app.env, name) for name in _names(app.env)],
    }


def _by_name(env: BuildEnvironment, name: str) -> dict[str, object]:
    bank = banks().get(name)
    found: dict[str, object] = {"name": name, "title": env.titles[f"book/{name}"].astext()}
    if bank is not None:
        found["count"] = len(bank.items)
        if bank.record != name:
            found["kept"] = bank.record
    if name in course().tests:
        found["test"] = True
    return found


def outline_scripts(app: Sphinx) -> dict[str, str]:
    """Return the scripts of the outlines by chapter, in the order of the book."""
    return {name: _script(name, sections) for name, sections in sections_by_chapter(app.env).items()}


def sections_by_chapter(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    """Return, for each page with questions and each chapter, the titles of its sections by their addresses in it."""
    return {name: _sections(env, name) for name in _names(env)}


@cache
def made_of(app: Sphinx) -> str:
    """Return a digest of what the questions on the site are made of: with what they cite, where they lead, the code."""
    # The folder of executed cells is named by the code and the ledger (see `sources`).
    digest = hashlib.sha256(Path(app.config.nb_execution_cache_path).name.encode())
    titles = [chapter_title(page.removeprefix("book/")) for page in pages(app.config)]
    digest.update(repr((pages_with_questions(app.env), titles)).encode())
    quizzes = ROOT / "quizzes"
    files = (*BANK.glob("*.yml"), *quizzes.glob("*.json"), *quizzes.glob("kinds/*/*.json"))
    for path in sorted((*files, *Path(__file__).parents[1].rglob("*.py"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def outlines_made_of(app: Sphinx) -> str:
    """Return a digest of what the outlines are made of, known before they are: those of a large book take a while."""
    return hashlib.sha256(f"{made_of(app)} {sections_by_chapter(app.env)}".encode()).hexdigest()


def _script(name: str, sections: dict[str, str]) -> str:
    """Return an outline as a script, which even a page opened from a folder can load."""
    outline = {"sections": sections, **(_questions(name) if name in banks() else {})}
    put = f"(window.courseOutlines = window.courseOutlines || {{}})[{json.dumps(name)}]"
    return f"{put} = {json_script(outline)};\n"


def _sections(env: BuildEnvironment, name: str) -> dict[str, str]:
    links = env.tocs[f"book/{name}"].findall(nodes.reference)
    return {str(link["anchorname"])[1:]: link.astext() for link in links if link["anchorname"]}


def _questions(name: str) -> dict[str, object]:
    bank = banks()[name]
    numbers = {objective.id: number for number, objective in enumerate(bank.objectives)}
    return {
        # Where the questions themselves are, which the review asks.
        "script": items_address(name),
        "objectives": [fill_tokens(objective.text, cite) for objective in bank.objectives],
        # id, digest, the number of the objective, from 0, and the beginning of the text
        "items": [
            [
                item.id,
                digest(item, cite),
                numbers[item.objective],
                shorten(fill_tokens(item.stem, cite), LONGEST, placeholder="…"),
            ]
            for item in bank.items
        ],
    }
