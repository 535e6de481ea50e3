"""Every file and folder that README, CONTRIBUTING and CHANGELOG name is there."""

import re
import subprocess

import pytest

from build import ROOT

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
NAMED = re.compile(r"`([\w.-]+(?:/[\w.-]+)*/?)`|\]\(([^)#:]+)\)")
A_FILE = re.compile(r"\w\.(cff|conf|css|js|json|md|py|toml|txt|yaml|yml)$")
# Made by a command, the parts of a built site among them, or part of the environment.
MADE = ("_build/", "node_modules/", ".venv/", ".engine.json", "offline.json", "sw.js", "downloads/")


def named_in(text: str) -> set[str]:
    """Return what a document names as a file, by its ending, or as a folder, by its slash."""
    names = {code or link for code, link in NAMED.findall(text)}
    return {name for name in names if ("/" in name or A_FILE.search(name)) and not name.startswith(MADE)}


@pytest.fixture(scope="module")
def tracked() -> str:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True)
    return "".join(f"/{line}/\n" for line in listed.stdout.splitlines())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_names_is_there(document, tracked):
    names = named_in((ROOT / document).read_text("utf-8"))
    # A table and a recipe name a file by its last part, below a folder that they name before.
    assert [name for name in sorted(names) if f"/{name.strip('/')}/" not in tracked] == []


def test_a_name_that_moved_away_would_be_found(tracked):
    assert named_in(
        "See `records/wording.py`, `quizzes/memory.py` and [this](GONE.md), not `ev` or `a/b c`."
    ) == {
        "records/wording.py",
        "quizzes/memory.py",
        "GONE.md",
    }
    assert "/records/wording.py/" in tracked
    assert "/quizzes/memory.py/" not in tracked
