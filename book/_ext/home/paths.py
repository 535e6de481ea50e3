"""Paths through the course, by the time one has: `book/paths.yml`, the cards of the first page, the bar on every page.

A path is a row of steps, each a deep link with its minutes. The device keeps which path a reader is on and which
steps are done (book/_theme/static/path.js); where nothing is kept, and without scripts, a path is a list of links.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from docutils import nodes
from pydantic import Field
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from course.pages import TOC, names
from records.faults import Refused, nearest
from records.markup import Markup, json_script, tag
from records.place import Place
from records.reading import read
from records.record import Record
from records.text import Form, Slug, Text
from records.wording import taken_file

from ..directives import CourseDirective, directive
from ..files import write_if_new
from ..sources import ROOT, banks

NAME = "paths.yml"
FILE = ROOT / "book" / NAME
SCRIPT = "_static/paths.js"

Target = Annotated[
    str, Form(r"^[a-z0-9-]+#[\w.-]+$", "a page and an address on it, such as first-chapter#key-points")
]


class Step(Record):
    """One thing to read, or questions to answer one at a time."""

    text: Text
    minutes: Annotated[int, Field(ge=1, le=240)]
    to: Target | None = None
    questions: tuple[Slug, ...] = ()

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield a step that leads nowhere, or to two places."""
        if ("to" in raw) == ("questions" in raw):
            yield (
                ("to",),
                "is missing, and so are questions"
                if "to" not in raw
                else "stands beside questions: keep one",
            )


class Route(Record):
    """Steps in their order."""

    id: Slug
    title: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return sum(step.minutes for step in self.steps)


