"""SCORM 1.2: the built pages as one package for an LMS, which gets a score, completion and each answer.

One package is one SCO, a page around the book (`frontend/scorm/shell.js`): few platforms lead well through several.
A package of one chapter holds its page; one of several chapters holds the whole book, and counts these.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from course.record import ROOT
from quizzes.export.archive import zipped
from quizzes.export.format import Format, NotReady
from quizzes.export.question import Questions
from quizzes.export.task import Case, Choices, Number, Order, Pairs, Task, Words
from quizzes.strings import say
from records.markup import Markup, data_script, document, join, tag

SITE = ROOT / "_build" / "html"
BUNDLE = ROOT / "quizzes" / "_bundle" / "scorm"
FIRST = "_static/first.js"
"""The script that each page runs before any other: in a package it begins with `borrow.js`."""
LOOK = "_static/course.css"
"""The look of every page, and of the page around them."""
FIRST_PAGE = "book/index.html"
SHELL = "scorm.html"
LEFT_OUT = re.compile(r"(^|/)\.|^(downloads/|objects\.inv$|offline\.json$|sw\.js$)")
"""What no reader of a package needs, packages themselves among it."""
TEXTS = {".html", ".css", ".js"}

CONTENT = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
SCORM = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
METADATA = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"


def write(found: Questions) -> bytes:
    """Return the package.

    Raises
    ------
    NotReady
        If the site is not built, or is older than the questions.
    """
    counted = found.only(lambda chapter, _: not chapter.test)
    counted = counted if counted.chapters else found
    _check_built(found)
    alone = found.chapters[0] if len(found.chapters) == 1 else None
    start = f"book/{alone.name}.html" if alone else FIRST_PAGE
    title = f"{alone.title}: {found.title}" if alone else found.title
    files = _page_alone(start) if alone else _whole_site()
    files[FIRST] = (BUNDLE / "borrow.js").read_bytes() + files[FIRST]
    files |= {f"scorm/{path.name}": path.read_bytes() for path in sorted(BUNDLE.glob("shell.*"))}
    files[SHELL] = _shell(counted, title, start, [name for name in files if name.endswith(".html")]).encode()
    name = "-".join((found.identity, *(chapter.name for chapter in found.chapters if alone)))
    manifest = _manifest(name, title, found.credit, sorted(files))
    return zipped({"imsmanifest.xml": manifest, **_sorted(files)})


def _check_built(found: Questions) -> None:
    missing = [name for name in ("borrow.js", "shell.js", "shell.css") if not (BUNDLE / name).is_file()]
    faults = [f"{BUNDLE / name}: is not made yet; run 'make book'" for name in missing]
    for chapter in found.chapters:
        page = SITE / "book" / f"{chapter.name}.html"
        if not page.is_file():
            faults.append(f"{page}: is not built yet; run 'make book'")
            continue
        text = page.read_text("utf-8")
        old = [each.id for each in chapter.questions if each.digest not in text]
        if old:
            faults.append(f"{page}: is older than its questions ({', '.join(old)}); run 'make book'")
    if faults:
        raise NotReady(faults)


def _whole_site() -> dict[str, bytes]:
    paths = (path for path in SITE.rglob("*") if path.is_file())
    names = {path.relative_to(SITE).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in names.items() if not LEFT_OUT.search(name)}


def _page_alone(start: str) -> dict[str, bytes]:
    """Return a page with the scripts, styles and pictures whose names it says, and those that these say."""
    folder = SITE / "_static"
    static = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    found: dict[str, bytes] = {}
    to_read = [start, LOOK]
    while to_read:
        name = to_read.pop()
        found[name] = (SITE / name).read_bytes()
        if Path(name).suffix in TEXTS:
            text = found[name].decode()
            # A script may name its own style by its own name.
            own = Path(name).with_suffix(".css").name
            said = sorted(each for each in static if each in text or each == own)
            static.difference_update(said)
            to_read += [f"_static/{each}" for each in said]
    return found


def _sorted(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: files[name] for name in sorted(files)}


def _shell(counted: Questions, title: str, start: str, pages: list[str]) -> str:
    """Return the page around the book, under the policy that the book's own pages have."""
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', _text(start))
    data = {
        "title": title,
        "credit": counted.credit,
        "start": start,
        "pages": sorted(pages),
        "site": counted.site,
        "questions": [
            {"id": each.id, "digest": each.digest, "kind": each.kind, "picks": picks(each.task)}
            for _, each in counted.each()
        ],
    }
    head = join(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(policy)),
        tag("title", title),
        tag("link", rel="stylesheet", href=LOOK),
        tag("link", rel="stylesheet", href="scorm/shell.css"),
        tag("script", src="scorm/shell.js", defer=""),
    )
    way = tag("a", say("scorm_to_book"), href=start)
    place = tag("div", tag("noscript", tag("p", say("scorm_needs_scripts"), " ", way)), class_="scorm-place")
    said = tag("p", class_="scorm-said", role="status")
    return document(head, tag("body", said, place, data_script(data, class_="package-data"), class_="scorm"))


