"""The bank of a chapter: its objectives and the questions that test them.

A new kind of question is a record of its own (see `choice`), named here in `AnyItem`.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field

from quizzes.choice import Choice, MultipleResponse, Option, SingleBestAnswer
from quizzes.item import Bloom, Item, Place, Record, Slug, Text, repeated

__all__ = ["AnyItem", "Bank", "Choice", "Item", "MultipleResponse", "Objective", "Option", "SingleBestAnswer"]

AnyItem = Annotated[SingleBestAnswer | MultipleResponse, Field(discriminator="kind")]
"""A question of any kind. The kinds are registered here."""

FEWEST_ITEMS = 2
"""Questions that each objective needs: one right answer may be luck."""


class Objective(Record):
    """What a reader can do after the chapter."""

    id: Slug = Field(description="Unique in the file.", examples=["endpoints"])
    text: Text = Field(
        description="One verb, one thing.",
        examples=["Tell overall, disease-specific and progression-free survival apart."],
    )
    bloom: Bloom = Field(description="Bloom's level of the verb.", examples=["understand"])


class Bank(Record):
    """The questions of one chapter, in the order in which they are asked."""

    chapter: Slug = Field(description="The chapter, and the file's name.", examples=["staging-and-prognosis"])
    objectives: tuple[Objective, ...] = Field(min_length=1, description="What the chapter teaches, in order.")
    items: tuple[AnyItem, ...] = Field(min_length=1, description="The questions, in order.")

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield what objectives and questions say of each other."""
        objectives, items = _entries(raw.get("objectives")), _entries(raw.get("items"))
        known = [objective.get("id") for _, objective in objectives]
        asked = [item.get("objective") for _, item in items]
        for name in repeated(known):
            yield ("objectives",), f"two objectives have the id {name!r}"
        for number, objective in objectives:
            own = objective.get("id")
            if isinstance(own, str) and asked.count(own) < FEWEST_ITEMS:
                what = f"is asked by {asked.count(own)}; each objective needs {FEWEST_ITEMS} at least"
                yield ("objectives", number, "items"), what
        seen: set[str] = set()
        for number, item in items:
            own, tests, chapter = item.get("id"), item.get("objective"), raw.get("chapter")
            if isinstance(own, str):
                if own in seen:
                    yield ("items", number, "id"), "is used twice in this file; ids are never reused"
                seen.add(own)
                if isinstance(chapter, str) and not own.startswith(f"{chapter}-"):
                    yield ("items", number, "id"), f"does not start with the chapter; write {chapter}-…"
            if isinstance(tests, str) and tests not in known:
                listed = ", ".join(str(name) for name in known)
                yield ("items", number, "objective"), f"{tests!r} is none of the objectives ({listed})"


def _entries(value: object) -> list[tuple[int, Mapping[Any, Any]]]:
    """Return the mappings of a list as written, each with its place in it."""
    if not isinstance(value, list | tuple):
        return []
    return [(number, row) for number, row in enumerate(value) if isinstance(row, Mapping)]
