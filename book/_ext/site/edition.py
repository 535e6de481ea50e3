"""Which edition of the course this is, in a script for what a reader takes along: title, authors, version, license."""

import json
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from course import course
from quizzes.export.changes import newest
from records.faults import Refused
from records.reading import read

from ..files import write_if_new
from ..sources import BANK, ROOT

CITATION = ROOT / "CITATION.cff"
SCRIPT = "_static/edition.js"


def edition() -> dict[str, str]:
    """Return what a file that leaves the site says of where it is from.

    `title` and `authors`; where CITATION.cff says them, `version`, the day of its `release` or of the newest question
    if that is later, as the downloads have it, and the `license` of the content with its `terms`, the address at
    which they are read.

    Raises
    ------
    ExtensionError
        If CITATION.cff cannot be read. Others write and read it by rules of their own, so a date without quotes is none
        of its faults here.
    """
    written = CITATION.exists() and (not CITATION.is_file() or CITATION.stat().st_size > 0)
    data, faults = read(CITATION) if written else ({}, [])
    if data is None:
        raise ExtensionError(str(Refused([f"{CITATION.name}: {fault}" for fault in faults])))
    said = {name: value for name, value in data.items() if value is not None}
    day = str(said.get("date-released", ""))
    found = {
        "title": str(said.get("title", course().title)),
        "authors": course().authors,
        "version": str(said.get("version", "")),
        "release": day and max(day, newest(BANK)),
    }
    license_ = said.get("license", [])
    names = [str(name) for name in (license_ if isinstance(license_, list) else [license_])]
    of_content = next((name for name in names if name.startswith("CC-")), None)
    if of_content is not None:
        # SPDX writes CC-BY-SA-4.0, the license itself CC BY-SA 4.0.
        kind, _, number = of_content.removeprefix("CC-").rpartition("-")
        found["license"] = f"CC {kind} {number}"
        found["terms"] = f"https://creativecommons.org/licenses/{kind.lower()}/{number}/"
    return {name: text for name, text in found.items() if text}


def setup_edition(app: Sphinx) -> None:
    """Write the script once the pages are written."""
    app.connect("build-finished", _write)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        script = f"courseEdition={json.dumps(edition(), ensure_ascii=False)};\n"
        write_if_new(Path(app.outdir) / SCRIPT, script)
