"""The small book, which a test may spoil."""

from pathlib import Path

import pytest

from small_book import put_together


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    """The small book; nothing of it has been built yet."""
    return put_together(tmp_path_factory.mktemp("small"))


@pytest.fixture
def edit(small):
    """Replace text in a file of the small book for the length of one test, and return the line on which it stood."""
    before: dict[Path, str] = {}

    def replace(name: str, old: str, new: str) -> int:
        path = small / name
        text = path.read_text("utf-8")
        before.setdefault(path, text)
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    yield replace
    for path, text in before.items():
        path.write_text(text, "utf-8")
