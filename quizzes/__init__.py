"""Questions on a chapter, on a page and in a notebook: `quiz("marble-thumb")`.

What a class handed in is read by `cohort("folder")`.
"""

import importlib
from typing import TYPE_CHECKING, Any

from quizzes.authoring.load import BankFault, load_bank

if TYPE_CHECKING:
    from quizzes.cohorts.cohort import cohort
    from quizzes.notebook.widget import quiz

__all__ = ["BankFault", "cohort", "load_bank", "quiz"]

_LATE = {"cohort": "quizzes.cohorts.cohort", "quiz": "quizzes.notebook.widget"}
"""What takes half a second to import, and is imported when somebody asks for it."""


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import the widget, or what reads a class, when somebody asks for it, and not before."""
    if name in _LATE:
        return getattr(importlib.import_module(_LATE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
