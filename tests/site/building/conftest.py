"""The small book, cut to one chapter, which a test may spoil."""

import re
from pathlib import Path

import pytest

from small_book import put_together

INDEX = """# Marble thumb: a small course

Of what two documents claim, {tally}`claims outdated` is outdated.

## Course map

```{course-map}
1. [Marble thumb](marble-thumb.md): one sign, two figures, six questions.
```
"""
CONTENTS = """format: jb-book
root: book/index
parts:
- caption: Chapters
  chapters:
  - file: book/marble-thumb
- caption: Reference
  chapters:
  - file: book/evidence
  - file: book/references
  - file: book/glossary
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    """The small book with one chapter, so that few cells are run; nothing of it has been built yet."""
    book = put_together(tmp_path_factory.mktemp("small"))
    (book / "_toc.yml").write_text(CONTENTS, "utf-8")
    (book / "book" / "index.md").write_text(INDEX, "utf-8")
    (book / "book" / "paths.yml").write_text("paths: []\n", "utf-8")
    course = book / "course.yml"
    of_other_pages = r"^(pre_test|final_test|on_screen_only): .*\n"
    course.write_text(re.sub(of_other_pages, "", course.read_text("utf-8"), flags=re.M), "utf-8")
    for bank in (book / "quizzes" / "bank").iterdir():
        if bank.stem != "marble-thumb":
            bank.unlink()
    return book


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
