"""The small book of `tests/small`, of a disease that nobody has: the course's engine on other content."""

import multiprocessing
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from build import ROOT

SMALL = ROOT / "tests" / "small"
# What is neither YAML nor Markdown nor a figure in these is the engine.
PARTS = ("book", "outcomes", "quizzes", "records")
CONTENT = shutil.ignore_patterns("*.yml", "*.md", "figures")

# Each build has a process of its own, so that nothing is left over from the one before. It is forked from one that has
# imported what every book is built with: that is three quarters of the time that a small one takes.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(
    [
        "jupyter_book.sphinx",
        "myst_nb.sphinx_ext",
        "sphinx.builders.html",
        "sphinxcontrib.bibtex",
        "scipy.special",
    ]
)


@dataclass(frozen=True)
class Built:
    """How a build ended, and what it said."""

    returncode: int | None
    said: str


def put_together(folder: Path) -> Path:
    """Put the small book into a folder, on a copy of the engine without this course's content."""
    book = folder / "book"
    for part in PARTS:
        shutil.copytree(ROOT / part, book / part, ignore=CONTENT)
    shutil.copy2(ROOT / "_config.yml", book)
    shutil.copytree(SMALL, book, dirs_exist_ok=True)
    (book / "node_modules").symlink_to(ROOT / "node_modules")
    return book


def build_small(book: Path) -> Built:
    """Build a book that was put together, warnings as errors, by the function of the documented command."""
    log = book.parent / "said.txt"
    process = _FORKS.Process(target=_build, args=(book, log))
    process.start()
    process.join()
    code = process.exitcode
    process.close()
    return Built(code, log.read_text("utf-8"))


def _build(book: Path, log: Path) -> None:
    with log.open("w") as said:
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
    os.chdir(book)
    # Its own packages, not the installed ones: here, and in the kernels that run its cells.
    sys.path[:0] = [str(book), str(book / "book")]
    os.environ["PYTHONPATH"] = str(book)
    from jupyter_book.cli.main import main

    main(["build", ".", "-W", "--keep-going"])
