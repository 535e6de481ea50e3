"""The bank of a chapter: its objectives and the questions that test them."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import Field

from quizzes.kinds.item import Aim, Bloom, Record
from quizzes.kinds.register import AnyItem
from records.place import Place
from records.text import Slug, Text
from records.written import repeated

FEWEST_ITEMS = 2
"""How many questions each objective needs: a single right answer may be luck."""


class Objective(Record):
    """What a reader can do after the chapter."""

    id: Aim = Field(description="Unique in the file; short.", examples=["endpoints"])
    text: Text = Field(
        description="One verb, one thing.",
        examples=["Tell overall, disease-specific and progression-free survival apart."],
    )
    bloom: Bloom = Field(description="Bloom's level of the verb.", examples=["understand"])


class Bank(Record):
    """The questions of one chapter, in the order in which they are asked."""

    chapter: Slug = Field(description="The chapter, and the file's name.", examples=["marble-thumb"])
    kept_as: Slug | None = Field(
        default=None,
        description="What the chapter was called before, where readers already have answers under that name.",
    )
    objectives: tuple[Objective, ...] = Field(
        default=(),
        description="What the chapter teaches, in order. A test has none of its own: its questions borrow them.",
    )
    items: tuple[AnyItem, ...] = Field(min_length=1, description="The questions, in order.")
    lint: dict[Slug, Text] = Field(
        default={},
        description="Rules on the questions together that this chapter breaks with good reason: rule and reason.",
    )

    @property
    def record(self) -> str:
        """The name under which readers' answers are kept, which outlives that of the page."""
        return self.kept_as or self.chapter

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield faults between objectives and questions."""
        objectives, items = _entries(raw.get("objectives")), _entries(raw.get("items"))
        known = [objective.get("id") for _, objective in objectives]
        asked = [item.get("objective") for _, item in items]
        if not objectives and not any(isinstance(name, str) and "/" in name for name in asked):
            yield ("objectives",), "there are none, and no question borrows one as `<chapter>/<id>`"
        for name in repeated(known):
            yield ("objectives",), f"two objectives have the id {name!r}"
        for number, objective in objectives:
            own = objective.get("id")
            if isinstance(own, str) and "/" in own:
                yield ("objectives", number, "id"), "names another chapter; only questions borrow objectives"
            elif isinstance(own, str) and asked.count(own) < FEWEST_ITEMS:
                what = f"is tested by {asked.count(own)}; each objective needs at least {FEWEST_ITEMS}"
                yield ("objectives", number, "items"), what
        seen: set[str] = set()
        for number, item in items:
            own, tests = item.get("id"), item.get("objective")
            named = [name for name in (raw.get("chapter"), raw.get("kept_as")) if isinstance(name, str)]
            if isinstance(own, str):
                if own in seen:
                    yield ("items", number, "id"), "is used twice in this file; ids are never reused"
                seen.add(own)
                if named and not own.startswith(tuple(f"{name}-" for name in named)):
                    yield ("items", number, "id"), f"does not start with the chapter; write {named[0]}-…"
            if isinstance(tests, str) and "/" not in tests and tests not in known:
                listed = ", ".join(str(name) for name in known)
                yield ("items", number, "objective"), f"{tests!r} is none of the objectives ({listed})"


def _entries(value: object) -> list[tuple[int, Mapping[Any, Any]]]:
    """Return the mappings of a list as written, each with its place in it."""
    if not isinstance(value, list | tuple):
        return []
    return [(number, row) for number, row in enumerate(value) if isinstance(row, Mapping)]
