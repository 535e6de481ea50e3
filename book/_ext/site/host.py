"""The built site as a host should get it, in `_build/host`: compressed, its scripts and styles named by content.

cd book && python -m _ext.site.host [BASE]

BASE is the site's path on its host, `/` by default (`/name/` for a project on GitHub Pages).
"""

import gzip
import hashlib
import os
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from course import course
from records.markup import document, join, style, tag

from ..sources import ROOT
from .offline import LIST, list_anew
from .serve import SITE, TEXT
from .theme import LITE

HOST = ROOT / "_build" / "host"
# Sphinx's own records, which no reader needs.
KEPT_BACK = (".buildinfo", ".buildinfo.bak", ".doctrees")
# All that names a file: a page and a figure ask for some of them later.
ASSET = re.compile(r'(?:src|href|data-[a-z]+)="(?P<name>(?:\.\./)*_static/[^"?#]+\.\w+)(?=")')
OF_A_KERNEL = (".mjs", ".wasm")
"""What else is a third of its size when it is compressed."""


def write(site: Path = SITE, host: Path = HOST, base: str = "/", live: Path | None = None) -> None:
    """Copy the site afresh, so that no compressed file is older than its page.

    The same site gives the same bytes; a file and its compressed copies have the site's times. `live` is the folder of
    the notebooks with Python in the browser, if the site leads there.

    Raises
    ------
    FileNotFoundError
        If the site, or that folder, has not been made.
    """
    for folder, target in ((site, "book"), (live, "lite")):
        if folder is not None and not folder.is_dir():
            raise FileNotFoundError(f"{folder}: not built yet; run 'make {target}'")
    shutil.rmtree(host, ignore_errors=True)
    shutil.copytree(site, host, ignore=shutil.ignore_patterns(*KEPT_BACK))
    (host / "404.html").write_text(_not_found(base), "utf-8")
    shutil.copystat(site / "index.html", host / "404.html")
    for page in host.rglob("*.html"):
        _name_by_content(page)
    if (site / LIST).exists():
        list_anew(host)
    if live is not None:
        shutil.copytree(live, host / LITE)
    texts = [path for path in host.rglob("*") if path.suffix in {*TEXT, *OF_A_KERNEL}]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_compress, texts))


def _not_found(base: str) -> str:
    title = "No such page"
    head = join(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="robots", content="noindex"),
        tag("title", title),
        style(
            "body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem }"
        ),
    )
    course = tag("a", "open the course", href=f"{base}index.html")
    search = tag("a", "search it", href=f"{base}search.html")
    where = "Nothing of the course is at this address. It may have moved: "
    return document(
        head, tag("body", tag("main", tag("h1", title), tag("p", where, course, ", or ", search, ".")))
    )


def _name_by_content(page: Path) -> None:
    """Add a digest of its content to the address of each script and style, so that a browser may keep it for good."""

    def with_digest(found: re.Match[str]) -> str:
        digest = hashlib.sha256((page.parent / found["name"]).read_bytes()).hexdigest()
        return f"{found[0]}?v={digest[:12]}"

    times = page.stat()
    page.write_text(ASSET.sub(with_digest, page.read_text("utf-8")), "utf-8")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))


def _compress(path: Path) -> None:
    body = path.read_bytes()
    for ending, packed in (
        (".gz", gzip.compress(body, 9, mtime=0)),
        (".br", brotli.compress(body, mode=brotli.MODE_TEXT, quality=11)),
    ):
        if len(packed) < len(body):
            copy = path.with_name(path.name + ending)
            copy.write_bytes(packed)
            shutil.copystat(path, copy)


def main() -> int:
    """Write the copy for a host, and say where it is."""
    base = sys.argv[1] if len(sys.argv) > 1 else "/"
    if not (base.startswith("/") and base.endswith("/")):
        print(f"{base!r}: where the site stands on its host begins and ends with a slash", file=sys.stderr)
        return 2
    try:
        write(base=base, live=ROOT / "_build" / LITE if course().lite else None)
    except FileNotFoundError as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"The site for a host is in {HOST.relative_to(ROOT)}/: copy all of it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
