"""The book as an app that works without a network: its worker, the list of an edition's files, manifest and icons.

The worker (`book/_theme/offline`) gives a page no file that the list of its edition does not say to the byte.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import resvg_py
from sphinx.application import Sphinx

from course import course
from records.markup import as_made, tag

from ..files import write_if_new
from ..sources import ROOT
from .theme import THEME

LIST = "offline.json"
WORKER = "sw.js"
MANIFEST = "manifest.json"
START = "book/index.html"
# What a reader has who was on any page: the way to the first page, and what announces a newer edition.
ALWAYS = ("index.html", START, "_static/offline.js")
# Hidden files and compressed copies are no part of the book; the rest is what the worker starts from, what Sphinx keeps
# for itself, and the files for other tools, which weigh more than all pages and are taken where they are used.
LEFT_OUT = re.compile(rf"(^|/)\.|\.(gz|br)$|^(downloads/|404\.html$|objects\.inv$|{LIST}$|{WORKER}$)")
MARK = THEME / "static" / "icon.svg"
SIZES = (192, 512)
# Of an icon that a device cuts into a shape of its own, a circle of four fifths is seen whatever the shape.
SEEN = 0.7


def setup_offline(app: Sphinx) -> None:
    """Write what a device installs, and the list of all files once everything else of the site is there."""
    app.connect("build-finished", _write)
    app.connect("build-finished", _write_list, priority=1000)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    out = Path(app.outdir)
    write_if_new(out / WORKER, (THEME / "offline" / "_bundle" / WORKER).read_text("utf-8"))
    mark = course().mark
    drawing = (MARK if mark is None else ROOT / "book" / mark).read_text("utf-8")
    for size in SIZES:
        for purpose in ("any", "maskable"):
            path, png = out / _icon(size, purpose), icon(drawing, size, maskable=purpose == "maskable")
            if not path.exists() or path.read_bytes() != png:
                path.write_bytes(png)
    pages = app.env.found_docs
    write_if_new(out / MANIFEST, json.dumps(manifest(ground(drawing), pages), ensure_ascii=False, indent=1))


def _write_list(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        write_list(Path(app.outdir), course().identity)


def _icon(size: int, purpose: str) -> str:
    return f"_static/icon-{size}{'' if purpose == 'any' else f'-{purpose}'}.png"


def ground(drawing: str) -> str:
    """Return the color that an icon's drawing begins with, on which the rest of it stands; white if it names none.

    >>> ground('<svg viewBox="0 0 9 9"><rect width="9" height="9" fill="#0a4f6b"/></svg>')
    '#0a4f6b'
    """
    found = re.search(r'fill="(#[0-9a-fA-F]{3,8})"', drawing)
    return found[1] if found else "#ffffff"


def icon(drawing: str, size: int, *, maskable: bool) -> bytes:
    """Return an SVG as PNG, `size` pixels wide and high; a maskable one smaller, on a ground to the edges."""
    if not maskable:
        return bytes(
            resvg_py.svg_to_bytes(svg_string=drawing, width=size, height=size, skip_system_fonts=True)
        )
    inner = round(size * SEEN)
    at = (size - inner) // 2
    placed = tag("svg", as_made(drawing), x=at, y=at, width=inner, height=inner)
    whole = tag("svg", placed, xmlns="http://www.w3.org/2000/svg", width=size, height=size)
    return bytes(
        resvg_py.svg_to_bytes(svg_string=str(whole), background=ground(drawing), skip_system_fonts=True)
    )


def manifest(color: str, pages: set[str]) -> dict[str, object]:
    """Return what a device is told that installs the book; every address is relative, so that any folder will do."""
    ways = {"book/review": "Review", "book/progress": "My progress", "search": "Search"}
    known = {page: name for page, name in ways.items() if page in pages or page == "search"}
    return {
        "id": f"{START}?start",
        "name": course().title,
        "short_name": course().title,
        "description": course().description,
        "start_url": f"{START}?start",
        "scope": "./",
        "display": "standalone",
        "theme_color": color,
        "background_color": color,
        "icons": [
            {"src": _icon(size, purpose), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for size in SIZES
            for purpose in ("any", "maskable")
        ],
        "shortcuts": [{"name": name, "url": f"{page}.html"} for page, name in known.items()],
    }


def list_anew(site: Path) -> None:
    """Write the list of a site that has one, after its files were changed."""
    write_list(site, json.loads((site / LIST).read_text("utf-8"))["book"])


def write_list(site: Path, book: str) -> None:
    """Write the list of the files of a book: each with its digest, and its weight compressed as a host would send it.

    A file that was in the list before is not compressed again. The same site gives the same list.
    """
    path = site / LIST
    before: dict[str, list[object]] = json.loads(path.read_text("utf-8"))["files"] if path.exists() else {}
    weighed = {str(digest): packed for digest, packed in before.values()}
    files: dict[str, tuple[str, object]] = {}
    size = 0
    for name, file in sorted(_files(site)):
        body = file.read_bytes()
        # 64 bits tell one edition of a file from another; the worker computes the same.
        digest = hashlib.sha256(body).hexdigest()[:16]
        files[name] = digest, weighed.get(digest) or len(zlib.compress(body, 1))
        size += len(body)
    always = [name for name in ALWAYS if name in files]
    listed = {"book": book, "size": size, "always": always, "files": files}
    write_if_new(path, json.dumps(listed, ensure_ascii=False, separators=(",", ":")))


def _files(site: Path) -> Iterator[tuple[str, Path]]:
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not LEFT_OUT.search(name):
            yield name, path
