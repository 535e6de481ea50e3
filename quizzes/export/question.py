"""The questions as every format takes them: numbers filled in, text plain, each with its way back and its tags."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from quizzes.export.task import Case, Choices, Option, Task
from quizzes.strings import say


class License(NamedTuple):
    """Under what the questions may be used."""

    name: str
    address: str


LICENSE = License("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")


class Study(NamedTuple):
    """A number behind the answer: what was measured, in whom, and by whom."""

    title: str
    detail: str
    source: str


@dataclass(frozen=True)
class Paragraph:
    """The paragraph that teaches what is asked; `address` is None where `course.yml` names no site."""

    page: str
    label: str
    title: str
    """What stands at the head of its page."""
    address: str | None


@dataclass(frozen=True)
class Question:
    """A question, resolved. Its `id` is its identity in every format; `digest` changes with what is asked or its key.

    `how` is how it is answered, in the words of the page; it may be empty.
    """

    id: str
    digest: str
    kind: str
    bloom: str
    objective: str
    vignette: bool
    stem: str
    lead_in: str
    hint: str | None
    learning_point: str
    studies: tuple[Study, ...]
    paragraph: Paragraph
    written: str
    tags: tuple[tuple[str, ...], ...]
    """Each from the general to the particular, as in `("bloom", "apply")`; words of small letters, digits, hyphens."""
    task: Task | None
    address: str | None
    """Where the book asks it; None where `course.yml` names no site."""
    changed: str = ""
    """When it last changed, as 2026-11-29T00:00:00Z."""


@dataclass(frozen=True)
class Chapter:
    """The questions of a page, in their order; `test` is whether it is the pre-test or the final test."""

    name: str
    title: str
    test: bool
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Questions:
    """What is exported, with what every file says about it."""

    identity: str
    title: str
    authors: str
    year: str
    site: str | None
    chapters: tuple[Chapter, ...]
    license: License = LICENSE

    @property
    def credit(self) -> str:
        """Who made it and under what it may be used, in one line."""
        parts = (f"“{self.title}”", self.authors, self.year, self.license.name, self.license.address)
        return ", ".join((*parts, self.site) if self.site else parts)

    @property
    def day(self) -> str:
        """The newest day on which one of them changed, as year-month-day."""
        return max(question.changed for _, question in self.each())[:10]

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(len(chapter.questions) for chapter in self.chapters)

    def each(self) -> Iterable[tuple[Chapter, Question]]:
        """Yield every question with its chapter, in the order of the book."""
        return ((chapter, question) for chapter in self.chapters for question in chapter.questions)

    def only(self, wanted: Callable[[Chapter, Question], bool]) -> "Questions":
        """Return those that are wanted; a chapter of which none is, is left out."""
        kept = (
            replace(chapter, questions=tuple(each for each in chapter.questions if wanted(chapter, each)))
            for chapter in self.chapters
        )
        return replace(self, chapters=tuple(chapter for chapter in kept if chapter.questions))


def in_steps(found: Questions) -> Questions:
    """Return the questions with a case that no link can lead to as a question for each of its decisions.

    Right is the best choice of a step; what follows from a choice is its reason. The path is lost.
    """
    chapters = (
        replace(chapter, questions=tuple(step for each in chapter.questions for step in _steps(each)))
        for chapter in found.chapters
    )
    return replace(found, chapters=tuple(chapters))


def _steps(question: Question) -> Iterator[Question]:
    task = question.task
    if not isinstance(task, Case) or question.address is not None:
        yield question
        return
    for number, step in enumerate(task.steps, start=1):
        if not step.moves:
            continue
        best = max(move.worth for move in step.moves)
        options = (
            Option(move.id, move.text, move.worth == best, f"{move.consequence} {move.why}")
            for move in step.moves
        )
        yield replace(
            question,
            id=f"{question.id}.{step.id}",
            stem=f"{say('case_step', step=number)}. {question.stem} {step.text}",
            lead_in=step.lead_in or question.lead_in,
            task=Choices(tuple(options), 1, "", fixed=False),
        )
