"""What is asked and its key, in the six ways in which the other tools ask; every text is plain."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from quizzes.kinds.case.record import ShownCase
from quizzes.kinds.key_feature.record import ShownKeyFeature
from quizzes.kinds.matching.record import ShownMatching
from quizzes.kinds.multiple_response.record import ShownMultipleResponse
from quizzes.kinds.numeric.record import ShownNumeric
from quizzes.kinds.ordering.page import mixed
from quizzes.kinds.ordering.record import ShownOrdering
from quizzes.kinds.short_answer.record import ShownShortAnswer
from quizzes.kinds.single_best_answer.record import ShownSingleBestAnswer
from quizzes.strings import say


class Option(NamedTuple):
    """One thing to pick, and why it is right or wrong."""

    id: str
    text: str
    right: bool
    why: str
    harmful: bool = False


@dataclass(frozen=True)
class Choices:
    """Pick among options, `most` at the most; `how` says it in the words of the page, and is empty where one is best.

    `fixed` says that their order means something.
    """

    options: tuple[Option, ...]
    most: int
    how: str
    fixed: bool

    @property
    def keys(self) -> tuple[Option, ...]:
        """The options that are right."""
        return tuple(option for option in self.options if option.right)


class Unit(NamedTuple):
    """A unit to choose; `why` says why it is right or wrong."""

    id: str
    text: str
    right: bool
    why: str


@dataclass(frozen=True)
class Number:
    """Type a number, right within `tolerance` either way, and choose its unit; one unit alone is given.

    `how` says the tolerance in the words of the page, and is empty where there is none.
    """

    value: float
    tolerance: float
    units: tuple[Unit, ...]
    how: str
    why: str

    @property
    def unit(self) -> Unit:
        """The right unit."""
        return next(unit for unit in self.units if unit.right)


class Entry(NamedTuple):
    """One thing to put in its place, and why it belongs there."""

    id: str
    text: str
    why: str


@dataclass(frozen=True)
class Order:
    """Put entries into their order: `entries` stand in the right one, `mixed` in one that gives nothing away."""

    entries: tuple[Entry, ...]
    mixed: tuple[Entry, ...]


class Answer(NamedTuple):
    """One line of a menu."""

    id: str
    text: str


class Prompt(NamedTuple):
    """One thing that needs an answer of the menu, named by id, and why that one fits."""

    id: str
    text: str
    answer: str
    why: str


@dataclass(frozen=True)
class Pairs:
    """Choose for each prompt the answer that fits; one may fit several prompts, or none."""

    prompts: tuple[Prompt, ...]
    answers: tuple[Answer, ...]
    fixed: bool

    def text(self, answer: str) -> str:
        """Return the text of an answer by its id."""
        return next(each.text for each in self.answers if each.id == answer)


class Mistaken(NamedTuple):
    """Spellings of a wrong answer that deserves a word, and why it is wrong."""

    answers: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Words:
    """Type a word or two: any spelling of `accepted`, the best one first."""

    accepted: tuple[str, ...]
    why: str
    mistaken: tuple[Mistaken, ...]


class Move(NamedTuple):
    """One thing to do at a step, what comes of it, its worth from -2 to 2, and the step it leads to."""

    id: str
    text: str
    consequence: str
    why: str
    worth: int
    next: str


class Step(NamedTuple):
    """One scene: what is seen, what is to be decided, and the ways on; an end has none."""

    id: str
    text: str
    lead_in: str | None
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Case:
    """Decide step by step; the path counts as a share of the best."""

    start: str
    steps: tuple[Step, ...]
    debrief: str


Task = Choices | Number | Order | Pairs | Words | Case


def task(item: Mapping[str, Any]) -> Task | None:
    """Return the task of a question, given as the front end takes it; None for a kind that only the book knows."""
    made = _MADE.get(item["kind"])
    return made(item) if made else None


def _single(item: ShownSingleBestAnswer) -> Choices:
    return Choices(_options(item), 1, "", fixed=not item["shuffle"])


def _multiple(item: ShownMultipleResponse) -> Choices:
    return Choices(_options(item), item["pick"], say("pick", pick=item["pick"]), fixed=not item["shuffle"])


def _key_feature(item: ShownKeyFeature) -> Choices:
    return Choices(
        _options(item),
        item["at_most"],
        say("how_key_feature", pick=item["at_most"]),
        fixed=not item["shuffle"],
    )


def _options(item: ShownSingleBestAnswer | ShownMultipleResponse | ShownKeyFeature) -> tuple[Option, ...]:
    return tuple(
        Option(each["id"], each["text"], each["correct"], each["rationale"], bool(each.get("harmful")))
        for each in item["options"]
    )


def _number(item: ShownNumeric) -> Number:
    right = item["unit"]
    units = (
        Unit(each["id"], each["text"], each["id"] == right, each["rationale"] or "") for each in item["units"]
    )
    allowed = item["tolerance"]
    how = say("tolerance", tolerance=f"{allowed:.15g}") if allowed else ""
    return Number(item["value"], allowed, tuple(units), how, item["rationale"])


def _order(item: ShownOrdering) -> Order:
    entries = [Entry(each["id"], each["text"], each["rationale"]) for each in item["entries"]]
    by_id = {entry.id: entry for entry in entries}
    return Order(tuple(entries), tuple(by_id[each["id"]] for each in mixed(item)))


def _pairs(item: ShownMatching) -> Pairs:
    prompts = (
        Prompt(each["id"], each["text"], each["answer"], each["rationale"]) for each in item["prompts"]
    )
    answers = (Answer(each["id"], each["text"]) for each in item["answers"])
    return Pairs(tuple(prompts), tuple(answers), fixed=not item["shuffle"])


def _words(item: ShownShortAnswer) -> Words:
    mistaken = (Mistaken(tuple(each["answers"]), each["rationale"]) for each in item["also"])
    return Words(tuple(item["accepted"]), item["rationale"], tuple(mistaken))


def _case(item: ShownCase) -> Case:
    steps = (
        Step(
            step["id"],
            step["text"],
            step["lead_in"],
            tuple(
                Move(
                    each["id"],
                    each["text"],
                    each["consequence"],
                    each["rationale"],
                    each["worth"],
                    each["next"],
                )
                for each in step["choices"]
            ),
        )
        for step in item["steps"]
    )
    return Case(item["start"], tuple(steps), item["debrief"])


_MADE: dict[str, Callable[[Any], Task]] = {
    "single-best-answer": _single,
    "multiple-response": _multiple,
    "key-feature": _key_feature,
    "numeric": _number,
    "ordering": _order,
    "matching": _pairs,
    "short-answer": _words,
    "case": _case,
}
