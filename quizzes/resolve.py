"""From an authored bank to what a reader's screen takes: every number spoken, every link known."""

import hashlib
import json
from collections.abc import Callable
from typing import NamedTuple, NotRequired, TypedDict

from quizzes.evidence import Cite, spoken
from quizzes.model import AnyItem, Bank, MultipleResponse, SingleBestAnswer


class Way(NamedTuple):
    """A way to a paragraph."""

    href: str
    text: str = ""
    """What the paragraph or its heading is called; may be empty."""


class ShownOption(TypedDict):
    """An option as shown."""

    id: str
    text: str
    correct: bool
    rationale: str


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
    kind: str
    i: int
    n: int
    objective: ShownObjective
    bloom: str
    vignette: bool
    stem: str
    lead_in: str
    learning_point: str
    evidence: list[ShownEvidence]
    back: ShownWay | None


class ShownItem(ShownCommon):
    """A question with options as the front end takes it; `pick` is 1 for a single best answer."""

    pick: int
    shuffle: bool
    options: list[ShownOption]


class ShownQuiz(TypedDict):
    """The questions of a chapter, as JSON."""

    chapter: str
    items: list[ShownItem]


def no_link(_: str) -> None:
    """Know no link: for places where the other pages are not at hand, such as a kernel."""


def resolve(
    bank: Bank,
    *,
    cite: Cite,
    evidence_href: Callable[[str], str | None] = no_link,
    paragraph_way: Callable[[str], Way | None] = no_link,
) -> ShownQuiz:
    """Return a bank as plain data that can be written as JSON.

    Parameters
    ----------
    bank : Bank
        The questions of a chapter.
    cite : Cite
        Who resolves evidence (see `quizzes.evidence.resolver`).
    evidence_href : callable
        From an id of evidence to the address of its record, None where there is none.
    paragraph_way : callable
        From a label to the address and name of the paragraph, None where there is none.

    Raises
    ------
    KeyError
        If `cite` does not know an id.
    """
    numbers = {objective.id: number for number, objective in enumerate(bank.objectives, start=1)}
    texts = {objective.id: spoken(objective.text, cite) for objective in bank.objectives}
    items: list[ShownItem] = []
    for i, item in enumerate(bank.items, start=1):
        common: ShownCommon = {
            "id": item.id,
            "digest": digest(item),
            "kind": item.kind,
            "i": i,
            "n": len(bank.items),
            "objective": {"number": numbers[item.objective], "text": texts[item.objective]},
            "bloom": item.bloom,
            "vignette": item.vignette,
            "stem": spoken(item.stem, cite),
            "lead_in": spoken(item.lead_in, cite),
            "learning_point": spoken(item.learning_point, cite),
            "evidence": [_evidence(name, cite, evidence_href) for name in item.evidence],
            "back": _way(paragraph_way(item.paragraph)),
        }
        items.append(_choice(item, common, cite))
    return {"chapter": bank.chapter, "items": items}


def digest(item: AnyItem) -> str:
    """Return a short digest of what is asked: a kept answer holds as long as it stays the same.

    A question that asks something else, or has another key, is another question. Its reasons, its links
    and its date are not part of the digest: a better explanation costs no reader an answer.
    """
    asked = item.model_dump(
        mode="json",
        include={"id", "kind", "stem", "lead_in", "pick", "options"},
        exclude={"options": {"__all__": {"rationale"}}},
    )
    written = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:12]


def _choice(item: SingleBestAnswer | MultipleResponse, common: ShownCommon, cite: Cite) -> ShownItem:
    """Add what a question with options shows."""
    return {
        **common,
        "pick": item.pick if isinstance(item, MultipleResponse) else 1,
        "shuffle": item.shuffle,
        "options": [
            {
                "id": option.id,
                "text": spoken(option.text, cite),
                "correct": option.correct,
                "rationale": spoken(option.rationale, cite),
            }
            for option in item.options
        ],
    }


def _evidence(name: str, cite: Cite, href: Callable[[str], str | None]) -> ShownEvidence:
    """Return the study behind a number."""
    said = cite(name)
    return {
        "text": said.text,
        "title": said.title,
        "detail": said.detail,
        "source": said.source,
        "href": href(name),
    }


def _way(way: Way | None) -> ShownWay | None:
    """Return a way as data."""
    if way is None:
        return None
    return {"href": way.href, "text": way.text} if way.text else {"href": way.href}
