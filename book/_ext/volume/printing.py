"""Pages of HTML printed to PDF by Chromium, and what a PDF says of itself."""

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
from playwright.sync_api import Page, sync_playwright

from records.markup import Markup, document, join, style, tag

from ..site.serve import SITE
from . import artifacts
from .imprint import Imprint
from .tags import mend

LOOKS = ("course.css", "figures.css", "quiz.css", "drawing.css")
STYLE = Path(__file__).with_name("paper.css")


class Press:
    """A Chromium that prints: no script runs in it, and it has no network."""

    def __init__(self, page: Page, folder: Path) -> None:
        self._page = page
        self._folder = folder

    def print(self, html: str) -> pikepdf.Pdf:
        """Return a page of HTML as a tagged PDF with bookmarks; the file is as large as its sheets say."""
        sheet, printed = self._folder / "sheet.html", self._folder / "printed.pdf"
        sheet.write_text(html, "utf-8")
        self._page.goto(sheet.as_uri())
        self._page.pdf(
            path=printed, prefer_css_page_size=True, print_background=True, tagged=True, outline=True
        )
        return pikepdf.open(io.BytesIO(printed.read_bytes()))


@contextmanager
def press(chromium: str) -> Iterator[Press]:
    """Start the Chromium at a path, and end it."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=root)
        page = browser.new_page(offline=True, color_scheme="light", java_script_enabled=False)
        page.set_default_timeout(0)  # a long book on a slow machine
        yield Press(page, Path(folder))
        browser.close()


def sheet(title: str, rules: str, *parts: Markup, site: Path = SITE) -> str:
    """Return a page to be printed, in the look of the course and with rules of its own."""
    looks = [tag("link", rel="stylesheet", href=(site / "_static" / name).as_uri()) for name in LOOKS]
    rules = f"{STYLE.read_text('utf-8')}\n{rules}"
    head = join(tag("meta", charset="utf-8"), tag("title", title), *looks, style(rules))
    return document(head, tag("body", *parts))


def quoted(text: str) -> str:
    """Return a text as a style sheet has it, in which only letters, digits and spaces stand for themselves.

    >>> quoted('a "b"')
    '"a \\\\22 b\\\\22 "'
    """
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def begins(printed: pikepdf.Pdf) -> dict[str, int]:
    """Return on which page, from 1, each anchor is."""
    numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(printed.pages, 1)}
    return {name.removeprefix("/"): numbers[to[0].objgen] for name, to in printed.Root.Dests.items()}


def save(printed: pikepdf.Pdf, about: Imprint, title: str, to: Path) -> None:
    """Write a PDF that says what it is; the same content at the same moment gives the same bytes."""
    mend(printed)
    artifacts.mark(printed)
    made = f"D:{about.moment:%Y%m%d%H%M%S}Z"
    with printed.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        said["dc:title"] = title
        said["dc:creator"] = [about.authors]
        said["dc:description"] = " ".join([about.description, *about.lines])
        said["dc:language"] = ["en"]
        said["pdfuaid:part"] = "1"
        said["xmp:CreateDate"] = f"{about.moment:%Y-%m-%dT%H:%M:%SZ}"
    info = pikepdf.Dictionary(Title=title, Author=about.authors, CreationDate=made, ModDate=made)
    printed.trailer.Info = printed.make_indirect(info)
    printed.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    to.parent.mkdir(parents=True, exist_ok=True)
    printed.save(to, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
