"""The evidence ledger: what the studies found, and where each figure was read.

`ledger()` gives the records, `cite("<id>")` one number as printed in a sentence, `table()` the estimates as a data
frame; `with_study` adds a study in memory and `explore` adds controls to the charts. Charts, drawings and intervals
are imported on first use, so that a page without them does not pay for plotly.
"""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from outcomes.load import LedgerFault, ledger, load_ledger, with_study
from outcomes.model import Ledger
from outcomes.phrase import Citation, cite

if TYPE_CHECKING:
    from outcomes.explorer.widget import interval_explorer
    from outcomes.intervals import clopper_pearson, rule_of_three, wilson
    from outcomes.notebook.controls import explore
    from outcomes.notebook.data_frame import table

FIGURES = Path(__file__).parent / "figures"
CHARTS, DRAWINGS = (
    tuple(sorted(path.stem for path in (FIGURES / kind).glob("[!_]*.py"))) for kind in ("charts", "drawings")
)
"""The charts and the drawings of the course, each a function with the name of its module."""

_LATE = {
    "clopper_pearson": "outcomes.intervals",
    "interval_explorer": "outcomes.explorer.widget",
    "rule_of_three": "outcomes.intervals",
    "wilson": "outcomes.intervals",
    "explore": "outcomes.notebook.controls",
    "table": "outcomes.notebook.data_frame",
    **{chart: f"outcomes.figures.charts.{chart}" for chart in CHARTS},
    **{drawing: f"outcomes.figures.drawings.{drawing}" for drawing in DRAWINGS},
}

__all__ = [
    "Citation",
    "Ledger",
    "LedgerFault",
    "cite",
    "clopper_pearson",
    "explore",
    "interval_explorer",
    "ledger",
    "load_ledger",
    "rule_of_three",
    "table",
    "wilson",
    "with_study",
]
__all__.extend((*CHARTS, *DRAWINGS))


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module exports
    if name in _LATE:
        return getattr(importlib.import_module(_LATE[name]), name)
    raise AttributeError(f"module 'outcomes' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
