"""The volume in an e-reader: EPUB 3, with figures as SVG, numbers with their source as notes, and no script.

cd book && python -m _ext.volume.epub
"""

import re
import sys
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from bs4 import Tag

from course import course
from outcomes.chart.theme import HUES
from quizzes.export.archive import zipped
from records.markup import Markup, as_made, tag

from ..sources import ROOT
from .imprint import Imprint, imprint
from .leaf import Leaf
from .leaves import NotBuilt, leaves

READER = ROOT / "_build" / "volume" / "course.epub"
STYLE = Path(__file__).with_name("reader.css")
DRAWING = ROOT / "outcomes" / "svg" / "drawing.css"
# The parser of the pages writes these small; in XHTML they have capitals.
CAPITALS = {
    small.lower(): small
    for small in (
        "viewBox",
        "preserveAspectRatio",
        "clipPath",
        "clipPathUnits",
        "linearGradient",
        "textLength",
    )
}
COLOR_OF = re.compile(r"--(d-\w+(?:-\w+)?): var\(--[\w-]+, (#\w+)\)")
RULE = re.compile(r"\.drawn[^{}]*\{[^{}]*\}")
"""A rule of a drawing; the first names the colors."""
MARGINS = re.compile(r"--left:(?P<left>[\d.]+px);--right:(?P<right>[\d.]+px)")
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
OPF, DC = "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
TITLE, CONTENTS = "title.xhtml", "contents.xhtml"
ACCESSIBILITY = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityHazard", "none"),
    ("accessibilitySummary", "Every figure has its numbers in a table or in words beside it."),
)
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""


def write(to: Path = READER) -> None:
    """Write the volume; the same site at the same moment gives the same bytes.

    Raises
    ------
    NotBuilt
        If a page was not built.
    """
    bound, about = leaves(wide=False, shown=_file), imprint()
    pages = {f"{leaf.name}.xhtml": _page(leaf.title, _leaf(leaf)) for leaf in bound}
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "book/content.opf": _package(
            about, list(pages), [f"{leaf.name}.xhtml" for leaf in bound if _draws(leaf)]
        ),
        f"book/{CONTENTS}": _page("Contents", _contents(bound)),
        f"book/{TITLE}": _page(about.title, _title(about)),
        "book/style.css": _style(),
        **{f"book/{name}": page for name, page in pages.items()},
    }
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(zipped({name: text.encode() for name, text in files.items()}, stored=("mimetype",)))


def _file(address: str) -> str:
    """Return where `#page--anchor` is: each page is a file of its own."""
    return f"{address[1:].partition('--')[0]}.xhtml{address}"


