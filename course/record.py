"""What a course says of itself in `course.yml`: every fault at once, or the whole of it."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from course.pages import TOC, names
from records.faults import Refused, nearest
from records.place import Place
from records.reading import read
from records.record import Record
from records.text import Form, Slug, Text
from records.wording import taken_file

FILE = "course.yml"
ROOT = Path(__file__).parents[1]
"""The repository that this engine stands in."""

Address = Annotated[
    str, Form(r"^https://\S+[^\s/]$", "an address such as https://github.com/owner/name, no / at its end")
]
Drawing = Annotated[str, Form(r"^[a-z0-9-]+\.svg$", "the name of an SVG in book/, such as mark.svg")]
Year = Annotated[str, Form(r"^[0-9]{4}$", 'a year in quotes, such as "2026"')]


class CourseFault(Refused):
    """`course.yml` is not as it must be; `.faults` holds every fault, as `file: id: field: what is wrong`."""


class Document(Record):
    """A document whose claims the course compares with the studies."""

    id: Annotated[Slug, Field(description="The key of its source, and what a claim names it by.")]
    name: Annotated[Text, Field(description="What it is called in tables and on a chip.")]
    introduced: Annotated[Text, Field(description="What the first chip of a page calls it, before a colon.")]


class Population(Record):
    """Patients whom studies describe, and the words by which a number or a study says that it is about them."""

    name: Text
    words: Annotated[tuple[Text, ...], Field(min_length=1)]


class Course(Record):
    """What a course is; its chapters and their order are in `_toc.yml`, its evidence and questions in their folders.

    `identity` is the name under which readers' answers are kept and handed in: it never changes. `words` are of this
    disease alone, and stand nowhere in the engine. `topics` are those of the evidence whose measures do not speak for
    themselves outside their table, each with what a card says before the measure. `drugs` and `populations` are what
    the table of numbers can be narrowed to: a number belongs to each drug that it names, and to the first population.
    `on_screen_only` are the pages that neither paper nor an e-reader can carry.
    `lite` says that the host has the folder that `make lite` writes, so that each page with cells leads into it.
    `site` is where the book is published: a question that is taken elsewhere leads back to it. `mark` stands in the
    bar and in the browser's tab, `cover` on the first page where there is room; both are seen in light and in dark.
    """

    title: Text
    description: Text
    authors: Text
    year: Year
    disease: Text
    words: tuple[Text, ...]
    identity: Slug
    repository: Address | None = None
    lite: bool = False
    site: Address | None = None
    mark: Drawing | None = None
    cover: Drawing | None = None
    pre_test: Slug | None = None
    final_test: Slug | None = None
    documents: tuple[Document, ...] = ()
    every_verdict: Slug | None = None
    on_screen_only: tuple[Slug, ...] = ()
    topics: dict[Text, Text] = Field(default_factory=dict)
    drugs: tuple[Text, ...] = ()
    populations: tuple[Population, ...] = ()

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield documents that share an id, and a pair of tests that is one test."""
        listed = raw.get("documents")
        ids = [
            each.get("id") if isinstance(each, Mapping) else None
            for each in (listed if isinstance(listed, list | tuple) else ())
        ]
        for number, name in enumerate(ids):
            if name is not None and name in ids[:number]:
                yield ("documents", number, "id"), "is that of another document already"
        if raw.get("pre_test") and raw.get("pre_test") == raw.get("final_test"):
            yield ("final_test",), "is the pre-test: name another page, or leave the field out"

    @property
    def tests(self) -> tuple[str, ...]:
        """The names of the pages that are tests, the first one first."""
        return tuple(name for name in (self.pre_test, self.final_test) if name is not None)

    def document(self, name: str) -> Document:
        """Return the document with this id.

        Raises
        ------
        KeyError
            If there is none.
        """
        return {each.id: each for each in self.documents}[name]


@cache
def course() -> Course:
    """Return what this course is, read once.

    Raises
    ------
    CourseFault
        If `course.yml` has faults; `.faults` holds all of them.
    """
    return load_course(ROOT)


def load_course(folder: Path) -> Course:
    """Return what the course in a folder says it is.

    Raises
    ------
    CourseFault
        If `course.yml` has faults, or names a page that `_toc.yml` does not; `.faults` holds all of them.
    """
    raw, faults = read(folder / FILE)
    found: Course | None = None
    if raw is not None:
        found, more = taken_file(Course, raw)
        faults = [*faults, *more, *_lost(raw, folder)]
    if found is None or faults:
        raise CourseFault([f"{FILE}: {fault}" for fault in faults])
    return found


def _lost(raw: Mapping[str, Any], folder: Path) -> Iterator[str]:
    """Yield the fields that name a drawing or a page which is none, and the tests without questions."""
    for field in ("mark", "cover"):
        name = raw.get(field)
        if isinstance(name, str) and not (folder / "book" / name).is_file():
            yield f"{field}: there is no file book/{name}"
    known = names(folder)
    for field in ("pre_test", "final_test", "every_verdict"):
        name = raw.get(field)
        if not isinstance(name, str):
            continue
        if name not in known:
            yield f"{field}: {TOC} names no page {name!r}{nearest(name, known)}"
        elif field != "every_verdict" and not (folder / "quizzes" / "bank" / f"{name}.yml").is_file():
            yield f"{field}: has no questions: write quizzes/bank/{name}.yml"
    listed = raw.get("on_screen_only")
    for number, name in enumerate(listed if isinstance(listed, list) else (), 1):
        if isinstance(name, str) and name not in known:
            yield f"on_screen_only {number}: {TOC} names no page {name!r}{nearest(name, known)}"
