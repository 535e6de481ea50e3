"""Questions answered by putting entries into their order."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypedDict

from pydantic import Field

from quizzes.kinds.item import Item, Record
from quizzes.kinds.shown import ShownCommon
from records.place import Place
from records.text import Slug, Text
from records.written import repeated, rows


class Entry(Record):
    """One thing to put in its place."""

    id: Slug = Field(description="Unique in its question; answers are kept under it.", examples=["mri"])
    text: Text = Field(description="What the reader moves.", examples=["MRI of the mass"])
    rationale: Text = Field(
        description="Why it belongs where it does; shown to every reader after checking.",
        examples=["Before any needle: it shows the vessels and plans the path."],
    )


class Ordering(Item):
    """Entries to be put into the right order. Each pair in the right order counts, each other one takes off as much."""

    kind: Literal["ordering"] = Field(description="How it is answered.")
    entries: tuple[Entry, ...] = Field(
        min_length=3, max_length=8, description="In the right order; readers see another."
    )

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield entries that are the same."""
        yield from super().faults(raw)
        for field in ("id", "text"):
            for name in repeated([entry.get(field) for entry in rows(raw.get("entries"))]):
                yield ("entries",), f"two entries have the {field} {name!r}"


class ShownEntry(TypedDict):
    """One thing to put in its place."""

    id: str
    text: str
    rationale: str


class ShownOrdering(ShownCommon):
    """A question for an order; `entries` stand in the right one."""

    kind: Literal["ordering"]
    entries: list[ShownEntry]