def _page(title: str, body: Markup) -> str:
    head = ET.Element("head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "title").text = title
    ET.SubElement(head, "link", rel="stylesheet", href="style.css")
    spaces = {"xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops"}
    language = {"lang": "en", "xml:lang": "en"}
    return DECLARED + "<!DOCTYPE html>\n" + tag("html", _xml(head), tag("body", body), **spaces, **language)


def _xml(element: ET.Element) -> Markup:
    return as_made(ET.tostring(element, encoding="unicode"))


def _leaf(leaf: Leaf) -> Markup:
    content = leaf.content
    for number in content.select("a.ev[href]"):
        number.attrs |= _kind("noteref")
    for notes in content.select("section.numbers"):
        notes.attrs |= _kind("endnotes")
    for drawn in content.find_all("svg"):
        _svg(drawn)
    return as_made(content.decode(formatter="minimal"))


def _kind(name: str) -> dict[str, str]:
    """Return what a part is, as a program that reads EPUB asks it and as one that reads aloud does."""
    return {"epub:type": name, "role": f"doc-{name}"}


def _svg(drawn: Tag) -> None:
    """Give a drawing what XML asks of it, and room for what stands beside its axes."""
    drawn["xmlns"] = "http://www.w3.org/2000/svg"
    for one in (drawn, *drawn.find_all(True)):
        one.name = CAPITALS.get(one.name, one.name)
        one.attrs = {CAPITALS.get(name, name): value for name, value in one.attrs.items()}
    room = MARGINS.search(str(drawn.attrs.pop("style", "")))
    if room and drawn.parent:
        drawn["width"] = "100%"
        drawn.parent["style"] = f"padding: 0 {room['right']} 0 {room['left']}"


def _draws(leaf: Leaf) -> bool:
    return leaf.content.find("svg") is not None


def _title(about: Imprint) -> Markup:
    lines = [tag("p", line) for line in (about.description, about.authors, *about.lines)]
    return tag("section", tag("h1", about.title), *lines, class_="front")


def _contents(bound: list[Leaf]) -> Markup:
    entries = (
        tag(
            "li",
            tag("a", leaf.title, href=_file(f"#{leaf.anchor}")),
            tag("ol", *within)
            if (within := [tag("li", tag("a", title, href=_file(f"#{at}"))) for at, title in leaf.sections()])
            else None,
        )
        for leaf in bound
    )
    return tag("nav", tag("h1", "Contents"), tag("ol", *entries), id="toc", **_kind("toc"))


def _package(about: Imprint, pages: list[str], drawing: list[str]) -> str:
    """Return the list of everything in the file, and what it says of itself."""
    package = ET.Element(
        "package",
        {"xmlns": OPF, "xmlns:dc": DC, "version": "3.0", "unique-identifier": "id", "xml:lang": "en"},
    )
    metadata = ET.SubElement(package, "metadata")
    name = uuid5(NAMESPACE_URL, f"{course().identity}/volume")
    ET.SubElement(metadata, "dc:identifier", id="id").text = f"urn:uuid:{name}"
    for field, text in (
        ("title", about.title),
        ("language", "en"),
        ("creator", about.authors),
        ("description", about.description),
        ("rights", about.terms),
        ("date", f"{about.moment:%Y-%m-%d}"),
    ):
        ET.SubElement(metadata, f"dc:{field}").text = text
    ET.SubElement(metadata, "meta", property="dcterms:modified").text = f"{about.moment:%Y-%m-%dT%H:%M:%SZ}"
    for field, text in ACCESSIBILITY:
        ET.SubElement(metadata, "meta", property=f"schema:{field}").text = text
    manifest, spine = ET.SubElement(package, "manifest"), ET.SubElement(package, "spine")
    for file, properties in (
        (TITLE, None),
        (CONTENTS, "nav"),
        *((page, "svg" if page in drawing else None) for page in pages),
    ):
        said = {} if properties is None else {"properties": properties}
        ET.SubElement(
            manifest, "item", {"id": _id(file), "href": file, "media-type": "application/xhtml+xml", **said}
        )
        ET.SubElement(spine, "itemref", idref=_id(file))
    ET.SubElement(manifest, "item", {"id": "style", "href": "style.css", "media-type": "text/css"})
    return DECLARED + _xml(package)


def _id(file: str) -> str:
    return f"file-{file.replace('.', '-')}"


def _style() -> str:
    """Return the look, with every color written out: many readers know no variables."""
    drawing = DRAWING.read_text("utf-8")
    colors = dict(COLOR_OF.findall(drawing))
    rules = "\n".join(RULE.findall(drawing.partition("@media")[0])[1:])
    rules = re.sub(r"var\(--(d-[\w-]+)\)", lambda found: colors[found[1]], rules)
    rules = rules.replace("var(--sans, system-ui, sans-serif)", "sans-serif")
    hues = "\n".join(
        f".picture .{name}, .legend .{name} {{ color: {hue}; fill: {hue} }}" for hue, name in HUES.items()
    )
    return f"{STYLE.read_text('utf-8')}\n{rules}\n{hues}\n"


def main() -> int:
    """Write the volume and say where it is, and how heavy."""
    try:
        write()
    except NotBuilt as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"The course for e-readers: {READER.relative_to(ROOT)}, {READER.stat().st_size / 1e6:.1f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
