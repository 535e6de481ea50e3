"""Questions answered by picking among options: single best answer and multiple response."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt

from quizzes.kinds.item import Item, Place, Record, Slug, Text, repeated, rows


class Option(Record):
    """One thing to pick, with the reason why it is right or wrong."""

    digested = frozenset({"correct"})

    id: Slug = Field(description="Unique in its question; answers are kept under it.", examples=["dss"])
    text: Text = Field(
        description="What the reader picks.", examples=["Deaths from the sarcoma only, others censored"]
    )
    correct: StrictBool = Field(default=False, description="Whether picking it is right.")
    rationale: Text = Field(
        description="Why it is right or wrong; shown to every reader after checking.",
        examples=["Disease-specific survival: deaths from other causes do not count as events."],
    )


class Choice(Item):
    """A question with options."""

    fewest: ClassVar[int] = 3
    most: ClassVar[int]

    shuffle: StrictBool = Field(
        default=True,
        description="Whether each reader sees another order; false where the order means something.",
    )
    options: tuple[Option, ...] = Field(description="In logical order, each with its own rationale.")

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield what concerns the options together."""
        yield from super().faults(raw)
        if not isinstance(raw.get("options"), list | tuple):
            return
        options = rows(raw["options"])
        if not cls.fewest <= len(options) <= cls.most:
            yield ("options",), f"has {len(options)} options; {cls.fewest} to {cls.most} are allowed"
        for name in repeated([option.get("id") for option in options]):
            yield ("options",), f"two options have the id {name!r}"
        for text in repeated([option.get("text") for option in options]):
            yield ("options",), f"two options read {text!r}"
        if not keys(options):
            yield ("options",), "no option is correct; mark one with `correct: true`"


def keys(options: list[Mapping[Any, Any]]) -> list[str]:
    """Return the ids of the options, as written, that are marked correct."""
    return [str(option.get("id")) for option in options if option.get("correct") is True]


class SingleBestAnswer(Choice):
    """One option is best; the others are plausible and wrong."""

    most: ClassVar[int] = 5

    kind: Literal["single-best-answer"] = Field(description="How it is answered.")

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield what concerns the options together, and a second key."""
        yield from super().faults(raw)
        right = keys(rows(raw.get("options")))
        if len(right) > 1:
            yield ("options",), f"{len(right)} options are correct ({', '.join(right)}); a best answer is one"

    def shown(self, said: dict[str, Any]) -> dict[str, Any]:
        """Return what the front end takes: one is to be picked."""
        return {**said, "pick": 1}


class MultipleResponse(Choice):
    """A stated number of options is right."""

    most: ClassVar[int] = 6

    kind: Literal["multiple-response"] = Field(description="How it is answered.")
    pick: Annotated[StrictInt, Field(ge=1)] = Field(
        description="How many to pick: as many as are correct. The reader is told.", examples=[2]
    )

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield what concerns the options together, and a number to pick that is not theirs."""
        yield from super().faults(raw)
        right = keys(rows(raw.get("options")))
        if right and type(raw.get("pick")) is int and raw["pick"] != len(right):
            yield ("pick",), f"says {raw['pick']}, but {len(right)} options are correct ({', '.join(right)})"
