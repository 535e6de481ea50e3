"""What the front end takes, as JSON: the contract between the bank and a reader's screen."""

from typing import Literal, NotRequired, TypedDict


class ShownEvidence(TypedDict):
    """A study behind the answer."""

    text: str
    title: str
    detail: str
    source: str
    href: str | None


class ShownObjective(TypedDict):
    """The objective that the question tests: `number` counts from 1, as the chapter's head does."""

    number: int
    text: str


class ShownWay(TypedDict):
    """The way back; `text` is missing where nobody knows what the paragraph is called."""

    href: str
    text: NotRequired[str]


class ShownCommon(TypedDict):
    """What every question shows. `i` of `n` counts from 1; `digest` marks its present form."""

    id: str
    digest: str
    i: int
    n: int
    objective: ShownObjective
    bloom: str
    vignette: bool
    stem: str
    lead_in: str
    hint: NotRequired[str]
    learning_point: str
    evidence: list[ShownEvidence]
    back: ShownWay | None


class ShownOption(TypedDict):
    """An option as shown."""

    id: str
    text: str
    correct: bool
    rationale: str


class ShownChoice(ShownCommon):
    """A question with options; `pick` is 1 for a single best answer."""

    kind: Literal["single-best-answer", "multiple-response"]
    pick: int
    shuffle: bool
    options: list[ShownOption]


class ShownKeyOption(ShownOption):
    """An option that may do harm."""

    harmful: bool


class ShownKeyFeature(ShownCommon):
    """A question with options of which `at_most` may be picked."""

    kind: Literal["key-feature"]
    at_most: int
    shuffle: bool
    options: list[ShownKeyOption]


class ShownUnit(TypedDict):
    """A unit; `rationale` says why it is wrong."""

    id: str
    text: str
    rationale: str | None


class ShownNumeric(ShownCommon):
    """A question for a number: `value` within `tolerance`, in `unit`, one of `units`."""

    kind: Literal["numeric"]
    value: float
    tolerance: float
    unit: str
    units: list[ShownUnit]
    rationale: str


class ShownEntry(TypedDict):
    """One thing to put in its place."""

    id: str
    text: str
    rationale: str


class ShownOrdering(ShownCommon):
    """A question for an order; `entries` stand in the right one."""

    kind: Literal["ordering"]
    entries: list[ShownEntry]


class ShownPrompt(TypedDict):
    """One thing that needs its answer, named by id."""

    id: str
    text: str
    answer: str
    rationale: str


class ShownAnswer(TypedDict):
    """One line of a menu."""

    id: str
    text: str


class ShownMatching(ShownCommon):
    """A question whose prompts share one menu of answers."""

    kind: Literal["matching"]
    shuffle: bool
    prompts: list[ShownPrompt]
    answers: list[ShownAnswer]


class ShownMistaken(TypedDict):
    """Wrong answers that deserve a word."""

    id: str
    answers: list[str]
    rationale: str


class ShownShortAnswer(ShownCommon):
    """A question for a word or two; the first of `accepted` is the best spelling."""

    kind: Literal["short-answer"]
    accepted: list[str]
    rationale: str
    also: list[ShownMistaken]


class ShownMove(TypedDict):
    """One thing to do at a step; `worth` from -2 to 2, `next` the step it leads to."""

    id: str
    text: str
    consequence: str
    rationale: str
    worth: int
    next: str


class ShownStep(TypedDict):
    """One scene of a case; an end has no choices."""

    id: str
    text: str
    lead_in: str | None
    choices: list[ShownMove]
    end: bool


class ShownCase(ShownCommon):
    """A branching case."""

    kind: Literal["case"]
    shuffle: bool
    start: str
    steps: list[ShownStep]
    debrief: str


ShownItem = (
    ShownChoice
    | ShownKeyFeature
    | ShownNumeric
    | ShownOrdering
    | ShownMatching
    | ShownShortAnswer
    | ShownCase
)
"""A question of any kind."""


class ShownQuiz(TypedDict):
    """The questions of a chapter, as JSON."""

    chapter: str
    items: list[ShownItem]
