"""A CSV that Brightspace takes into its question library: several lines a question, each with its reasons."""

import csv
import io
from collections.abc import Iterator

from quizzes.export.cell import asked, cell, how_many
from quizzes.export.format import Format
from quizzes.export.question import Question, Questions
from quizzes.export.task import Choices, Option, Order, Pairs, Words
from quizzes.strings import say

WIDTH = 5
"""How many cells each line has."""
ALMOST = 120
"""How long a title is [characters]."""


def write(found: Questions) -> bytes:
    """Return the file; its first line, which Brightspace skips, says whose it is and how it may be used."""
    target = io.StringIO()
    lines = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in _rows(found):
        lines.writerow([*row, *[""] * (WIDTH - len(row))])
    # With the mark that a spreadsheet knows UTF-8 by.
    return b"\xef\xbb\xbf" + target.getvalue().encode()


def _rows(found: Questions) -> Iterator[tuple[str, ...]]:
    yield (f"//{found.credit}",)
    for _, question in found.each():
        kind, own, more = _answered(question)
        yield "NewQuestion", kind
        yield "ID", question.id
        yield "Title", cell(question.lead_in[:ALMOST])
        yield "QuestionText", asked(question, more)
        yield "Points", "1"
        yield "Difficulty", "1"
        yield from own
        if question.hint:
            yield "Hint", cell(question.hint)
        yield "Feedback", cell(_feedback(found, question))


def _answered(question: Question) -> tuple[str, list[tuple[str, ...]], str]:
    """Return the kind of question, its own lines, and what its text has to say besides."""
    own: list[tuple[str, ...]]
    match question.task:
        case Choices(options=options, most=1):
            own = [_option("100", each) if each.right else _option("0", each) for each in options]
            return "MC", own, ""
        case Choices(options=options):
            own = [_option("1", each) if each.right else _option("0", each) for each in options]
            return "MS", [("Scoring", "RightMinusWrong"), *own], how_many(question)
        case Order(entries=entries):
            own = [("Item", cell(each.text), "NOT HTML", cell(each.why)) for each in entries]
            return "O", [("Scoring", "RightMinusWrong"), *own], ""
        case Pairs() as task:
            places = {answer.id: str(place) for place, answer in enumerate(task.answers, start=1)}
            own = [("Choice", place, cell(task.text(name))) for name, place in places.items()]
            matches = [("Match", places[each.answer], cell(each.text)) for each in task.prompts]
            return "M", [("Scoring", "EquallyWeighted"), *own, *matches], ""
        case Words(accepted=accepted):
            own = [("Answer", "100", cell(each)) for each in accepted]
            return "SA", [("InputBox", "1", "40"), *own], ""
    raise TypeError(f"{question.id}: no lines for it")


def _option(worth: str, option: Option) -> tuple[str, ...]:
    return "Option", worth, cell(option.text), "", cell(option.why)


def _feedback(found: Questions, question: Question) -> str:
    """Return what is said after any answer: what has no place beside an answer, and the point to keep."""
    reasons: list[str] = []
    if isinstance(question.task, Pairs):
        reasons = [
            f"{say('pair', prompt=each.text, answer=question.task.text(each.answer))}. {each.why}"
            for each in question.task.prompts
        ]
    elif isinstance(question.task, Words):
        reasons = [
            question.task.why,
            *(f"{', '.join(each.answers)}: {each.why}" for each in question.task.mistaken),
        ]
    way = question.paragraph.address or ""
    point = f"{say('learning_point')} {question.learning_point}"
    return " ".join(part for part in (*reasons, point, way, f"[{found.title}, {found.license.name}]") if part)


FORMAT = Format(
    name="brightspace",
    title="Brightspace CSV",
    suffix=".csv",
    sign='"NewQuestion"',
    use=(
        "For teachers with Brightspace (D2L): Quizzes, Question Library, Import, Upload a file. An import adds "
        "questions and never updates any."
    ),
    kept={
        "single-best-answer": "",
        "multiple-response": "",
        "ordering": "",
        "matching": "A wrong pair takes nothing off; the reasons stand together, after the answer.",
        "key-feature": "The limit to the picks is said and not kept, and harm is an ordinary wrong pick.",
        "short-answer": "Only the spellings that are listed count; the reasons stand together, after the answer.",
    },
    not_kept={
        "numeric": "asks for a number, and Brightspace's file has no such question",
        "case": "branches, and Brightspace's file has no such question",
    },
    write=write,
    deck=True,
)
