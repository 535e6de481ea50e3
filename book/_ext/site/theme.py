"""The theme, and what each page carries: only what it uses."""

import shutil
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from course import course
from records.markup import document, join, tag

from ..files import write_if_new
from ..sources import ROOT, STUDIES, chapters
from .menu import menu

THEME = ROOT / "book" / "_theme"
LITE = "lite"
"""The folder below the site, and in `_build`, of the notebooks with Python in the browser."""
# The theme's own scripts and styles, made small (bundle.js).
SMALLER = THEME / "_bundle"
BUNDLE = ROOT / "quizzes" / "_bundle"
EVIDENCE = ROOT / "outcomes" / "_bundle"
ASSETS = {
    BUNDLE / "quiz.js": "quiz.js",
    BUNDLE / "waiting.js": "waiting.js",
    BUNDLE / "quiz.css": "quiz.css",
    BUNDLE / "case.js": "case.js",
    BUNDLE / "case.css": "case.css",
    BUNDLE / "progress.js": "progress.js",
    BUNDLE / "review.js": "review.js",
    BUNDLE / "gain.js": "gain.js",
    BUNDLE / "class-report.js": "class-report.js",
    BUNDLE / "class-report.css": "class-report.css",
    BUNDLE / "home.js": "home.js",
    BUNDLE / "folder.js": "folder.js",
    BUNDLE / "framed.js": "framed.js",
    BUNDLE / "save-here.js": "save-here.js",
    BUNDLE / "present.js": "present.js",
    BUNDLE / "present.css": "present.css",
    BUNDLE / "own.css": "own.css",
    EVIDENCE / "explorer.js": "explorer.js",
    EVIDENCE / "forest.js": "forest.js",
    EVIDENCE / "explorer.css": "explorer.css",
    EVIDENCE / "drawing.css": "drawing.css",
    EVIDENCE / "numbers.js": "numbers.js",
    EVIDENCE / "take.js": "take.js",
    EVIDENCE / "take.css": "take.css",
}

# What a page may need, depending on what it contains.
USES = (
    "quiz",
    "case",
    "figures",
    "atlas",
    "drawings",
    "explorer",
    "ledger",
    "numbers",
    "own",
    "progress",
    "review",
    "gain",
    "home",
    "opening",
    "offline",
    "glossary",
    "class_report",
)

# Hues that a chapter may have, one after another (course.css).
TINTS = 8

# Only cells put these on a page, so the page has a live copy.
LIVE = {"quiz", "figures", "explorer"}

# Everything from the site itself; inline styles are the theme's (sheets.py), and there are no inline scripts.
# A host sends it as a header; the page says it too, for hosts that cannot.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)


def setup_theme(app: Sphinx) -> None:
    """Register the theme, and have each page load only the scripts it needs."""
    app.add_html_theme("course", str(THEME))
    app.connect("builder-inited", _check_assets)
    app.connect("html-page-context", _what_the_page_uses)
    app.connect("build-finished", _finish_site)


def _check_assets(_app: Sphinx) -> None:
    missing = [path.relative_to(ROOT).as_posix() for path in ASSETS if not path.exists()]
    if missing:
        raise ExtensionError(
            f"not made yet: {', '.join(missing)}; run 'make book', or 'npm ci && npm run bundle'"
        )


