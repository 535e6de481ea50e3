"""From an authored bank to what the front end takes: every token filled in, every link resolved."""

import hashlib
import json
import re
import textwrap
from collections.abc import Callable
from itertools import takewhile
from typing import Any, NamedTuple, cast

from quizzes.authoring.bank import Bank
from quizzes.evidence import Cite, fill_tokens
from quizzes.kinds.item import Item
from quizzes.kinds.shown import ShownCommon, ShownEvidence, ShownItem, ShownQuiz, ShownWay

DETAIL = 220
"""The most shown about a study under an answer [characters]; its row of the ledger, a tap away, has the rest."""
_END = re.compile(r"(?<=[.;]) ")


class Way(NamedTuple):
    """A link to a paragraph."""

    href: str
    text: str = ""
    """The title of the paragraph or its heading; may be empty."""


def no_link(_: str) -> None:
    """Return no link: where the other pages are not at hand, as in a kernel, evidence has no address."""


def no_way(chapter: str, label: str) -> None:
    """Return no way back to the paragraph, in the same places."""


def resolve(
    bank: Bank,
    *,
    cite: Cite,
    evidence_href: Callable[[str], str | None] = no_link,
    paragraph_way: Callable[[str, str], Way | None] = no_way,
) -> ShownQuiz:
    """Return a bank as plain data that can be written as JSON.

    Parameters
    ----------
    bank : Bank
        The questions of a chapter.
    cite : Cite
        The resolver of evidence (see `quizzes.evidence.resolver`).
    evidence_href : callable
        From an id of evidence to the address of its record, None where there is none.
    paragraph_way : callable
        From a chapter and a label in it to the address and name of the paragraph, None where there is none.

    Raises
    ------
    KeyError
        If `cite` does not know an id.
    """
    numbers = {objective.id: number for number, objective in enumerate(bank.objectives, start=1)}
    texts = {objective.id: fill_tokens(objective.text, cite) for objective in bank.objectives}
    items: list[ShownItem] = []
    for i, item in enumerate(bank.items, start=1):
        common: ShownCommon = {
            "id": item.id,
            "digest": digest(item, cite),
            "i": i,
            "n": len(bank.items),
            "objective": {"number": numbers[item.objective], "text": texts[item.objective]},
            "bloom": item.bloom,
            "vignette": item.vignette,
            "stem": fill_tokens(item.stem, cite),
            "lead_in": fill_tokens(item.lead_in, cite),
            "learning_point": fill_tokens(item.learning_point, cite),
            "evidence": _without_repeats([_evidence(name, cite, evidence_href) for name in item.evidence]),
            "back": _way(paragraph_way(item.home(bank.chapter), item.paragraph)),
        }
        if item.hint is not None:
            common["hint"] = fill_tokens(item.hint, cite)
        own = item.shown(_filled(item.own(), cite))
        items.append(cast(ShownItem, {**common, **own}))
    return {"chapter": bank.chapter, "record": bank.record, "items": items}


def digest(item: Item, cite: Cite) -> str:
    """Return a digest of what is asked, 12 hexadecimal digits: a kept answer counts as long as it stays the same.

    A question that asks something else, or has another key, is another question. Its reasons, its links
    and its date are not part of the digest: a better explanation costs no reader an answer.

    Raises
    ------
    KeyError
        If `cite` does not know an id in the question.
    """
    written = json.dumps(item.identity(cite), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:12]


def _filled(value: Any, cite: Cite) -> Any:  # noqa: ANN401
    """Return plain data with every token in its texts filled in."""
    if isinstance(value, str):
        return fill_tokens(value, cite)
    if isinstance(value, dict):
        return {field: _filled(inner, cite) for field, inner in value.items()}
    return [_filled(inner, cite) for inner in value] if isinstance(value, list) else value


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


def _brief(sentences: list[str]) -> str:
    """Cut to `DETAIL` characters: the ledger's statement goes first, the number of patients never."""
    said = " ".join(sentences)
    if len(said) <= DETAIL:
        return said
    counted = next((at for at, sentence in enumerate(sentences) if "n = " in sentence), len(sentences))
    last = " ".join(sentences[counted:])
    room = DETAIL - len(last) - 1
    first = textwrap.shorten(" ".join(sentences[:counted]), room, placeholder="…") if room > 1 else ""
    return " ".join(part for part in (first, last) if part)


def _without_repeats(shown: list[ShownEvidence]) -> list[ShownEvidence]:
    """Leave out what the previous study already said in the same words, but never the number of patients."""
    before: list[str] = []
    once: list[ShownEvidence] = []
    for study in shown:
        sentences = _END.split(study["detail"])
        same = takewhile(
            lambda pair: pair[0] == pair[1] and "n = " not in pair[0], zip(sentences, before, strict=False)
        )
        once.append({**study, "detail": _brief(sentences[len(list(same)) :])})
        before = sentences
    return once


def _way(way: Way | None) -> ShownWay | None:
    """Return a way as data."""
    if way is None:
        return None
    return {"href": way.href, "text": way.text} if way.text else {"href": way.href}
