"""One file that a student handed in: what it must be to be read, and why it is refused otherwise.

The front end writes it (`frontend/record/transfer.js`) and imports it whole or not at all; so does this module.
A browser reads it by the same rules (`frontend/cohorts/handed-in.js`): `handed_in.json`, among the tests, tries both.
It is read by pydantic, which parses JSON and checks it in one pass, several times faster than Python's own parser.
"""

import codecs
import os
import re
import stat
import unicodedata
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from json import loads
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

# pydantic needs this one on Python 3.11.
from typing_extensions import TypedDict

from course import course
from quizzes.strings import say
from records.text import blank

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = 1
LARGEST = 5_000_000
"""No larger file is read [bytes], here or in the front end."""

DAY = timedelta(days=1)
"""How far ahead a student's clock may be."""

BETWEEN = "\x1f"
"""Separates the picks of an answer on their way into a table; in a pick it becomes a space."""

_HIDDEN = {"Cc", "Cf", "Cs"}
_JOINER = "[\u200c\u200d\U000e0020-\U000e007f]"

_SHOWN = 80
_LATEST = 2**52
_PICKS, _LETTERS = 100, 2000
_GREATEST = 2**31 - 1

_MOMENT = (
    r"^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(\.[0-9]{1,6})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
)
"""A time with its zone; that February has no 30th is known to the calendar."""

_Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=200)]
_Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
_Pick = Annotated[str, StringConstraints(max_length=_LETTERS)]
_Number = Annotated[float, Field(ge=0, le=_LATEST, allow_inf_nan=False)]
_Moment = Annotated[str, StringConstraints(pattern=_MOMENT), AfterValidator(datetime.fromisoformat)]


def _whole(most: int, least: int = 0) -> Any:  # noqa: ANN401 - a type, made here
    """Return the type of a whole number; `2.0` is one, as in JavaScript."""
    return Annotated[float, Field(ge=least, le=most, multiple_of=1, allow_inf_nan=False)]


class Answer(TypedDict):
    """An answer as kept (`frontend/record/record.js`): `at` in ms since 1970, `ms` how long it took."""

    digest: _Digest
    chosen: Annotated[list[_Pick], Field(max_length=_PICKS)]
    checked: bool
    at: _Number
    certainty: _whole(3)  # type: ignore[valid-type]
    hints: _whole(_GREATEST)  # type: ignore[valid-type]
    ms: _Number
    flagged: bool
    score: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] | None


def _format() -> str:
    return f"{course().identity}-results"


def _same_as(expected: Callable[[], str]) -> Callable[[str], str]:
    """Return a check of a text against what is asked for only then: a module that is imported reads no course."""

    def check(value: str) -> str:
        if value != expected():
            raise ValueError
        return value

    return check


