"""Copies of the book that a test may spoil."""

import shutil
from pathlib import Path

import pytest

from build import ROOT

UNNEEDED = (
    ".git",
    ".venv",
    "binder",
    "node_modules",
    "_live",
    "tests",
    "__pycache__",
    ".*_cache",
    "*.egg-info",
)


def copy(folder: Path, *left_out: str) -> Path:
    """Copy the repository, with the front end it has made."""
    book = folder / "book"
    shutil.copytree(ROOT, book, ignore=shutil.ignore_patterns(*UNNEEDED, *left_out))
    (book / "node_modules").symlink_to(ROOT / "node_modules")
    return book


@pytest.fixture(scope="module")
def copied(tmp_path_factory) -> Path:
    """A copy in which nothing has been built yet."""
    return copy(tmp_path_factory.mktemp("copy"), "_build")


@pytest.fixture(scope="module")
def built(site, tmp_path_factory) -> Path:
    """A copy that has been built."""
    return copy(tmp_path_factory.mktemp("built"))


@pytest.fixture
def edit(request):
    """Replace text in a file of the copy for the length of one test."""
    name_of_copy = "built" if "built" in request.fixturenames else "copied"
    book = request.getfixturevalue(name_of_copy)
    before: dict[Path, str] = {}

    def replace(name: str, old: str, new: str) -> None:
        path = book / name
        text = before.setdefault(path, path.read_text("utf-8"))
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    yield replace
    for path, text in before.items():
        path.write_text(text, "utf-8")
