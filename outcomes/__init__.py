"""The evidence ledger: what the studies found, and where each figure was read.

`ledger()` gives the records, `cite("<id>")` one number as it stands in a sentence. Charts and intervals are
imported when they are first asked for, so that a page without them does not pay for plotly or scipy.
"""

import importlib
from typing import TYPE_CHECKING, Any

from outcomes.load import LedgerFault, ledger, load_ledger
from outcomes.model import Ledger
from outcomes.phrase import Citation, cite

if TYPE_CHECKING:
    from outcomes.charts.metastatic_at_presentation import metastatic_at_presentation
    from outcomes.charts.metastatic_sites import metastatic_sites
    from outcomes.charts.survival_by_stage import survival_by_stage
    from outcomes.measures import clopper_pearson, wilson

__all__ = [
    "Citation",
    "Ledger",
    "LedgerFault",
    "cite",
    "clopper_pearson",
    "ledger",
    "load_ledger",
    "metastatic_at_presentation",
    "metastatic_sites",
    "survival_by_stage",
    "wilson",
]

_LATE = {
    "clopper_pearson": "outcomes.measures",
    "wilson": "outcomes.measures",
    "metastatic_at_presentation": "outcomes.charts.metastatic_at_presentation",
    "metastatic_sites": "outcomes.charts.metastatic_sites",
    "survival_by_stage": "outcomes.charts.survival_by_stage",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module exports
    if name in _LATE:
        return getattr(importlib.import_module(_LATE[name]), name)
    raise AttributeError(f"module 'outcomes' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
