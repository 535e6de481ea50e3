"""A question as a note of Anki: fields of static HTML, with no script and nothing that is loaded."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizzes.export.html import all_reasons, line, listed, paragraphs, reasons, source, studies, text
from quizzes.export.question import Chapter, Question, Questions
from quizzes.export.task import Case, Choices, Number, Order, Pairs, Step, Words
from quizzes.strings import say
from records.markup import Markup, as_made, join, tag

TYPE: dict[str, Any] = json.loads(Path(__file__).with_name("note_type.json").read_text("utf-8"))
"""Name and fields of the note type, which never change: Anki would make a second type beside the first, and update
no note any more. What comes later goes into the spare fields."""

FIELDS: tuple[str, ...] = tuple(TYPE["fields"])

ALONE = "On a card you judge your answer yourself; its back has the key and the reason of every option."
"""What a deck asks of its reader."""

KEPT = {
    "single-best-answer": "",
    "multiple-response": "",
    "numeric": "",
    "ordering": "",
    "matching": "",
    "key-feature": "",
    "short-answer": "",
    "case": "A card for each step: the path through the case and its score are lost.",
}
"""What is lost of each kind, beyond the judging."""


@dataclass(frozen=True)
class Note:
    """A note: what makes it the same in the next edition, its fields in the order of `FIELDS`, its tags."""

    identity: tuple[str, ...]
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    changed: str


def notes(found: Questions, question: Question) -> Iterator[Note]:
    """Yield the note of a question, or one for each step of a case."""
    task = question.task
    if isinstance(task, Case):
        for step in task.steps:
            if step.moves:
                yield _note(found, question, _step(step), step)
    elif task is not None:
        yield _note(found, question, _SIDES[type(task)](task))


def deck_name(found: Questions, chapter: Chapter | None = None) -> str:
    """Return the name of the course's deck, or of a chapter's below it; two colons would open a level of their own."""
    levels = (found.title, chapter.title) if chapter else (found.title,)
    return "::".join(level.replace("::", ":") for level in levels)


def front(note: Note) -> Markup:
    """Return the front of a card in one piece."""
    said = dict(zip(FIELDS, map(as_made, note.fields), strict=True))
    hint = tag("details", tag("summary", say("hint")), said["Hint"]) if said["Hint"] else None
    rows = (tag("div", said[field]) for field in ("Scene", "Stem", "Question", "How") if said[field])
    return join(*rows, said["Options"], hint)


def back(note: Note) -> Markup:
    """Return the back of a card in one piece, without the front."""
    said = dict(zip(FIELDS, map(as_made, note.fields), strict=True))
    point = tag("p", tag("b", say("learning_point")), " ", said["Point"])
    return join(
        said["Answer"],
        said["Reasons"],
        point,
        said["Studies"],
        tag("p", said["Source"]),
        tag("p", said["License"]),
    )


def tag_of(found: Questions, way: tuple[str, ...]) -> str:
    """Return a tag below the one root of the course, each level after two colons."""
    return "::".join((found.identity, *way))


@dataclass(frozen=True)
class _Sides:
    """What the front offers, and what the back says."""

    offered: Markup
    answer: Markup
    reasons: Markup
    how: str = ""


def _note(found: Questions, question: Question, sides: _Sides, step: Step | None = None) -> Note:
    said = {
        "Id": question.id if step is None else f"{question.id}/{step.id}",
        "Scene": text(say("vignette")) if question.vignette else "",
        "Stem": text(question.stem) if step is None else join(*paragraphs(question.stem, step.text)),
        "Question": text(question.lead_in if step is None else step.lead_in or ""),
        "How": text(sides.how),
        "Options": sides.offered,
        "Hint": text(question.hint or ""),
        "Answer": sides.answer,
        "Reasons": sides.reasons,
        "Point": text(question.learning_point),
        "Studies": studies(question),
        "Source": source(question),
        "License": text(found.credit),
    }
    tags = tuple(tag_of(found, way) for way in question.tags)
    identity = (found.identity, str(said["Id"]))
    return Note(identity, tuple(said.get(field, "") for field in FIELDS), tags, question.changed)


def _choices(task: Choices) -> _Sides:
    return _Sides(
        listed(*(option.text for option in task.options)),
        listed(*(option.text for option in task.keys), marks="none"),
        all_reasons(task),
        task.how,
    )


def _number(task: Number) -> _Sides:
    units = [unit.text for unit in task.units]
    offered = listed(*units, marks="none") if len(units) > 1 else line(f"{say('unit')}: {units[0]}")
    answer = say("number", value=f"{task.value:.15g}", unit=task.unit.text)
    return _Sides(offered, line(answer), all_reasons(task), task.how)


def _order(task: Order) -> _Sides:
    return _Sides(
        listed(*(entry.text for entry in task.mixed), marks="none"),
        listed(*(entry.text for entry in task.entries), marks="1"),
        all_reasons(task),
    )


def _pairs(task: Pairs) -> _Sides:
    offered = join(
        listed(*(prompt.text for prompt in task.prompts), marks="1"),
        listed(*(answer.text for answer in task.answers)),
    )
    pairs = [say("pair", prompt=each.text, answer=task.text(each.answer)) for each in task.prompts]
    return _Sides(
        offered,
        listed(*pairs, marks="1"),
        all_reasons(task),
        say("how_matching"),
    )


def _words(task: Words) -> _Sides:
    return _Sides(Markup(), line(task.accepted[0]), all_reasons(task))


def _step(step: Step) -> _Sides:
    best = max(move.worth for move in step.moves)
    rows = (
        (
            move.text,
            say("case_worth", worth=f"{move.worth:+d}".replace("-", "−") if move.worth else "0"),
            f"{move.consequence} {move.why}",
        )
        for move in step.moves
    )
    return _Sides(
        listed(*(move.text for move in step.moves)),
        listed(*(move.text for move in step.moves if move.worth == best), marks="none"),
        reasons(*rows),
    )


_SIDES: dict[type, Callable[[Any], _Sides]] = {
    Choices: _choices,
    Number: _number,
    Order: _order,
    Pairs: _pairs,
    Words: _words,
}