def _what_the_page_uses(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    # A page that is made, as a study's is, says itself what it uses.
    uses = app.env.metadata.get(page) or context.get("uses", {})
    in_order = chapters(app.config)
    # A test stands among the chapters and is none: the first page counts as the head of each chapter does.
    numbered = [name for name in in_order if name.rpartition("/")[2] not in course().tests]
    context.update(
        pages=menu(app, page),
        book=course().identity,
        description=course().description,
        policy=CONTENT_SECURITY_POLICY,
        mark=_in_the_page(static_files()["icon.svg"]),
        uses={name: name in uses for name in USES},
        is_chapter=page in in_order,
        chapter_number=numbered.index(page) + 1 if page in numbered else None,
        chapter_count=len(numbered),
        tint=tint(in_order.index(page) + 1) if page in in_order else None,
        binder=_binder_address(app, page) if uses.keys() & LIVE else None,
        lite=f"{LITE}/index.html" if course().lite and uses.keys() & LIVE else None,
        notebook=page.rpartition("/")[2],
    )


@cache
def _in_the_page(drawing: Path) -> str:
    """Return a drawing as an address that holds it: a request of its own would keep the first script waiting."""
    return "data:image/svg+xml," + quote(drawing.read_text("utf-8").strip(), safe="=:/';,().-")


def tint(chapter: int) -> str:
    """Return the class of the color of a chapter, by its number from 1."""
    return f"tint-{(chapter - 1) % TINTS + 1}"


def _binder_address(app: Sphinx, page: str) -> str | None:
    """Return where Binder opens the page as a notebook, or None while the repository has no address."""
    repository = app.config.html_theme_options.get("repository", "").rstrip("/")
    if not repository.startswith("https://github.com/"):
        return None
    project = repository.removeprefix("https://github.com/")
    notebook = f"_live/{page.rpartition('/')[2]}.ipynb"
    return f"https://mybinder.org/v2/gh/{project}/HEAD?urlpath=lab/tree/{notebook}"


def _finish_site(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    out = Path(app.outdir)
    _remove_old_pages(app, out)
    # Sphinx copies the theme's files as they are written, and only when a page is out of date.
    for name, path in static_files().items():
        target = out / "_static" / name
        if not target.exists() or target.read_bytes() != path.read_bytes():
            shutil.copy2(path, target)
    # Beside them Sphinx puts styles under a name that changes with them.
    sphinxs = {name for name, _ in app.registry.css_files}
    _remove_old_files(out / "_static", {*static_files(), *sphinxs})
    write_if_new(out / "index.html", _first_page(app.config.html_title, f"{app.config.master_doc}.html"))
    # On GitHub Pages, Jekyll would leave out every folder whose name begins with "_".
    write_if_new(out / ".nojekyll", "")


def static_files() -> dict[str, Path]:
    """Return what lies in the site's `_static` beside what pages are given: each file by its name there."""
    folders = (folder for folder in (THEME / "static", SMALLER) if folder.is_dir())
    files = {path.name: path for folder in folders for path in folder.iterdir()}
    files |= {name: path for path, name in ASSETS.items()}
    # The course's own drawings take the place of the theme's.
    drawings = {"icon.svg": course().mark, "cover.svg": course().cover}
    return files | {name: ROOT / "book" / file for name, file in drawings.items() if file is not None}


def _first_page(title: str, page: str) -> str:
    head = join(
        tag("meta", charset="utf-8"),
        tag("title", title),
        tag("meta", http_equiv="refresh", content=f"0; url={page}"),
        tag("link", rel="canonical", href=page),
    )
    way = tag("p", tag("a", "Open the course", href=page))
    return document(head, tag("body", tag("main", tag("h1", title), way)))


def _remove_old_files(folder: Path, names: Collection[str]) -> None:
    """Remove what the last build put into a folder and this one does not: packages and readers would take it along."""
    record = folder.parent.parent / ".static.txt"
    before = record.read_text("utf-8").splitlines() if record.exists() else []
    for name in set(before).difference(names):
        (folder / name).unlink(missing_ok=True)
    write_if_new(record, "\n".join(sorted(names)))


def _remove_old_pages(app: Sphinx, out: Path) -> None:
    # Sphinx leaves behind the page of a chapter that was renamed or removed; a host would publish it.
    for page in (out / "book").rglob("*.html"):
        name = page.relative_to(out).with_suffix("").as_posix()
        if name not in app.env.found_docs and not name.startswith(f"{STUDIES}/"):
            page.unlink()
