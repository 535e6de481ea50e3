"""A question as a note of Anki: fields of static HTML, with no script and nothing that is loaded."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
        "Scene": _text(say("vignette")) if question.vignette else "",
        "Stem": _text(question.stem) if step is None else join(*_paragraphs(question.stem, step.text)),
        "Question": _text(question.lead_in if step is None else step.lead_in or ""),
        "How": _text(sides.how),
        "Options": sides.offered,
        "Hint": _text(question.hint or ""),
        "Answer": sides.answer,
        "Reasons": sides.reasons,
        "Point": _text(question.learning_point),
        "Studies": _studies(question),
        "Source": _source(question),
        "License": _text(found.credit),
    }
    tags = tuple(tag_of(found, way) for way in question.tags)
    identity = (found.identity, str(said["Id"]))
    return Note(identity, tuple(said.get(field, "") for field in FIELDS), tags, question.changed)


def _choices(task: Choices) -> _Sides:
    return _Sides(
        _list(*(option.text for option in task.options)),
        _list(*(option.text for option in task.keys), marks="none"),
        _reasons(
            *((option.text, _mark(option.right, option.harmful), option.why) for option in task.options)
        ),
        task.how,
    )


def _number(task: Number) -> _Sides:
    how = say("tolerance", tolerance=f"{task.tolerance:.15g}") if task.tolerance else ""
    offered = _list(*(unit.text for unit in task.units), marks="none") if len(task.units) > 1 else Markup()
    answer = say("number", value=f"{task.value:.15g}", unit=task.unit.text)
    wrong = ((unit.text, _mark(False), unit.why) for unit in task.units if not unit.right)
    return _Sides(offered, _line(answer), _reasons((answer, _mark(True), task.why), *wrong), how)


def _order(task: Order) -> _Sides:
    return _Sides(
        _list(*(entry.text for entry in task.mixed), marks="none"),
        _list(*(entry.text for entry in task.entries), marks="1"),
        _reasons(
            *(
                (entry.text, say("place", place=place), entry.why)
                for place, entry in enumerate(task.entries, start=1)
            )
        ),
    )


def _pairs(task: Pairs) -> _Sides:
    offered = join(
        _list(*(prompt.text for prompt in task.prompts), marks="1"),
        _list(*(answer.text for answer in task.answers)),
    )
    said = [(say("pair", prompt=each.text, answer=task.text(each.answer)), each.why) for each in task.prompts]
    return _Sides(
        offered,
        _list(*(pair for pair, _ in said), marks="1"),
        _reasons(*((pair, _mark(True), why) for pair, why in said)),
        say("how_matching"),
    )


def _words(task: Words) -> _Sides:
    wrong = ((each.answers[0], _mark(False), each.why) for each in task.mistaken)
    return _Sides(
        Markup(), _line(task.accepted[0]), _reasons((task.accepted[0], _mark(True), task.why), *wrong)
    )


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
        _list(*(move.text for move in step.moves)),
        _list(*(move.text for move in step.moves if move.worth == best), marks="none"),
        _reasons(*rows),
    )


_SIDES: dict[type, Callable[[Any], _Sides]] = {
    Choices: _choices,
    Number: _number,
    Order: _order,
    Pairs: _pairs,
    Words: _words,
}


def _mark(right: bool, harmful: bool = False) -> str:
    return f"✓ {say('right_option')}" if right else f"✗ {say('harmful' if harmful else 'wrong_option')}"


def _list(*texts: str, marks: str = "A") -> Markup:
    """Return a list with letters, with numbers, or with neither."""
    rows = (tag("li", _text(text), dir="auto") for text in texts)
    return tag("ul", *rows) if marks == "none" else tag("ol", *rows, type=marks)


def _line(text: str) -> Markup:
    return tag("p", _text(text), dir="auto")


def _reasons(*rows: tuple[str, str, str]) -> Markup:
    return tag(
        "ul",
        *(
            tag("li", _text(text), " ", tag("b", mark), tag("br"), _text(why), dir="auto")
            for text, mark, why in rows
        ),
    )


def _studies(question: Question) -> Markup:
    rows = (
        tag("li", _text(" ".join(part for part in each if part)), dir="auto") for each in question.studies
    )
    return tag("ul", *rows) if question.studies else Markup()


def _source(question: Question) -> Markup:
    way = question.paragraph
    return tag("a", way.title, href=way.address) if way.address else _text(way.title)


def _paragraphs(*texts: str) -> Iterator[Markup]:
    return (tag("p", _text(text), dir="auto") for text in texts)


def _text(text: str) -> Markup:
    r"""Return text that Anki shows as it is: it takes `[sound:…]` for a recording and `\(` for the start of a formula.

    >>> _text("a < b [sound:x] \\(y")
    'a &lt; b &#91;sound:x] <span>\\</span>(y'
    """
    parts = (part for piece in text.split("\\") for part in (tag("span", "\\"), _plain(piece)))
    return join(*list(parts)[1:])


def _plain(text: str) -> Markup:
    return as_made(join(text).replace("[", "&#91;"))
