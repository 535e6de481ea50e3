"""A question as its rules see it: spoken texts, and options where its kind has them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizzes.authoring.bank import AnyItem
from quizzes.evidence import Cite, spoken


@dataclass(frozen=True)
class Choice:
    """An option: its text as the reader sees it, and whether it is right."""

    text: str
    correct: bool = False


@dataclass(frozen=True)
class Question:
    """A question as a reader meets it; `options` is empty where its kind has none.

    Attributes
    ----------
    pick : int or None
        How many options to pick; 1 where one is best, None where the reader is not told how many are right.
    shuffle : bool
        Whether each reader sees another order.
    """

    stem: str
    lead_in: str
    options: tuple[Choice, ...] = ()
    pick: int | None = 1
    shuffle: bool = True

    @property
    def keys(self) -> list[str]:
        """The texts of the right options."""
        return [option.text for option in self.options if option.correct]

    @property
    def others(self) -> list[str]:
        """The texts of the wrong options."""
        return [option.text for option in self.options if not option.correct]

    @property
    def texts(self) -> list[str]:
        """The texts of all options, as written."""
        return [option.text for option in self.options]


Rule = Callable[[Question], Iterator[str]]
"""What a rule is: it yields, in words, each place where a question breaks it."""


def asked(item: AnyItem, cite: Cite) -> Iterator[tuple[str, Question]]:
    """Yield (where, question) for what an item asks, whatever its kind; `where` is empty but in the steps of a case."""
    # Other kinds may call something an option that is neither right nor wrong.
    options = [option for option in getattr(item, "options", ()) if hasattr(option, "correct")]
    yield (
        "",
        Question(
            stem=spoken(item.stem, cite),
            lead_in=spoken(item.lead_in, cite),
            options=tuple(Choice(spoken(option.text, cite), option.correct) for option in options),
            pick=getattr(item, "pick", None if hasattr(item, "at_most") else 1),
            shuffle=getattr(item, "shuffle", True),
        ),
    )
    for step in getattr(item, "steps", ()):
        best = max((choice.worth for choice in step.choices), default=0)
        if step.lead_in is not None:
            moves = (Choice(spoken(move.text, cite), move.worth == best) for move in step.choices)
            stem, lead_in = spoken(step.text, cite), spoken(step.lead_in, cite)
            yield f"step {step.id}: ", Question(stem, lead_in, tuple(moves), pick=None)
