"""The page of downloads: the questions in every format, made with the book, and what each format keeps of them."""

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import quizzes.export
from outcomes import cite
from quizzes.export.changes import FILE
from quizzes.export.command import file_name
from quizzes.export.format import UNKNOWN, Format, Left
from quizzes.export.question import Questions
from quizzes.export.register import FORMATS
from quizzes.export.selection import questions
from quizzes.kinds.register import KINDS
from records.markup import Child, Markup, join, tag

from ..directives import CourseDirective, directive
from ..files import write_if_new
from ..remembered import remembered
from ..site.offline import LIST
from ..sources import BANK, ROOT, banks, chapter_title
from .outlines import made_of

FOLDER = "downloads"
"""Where the files are, from the root of the site."""
ENGINE = Path(quizzes.export.__file__).parent
PROJECTOR = (
    "For lecturers, with nothing to import: a chapter's questions one at a time, large, with the options by letter. "
    "The keys 1 to 5 mark what the room picks, Space shows the answer and then the reasons, the arrow keys go on, and "
    "Escape leaves. A case goes where the room decides. Nothing is recorded."
)


class download(nodes.General, nodes.Element):
    """A placeholder for the file of a format, filled in once the questions of all chapters are known."""


class projector(nodes.General, nodes.Element):
    """A placeholder for the links to the projector pages."""


@directive("downloads")
class Downloads(CourseDirective):
    """``{downloads}``: a section for each format, with its file and what it keeps, and the way to the projector."""

    def run(self) -> list[nodes.Node]:
        """Return the sections; the page is rebuilt when a question, a chapter or a format changes."""
        sources = (
            *BANK.glob("*"),
            *(ROOT / "outcomes").rglob("*.yml"),
            ROOT / "_toc.yml",
            *ENGINE.glob("*.*"),
        )
        for path in sources:
            self.env.note_dependency(str(path))
        self.env.metadata[self.env.docname]["downloads"] = _titles()
        formats = [
            _section(each.name, each.title, each.use, download(format=each.name)) for each in FORMATS.values()
        ]
        return [*formats, _section("projector", "Projector page", PROJECTOR, projector())]


def setup_downloads(app: Sphinx) -> None:
    """Write the files when the page is written, and those that are made from the pages once all of them stand."""
    app.connect("env-get-outdated", _outdated)
    app.connect("doctree-resolved", _fill)
    # After everything else that a build writes at its end, the index of the search among it.
    app.connect("build-finished", _write_of_site, priority=900)


def _outdated(_app: Sphinx, env: BuildEnvironment, *_files: set[str]) -> list[str]:
    """Return the page if a chapter is called otherwise; the rest of a chapter says nothing of its questions."""
    return [page for page, said in env.metadata.items() if said.get("downloads", _titles()) != _titles()]


@cache
def _titles() -> str:
    return repr([chapter_title(name) for name in banks()])


@dataclass(frozen=True)
class File:
    """A file as it was made."""

    name: str
    size: int
    """In bytes."""
    digest: str
    """Of what it was made from."""


def _section(name: str, title: str, use: str, place: nodes.Element) -> nodes.section:
    label = f"download-{name}"
    return nodes.section(
        "",
        nodes.title("", title),
        nodes.paragraph("", use),
        place,
        ids=[label],
        names=[label],
    )


