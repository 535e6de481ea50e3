"""Where a command writes: over nothing but what such a command wrote before."""

from collections.abc import Callable
from pathlib import Path


class NotWritten(Exception):
    """A file is not written; the message says which and why."""


def claim(target: Path, is_own: Callable[[Path], bool], what: str) -> None:
    """Make sure that a file may be written, before any work is done for it.

    Raises
    ------
    NotWritten
        If its folder is not there, or if it holds something and is no `what`, as in `class report`.
    """
    if not target.parent.is_dir():
        raise NotWritten(f"{target.parent}: there is no such folder to write {target.name} in")
    if target.is_file() and target.stat().st_size and not is_own(target):
        raise NotWritten(
            f"{target}: is there already and is no {what}, so it is left as it is: name another file"
        )


def write(target: Path, content: bytes) -> None:
    """Write a file that was claimed.

    Raises
    ------
    NotWritten
        If the system does not let it.
    """
    try:
        target.write_bytes(content)
    except OSError as fault:
        raise NotWritten(f"{target}: cannot be written: {fault.strerror}") from None
