"""`python -m quizzes export`: a file for another tool, and every question that is not in it by name."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from quizzes.export.format import Format
from quizzes.export.register import format_of
from quizzes.export.selection import of_chapters, questions
from quizzes.output import claim, write


def write_export(name: str, chapters: Sequence[str], target: Path | None, bank: Path) -> int:
    """Write the questions in a format, and say what is left out. Return the exit code.

    Nothing but an earlier file of the same format is written over.

    Raises
    ------
    NotThere
        If there is no such format or chapter.
    NotReady
        If something has to be done before such a file can be written.
    NotWritten
        If the file cannot be written, or is something else.
    Refused
        If the banks have faults.
    """
    format_ = format_of(name)
    found = of_chapters(questions(bank), chapters)
    carried, left = format_.sort(found)
    for why in dict.fromkeys(each.why for each in left):
        ids = ", ".join(each.id for each in left if each.why == why)
        print(f"left out, since it {why}: {ids}", file=sys.stderr)
    if not carried.chapters:
        print(f"quizzes: {name}: carries none of these questions; nothing is written", file=sys.stderr)
        return 1
    target = target or Path(file_name(found.identity, format_, chapters))
    claim(target, format_.wrote, f"earlier export as {format_.title}")
    write(target, format_.write(carried))
    print(f"quizzes: questions {carried.count}, left out {len(left)}; written to {target}")
    return 0


def file_name(identity: str, format_: Format, chapters: Iterable[str] = ()) -> str:
    """Return what a file is called: the course, its chapters if not all, the format."""
    return "-".join((identity, *chapters, format_.name)) + format_.suffix
