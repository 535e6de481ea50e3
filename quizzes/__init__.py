"""Questions about a chapter, on a page or in a notebook: `quiz("marble-thumb")`.

`cohort("folder")` reads what a class handed in.
"""

import importlib
from typing import TYPE_CHECKING, Any

from quizzes.authoring.load import BankFault, load_bank

if TYPE_CHECKING:
    from quizzes.cohorts.cohort import cohort
    from quizzes.notebook.widget import quiz

__all__ = ["BankFault", "cohort", "load_bank", "quiz"]

_LATE = {"cohort": "quizzes.cohorts.cohort", "quiz": "quizzes.notebook.widget"}
"""These take half a second to import, so they are imported on first use."""


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import the widget, or the code that reads a class, on first use."""
    if name in _LATE:
        return getattr(importlib.import_module(_LATE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
