"""What a kind of question brings with it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from quizzes.kinds.item import Item
from records.markup import Markup


@dataclass(frozen=True)
class Kind:
    """A kind of question.

    Attributes
    ----------
    record : type of Item
        What an author writes, with its rules.
    shown : type
        What the front end takes (a `TypedDict`).
    form, answer : callable
        From a question as shown to HTML, for a page with scripts off: what it is answered in, and the key with
        the reason of everything that could be answered.
    """

    record: type[Item]
    shown: type
    form: Callable[[Any], Markup]
    answer: Callable[[Any], Markup]

    @property
    def name(self) -> str:
        """What a bank calls it: `single-best-answer`."""
        return str(get_args(self.record.model_fields["kind"].annotation)[0])
