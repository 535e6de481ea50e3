"""A question as the rules see it: texts with tokens filled in, and options if its kind has them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizzes.evidence import Cite, fill_tokens
from quizzes.kinds.item import Item


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
        How many options to pick; 1 if one is best, None if the question does not say how many are right.
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
"""A rule yields, in words, each way in which a question breaks it."""


def questions_of(item: Item, cite: Cite) -> Iterator[tuple[str, Question]]:
    """Yield (where, question) for what an item of any kind asks; `where` is empty except in the steps of a case."""
    for ask in item.asks():
        yield (
            ask.where,
            Question(
                stem=fill_tokens(ask.stem, cite),
                lead_in=fill_tokens(ask.lead_in, cite),
                options=tuple(Choice(fill_tokens(pick.text, cite), pick.correct) for pick in ask.options),
                pick=ask.to_pick,
                shuffle=ask.shuffle,
            ),
        )
