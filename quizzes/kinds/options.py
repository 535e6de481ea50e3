"""Questions answered by picking among options: what their kinds share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal, TypedDict

from pydantic import Field, StrictBool

from quizzes.kinds.item import Ask, Item, Pick, Record
from quizzes.kinds.reasons import RIGHT, WRONG, reason, reasons
from records.markup import Markup, join, tag
from records.place import Place
from records.text import Slug, Text
from records.written import repeated, rows


class Option(Record):
    """One thing to pick, with the reason why it is right or wrong."""

    digested = frozenset({"correct"})

    id: Slug = Field(description="Unique in its question; answers are kept under it.", examples=["dss"])
    text: Text = Field(
        description="What the reader picks.", examples=["Deaths from the disease only, others censored"]
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
        """Yield faults of the options together."""
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

    def picks(self) -> list[Pick]:
        """Return the options."""
        return [Pick(option.id, option.text, option.correct) for option in self.options]

    def asks(self) -> Iterator[Ask]:
        """Yield what is asked, with its options."""
        yield Ask("", self.stem, self.lead_in, tuple(self.picks()), self.to_pick(), self.shuffle)

    def to_pick(self) -> int | None:
        """Return how many options are to be picked, None if the question does not say."""
        return 1


def keys(options: list[Mapping[Any, Any]]) -> list[str]:
    """Return the ids of the options, as written, that are marked correct."""
    return [str(option.get("id")) for option in options if option.get("correct") is True]


class ShownOption(TypedDict):
    """An option as shown."""

    id: str
    text: str
    correct: bool
    rationale: str


def option_row(name: str, text: str, form: Literal["radio", "checkbox"]) -> Markup:
    """Return an option as a row to pick; `name` is what tells it from those of another question."""
    pick = tag("input", type=form, name=name)
    return tag("label", pick, tag("span", text, class_="text", dir="auto"), class_="option")


def option_rows(name: str, texts: Iterable[str], form: Literal["radio", "checkbox"]) -> Markup:
    """Return options as rows to pick from, each with room for what rules it out."""
    return join(*(tag("div", option_row(name, text, form), class_="ruled") for text in texts))


def option_reasons(options: Sequence[ShownOption]) -> Markup:
    """Return every option with its reason."""
    return reasons(
        reason(option["text"], RIGHT if option["correct"] else WRONG, option["rationale"])
        for option in options
    )
