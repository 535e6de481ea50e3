"""What of a repository is the engine, and what is the course that stands on it: written once, here.

`new` copies the engine, `update` replaces it, and a test looks through it for words of the course.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from records.faults import Refused

ENGINE = (
    ".binder",
    ".ci",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".npmrc",
    ".pre-commit-config.yaml",
    "CONTRIBUTING.md",
    "Makefile",
    "SECURITY.md",
    "_config.yml",
    "biome.json",
    "book/_ext",
    "book/_theme",
    "bundle.js",
    "course",
    "cspell.json",
    "deploy",
    "knip.json",
    "outcomes",
    "package-lock.json",
    "package.json",
    "pyproject.toml",
    "quizzes",
    "records",
    "requirements.txt",
    "tests",
    "tsconfig.json",
)
"""Files and folders of the engine."""

CONTENT = (
    "outcomes/claims.yml",
    "outcomes/comparability.yml",
    "outcomes/conflicts.yml",
    "outcomes/corrections.yml",
    "outcomes/figures",
    "outcomes/studies",
    "outcomes/topics",
    "quizzes/bank",
    # What knows this course: its tests, what earlier editions of it left with readers, and what is measured on it.
    "tests/bench",
    "tests/content",
    "tests/editions",
    "tests/hub",
    # Of use only where the engine is written.
    "tests/course/test_engine.py",
    "tests/course/test_new_course.py",
    "tests/course/test_update.py",
)
"""What within these belongs to the course; all that is not named in either is the course's too."""

_MADE = re.compile(r"(^|/)(__pycache__|_bundle|\.[a-z_]+_cache|[^/]+\.egg-info)(/|$)|^quizzes/book\.json$")


def engine_files(folder: Path) -> Iterator[str]:
    """Yield the files of the engine in a repository, as paths from its root, but for those made from others."""
    for name in ENGINE:
        place = folder / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            file = path.relative_to(folder).as_posix()
            if path.is_file() and not _MADE.search(file) and not is_content(file):
                yield file


def is_content(file: str) -> bool:
    """Return whether a file, named from the root of its repository, belongs to the course.

    >>> is_content("quizzes/bank/marble-thumb.yml"), is_content("quizzes/evidence.py"), is_content("README.md")
    (True, False, True)
    """
    return _within(file, CONTENT) or not _within(file, ENGINE)


def _within(file: str, places: tuple[str, ...]) -> bool:
    return any(file.startswith(f"{place}/") or fnmatch(file, place) for place in places)


LOCK = ".engine.json"
"""In a course that was made by `new`: where its engine comes from, and the digest of each of its files."""


@dataclass(frozen=True)
class Lock:
    """The engine as a course was given it: an address, the commit there, and digests by file."""

    source: str
    commit: str
    files: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path, files: Iterable[str], source: str, commit: str) -> "Lock":
        """Return the lock of files in a folder."""
        return cls(source, commit, {file: digest(folder / file) for file in files})

    @classmethod
    def read(cls, folder: Path) -> "Lock":
        """Return the lock of a course.

        Raises
        ------
        Refused
            If it has none, or one that cannot be read.
        """
        try:
            said = json.loads((folder / LOCK).read_text("utf-8"))
            return cls(str(said["source"]), str(said["commit"]), dict(said["files"]))
        except FileNotFoundError:
            what = "is missing: an engine is brought to a course that `python -m course new` made"
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            what = "cannot be read: take it from the last commit, git checkout .engine.json"
        raise Refused([f"{LOCK}: {what}"])

    def write(self, folder: Path) -> None:
        """Write it into a course."""
        said = {"source": self.source, "commit": self.commit, "files": self.files}
        (folder / LOCK).write_text(json.dumps(said, indent=2) + "\n", "utf-8")


def digest(path: Path) -> str:
    """Return a digest of a file, the same wherever git changes the ends of lines."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:16]
