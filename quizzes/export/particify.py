"""A CSV for Particify (ARSnova), a question a line; the letters of the options are those on the projector."""

import csv
import io

from quizzes.export.cell import asked, cell, how_many
from quizzes.export.format import Format
from quizzes.export.projector import as_projected
from quizzes.export.question import Question, Questions
from quizzes.export.task import Choices

HEAD = ("format", "body", "additionalText", "options", "correctOptions", "multiple", "abstentionsAllowed")


def write(found: Questions) -> bytes:
    """Return the file; its head begins at the first byte, or Particify would not know its first column."""
    target = io.StringIO()
    lines = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    lines.writerow(HEAD)
    lines.writerows(_row(question, cell(found.credit)) for _, question in found.each())
    return target.getvalue().encode()


def _row(question: Question, credit: str) -> tuple[str, ...]:
    task = question.task
    if not isinstance(task, Choices):
        return "TEXT", asked(question), credit, "", "", "false", "true"
    options = [(cell(option.text), option.right) for option in as_projected(question)]
    every = "\n".join(text for text, _ in options)
    right = "\n".join(text for text, is_right in options if is_right)
    several = "false" if task.most == 1 else "true"
    return "CHOICE", asked(question, how_many(question)), credit, every, right, several, "false"


FORMAT = Format(
    name="particify",
    title="Particify CSV",
    suffix=".csv",
    sign='"abstentionsAllowed"',
    use=(
        "For lecturers who poll with Particify or ARSnova: in a room, import a series of questions. The options have "
        "the letters that they have on the projector page, which shows the reasons."
    ),
    kept={
        "single-best-answer": "The reasons are on the projector page.",
        "multiple-response": "The reasons are on the projector page.",
        "key-feature": "The limit to the picks is said and not kept, and harm is an ordinary wrong pick.",
        "short-answer": "An open question: Particify shows what was typed, and knows no right answer.",
    },
    not_kept={
        "numeric": "asks for a number, and every way to write it would be an answer of its own",
        "ordering": "asks for an order, and Particify's file has no such question",
        "matching": "asks for pairs, and Particify's file has no such question",
        "case": "branches: take it on the projector page, and let the room vote at each step",
    },
    write=write,
    deck=True,
)