class Paths(Record):
    """The file."""

    paths: tuple[Route, ...]

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield paths that share an id."""
        listed = raw.get("paths")
        ids = (
            [each.get("id") for each in listed or () if isinstance(each, Mapping)]
            if isinstance(listed, list)
            else []
        )
        for number, name in enumerate(ids):
            if name in ids[:number]:
                yield ("paths", number, "id"), "is that of another path already"


class Way(NamedTuple):
    """Where a step leads."""

    page: str
    anchor: str
    query: str = ""

    @property
    def key(self) -> str:
        """What a tick is kept under."""
        return f"{self.page}#{self.anchor}"

    @property
    def href(self) -> str:
        """The address, from a page of the book."""
        return f"{self.page}.html{self.query}#{self.anchor}"


@cache
def paths() -> tuple[Route, ...]:
    """Return the paths of the course, read once per build; none where there is no file.

    Raises
    ------
    ExtensionError
        With every fault of the file but for addresses, which are known once all pages have been read.
    """
    return load_paths(FILE)


def load_paths(path: Path) -> tuple[Route, ...]:
    """Return the paths of a file, none where there is no file.

    Raises
    ------
    ExtensionError
        With every fault of the file, as `book/paths.yml: path: step: field: what is wrong`.
    """
    if not path.exists():
        return ()
    raw, faults = read(path)
    found, wrong = taken_file(Paths, raw) if raw is not None else (None, [])
    faults = [*faults, *wrong]
    if found is not None:
        faults += _unknown(found)
    if found is None or faults:
        raise ExtensionError(str(Refused([f"book/{path.name}: {fault}" for fault in faults])))
    return found.paths


def _unknown(found: Paths) -> Iterator[str]:
    """Yield pages and questions that the course does not have."""
    pages, items = names(ROOT), [item.id for bank in banks().values() for item in bank.items]
    for path, number, step in _steps(found.paths):
        where = f"{path.id}: steps.{number}"
        page = step.to.partition("#")[0] if step.to else ""
        if page and page not in pages:
            yield f"{where}.to: {TOC} names no page {page!r}{nearest(page, pages)}"
        unknown = [name for name in step.questions if name not in items]
        yield from (
            f"{where}.questions: there is no question {name!r}{nearest(name, items)}" for name in unknown
        )
        if not unknown and len({_asks(name) for name in step.questions}) > 1:
            yield f"{where}.questions: stand on different pages: make a step of each page"


def _steps(found: tuple[Route, ...]) -> Iterator[tuple[Route, int, Step]]:
    for path in found:
        for number, step in enumerate(path.steps, start=1):
            yield path, number, step


def _asks(item: str) -> str:
    return next(name for name, bank in banks().items() if item in {each.id for each in bank.items})


def way(step: Step) -> Way:
    """Return where a step leads."""
    if step.to is not None:
        page, _, anchor = step.to.partition("#")
        return Way(page, anchor)
    first = step.questions[0]
    return Way(_asks(first), first, f"?questions={'+'.join(step.questions)}")


def length(path: Route) -> str:
    """Return what a path is called in a sentence."""
    return f"{path.minutes}-minute path"


@directive("paths")
class PathCards(CourseDirective):
    """A card for each path, with its steps as links."""

    def run(self) -> list[nodes.Node]:
        """Return the cards; the page is rebuilt when the file changes."""
        self.env.note_dependency(str(FILE))
        if not paths():
            raise self.error(f"paths: there are none: write book/{NAME}")
        self.env.metadata[self.env.docname]["home"] = "yes"
        return [nodes.raw("", tag("div", *map(_card, paths()), class_="paths", id="paths"), format="html")]


def _card(path: Route) -> Markup:
    steps = (
        tag(
            "li",
            tag(
                "a",
                step.text,
                href=way(step).href,
                data_path=path.id,
                data_step=number,
                data_key=way(step).key,
            ),
            " ",
            tag("span", f"{step.minutes} min", class_="minutes"),
        )
        for number, step in enumerate(path.steps)
    )
    head = tag("h3", tag("span", f"{path.minutes} min", class_="length"), " ", path.title)
    return tag("section", head, tag("ol", *steps), class_="path-card")


def setup_paths(app: Sphinx) -> None:
    """Check the paths, and let every page know which there are."""
    # Each page says which paths there are, so that room for the bar is kept before the first paint.
    app.add_config_value("paths", "", "html")
    app.connect("config-inited", _say, priority=300)
    app.connect("env-check-consistency", _check_addresses)
    app.connect("html-page-context", _tell_the_page)
    app.connect("build-finished", _write)


def _say(_app: Sphinx, config: Config) -> None:
    config.paths = " ".join(f"{path.id}:{len(path.steps)}" for path in paths())


def _tell_the_page(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    context["paths"] = app.config.paths


def _check_addresses(_app: Sphinx, env: BuildEnvironment) -> None:
    known: dict[str, set[str]] = {}
    faults = []
    for path, number, step in _steps(paths()):
        if step.to is None:
            continue
        page, anchor, _ = way(step)
        if page not in known:
            known[page] = _addresses(env, page)
        if anchor not in known[page]:
            near = nearest(anchor, known[page])
            faults.append(f"book/{NAME}: {path.id}: steps.{number}.to: {page} has no address #{anchor}{near}")
    if faults:
        raise ExtensionError("\n".join(faults))


def _addresses(env: BuildEnvironment, page: str) -> set[str]:
    asked = {item.id for item in banks()[page].items} if page in banks() else set()
    return asked | {
        name for node in env.get_doctree(f"book/{page}").findall(nodes.Element) for name in node["ids"]
    }


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html" or not paths():
        return
    data = [
        {
            "id": path.id,
            "steps": [
                {
                    "at": f"{length(path)} · step {number} of {len(path.steps)}",
                    "text": step.text,
                    "href": way(step).href,
                    "key": way(step).key,
                }
                for number, step in enumerate(path.steps, start=1)
            ],
        }
        for path in paths()
    ]
    write_if_new(Path(app.outdir) / SCRIPT, f"window.coursePaths = {json_script(data)};\n")
