"""Key-feature questions: the few decisions on which a case turns, with a cap on picks."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt

from quizzes.kinds.options import Choice, Option, ShownOption, keys
from quizzes.kinds.shown import ShownCommon
from records.place import Place
from records.written import rows


class KeyOption(Option):
    """An option that may do harm."""

    digested = Option.digested | {"harmful"}

    harmful: StrictBool = Field(
        default=False, description="Whether picking it would harm the patient: the question then counts 0."
    )


class KeyFeature(Choice):
    """A case, and more options than may be picked. How many are right is not said."""

    fewest: ClassVar[int] = 4
    most: ClassVar[int] = 15

    kind: Literal["key-feature"] = Field(description="How it is answered.")
    at_most: Annotated[StrictInt, Field(ge=1)] = Field(
        description="How many may be picked: as many as are correct, or more. The reader is told.",
        examples=[3],
    )
    options: tuple[KeyOption, ...] = Field(description="In logical order, each with its own rationale.")

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield faults of the options together, and a cap that does not fit them."""
        yield from super().faults(raw)
        options = rows(raw.get("options"))
        right, cap = keys(options), raw.get("at_most")
        if type(cap) is int and cap < len(right):
            yield ("at_most",), f"says {cap}, but {len(right)} options are correct ({', '.join(right)})"
        if type(cap) is int and options and cap >= len(options):
            yield ("at_most",), f"says {cap} of {len(options)} options: a cap that caps nothing"
        for place, option in enumerate(raw["options"] if options else ()):
            if (
                isinstance(option, Mapping)
                and option.get("harmful") is True
                and option.get("correct") is True
            ):
                yield ("options", place, "harmful"), "is set on an option that is correct"

    def to_pick(self) -> None:
        """Return None: the question does not say how many are right."""
        return


class ShownKeyOption(ShownOption):
    """An option that may do harm."""

    harmful: bool


class ShownKeyFeature(ShownCommon):
    """A question with options of which `at_most` may be picked."""

    kind: Literal["key-feature"]
    at_most: int
    shuffle: bool
    options: list[ShownKeyOption]
