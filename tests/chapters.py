"""Chapters as a test reads them: front matter, prose without markup, cells, labels."""

import re
from functools import cache
from pathlib import Path

import yaml

from course import course
from quizzes.authoring.bank import Bank
from quizzes.authoring.load import load_banks

ROOT = Path(__file__).parents[1]
BOOK = ROOT / "book"
ROLE = re.compile(r"\{(?P<name>[\w:.-]+)\}`(?P<text>[^`]+)`")
LABEL = re.compile(r"^\((?P<label>[\w-]+)\)=[ \t]*$", re.M)
# Pages that test what the chapters teach: no plain words, figure, pitfalls or key points of their own.
TESTS = tuple(name for name in (course().pre_test, course().final_test) if name)
# Shown, not run: a block with its language, and, once the roles are gone, what stands between backticks.
CODE = re.compile(r"^(?P<fence>```+)\w+\n.*?^(?P=fence)[ \t]*$", re.M | re.S)
INLINE_CODE = re.compile(r"`[^`\n]+`")
CELL = re.compile(r"^```\{code-cell\}.*?^```[ \t]*$", re.M | re.S)


@cache
def banks() -> dict[str, Bank]:
    """Return the questions of every chapter, read once."""
    return load_banks()


@cache
def toc() -> list[str]:
    """Return the pages of _toc.yml, in order, as paths without ending."""
    tree = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    return [tree["root"], *(chapter["file"] for part in tree["parts"] for chapter in part["chapters"])]


def pages() -> list[Path]:
    """Return every page of the book."""
    return [ROOT / f"{name}.md" for name in toc()]


def chapters() -> list[Path]:
    """Return the pages that teach and have questions on it: the chapters."""
    return [path for path in pages() if path.stem in banks() and path.stem not in TESTS]


def both_tests() -> list[Path]:
    """Return the pages that test what the chapters teach: the pre-test and the final test."""
    return [path for path in pages() if path.stem in TESTS]


def source(page: Path) -> str:
    """Return a page without its front matter, its lines where they were."""
    text = page.read_text("utf-8")
    front = re.match(r"---\n.*?\n---\n", text, re.S)
    return text if front is None else "\n" * front[0].count("\n") + text[front.end() :]


def prose(page: Path) -> str:
    """Return what is read of a page, lines where they were: no cells, code, roles, options, labels or addresses."""

    def blank(match: re.Match[str]) -> str:
        return "\n" * match[0].count("\n")

    text = CODE.sub(blank, CELL.sub(blank, source(page)))
    text = re.sub(r"^[`:]{3,}.*$|^:[\w-]+:.*$", blank, text, flags=re.M)
    text = LABEL.sub(blank, text)
    text = ROLE.sub(
        lambda match: "" if match["name"] in ("ev", "cite", "claim", "tally") else match["text"], text
    )
    return re.sub(r"\]\([^)]*\)", "]", INLINE_CODE.sub("", text))


def roles(page: Path, name: str) -> list[str]:
    """Return the texts of every role of that name."""
    return [match["text"] for match in ROLE.finditer(page.read_text("utf-8")) if match["name"] == name]


def section(page: Path, heading: str) -> str:
    """Return the text under a second-level heading, empty where there is none."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", source(page), re.M | re.S)
    return found[1] if found else ""
