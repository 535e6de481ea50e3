"""One file that a student handed in: what it must be to be read, and why it is refused otherwise.

The front end writes it (`frontend/record/transfer.js`) and imports it whole or not at all; so does this module.
It is read by pydantic, which parses JSON and checks it in one pass, several times faster than Python's own parser.
"""

import os
import re
import stat
import unicodedata
from datetime import datetime, timedelta
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import AwareDatetime, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

# pydantic needs this one on Python 3.11.
from typing_extensions import TypedDict

from course import course

if TYPE_CHECKING:
    from collections.abc import Mapping

BOOK = course().identity
FORMAT, VERSION = f"{BOOK}-results", 1
LARGEST = 5_000_000
"""No larger file is read [bytes], here or in the front end."""

DAY = timedelta(days=1)
"""How far ahead a student's clock may be."""

BETWEEN = "\x1f"
"""Separates the picks of an answer on their way into a table; no pick may contain it."""

_SHOWN = 80
_LATEST = 2**52

_Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=200)]
_Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
_Pick = Annotated[str, StringConstraints(max_length=2000)]
_Number = Annotated[float, Field(ge=0, le=_LATEST, allow_inf_nan=False)]


class Answer(TypedDict):
    """An answer as kept (`frontend/record/record.js`): `at` in ms since 1970, `ms` how long it took."""

    digest: _Digest
    chosen: Annotated[list[_Pick], Field(max_length=100)]
    checked: bool
    at: _Number
    certainty: Annotated[int, Field(ge=0, le=3)]
    hints: Annotated[int, Field(ge=0, le=2**31 - 1)]
    ms: _Number
    flagged: bool
    score: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] | None


class _File(TypedDict):
    """What is read from a file. Its settings, reviews and exams are the student's own business."""

    __pydantic_config__ = ConfigDict(strict=True)  # type: ignore[misc]

    format: Literal[FORMAT]  # type: ignore[valid-type]
    version: Annotated[int, Field(ge=VERSION, le=VERSION)]
    book: Literal[BOOK]  # type: ignore[valid-type]
    exported: AwareDatetime
    pseudonym: Annotated[str, StringConstraints(max_length=_SHOWN)] | None
    answers: dict[_Slug, Answer]


class HandedIn(NamedTuple):
    """A file that can be read."""

    student: str
    """The pseudonym, or a name made from the file of a student who chose none."""
    exported: datetime
    answers: "Mapping[str, Answer]"


class FileRefused(Exception):
    """The file cannot be read; the text says why, for the educator."""


@cache
def _reader() -> TypeAdapter[_File]:
    return TypeAdapter(_File)


def read(path: Path, *, now: datetime) -> HandedIn:
    """Return what a student handed in.

    Parameters
    ----------
    path : Path
        Where the file is.
    now : datetime
        The present: no export can be later, unless its clock was ahead.

    Raises
    ------
    FileRefused
        If it is not a valid result file; nothing in it is used.
    """
    data = _bytes(path)
    if not data.strip():
        raise FileRefused("is empty")
    if re.search(rb"\\u001[fF]", data):
        raise FileRefused("holds a control character")
    try:
        found = _reader().validate_json(data)
    except ValidationError as error:
        raise FileRefused(_why(data, error)) from None
    if found["exported"] > now + DAY:
        raise FileRefused("exported: lies in the future")
    student = tidy(found["pseudonym"] or "")
    if not student:
        # Two copies of one file count as one student, even under two names; nothing else identifies the student.
        mark = blake2b(data, digest_size=4).hexdigest()
        student = f"no name ({mark})"
    return HandedIn(student, found["exported"], found["answers"])


def tidy(text: str) -> str:
    """Return a name as it is compared and shown: letters normalized, no space around it, nothing invisible.

    >>> tidy("  Zoe\u0301\\n B ")
    'Zoé B'
    """
    seen = (
        sign if unicodedata.category(sign)[0] != "C" else " " for sign in unicodedata.normalize("NFC", text)
    )
    return " ".join("".join(seen).split())


def _bytes(path: Path) -> bytes:
    """Return the content of an ordinary file that is not too large; its size is checked before it is opened."""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise FileRefused("is a link to another file")
        if not stat.S_ISREG(found.st_mode):
            raise FileRefused("is not an ordinary file")
        if path.suffix.lower() == ".zip":
            raise FileRefused("is a .zip: unpack it, and keep what was in it in this folder")
        if found.st_size > LARGEST:
            raise FileRefused(f"is too large: {found.st_size / 1e6:,.1f} MB; {LARGEST / 1e6:.0f} MB at most")
        # A file may have been replaced by a link a moment later.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise FileRefused(f"cannot be opened: {error.strerror}") from None
    if len(data) > LARGEST:
        raise FileRefused("grew while it was read")
    return data.removeprefix(b"\xef\xbb\xbf")


class _Head(TypedDict, total=False):
    """What a file claims to be."""

    format: Any
    version: Any
    book: Any


@cache
def _head_reader() -> TypeAdapter[_Head]:
    return TypeAdapter(_Head)


def _foreign(head: _Head) -> str | None:
    """Return why a file is not from this course, or of an unknown version; None if it is neither."""
    if head.get("format") != FORMAT:
        return "is not a result file of this course"
    if head.get("book") != BOOK:
        return f"is of another book: {_shown(head.get('book'))}"
    version = head.get("version")
    if type(version) is not int or version < VERSION:
        return f"version: {_shown(version)} is not a version number"
    if version > VERSION:
        return f"is of version {version}; this course reads version {VERSION}"
    return None


def _why(data: bytes, error: ValidationError) -> str:
    """Return why a file was refused, in a sentence for an educator; the first fault is enough."""
    first = error.errors(include_url=False, include_context=True)[0]
    if first["type"] == "json_invalid":
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as fault:
            return f"is not UTF-8: byte {fault.start + 1}"
        return f"is not JSON: {_printable(first['msg'].partition(': ')[2])}"
    try:
        foreign = _foreign(_head_reader().validate_json(data))
    except ValidationError:
        foreign = "is not a result file of this course"
    if foreign is not None:
        return foreign
    place = ".".join(_printable(str(part)) for part in first["loc"] if part != "[key]")
    return f"{place}: {_printable(first['msg'][:1].lower() + first['msg'][1:])}"


def _shown(value: object) -> str:
    """Return a value for a message, however long or odd it is."""
    return repr(_printable(value)) if isinstance(value, str) else f"a {type(value).__name__}"


def _printable(text: str) -> str:
    """Return untrusted text so that no terminal obeys it, cut if it is long."""
    text = tidy(text)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
