"""`make` in one folder: alone, from where an interrupted install left off, and in a folder of any name."""

import fcntl
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from build import ROOT

# Stands for Python, pip, npm and Node, and writes down what it was asked: the real ones take minutes and a network.
STAND_IN = """#!/bin/sh
echo "$(basename "$0") $*" >> asked
case "$*" in
  "-m venv .venv") mkdir -p .venv/bin
    for name in python jupyter npm node jupyter-book; do cp stand-in .venv/bin/$name; done; test ! -e cut-in-venv;;
  *"pip install"*) touch .venv/half-installed; test ! -e cut-in-pip;;
  ci*) mkdir -p node_modules;;
  "-m course identity") touch quizzes/book.json;;
  bundle.js) mkdir -p quizzes/_bundle;;
esac
"""


@pytest.fixture(params=["course", "a course with spaces"])
def folder(request, tmp_path) -> Path:
    folder = tmp_path / request.param
    folder.mkdir()
    for name in (
        "Makefile",
        "requirements.txt",
        "pyproject.toml",
        "package.json",
        "package-lock.json",
        "bundle.js",
    ):
        shutil.copy(ROOT / name, folder)
    for name in ("course.yml", "quizzes/strings.json", "outcomes/explorer/words.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / "stand-in").write_text(STAND_IN)
    (folder / "stand-in").chmod(0o755)
    return folder


def command(folder: Path) -> dict:
    # What this very run of make gave its own commands is not for the make that is tested.
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return {
        "args": ["make", "book", "PYTHON=./stand-in"],
        "cwd": folder,
        "env": outside,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
        "text": True,
    }


def make(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(**command(folder), check=False)


def asked(folder: Path) -> list[str]:
    return (folder / "asked").read_text().splitlines()


def test_the_first_call_makes_everything_and_the_second_only_the_book(folder):
    assert make(folder).returncode == 0
    assert [
        line for line in asked(folder) if "pip install" in line or "venv" in line or line.startswith("npm ci")
    ] == [
        "stand-in -m venv .venv",
        "python -m pip install --quiet --disable-pip-version-check -r requirements.txt",
        "npm ci --loglevel=error",
    ]
    (folder / "asked").unlink()
    again = make(folder)
    assert again.returncode == 0
    assert asked(folder) == ["jupyter-book build . -W --keep-going -q"]
    assert again.stdout.startswith("The book is in _build/html")


@pytest.mark.parametrize("cut", ["cut-in-venv", "cut-in-pip"])
def test_an_install_that_was_cut_off_is_never_called_ready_and_is_begun_anew(folder, cut):
    (folder / cut).touch()
    assert make(folder).returncode != 0
    assert not (folder / ".venv" / ".ready").exists()
    (folder / cut).unlink()
    (folder / ".venv" / "of-the-first-call").touch()
    second = make(folder)
    assert second.returncode == 0
    assert "The last install was interrupted; it is begun anew." in second.stdout
    assert not (folder / ".venv" / "of-the-first-call").exists()
    assert (folder / ".venv" / ".ready").exists()


def test_an_install_that_fails_says_what_to_do(folder):
    (folder / "cut-in-pip").touch()
    assert "The environment is not complete: pip says why above." in make(folder).stdout


def test_an_environment_without_pip_is_made_anew(folder):
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "half-made").touch()
    assert make(folder).returncode == 0
    assert not (folder / ".venv" / "half-made").exists()


def test_a_second_make_says_that_it_waits_and_then_finds_everything_ready(folder):
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with subprocess.Popen(**command(folder)) as second:
            assert second.stdout is not None
            assert "waiting for it" in second.stdout.readline()
            assert not (folder / "asked").exists()
            fcntl.flock(lock, fcntl.LOCK_UN)
            second.stdout.read()
    assert second.returncode == 0
