"""What the front end takes, as JSON: the contract between the bank and a reader's screen."""

from typing import NotRequired, TypedDict


class ShownEvidence(TypedDict):
    """A study behind the answer."""

    text: str
    title: str
    detail: str
    source: str
    href: str | None


class ShownObjective(TypedDict):
    """The objective that the question tests; `number` counts from 1, as in the chapter's head."""

    number: int
    text: str


class ShownWay(TypedDict):
    """The way back; `text` is missing if the title of the paragraph is not known."""

    href: str
    text: NotRequired[str]


class ShownCommon(TypedDict):
    """What every question shows. `i` of `n` counts from 1; `digest` identifies its current form."""

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


class ShownItem(ShownCommon):
    """A question of any kind; what its kind adds stands with the kind."""

    kind: str


class ShownQuiz(TypedDict):
    """The questions of a chapter, as JSON."""

    chapter: str
    record: str
    """The name under which readers' answers are kept: that of the chapter, or one that it had before."""
    items: list[ShownItem]
