"""A text with tabs that Blackboard uploads, a question a line: no header, no blank line, no reasons."""

import re

from quizzes.export.cell import asked, cell, how_many
from quizzes.export.format import Format
from quizzes.export.question import LICENSE, Question, Questions
from quizzes.export.task import Choices, Number, Order, Pairs, Words
from quizzes.strings import say

ANSWERS = 100
"""The most answers of one question."""
_MARKUP = re.compile(r"<[A-Za-z/!?]|&(#\w+|\w+);")


def write(found: Questions) -> bytes:
    """Return a line for each question; what it is and under what it may be used stands at the end of its text."""
    lines = ("\t".join(_row(question, _credit(found, question))) for _, question in found.each())
    return "".join(f"{line}\r\n" for line in lines).encode()


def fault(question: Question) -> str | None:
    """Return why Blackboard cannot take a question."""
    task = question.task
    if isinstance(task, Pairs):
        fitting = [prompt.answer for prompt in task.prompts]
        if len(set(fitting)) < len(fitting):
            return "lets one answer fit several prompts, and Blackboard pairs them one to one"
    row = _row(question, "")
    if len(row) > 2 * ANSWERS:
        return f"has more than {ANSWERS} answers"
    if found := next((each for each in map(_MARKUP.search, row) if each), None):
        return f"says {found[0]!r}, which Blackboard would take for markup"
    return None


def _credit(found: Questions, question: Question) -> str:
    return f"[{question.id}; {found.title}, {found.license.name}]"


def _row(question: Question, credit: str) -> list[str]:
    match question.task:
        case Choices() as task:
            one = task.most == 1
            answers = (
                part
                for option in task.options
                for part in (cell(option.text), "correct" if option.right else "incorrect")
            )
            return ["MC" if one else "MA", asked(question, how_many(question), credit), *answers]
        case Number() as task:
            unit = say("units", units=task.unit.text)
            return ["NUM", asked(question, unit, credit), f"{task.value:g}", f"{task.tolerance:g}"]
        case Order() as task:
            return ["ORD", asked(question, credit), *(cell(entry.text) for entry in task.entries)]
        case Pairs() as task:
            pairs = ((cell(prompt.text), cell(task.text(prompt.answer))) for prompt in task.prompts)
            return ["MAT", asked(question, credit), *(part for pair in pairs for part in pair)]
        case Words() as task:
            return ["FIB", asked(question, credit), *map(cell, task.accepted)]
    raise TypeError(f"{question.id}: no line for it")


NO_REASONS = "The reasons and the link to the book are lost."

FORMAT = Format(
    name="blackboard",
    title="Blackboard, text with tabs",
    suffix=".txt",
    sign=f", {LICENSE.name}]\t",
    use=(
        "For teachers with Blackboard: in a test or a pool, Upload questions. Blackboard advises no more than 250 "
        "questions at once, so take it by chapters. An upload adds questions and never updates any."
    ),
    kept={
        "single-best-answer": NO_REASONS,
        "multiple-response": NO_REASONS,
        "numeric": f"The unit is given with the question. {NO_REASONS}",
        "ordering": f"Only the Original course view takes it. {NO_REASONS}",
        "matching": f"Answers that fit no prompt are lost. {NO_REASONS}",
        "key-feature": f"The limit to the picks is said and not kept, and harm is an ordinary wrong pick. {NO_REASONS}",
        "short-answer": f"Only the spellings that are listed count. {NO_REASONS}",
    },
    not_kept={"case": "branches, and Blackboard's file has no such question"},
    write=write,
    fault=fault,
    deck=True,
)
