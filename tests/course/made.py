"""A course made by the documented command, and git with somebody's name."""

import os
import subprocess
import sys
from pathlib import Path

from build import ROOT

SOMEBODY = {
    "GIT_AUTHOR_NAME": "Jo Doe",
    "GIT_AUTHOR_EMAIL": "jo@example.org",
    "GIT_COMMITTER_NAME": "Jo Doe",
    "GIT_COMMITTER_EMAIL": "jo@example.org",
}
# What a title may hold: a colon, quotes, marks of Markdown and of YAML, letters of any script.
TITLE = 'Marble thumb: the "small" [course] # 1 of Zoë and 大理石'
AUTHORS = ("Jo Doe", "Ann O'Brien")


def command(*arguments: str | Path, at: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m course` with the packages of a folder."""
    return subprocess.run(
        [sys.executable, "-m", "course", *arguments],
        cwd=at,
        env={**os.environ, **SOMEBODY, "PYTHONPATH": str(at), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def make_course(folder: Path, title: str = TITLE, disease: str = "marble thumb") -> Path:
    """Make a course with the command."""
    authors = [part for name in AUTHORS for part in ("--author", name)]
    made = command("new", folder, "--title", title, "--disease", disease, *authors)
    assert made.returncode == 0, made.stderr
    return folder


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as somebody, and return what it says."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **SOMEBODY},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def lend_environment(folder: Path) -> None:
    """Let a course use what this one has installed; marked as ready, so that its make installs nothing anew."""
    for name in (".venv", "node_modules"):
        (folder / name).mkdir()
        for path in (ROOT / name).iterdir():
            if path.name != ".ready":
                (folder / name / path.name).symlink_to(path)
    for name in (".venv", "node_modules"):
        (folder / name / ".ready").touch()
