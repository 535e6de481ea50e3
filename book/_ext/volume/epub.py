"""The volume in an e-reader: EPUB 3, with figures as SVG, numbers with their source as notes, and no script.

cd book && python -m _ext.volume.epub
"""

import re
import sys
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from bs4 import Tag

from course import course
from outcomes.chart.theme import HUES
from quizzes.export.archive import zipped
from records.markup import Markup, as_made, join, tag

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
MARGINS = re.compile(r"--left:(?P<left>[\d.]+px);--right:(?P<right>[\d.]+px)")
XHTML = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
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
        "book/content.opf": _package(about, list(pages), [leaf.name for leaf in bound if _draws(leaf)]),
        "book/contents.xhtml": _page("Contents", _contents(bound)),
        "book/title.xhtml": _page(about.title, _title(about)),
        "book/style.css": _style(),
        **{f"book/{name}": page for name, page in pages.items()},
    }
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(zipped({name: text.encode() for name, text in files.items()}, stored=("mimetype",)))


def _file(address: str) -> str:
    """Return where `#page--anchor` is: each page is a file of its own."""
    return f"{address[1:].partition('--')[0]}.xhtml{address}"


def _page(title: str, body: Markup) -> str:
    spaces = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    head = f'<meta charset="utf-8"/>{tag("title", title)}<link rel="stylesheet" href="style.css"/>'
    return f'{XHTML}<html {spaces} lang="en" xml:lang="en"><head>{head}</head>\n{tag("body", body)}</html>\n'


def _leaf(leaf: Leaf) -> Markup:
    content = leaf.content
    for number in content.select("a.ev[href]"):
        number["epub:type"] = "noteref"
    for notes in content.select("section.numbers"):
        notes["epub:type"] = "endnotes"
    for drawn in content.find_all("svg"):
        _svg(drawn)
    return as_made(content.decode(formatter="minimal"))


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
    listed = join(tag("h1", "Contents"), tag("ol", *entries))
    return as_made(f'<nav epub:type="toc" id="toc">{listed}</nav>')


def _package(about: Imprint, pages: list[str], drawing: list[str]) -> str:
    """Return the list of everything in the file, and what it says of itself."""
    name = uuid5(NAMESPACE_URL, f"{course().identity}/volume")

    def item(file: str, properties: str = "", kind: str = "application/xhtml+xml") -> str:
        said = f' properties="{properties}"' if properties else ""
        return f'<item id="{_id(file)}" href="{file}" media-type="{kind}"{said}/>'

    manifest = [
        item("contents.xhtml", "nav"),
        item("title.xhtml"),
        item("style.css", kind="text/css"),
        *(item(page, "svg" if page.removesuffix(".xhtml") in drawing else "") for page in pages),
    ]
    spine = "".join(f'<itemref idref="{_id(page)}"/>' for page in ("title.xhtml", "contents.xhtml", *pages))
    told = [
        f'<dc:identifier id="id">urn:uuid:{name}</dc:identifier>',
        *(
            f"<dc:{field}>{join(text)}</dc:{field}>"
            for field, text in (
                ("title", about.title),
                ("language", "en"),
                ("creator", about.authors),
                ("description", about.description),
                ("rights", about.lines[1]),
                ("date", f"{about.moment:%Y-%m-%d}"),
            )
        ),
        *(
            f'<meta property="{field}">{text}</meta>'
            for field, text in (
                ("dcterms:modified", f"{about.moment:%Y-%m-%dT%H:%M:%SZ}"),
                ("schema:accessMode", "textual"),
                ("schema:accessMode", "visual"),
                ("schema:accessModeSufficient", "textual"),
                ("schema:accessibilityFeature", "tableOfContents"),
                ("schema:accessibilityFeature", "structuralNavigation"),
                ("schema:accessibilityFeature", "alternativeText"),
                ("schema:accessibilityHazard", "none"),
                (
                    "schema:accessibilitySummary",
                    "Every figure has its numbers in a table or in words beside it.",
                ),
            )
        ),
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{"".join(told)}</metadata>\n'
        f"<manifest>{''.join(manifest)}</manifest>\n<spine>{spine}</spine>\n</package>\n"
    )


def _id(file: str) -> str:
    return f"file-{file.replace('.', '-')}"


def _style() -> str:
    """Return the look, with every color written out: many readers know no variables."""
    drawing = DRAWING.read_text("utf-8")
    colors = dict(COLOR_OF.findall(drawing))
    rules = re.sub(r"var\(--(d-[\w-]+)\)", lambda found: colors[found[1]], drawing.partition("}")[2])
    rules = rules.partition("@media (forced-colors")[0].replace(
        "var(--sans, system-ui, sans-serif)", "sans-serif"
    )
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
