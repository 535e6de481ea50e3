"""Questions of which one option is best."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field

from quizzes.kinds.options import Choice, ShownOption, keys
from quizzes.kinds.shown import ShownCommon
from records.place import Place
from records.written import rows


class SingleBestAnswer(Choice):
    """One option is best; the others are plausible and wrong."""

    most: ClassVar[int] = 5

    kind: Literal["single-best-answer"] = Field(description="How it is answered.")

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield faults of the options together, and a second key."""
        yield from super().faults(raw)
        right = keys(rows(raw.get("options")))
        if len(right) > 1:
            yield ("options",), f"{len(right)} options are correct ({', '.join(right)}); a best answer is one"

    def shown(self, resolved: dict[str, Any]) -> dict[str, Any]:
        """Return what the front end takes: one is to be picked."""
        return {**resolved, "pick": 1}

    def sole_key(self) -> str:
        """Return the best option."""
        return next(option.id for option in self.options if option.correct)


class ShownSingleBestAnswer(ShownCommon):
    """A question with options of which one is to be picked."""

    kind: Literal["single-best-answer"]
    pick: int
    shuffle: bool
    options: list[ShownOption]
