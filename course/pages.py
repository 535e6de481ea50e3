"""The pages of a course as `_toc.yml` names them, and what they are called."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from records.reading import read

TOC = "_toc.yml"
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


def names(folder: Path) -> list[str]:
    """Return the pages that a course's `_toc.yml` names, without folder and ending, in the order of the book.

    What is wrong with the file is Jupyter Book's to say: a file that cannot be read names no page.
    """
    return [file.rpartition("/")[2] for file in _files(read(folder / TOC).data)]


def heading(folder: Path, name: str) -> str | None:
    """Return what stands at the head of a page; None where there is no such page, or no heading on it."""
    page = folder / "book" / f"{name}.md"
    found = _HEADING.search(page.read_text("utf-8")) if page.is_file() else None
    return found[1] if found else None


def _files(said: object) -> Iterator[str]:
    if isinstance(said, list):
        for each in said:
            yield from _files(each)
    elif isinstance(said, Mapping):
        yield from (said[key] for key in ("root", "file") if isinstance(said.get(key), str))
        for each in said.values():
            yield from _files(each)
