"""What a format is: whom it serves, what of each kind of question it keeps, and how it is written."""

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from quizzes.export.archive import unzipped
from quizzes.export.question import LICENSE, Chapter, Question, Questions
from records.faults import Refused

TEST = "is in the pre-test or the final test, which would measure nothing once it is practiced"
UNKNOWN = "is of a kind that this format does not know"
# What several formats keep of a kind, and what they lose.
LISTED_SPELLINGS = "Only the spellings that are listed count, not the answer within a sentence."
CASE_IN_STEPS = (
    "A text with a link to the case in the book. Where course.yml names no site, a question for each step instead, "
    "in which the best choice is right: the path is lost."
)
"""The case as `question.in_steps` gives it."""


class NotReady(Refused):
    """A file cannot be written yet; `.faults` say what to do first."""


class Left(NamedTuple):
    """A question that a file does not hold, and why, as a sentence that goes on from `it`."""

    id: str
    why: str


class Sorted(NamedTuple):
    """The questions that a format carries, and those that it leaves out."""

    carried: Questions
    left: tuple[Left, ...]


def nothing_wrong(_question: Question) -> None:
    """Find no fault with any single question."""


@dataclass(frozen=True)
class Format:
    """A format.

    Attributes
    ----------
    name, title : str
        What the command calls it (`anki`), and what readers do (`Anki deck`).
    suffix : str
        How its file ends, with the dot.
    sign : str
        What stands in each of its files and in none of another format; in a zip, among its names or in what it holds.
    use : str
        For whom it is and how it is opened, as one or two sentences.
    kept : mapping
        For each kind of question that it carries, what is lost on the way; empty where nothing is.
    not_kept : mapping
        For each kind that it does not carry, why, as a sentence that goes on from `it`.
    write : callable
        From the questions that it carries, which are some, to the content of the file: the same for the same
        questions, byte by byte. It may raise `NotReady`.
    fault : callable
        From one question of a kind that it carries to why it cannot carry that one, worded likewise, None where it can.
    deck : bool
        Whether it is for practice alone: no question of a test goes into it.
    of_site : bool
        Whether it is made from the built pages, and not from the questions alone.
    """

    name: str
    title: str
    suffix: str
    sign: str
    use: str
    kept: Mapping[str, str]
    not_kept: Mapping[str, str]
    write: Callable[[Questions], bytes]
    fault: Callable[[Question], str | None] = nothing_wrong
    deck: bool = False
    of_site: bool = False

    def sort(self, found: Questions) -> Sorted:
        """Return what of `found` goes into a file; whatever does not is named with the reason."""
        why = {question.id: self._why_not(chapter, question) for chapter, question in found.each()}
        left = tuple(Left(name, reason) for name, reason in why.items() if reason)
        return Sorted(found.only(lambda _, question: why[question.id] is None), left)

    def wrote(self, path: Path) -> bool:
        """Return whether a file is an earlier export as this format, so that a newer one may take its place."""
        try:
            content = path.read_bytes()
            if zipfile.is_zipfile(path):
                files = unzipped(content)
                content = b"\n".join([*(name.encode() for name in files), b"", *files.values()])
        except (OSError, zipfile.BadZipFile, RuntimeError):  # not to be read; damaged; locked by a password
            return False
        return self.sign.encode() in content and LICENSE.name.encode() in content

    def _why_not(self, chapter: Chapter, question: Question) -> str | None:
        if self.deck and chapter.test:
            return TEST
        if question.kind not in self.kept:
            return self.not_kept.get(question.kind, UNKNOWN)
        return self.fault(question)
