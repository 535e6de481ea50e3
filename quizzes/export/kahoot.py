"""A workbook that Kahoot takes: a lead-in and four short options a question, the vignette on the projector page."""

import io
import re
from datetime import datetime

from quizzes.export.archive import unzipped, zipped
from quizzes.export.cell import cell
from quizzes.export.format import Format
from quizzes.export.projector import as_projected
from quizzes.export.question import Question, Questions

QUESTION, ANSWER, ANSWERS = 120, 75, 4
"""The most that Kahoot takes: characters of a question and of an answer, and answers."""
TIMES = (20, 30, 60, 90, 120)
"""Times that Kahoot knows [s]; of these the shortest in which the vignette can be read."""
READ = 15
"""How fast a vignette is read [characters per second]."""
HEAD = ("Question", *(f"Answer {at}" for at in range(1, ANSWERS + 1)), "Time limit", "Correct answer(s)")
SEE = " (see the slide)"


def write(found: Questions) -> bytes:
    """Return the workbook: one sheet, as in Kahoot's own; what it is and how it may be used is in its properties."""
    from openpyxl import Workbook  # a build whose questions stay as they are writes none

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Kahoot"
    sheet.append(HEAD)
    for _, question in found.each():
        sheet.append(_row(question))
    for row in sheet.iter_rows():
        for each in row:
            # Text, whatever it begins with.
            if isinstance(each.value, str):
                each.data_type = "s"
    book.properties.creator, book.properties.title = found.authors, found.title
    book.properties.description = found.credit
    book.properties.created = datetime.fromisoformat(found.day)
    target = io.BytesIO()
    book.save(target)
    return zipped(_of_the_day(unzipped(target.getvalue()), found.day))


def _of_the_day(files: dict[str, bytes], day: str) -> dict[str, bytes]:
    """Return the files of the workbook with the day of its questions as that of its last change."""
    name = "docProps/core.xml"
    changed = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + f"{day}T00:00:00Z".encode(), files[name])
    return {**files, name: changed}


def _text(question: Question) -> str:
    return cell(question.lead_in) + SEE


def fault(question: Question) -> str | None:
    """Return why Kahoot cannot take a question."""
    options = as_projected(question)
    if len(options) > ANSWERS:
        return f"has {len(options)} options, and Kahoot takes {ANSWERS}"
    if (length := len(_text(question))) > QUESTION:
        return f"asks in {length} characters, with “{SEE.strip()}”, and Kahoot takes {QUESTION}"
    if (longest := max(len(cell(option.text)) for option in options)) > ANSWER:
        return f"has an option of {longest} characters, and Kahoot takes {ANSWER}"
    return None


def _row(question: Question) -> list[str | int]:
    options = as_projected(question)
    texts = [cell(option.text) for option in options]
    right = [str(at) for at, option in enumerate(options, start=1) if option.right]
    needed = len(question.stem + question.lead_in) / READ + 10
    time = next((each for each in TIMES if each >= needed), TIMES[-1])
    return [_text(question), *texts, *[""] * (ANSWERS - len(texts)), time, ",".join(right)]


FORMAT = Format(
    name="kahoot",
    title="Kahoot workbook",
    suffix=".xlsx",
    sign=SEE,
    use=(
        "For lecturers who poll with Kahoot: in a new kahoot, Add question, Import from spreadsheet. Kahoot takes 120 "
        "characters, so show the projector page beside it: the options have the same order there."
    ),
    kept={
        "single-best-answer": "The vignette and the reasons are on the projector page.",
        "multiple-response": "The vignette and the reasons are on the projector page.",
    },
    not_kept={
        "key-feature": "offers more options than Kahoot takes",
        "numeric": "is typed, and Kahoot's file has options only",
        "short-answer": "is typed, and Kahoot's file has options only",
        "ordering": "asks for an order, and Kahoot's file has options only",
        "matching": "asks for pairs, and Kahoot's file has options only",
        "case": "branches: take it on the projector page, and let the room vote at each step",
    },
    write=write,
    fault=fault,
    deck=True,
)
