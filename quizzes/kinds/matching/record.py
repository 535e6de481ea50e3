"""Questions answered by choosing for each prompt the answer that fits."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypedDict

from pydantic import Field, StrictBool

from quizzes.kinds.item import Item, Pick, Record
from quizzes.kinds.shown import ShownCommon
from records.place import Place
from records.text import Slug, Text
from records.written import repeated, rows


class Prompt(Record):
    """One thing that needs its answer."""

    id: Slug = Field(description="Unique in its question; answers are kept under it.", examples=["pas-d"])
    text: Text = Field(description="What stands before the menu.", examples=["PAS after diastase"])
    answer: Slug = Field(description="The answer that fits, by id.", examples=["crystals"])
    rationale: Text = Field(
        description="Why this answer fits; shown to every reader after checking.",
        examples=["Diastase removes glycogen; what stays stained are the crystals."],
    )


class Answer(Record):
    """One thing to choose."""

    id: Slug = Field(description="Unique in its question; answers are kept under it.", examples=["crystals"])
    text: Text = Field(description="What the menu says: a few words.", examples=["Rod-shaped crystals"])


class Matching(Item):
    """Prompts and a menu of answers; each prompt counts the same. An answer may fit several, or none."""

    kind: Literal["matching"] = Field(description="How it is answered.")
    shuffle: StrictBool = Field(
        default=True,
        description="Whether each reader sees the menu in another order; false where the order means something.",
    )
    prompts: tuple[Prompt, ...] = Field(
        min_length=2, max_length=8, description="What needs an answer, in order."
    )
    answers: tuple[Answer, ...] = Field(
        min_length=2, max_length=10, description="The menu, the same for every prompt."
    )

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield faults between prompts and answers."""
        yield from super().faults(raw)
        answers = [answer.get("id") for answer in rows(raw.get("answers"))]
        for part in ("prompts", "answers"):
            for field in ("id", "text"):
                for name in repeated([row.get(field) for row in rows(raw.get(part))]):
                    yield (part,), f"two {part} have the {field} {name!r}"
        prompts = raw.get("prompts")
        for place, prompt in enumerate(prompts if isinstance(prompts, list | tuple) else ()):
            wanted = prompt.get("answer") if isinstance(prompt, Mapping) else None
            if isinstance(wanted, str) and wanted not in answers:
                listed = ", ".join(str(name) for name in answers)
                yield ("prompts", place, "answer"), f"{wanted!r} is none of the answers ({listed})"

    def picks(self) -> list[Pick]:
        """Return every pair of a prompt and an answer."""
        return [
            Pick(f"{prompt.id}={answer.id}", f"{prompt.text}: {answer.text}", prompt.answer == answer.id)
            for prompt in self.prompts
            for answer in self.answers
        ]


class ShownPrompt(TypedDict):
    """One thing that needs its answer, named by id."""

    id: str
    text: str
    answer: str
    rationale: str


class ShownAnswer(TypedDict):
    """One line of a menu."""

    id: str
    text: str


class ShownMatching(ShownCommon):
    """A question whose prompts share one menu of answers."""

    kind: Literal["matching"]
    shuffle: bool
    prompts: list[ShownPrompt]
    answers: list[ShownAnswer]
