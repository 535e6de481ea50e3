"""Questions of which a stated number of options is right."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StrictInt

from quizzes.kinds.options import Choice, ShownOption, keys
from quizzes.kinds.shown import ShownCommon
from records.place import Place
from records.written import rows


class MultipleResponse(Choice):
    """A stated number of options is right."""

    most: ClassVar[int] = 6

    kind: Literal["multiple-response"] = Field(description="How it is answered.")
    pick: Annotated[StrictInt, Field(ge=1)] = Field(
        description="How many to pick: as many as are correct. The reader is told.", examples=[2]
    )

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield faults of the options together, and a number to pick that does not fit them."""
        yield from super().faults(raw)
        right = keys(rows(raw.get("options")))
        if right and type(raw.get("pick")) is int and raw["pick"] != len(right):
            yield ("pick",), f"says {raw['pick']}, but {len(right)} options are correct ({', '.join(right)})"

    def to_pick(self) -> int:
        """Return how many to pick."""
        return self.pick


class ShownMultipleResponse(ShownCommon):
    """A question with options of which `pick` are to be picked."""

    kind: Literal["multiple-response"]
    pick: int
    shuffle: bool
    options: list[ShownOption]
