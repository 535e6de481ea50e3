"""Questions on a chapter, on a page and in a notebook: `quiz("staging-and-prognosis")`."""

from typing import TYPE_CHECKING, Any

from quizzes.faults import BankFault
from quizzes.load import load_bank

if TYPE_CHECKING:
    from quizzes.widget import quiz

__all__ = ["BankFault", "load_bank", "quiz"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import the widget when somebody asks for it, and not before: it takes half a second."""
    if name == "quiz":
        from quizzes.widget import quiz

        return quiz
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
