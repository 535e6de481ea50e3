"""The small book of `tests/small`, of a disease that nobody has: the course's engine on other content."""

import hashlib
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from build import ROOT

SMALL = ROOT / "tests" / "small"
# What is neither YAML nor Markdown, nor a figure, nor the record of when questions changed, is the engine.
PARTS = ("book", "course", "outcomes", "quizzes", "records")
CONTENT = shutil.ignore_patterns("*.yml", "*.md", "changed.json", "figures", "_bundle", "__pycache__")
FRONT_END = ("bundle.js", "package.json")
BUILT = ROOT / "_build" / "small"
BOOK = BUILT / "book"
"""Where the small book is built, with its own packages, and its live copies in `_live`."""

# Each build has a process of its own, so that nothing is left over from the one before. It is forked from one that has
# imported what every book is built with: that is three quarters of the time that a small one takes.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(
    [
        "jupyter_book.sphinx",
        "myst_nb.sphinx_ext",
        "sphinx.builders.html",
        "sphinxcontrib.bibtex",
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
    for name in ("_config.yml", *FRONT_END):
        shutil.copy2(ROOT / name, book)
    shutil.copytree(SMALL, book, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    (book / "node_modules").symlink_to(ROOT / "node_modules")
    bundle(book)
    return book


def bundle(book: Path) -> None:
    """Bundle the front end of a book that was put together."""
    subprocess.run(["node", "bundle.js"], cwd=book, check=True, capture_output=True)


def small_site() -> Path:
    """Return the built pages of the small book, made anew where something of it or of the engine has changed.

    Its cells run anew only where that changes what they say.
    """
    BUILT.mkdir(parents=True, exist_ok=True)
    mark = BUILT / "made-of.txt"
    with FileLock(BUILT / ".lock"):
        made_of = _digest()
        if not mark.is_file() or mark.read_text() != made_of:
            mark.unlink(missing_ok=True)
            ran, kept = BOOK / "_build" / ".jupyter_cache", BUILT / "ran"
            if ran.is_dir():
                shutil.rmtree(kept, ignore_errors=True)
                ran.rename(kept)
            shutil.rmtree(BOOK, ignore_errors=True)
            put_together(BUILT)
            if kept.is_dir():
                ran.parent.mkdir()
                kept.rename(ran)
            built = build_small(BOOK)
            assert built.returncode == 0, built.said
            _copy_live(BOOK)
            mark.write_text(made_of)
    return BOOK / "_build" / "html"


def _copy_live(book: Path) -> None:
    own = {**os.environ, "PYTHONPATH": str(book)}
    command = [sys.executable, "-m", "_ext.live.copy"]
    subprocess.run(command, cwd=book / "book", env=own, check=True, capture_output=True)


def _digest() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(_made_of()):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _made_of() -> Iterator[Path]:
    yield from (ROOT / name for name in ("_config.yml", "requirements.txt", "package-lock.json", *FRONT_END))
    yield from (path for path in SMALL.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    for part in PARTS:
        for folder, folders, files in os.walk(ROOT / part):
            left_out = CONTENT(folder, [*folders, *files])
            folders[:] = sorted(set(folders) - left_out)
            yield from (Path(folder, name) for name in set(files) - left_out)


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
