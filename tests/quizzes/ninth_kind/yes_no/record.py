"""Questions answered by yes or no."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pydantic import Field, StrictBool

from quizzes.kinds.item import Ask, Item, Pick
from quizzes.kinds.shown import ShownCommon
from records.place import Place
from records.text import Text


class YesNo(Item):
    """A question that yes or no answers."""

    kind: Literal["yes-no"] = Field(description="How it is answered.")
    holds: StrictBool = Field(description="Whether the answer is yes.")
    rationale: Text = Field(description="Why; shown to every reader after checking.")

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield a question that cannot be answered so."""
        yield from super().faults(raw)
        if isinstance(raw.get("lead_in"), str) and not raw["lead_in"].endswith("?"):
            yield ("lead_in",), "is no question; end it with a question mark"

    def picks(self) -> list[Pick]:
        """Return yes and no."""
        return [Pick("yes", "Yes", self.holds), Pick("no", "No", not self.holds)]

    def sole_key(self) -> str:
        """Return the right one of the two."""
        return "yes" if self.holds else "no"

    def asks(self) -> Iterator[Ask]:
        """Yield the question with its two answers."""
        yield Ask("", self.stem, self.lead_in, tuple(self.picks()), 1, shuffle=False)


class ShownYesNo(ShownCommon):
    """A question that yes or no answers."""

    kind: Literal["yes-no"]
    holds: bool
    rationale: str