def _policy(found: re.Match[str] | None) -> Markup | str:
    # As it stands in the page, where a quotation mark is escaped; `tag` escapes it once more.
    return found[1].replace("&#x27;", "'").replace("&#39;", "'") if found else "default-src 'self'"


def _text(name: str) -> str:
    return (SITE / name).read_text("utf-8")


def picks(task: Task | None) -> list[str]:
    """Return the texts of which the page makes an answer: an LMS then keeps their places instead of them."""
    match task:
        case Choices():
            return [option.id for option in task.options]
        case Pairs():
            return [f"{prompt.id}={answer.id}" for prompt in task.prompts for answer in task.answers]
        case Order():
            return [entry.id for entry in task.entries]
        case Case():
            return [f"{step.id}:{move.id}" for step in task.steps for move in step.moves]
        case Number():
            return [unit.id for unit in task.units]
        case Words():
            return list(task.accepted)
    return []


def _manifest(name: str, title: str, credit: str, files: list[str]) -> bytes:
    """Return what a package says of itself: its one SCO, and every file."""
    root = ET.Element(
        "manifest",
        {
            "identifier": f"course-{name}",
            "version": "1.2",
            "xmlns": CONTENT,
            "xmlns:adlcp": SCORM,
        },
    )
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = "ADL SCORM"
    ET.SubElement(metadata, "schemaversion").text = "1.2"
    described = ET.SubElement(metadata, "lom", {"xmlns": METADATA})
    for path, text in (("general/title", title), ("rights/description", credit)):
        place = described
        for part in path.split("/"):
            place = ET.SubElement(place, part)
        ET.SubElement(place, "langstring", {"xml:lang": "en"}).text = text
    organizations = ET.SubElement(root, "organizations", {"default": "book"})
    organization = ET.SubElement(organizations, "organization", {"identifier": "book"})
    ET.SubElement(organization, "title").text = title
    item = ET.SubElement(organization, "item", {"identifier": "item", "identifierref": "shell"})
    ET.SubElement(item, "title").text = title
    resources = ET.SubElement(root, "resources")
    attributes = {"identifier": "shell", "type": "webcontent", "adlcp:scormtype": "sco", "href": SHELL}
    resource = ET.SubElement(resources, "resource", attributes)
    for file in files:
        ET.SubElement(resource, "file", {"href": file})
    ET.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode").encode() + b"\n"


FORMAT = Format(
    name="scorm",
    title="SCORM 1.2 package",
    suffix=".zip",
    sign=f"\n{SHELL}\n",
    use=(
        "For Moodle, Canvas, Blackboard, Brightspace and other platforms that give a grade: upload it as a SCORM "
        "package. The platform gets one score from 0 to 100, completion, and each answer; the student is told before. "
        "This one holds the whole book, and the questions of the tests do not count. Whoever runs the course packs a "
        "chapter alone with: python -m quizzes export scorm --chapter NAME"
    ),
    kept={
        "single-best-answer": "",
        "multiple-response": "",
        "key-feature": "",
        "numeric": "The platform shows the answer as text.",
        "short-answer": "",
        "ordering": "",
        "matching": "",
        "case": "The platform shows the path as a list of choices.",
    },
    not_kept={},
    write=write,
    of_site=True,
)
