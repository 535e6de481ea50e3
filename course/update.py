"""Another version of the engine for a course that was made from this one; its content is not touched."""

import re
import runpy
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from course.engine import Lock, digest
from course.repository import git
from records.faults import Refused

_TAG = re.compile(r"(?P<address>.+)@(?P<tag>[\w.-]+)")


class Updated(NamedTuple):
    """What changed, and at which commit the engine is now."""

    changed: int
    added: int
    removed: int
    commit: str


def update(folder: Path, where: str) -> Updated:
    """Bring the engine of another repository to a course.

    Parameters
    ----------
    folder : Path
        The course.
    where : str
        Address or path of the repository, with `@` and a tag, branch or commit where it is not the newest.

    Raises
    ------
    Refused
        If engine files of the course were changed by hand, or the repository cannot be had; nothing was written.
    """
    lock = Lock.read(folder)
    by_hand = [f"{file}: {what}" for file, what in _by_hand(folder, lock)]
    if by_hand:
        cure = f"put them back with git checkout, or have the change taken up where the engine is written ({where})"
        raise Refused([*by_hand, f"{len(by_hand)} files of the engine were changed in this course: {cure}"])
    match = _TAG.fullmatch(where)
    address, tag = (match["address"], match["tag"]) if match else (where, "HEAD")
    # Beside what it replaces: a file is moved, not written while somebody reads it.
    stage = Path(tempfile.mkdtemp(prefix=".engine-", dir=folder))
    try:
        source = stage / "source"
        git("clone", "--quiet", "--no-checkout", "--", address, source, at=folder)
        git("checkout", "--quiet", "--detach", tag if tag == "HEAD" else _commit(source, tag), at=source)
        commit = git("rev-parse", "HEAD", at=source)
        files = _files_of(source, where)
        if foreign := [
            file for file in files if file not in lock.files and _differs(folder / file, source / file)
        ]:
            what = "is not of the engine here, and would be overwritten: give it another name"
            raise Refused([f"{file}: {what}" for file in foreign])
        gone = [file for file in lock.files if file not in set(files)]
        new = Lock.of(source, files, address, commit)
        _replace(folder, source, stage / "before", files, gone)
        new.write(folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    changed = [file for file in files if file in lock.files and lock.files[file] != new.files[file]]
    added = [file for file in files if file not in lock.files]
    return Updated(len(changed), len(added), len(gone), commit)


def _by_hand(folder: Path, lock: Lock) -> Iterator[tuple[str, str]]:
    for file, known in lock.files.items():
        path = folder / file
        if not path.is_file():
            yield file, "was taken out"
        elif digest(path) != known:
            yield file, "was changed"


def _commit(source: Path, tag: str) -> str:
    for name in (tag, f"origin/{tag}"):
        try:
            return git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", at=source)
        except Refused:
            continue
    raise Refused([f"{tag}: the repository has no tag, branch or commit of that name"])


def _files_of(source: Path, where: str) -> list[str]:
    """Return the files of the engine by the list that the other version has."""
    written = source / "course" / "engine.py"
    if not written.is_file():
        raise Refused([f"{where}: has no course/engine.py: it is not the repository of this engine"])
    return list(runpy.run_path(str(written))["engine_files"](source))


def _differs(here: Path, there: Path) -> bool:
    return here.exists() and (not here.is_file() or digest(here) != digest(there))


def _replace(folder: Path, source: Path, before: Path, files: Sequence[str], gone: Sequence[str]) -> None:
    """Put the files in place; if anything fails, put back those that stood there."""
    moved: list[str] = []
    placed: list[str] = []
    try:
        for file in (*files, *gone):
            if (folder / file).is_file():
                _move(folder / file, before / file)
                moved.append(file)
            if file not in gone:
                _move(source / file, folder / file)
                placed.append(file)
    except BaseException as fault:
        for file in placed:
            (folder / file).unlink()
        for file in moved:
            _move(before / file, folder / file)
        if isinstance(fault, OSError):
            what = f"{fault.filename}: {fault.strerror}: make room for it; all is as it was"
            raise Refused([what]) from None
        raise


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