class _File(TypedDict):
    """What is read from a file. Its settings, reviews and exams are the student's own business."""

    __pydantic_config__ = ConfigDict(strict=True)  # type: ignore[misc]

    format: Annotated[str, AfterValidator(_same_as(_format))]
    version: _whole(VERSION, VERSION)  # type: ignore[valid-type]
    book: Annotated[str, AfterValidator(_same_as(lambda: course().identity))]
    exported: _Moment
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
        The present, with its time zone: no export can be more than a day later.

    Raises
    ------
    FileRefused
        If it is not a valid result file; nothing in it is used.
    """
    data = _bytes(path)
    if not data.strip():
        raise FileRefused(say("class_is_empty"))
    try:
        found: Any = _reader().validate_json(data)
    except ValidationError as error:
        raise FileRefused(_why(data, error)) from None
    if not _is_strict(data):
        raise FileRefused(say("class_is_not_json"))
    if found["exported"] > now + DAY:
        raise FileRefused(say("class_is_future"))
    if re.search(rb"\\u001[fF]", data):
        for answer in found["answers"].values():
            answer["chosen"] = [pick.replace(BETWEEN, " ") for pick in answer["chosen"]]
    student = tidy(found["pseudonym"] or "")
    if not student:
        # Two copies of one file count as one student, even under two names; nothing else identifies the student.
        student = say("class_no_name", mark=f"{zlib.crc32(data):08x}")
    return HandedIn(student, found["exported"], found["answers"])


def _is_strict(data: bytes) -> bool:
    """Return whether no number is NaN or infinite, which pydantic lets pass where it is not asked for a value."""
    if not re.search(rb"NaN|Infinity", data):
        return True

    def refuse(name: str) -> None:
        raise ValueError(name)

    try:
        loads(data, parse_constant=refuse)
    except ValueError:
        return False
    return True


def tidy(text: str) -> str:
    """Return a name as it is compared and shown: letters normalized, no space around it, nothing invisible.

    What joins letters stays, as in Persian words and families of emoji. Signs that this Python does not know yet stay
    as well: a browser may know them.

    >>> tidy("  Zoe\u0301\\n B "), tidy("\u3164")
    ('Zoé B', '')
    """
    seen = (
        " " if unicodedata.category(sign) in _HIDDEN and not re.match(_JOINER, sign) else sign
        for sign in unicodedata.normalize("NFC", text)
    )
    tidied = " ".join("".join(seen).split())
    return "" if blank(tidied) else tidied


def _bytes(path: Path) -> bytes:
    """Return the content of an ordinary file that is not too large; its size is checked before it is opened."""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise FileRefused("is a link to another file")
        if not stat.S_ISREG(found.st_mode):
            raise FileRefused("is not an ordinary file")
        if path.suffix.lower() == ".zip":
            raise FileRefused(say("class_is_zip"))
        if path.suffix.lower() == ".icloud":
            raise FileRefused(say("class_is_in_cloud"))
        if found.st_size > LARGEST:
            raise FileRefused(
                say("class_is_too_large", size=f"{found.st_size / 1e6:,.1f}", most=f"{LARGEST / 1e6:.0f}")
            )
        # A file may have been replaced by a link a moment later.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise FileRefused(say("class_is_unopened", why=error.strerror)) from None
    if len(data) > LARGEST:
        raise FileRefused("grew while it was read")
    return _as_utf8(data)


def _as_utf8(data: bytes) -> bytes:
    """Return a text without the mark before it, by which Windows says that it saved as UTF-16, or as UTF-8."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-16").encode()
    except UnicodeError:
        raise FileRefused(say("class_is_not_utf16")) from None


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
    if head.get("format") != _format():
        return say("class_is_foreign")
    book, version = head.get("book"), head.get("version")
    if book != course().identity:
        return (
            say("class_is_other_book", book=_printable(book))
            if isinstance(book, str)
            else say("class_is_foreign")
        )
    if (
        isinstance(version, bool)
        or not isinstance(version, int | float)
        or not VERSION <= version <= _GREATEST
    ):
        return say("class_is_no_version")
    if version != int(version):
        return say("class_is_no_version")
    if version > VERSION:
        return say("class_is_newer", version=int(version), known=VERSION)
    return None


def _why(data: bytes, error: ValidationError) -> str:
    """Return why a file was refused, in a sentence for an educator; the first fault is enough."""
    first = error.errors(include_url=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as fault:
            return say("class_is_not_utf8", byte=fault.start + 1)
        return say("class_is_not_json")
    if not _is_strict(data):
        return say("class_is_not_json")
    try:
        foreign = _foreign(_head_reader().validate_json(data))
    except ValidationError:
        foreign = say("class_is_foreign")
    return foreign or _fault(*map(str, first["loc"]))


def _fault(field: str, item: str = "", part: str = "", *_within: str) -> str:
    """Return what is wrong with a field of the file, with an answer, or with a part of one."""
    place = ".".join(_printable(each) for each in (field, item, part) if each and each != "[key]")
    if part == "[key]":
        return say("class_fault", place=place, fault=say("class_fault_question"))
    what = part or ("answer" if item else field)
    limits: dict[str, dict[str, object]] = {
        "pseudonym": {"most": _SHOWN},
        "chosen": {"picks": _PICKS, "characters": f"{_LETTERS:,}"},
    }
    return say("class_fault", place=place, fault=say(f"class_fault_{what}", **limits.get(what, {})))


def _printable(text: str) -> str:
    """Return untrusted text so that no terminal obeys it, cut if it is long."""
    text = tidy(text)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
