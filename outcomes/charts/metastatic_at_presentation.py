"""How many have metastases when they are first seen: one row a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.charts import theme
from outcomes.charts.panels import draw
from outcomes.charts.rows import COLUMNS, Panel, Row, source_keys, source_names
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

# Fourteen series in fifteen rows: the French one reports two age groups.
SERIES = (
    "m1-aiims", "m1-fuji", "m1-spinnato", "m1-ogose", "m1-portera", "m1-seer20", "m1-seer16",
    "m1-s2012", "m1-hagerty", "m1-flores", "m1-netsarc-child", "m1-netsarc-ya", "m1-pennac", "m1-orbach", "m1-cws",
)  # fmt: skip


def metastatic_at_presentation(ledger: Ledger) -> go.Figure:
    """Draw the proportion [%] with metastases at presentation in each series, highest first."""
    rows = [Row.of(ledger, name, theme.METASTATIC) for name in SERIES]
    rows.sort(key=lambda row: -row.value)
    highest, lowest = rows[0], rows[-1]
    keys = source_keys(rows)
    words = theme.Words(
        finding="How many are metastatic at presentation depends on who is counting",
        summary=(
            f"Across {len(keys)} series the share runs from {lowest.text} ({lowest.label}) to {highest.text} "
            f"({highest.label}). Whom a series admits, and whom it counts, moves the figure."
        ),
        columns=COLUMNS,
        rows=[row.cells() for row in rows],
        caption=(
            "Proportion of patients with metastases at presentation. Area of a point grows with n; lines are exact "
            "95% intervals computed from the counts (Clopper-Pearson); a point without a line has no printed count. "
            "The two SEER series overlap, and the later one counts only cases of known stage. "
            + source_names(ledger, rows)
        ),
        source_keys=keys,
    )
    return draw([Panel("Metastatic at presentation", rows)], words)
