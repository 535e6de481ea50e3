"""Questions answered in a word or two, in any of the accepted spellings."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypedDict

from pydantic import Field

from quizzes.kinds.item import Item, Record
from quizzes.kinds.shown import ShownCommon
from records.place import Place
from records.text import Slug, Text, blank
from records.written import rows


def folded(text: str) -> str:
    """Return `text` as answers are compared: no case, accents, spaces or punctuation.

    Signs such as `+` stay. The front end folds in the same way, and judges (`judge.js` says the rule).

    >>> folded("  Naïve T-cells. "), folded("CD34+")
    ('naivetcells', 'cd34+')
    """
    decomposed = unicodedata.normalize("NFKD", text).upper().lower()
    return "".join(sign for sign in decomposed if unicodedata.category(sign)[0] not in "PZCM")


class Mistaken(Record):
    """Wrong answers that readers are likely to give, and why they are wrong."""

    id: Slug = Field(description="Unique in its question.", examples=["tfeb"])
    answers: tuple[Text, ...] = Field(min_length=1, description="Its spellings.", examples=[["TFEB"]])
    rationale: Text = Field(
        description="Why it is wrong; shown to every reader after checking.",
        examples=["Its neighbor in the family, rearranged in some renal tumors."],
    )


class ShortAnswer(Item):
    """A word or two. Case, accents, spaces and punctuation do not matter."""

    digested = frozenset({"also"})

    kind: Literal["short-answer"] = Field(description="How it is answered.")
    accepted: tuple[Text, ...] = Field(
        min_length=1, description="What is right, the best spelling first.", examples=[["MARB1::THB2"]]
    )
    rationale: Text = Field(
        description="Why it is right; shown to every reader after checking.",
        examples=["The unbalanced translocation joins the two."],
    )
    also: tuple[Mistaken, ...] = Field(default=(), description="Wrong answers that deserve a word.")

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield spellings that are empty once folded, and those that two answers share."""
        yield from super().faults(raw)
        seen: dict[str, str] = {}
        for place, text in _spellings(raw):
            short = folded(text)
            if not short:
                yield place, f"{text!r} has neither letter nor digit, so nothing could match it"
            elif short in seen:
                yield place, f"{text!r} reads like {seen[short]!r}, since case and punctuation do not matter"
            seen.setdefault(short, text)
        names: set[str] = set()
        for place_of, group in enumerate(rows(raw.get("also"))):
            name = group.get("id")
            if isinstance(name, str) and name in names:
                yield ("also", place_of, "id"), "is used twice in this question"
            names.add(str(name))


def _spellings(raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
    """Yield every answer as written that is a text with something in it, and where it stands."""
    places: list[tuple[Place, object]] = [(("accepted",), raw.get("accepted"))]
    places += [
        (("also", at, "answers"), group.get("answers")) for at, group in enumerate(rows(raw.get("also")))
    ]
    for place, texts in places:
        for text in texts if isinstance(texts, list | tuple) else ():
            if isinstance(text, str) and not blank(text):
                yield place, text


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
