"""A document for an exam office: each question with its key, every reason, its objective and where it is taught."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from quizzes.export.archive import unzipped, zipped
from quizzes.export.cell import how_many
from quizzes.export.format import Format
from quizzes.export.question import Question, Questions
from quizzes.export.task import Case, Choices, Number, Order, Pairs, Words
from quizzes.strings import say

if TYPE_CHECKING:
    from docx.document import Document as Docx

NOTICE = (
    "Questions for practice: their keys are public with the course, so they decide no grade by themselves."
)

Line = tuple[str, str]
"""A paragraph: what stands in bold before it, may be empty, and the text."""


def write(found: Questions) -> bytes:
    """Return the document: the same for the same questions, whatever the day."""
    from docx import Document  # a build whose questions stay as they are writes none

    made = Document()
    made.add_heading(found.title, 0)
    made.add_paragraph(found.credit)
    made.add_paragraph(NOTICE)
    number = 0
    for chapter in found.chapters:
        made.add_heading(chapter.title, 1)
        for question in chapter.questions:
            number += 1
            _add(made, question, number)
    said = made.core_properties
    said.title, said.author, said.comments, said.last_modified_by = (
        found.title,
        found.authors,
        found.credit,
        "",
    )
    said.created = said.modified = datetime.fromisoformat(found.day)
    target = io.BytesIO()
    made.save(target)
    return zipped(unzipped(target.getvalue()))


def _add(made: Docx, question: Question, number: int) -> None:
    made.add_heading(f"{number}. {question.id}", 2)
    if question.vignette:
        made.add_paragraph(say("vignette"))
    made.add_paragraph(question.stem)
    made.add_paragraph().add_run(question.lead_in).bold = True
    given, key, reasons = _PARTS[type(question.task)](question.task)
    for line in (how_many(question), *given):
        if line:
            made.add_paragraph(line)
    for name, text in (
        ("Key", key),
        *reasons,
        (say("learning_point").rstrip(":"), question.learning_point),
        ("Objective", f"{question.objective} ({say(f'bloom_{question.bloom}')})"),
        *(("Study", " ".join(part for part in study if part)) for study in question.studies),
        ("Taught in", _way(question)),
    ):
        paragraph = made.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(text)


def _way(question: Question) -> str:
    way = question.paragraph
    return f"{way.title}, {way.address}" if way.address else f"{way.title}, {way.label}"


Parts = tuple[Sequence[str], str, Sequence[Line]]
"""What stands under the question, its key, and the reasons."""


def _choices(task: Choices) -> Parts:
    letters = {option.id: letter for letter, option in zip(ascii_uppercase, task.options, strict=False)}
    given = [f"{letters[option.id]}. {option.text}" for option in task.options]
    reasons = [
        (f"{letters[option.id]}, {_judged(option.right, option.harmful)}", option.why)
        for option in task.options
    ]
    return given, ", ".join(letters[option.id] for option in task.keys), reasons


def _judged(right: bool, harmful: bool) -> str:
    return (say("right_option") if right else say("harmful") if harmful else say("wrong_option")).lower()


def _number(task: Number) -> Parts:
    off = f" ± {task.tolerance:g}" if task.tolerance else ""
    units = [say("units", units=", ".join(unit.text for unit in task.units))]
    wrong = [(unit.text, unit.why) for unit in task.units if not unit.right]
    return units, f"{task.value:g}{off} {task.unit.text}", [("Why", task.why), *wrong]


def _order(task: Order) -> Parts:
    letters = {entry.id: letter for letter, entry in zip(ascii_uppercase, task.mixed, strict=False)}
    given = [f"{letters[entry.id]}. {entry.text}" for entry in task.mixed]
    key = ", ".join(letters[entry.id] for entry in task.entries)
    return given, key, [(letters[entry.id], entry.why) for entry in task.entries]


def _pairs(task: Pairs) -> Parts:
    letters = {answer.id: letter for letter, answer in zip(ascii_uppercase, task.answers, strict=False)}
    prompts = [f"{place}. {prompt.text}" for place, prompt in enumerate(task.prompts, start=1)]
    answers = [f"{letters[answer.id]}. {answer.text}" for answer in task.answers]
    fits = [f"{place}{letters[prompt.answer]}" for place, prompt in enumerate(task.prompts, start=1)]
    reasons = [(fit, prompt.why) for fit, prompt in zip(fits, task.prompts, strict=True)]
    return [say("how_matching"), *prompts, *answers], ", ".join(fits), reasons


def _words(task: Words) -> Parts:
    wrong = [(", ".join(each.answers), each.why) for each in task.mistaken]
    return [], "; ".join(task.accepted), [("Why", task.why), *wrong]


def _case(task: Case) -> Parts:
    given = list(_steps(task))
    reasons = [
        (f"{step.id}, {move.text}", f"{move.why} ({move.worth:+d})")
        for step in task.steps
        for move in step.moves
    ]
    return given, task.debrief, reasons


def _steps(task: Case) -> Iterator[str]:
    numbers = {step.id: place for place, step in enumerate(task.steps, start=1)}
    for step in task.steps:
        yield f"{say('case_step', step=numbers[step.id])}. {step.text}"
        if step.lead_in:
            yield step.lead_in
        for letter, move in zip(ascii_uppercase, step.moves, strict=False):
            yield f"{letter}. {move.text} → {move.consequence} {say('case_on', step=numbers[move.next])}"
        if not step.moves:
            yield say("case_end")


_PARTS: dict[type, Callable[[Any], Parts]] = {
    Choices: _choices,
    Number: _number,
    Order: _order,
    Pairs: _pairs,
    Words: _words,
    Case: _case,
}

FORMAT = Format(
    name="exam-sheet",
    title="Document for an exam office",
    suffix=".docx",
    sign=NOTICE,
    use=(
        "For exam offices and reviewers: a Word document with key, reasons, objective and studies, to read, to print, "
        "or to paste into ExamSoft, Elentra or any other system."
    ),
    kept={
        "single-best-answer": "",
        "multiple-response": "",
        "numeric": "",
        "ordering": "",
        "matching": "",
        "key-feature": "",
        "short-answer": "",
        "case": "All steps are printed, with what follows from each choice: nobody is led.",
    },
    not_kept={},
    write=write,
    deck=True,
)
