"""What of a repository is the engine, and what is the course that stands on it: written once, here.

`new` copies the engine, `update` replaces it, and a test looks through it for words of the course.
"""

import re
from collections.abc import Iterator
from pathlib import Path

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
    return any(file == place or file.startswith(f"{place}/") for place in places)
