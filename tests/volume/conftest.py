"""The small book in one file: printed, and for an e-reader, by the commands that `make pdf` and `make epub` give."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

import machine
from small_book import BOOK

MOMENT = "1764374400"
"""29 November 2025, as `SOURCE_DATE_EPOCH` says it."""


def run(module: str, *arguments: str, book: Path = BOOK) -> subprocess.CompletedProcess[str]:
    """Run a command of the small book, or of a copy of it, at a moment that is always the same."""
    environment = {**os.environ, "PYTHONPATH": str(book), "SOURCE_DATE_EPOCH": MOMENT}
    command = [sys.executable, "-m", f"_ext.volume.{module}", *arguments]
    return subprocess.run(
        command, cwd=book / "book", env=environment, capture_output=True, text=True, check=False
    )


@dataclass(frozen=True)
class Volume:
    """Where the files of the volume are."""

    folder: Path

    @property
    def paper(self) -> PdfReader:
        """The printed book."""
        return PdfReader(self.folder / "course.pdf")

    @property
    def handouts(self) -> PdfReader:
        """A page a chapter."""
        return PdfReader(self.folder / "handouts.pdf")

    @property
    def epub(self) -> Path:
        """The book for an e-reader."""
        return self.folder / "course.epub"


@pytest.fixture(scope="session", name="run")
def _run() -> Callable[..., subprocess.CompletedProcess[str]]:
    return run


@pytest.fixture(scope="session")
def volume(small_site: Path) -> Volume:
    """The small book, printed and packed once."""
    for module, arguments in (("paper", [machine.chromium()]), ("epub", [])):
        done = run(module, *arguments)
        assert done.returncode == 0, done.stderr
    return Volume(BOOK / "_build" / "volume")
