"""Two people who build one commit get the same files, whatever their machines are like."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import machine
from build import JUPYTER_BOOK
from small_book import put_together

MADE = ("html", "host", "volume")
"""The site with its decks, its copy for a host, and the book in one file."""
ONE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
OTHER = {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"}
# Put before everything else that Python runs: a file system that lists its files the other way round.
OTHER_ORDER = """
import os

class Listed:
    def __init__(self, scan):
        with scan:
            self.entries = iter(sorted(scan, key=lambda entry: entry.name, reverse=True))
    def __iter__(self):
        return self.entries
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass

scandir, listdir = os.scandir, os.listdir
os.scandir = lambda path=".": Listed(scandir(path))
os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
"""


def test_two_builds_in_two_places_at_two_hours_are_the_same_bytes(tmp_path):
    here, there = tmp_path / "here", tmp_path / "a longer way" / "there"
    order = tmp_path / "order"
    order.mkdir()
    (order / "sitecustomize.py").write_text(OTHER_ORDER, "utf-8")
    one, other = make(here, ONE), make(there, {**OTHER, "PYTHONPATH": str(order)})
    assert {name.partition("/")[0] for name in one} == set(MADE)
    assert sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name)) == []


def make(folder: Path, machine_is: dict[str, str]) -> dict[str, str]:
    """Make the small book in a folder on a machine; return the digest of each file."""
    folder.mkdir(parents=True)
    book = put_together(folder)
    path = os.pathsep.join(filter(None, [str(book), machine_is.get("PYTHONPATH")]))
    own = {**os.environ, **machine_is, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": "1764374400"}
    for at, command in (
        (book, [JUPYTER_BOOK, "build", ".", "-W", "--keep-going"]),
        (book / "book", [sys.executable, "-m", "_ext.site.host"]),
        (book / "book", [sys.executable, "-m", "_ext.volume.paper", machine.chromium()]),
        (book / "book", [sys.executable, "-m", "_ext.volume.epub"]),
    ):
        done = subprocess.run(command, cwd=at, env=own, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    built = book / "_build"
    files = (path for name in MADE for path in (built / name).rglob("*") if path.is_file())
    return {
        path.relative_to(built).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