def _fill(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    places = list(doctree.findall(download))
    if not places:
        return
    found = _questions(app)
    for way in list(doctree.findall(projector)):
        links = (
            tag("a", each.title, href=f"{each.name}.html?present") for each in found.chapters if not each.test
        )
        way.replace_self(nodes.raw("", tag("ul", *(tag("li", link) for link in links)), format="html"))
    files = made(found, Path(app.outdir))
    for place in places:
        format_ = FORMATS[place["format"]]
        place.replace_self(nodes.raw("", _html(format_, found, files.get(format_.name)), format="html"))


@cache
def _questions(app: Sphinx) -> Questions:
    """Return the questions of the course as exports have them."""
    changed = BANK / FILE
    when = changed.read_text("utf-8") if changed.exists() else ""
    of = f"{made_of(app)} {os.environ.get('SOURCE_DATE_EPOCH')} {hashlib.sha256(when.encode()).hexdigest()}"
    path = Path(app.outdir).parent / ".questions.pickle"
    return remembered(path, of, lambda: questions(BANK, cite=cite, banks=banks()))


def made(found: Questions, site: Path) -> dict[str, File]:
    """Return the file of every format that is made from questions alone; what the site has of the same is kept.

    A format that carries none of the questions has no file.
    """
    digest = _digest_of(found)
    return _kept(
        site,
        {
            each.name: digest
            for each in FORMATS.values()
            if not each.of_site and each.sort(found).carried.chapters
        },
        lambda: found,
    )


def _kept(site: Path, wanted: Mapping[str, str], find: Callable[[], Questions]) -> dict[str, File]:
    """Return files by their formats; one that was made from the same, as the digest says, is not made again."""
    record = site.parent / ".downloads.json"
    before = _read(record)
    now: dict[str, File] = {}
    for name, digest in wanted.items():
        if name in before and before[name].digest == digest and (site / FOLDER / before[name].name).is_file():
            now[name] = before[name]
            continue
        found = find()
        path = site / FOLDER / file_name(found.identity, FORMATS[name])
        content = FORMATS[name].write(FORMATS[name].sort(found).carried)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        now[name] = File(path.name, len(content), digest)
    others = {name: each for name, each in before.items() if name in FORMATS and name not in now}
    write_if_new(
        record, json.dumps({name: asdict(each) for name, each in {**others, **now}.items()}, indent=1)
    )
    return now


def _read(record: Path) -> dict[str, File]:
    """Return the files of the last build, by format; none if there is no record of it."""
    try:
        return {name: File(**each) for name, each in json.loads(record.read_text("utf-8")).items()}
    except (OSError, ValueError, TypeError):
        return {}


def _digest_of(found: Questions) -> str:
    """Return a digest of the questions and of what writes them, but not of the hour."""
    timeless = (replace(question, changed="") for _, question in found.each())
    digest = hashlib.sha256(repr((replace(found, chapters=()), list(timeless))).encode())
    for path in sorted(ENGINE.glob("*.*")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _html(format_: Format, found: Questions, file: File | None) -> Markup:
    carried, left = format_.sort(found)
    if not carried.chapters:
        return tag("p", "None of the questions can be carried.")
    name = file_name(found.identity, format_)
    size = tag("span", _size(file.size) if file else "", data_size=name)
    said = join(
        size,
        tag("time", f"{date.fromisoformat(carried.day):%-d %B %Y}", datetime=carried.day),
        f"{carried.count} questions",
        tag("a", found.license.name, href=found.license.address, rel="license"),
        between=" · ",
    )
    link = tag("a", f"Download {name}", href=f"../{FOLDER}/{name}", download="")
    return join(
        tag("p", link, tag("br"), said),
        _fold("What it keeps of each kind of question", _kinds(format_)),
        _fold(f"Left out: {len(left)}", _left(found, left)) if left else None,
    )


def _kinds(format_: Format) -> Markup:
    """Return what is lost, with the kinds of which it is."""
    of: dict[str, list[str]] = {}
    for name in KINDS:
        gone = f"Left out, since it {format_.not_kept.get(name, UNKNOWN)}."
        said = (format_.kept[name] or "All of it.") if name in format_.kept else gone
        of.setdefault(said, []).append(name.replace("-", " "))
    rows = (join(tag("dt", ", ".join(kinds).capitalize()), tag("dd", said)) for said, kinds in of.items())
    return tag("dl", *rows)


def _left(found: Questions, left: Iterable[Left]) -> Markup:
    """Return what is left out with why: a whole page by its title, else each question by its id."""
    left = list(left)
    why = {each.id: each.why for each in left}
    rows: list[Markup] = []
    for reason in dict.fromkeys(why.values()):
        ways: list[Child] = []
        for chapter in found.chapters:
            gone = [question.id for question in chapter.questions if why.get(question.id) == reason]
            if len(gone) == len(chapter.questions):
                ways.append(
                    tag("a", f"{chapter_title(chapter.name)} ({len(gone)})", href=f"{chapter.name}.html")
                )
            else:
                ways += (tag("a", name, href=f"{chapter.name}.html#{name}") for name in gone)
        rows.append(tag("li", f"Since it {reason}: ", join(*ways, between=", ")))
    return tag("ul", *rows)


def _fold(summary: str, content: Markup) -> Markup:
    return tag("details", tag("summary", summary), content)


def _size(count: int) -> str:
    """Return a size for a reader.

    >>> _size(181_883), _size(2_400_000)
    ('182 KB', '2.4 MB')
    """
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} KB"


def _write_of_site(app: Sphinx, exception: Exception | None) -> None:
    """Write what is made from the pages, put its size on the page, and remove what no format makes any more."""
    page = next((name for name, said in app.env.metadata.items() if "downloads" in said), None)
    if exception is not None or app.builder.format != "html" or page is None:
        return
    site = Path(app.outdir)
    of_site = [each.name for each in FORMATS.values() if each.of_site]
    path = site / f"{page}.html"
    if of_site:
        digest = _digest_of_site(site, path)
        wanted = dict.fromkeys(of_site, digest)
        for file in _kept(site, wanted, lambda: _questions(app)).values():
            empty, filled = (
                tag("span", size, data_size=file.name).removesuffix("</span>")
                for size in ("", _size(file.size))
            )
            known = re.compile(re.escape(empty) + "[^<]*")
            write_if_new(path, known.sub(filled, path.read_text("utf-8")))
    names = {each.name for each in _read(site.parent / ".downloads.json").values()}
    for old in (site / FOLDER).glob("*"):
        if old.name not in names:
            old.unlink()


def _digest_of_site(site: Path, page: Path) -> str:
    """Return a digest of what the pages are, by their size and time, and of what packs them.

    The page of downloads itself does not count, nor the list of all files, which is written after it and not packed.
    """
    digest = hashlib.sha256()
    packing = [path for folder in (ENGINE, ROOT / "quizzes" / "_bundle") for path in folder.rglob("*.*")]
    for path in sorted([*site.rglob("*"), *packing]):
        if path.is_file() and path not in (page, site / LIST) and path.parent != site / FOLDER:
            state = path.stat()
            digest.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]
