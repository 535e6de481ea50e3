"""The file itself: an ordinary one, not too large, in UTF-8, with characters that an author types."""

import re
import stat
from pathlib import Path

from records.faults import Refused

MOST_BYTES = 1_000_000
"""More than twenty times what the largest file of the course holds."""

KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}

# What YAML does not allow, and the byte order mark, which it allows only at the beginning.
_FOREIGN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# They turn the order of the signs after them around, unseen; what isolates a word of another direction may stay.
_TURNING = re.compile("[\u202a-\u202e]")
_DIRECTIVE = re.compile(r"^%.*", re.MULTILINE)


def text_of(path: Path) -> str:
    """Return the text of a file, not parsed yet.

    Raises
    ------
    Refused
        If it is no ordinary file, too large, not UTF-8, or holds what no author of YAML means: control characters,
        or directives, with which YAML renames types.
    """
    try:
        kind = stat.S_IFMT(path.stat().st_mode)
        if kind != stat.S_IFREG:
            raise Refused([f"is {KINDS.get(kind, 'something else')}, not a file"])
        with path.open("rb") as file:
            written = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused([f"cannot be read: {error.strerror}"]) from None
    if len(written) > MOST_BYTES:
        raise Refused([f"is larger than {MOST_BYTES:,} bytes: split it"])
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise Refused([f"line {line}: is not UTF-8: save the file as UTF-8"]) from None
    if found := _FOREIGN.search(text) or _TURNING.search(text):
        what = f"holds {unwelcome(found[0])}, U+{ord(found[0]):04X}: remove it"
        raise Refused([f"line {_line(text, found)}: {what}"])
    if found := _DIRECTIVE.search(text):
        raise Refused([f"line {_line(text, found)}: begins with %, like a YAML directive: remove the line"])
    return text


def unwelcome(sign: str) -> str | None:
    """Return what is wrong with a character that no text may hold, however it is written; None if it may stand."""
    if _FOREIGN.fullmatch(sign):
        return "a character that YAML does not allow"
    return "a hidden character that turns text around" if _TURNING.fullmatch(sign) else None


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1
