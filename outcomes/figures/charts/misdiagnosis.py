"""How often it was first taken for something benign or vascular: one panel a way of counting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

ALL = theme.ALL_PATIENTS

# Who mistook it, and at which step, differs; so only first impressions share an axis.
PANELS = {
    "First assumed to be benign, of all patients": {
        "misdx-ozturk": ("Any benign lesion, Türkiye", ALL),
        "misdx-cho-benign": ("Other benign tumor, Korea", ALL),
        "misdx-cho-heman": ("Hemangioma, Korea", ALL),
    },
    "Read as a vascular malformation on imaging before surgery, of all patients": {
        "misdx-pennac": ("Surgical center, Italy", ALL),
    },
    "Embolized as a presumed vascular malformation, of patients under 25": {
        "misdx-kayton": ("Young patients, USA", ALL),
    },
}


def misdiagnosis(ledger: Ledger) -> go.Figure:
    """Draw the proportion [%] taken for a benign or vascular lesion, in a panel for each way of counting."""
    panels = [Panel.named(ledger, measure, group) for measure, group in PANELS.items()]
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="In each series found, some of these sarcomas were first taken for a benign or vascular lesion",
        summary=(
            f"From {row['misdx-kayton'].counted}, embolized as a vascular malformation, to "
            f"{row['misdx-ozturk'].counted}, first assumed benign; with so few patients every interval is wide."
        ),
        columns=("What was counted", *COLUMNS),
        rows=table_of(panels),
        caption=(
            "Proportion of patients in retrospective series from single centers. The two Korean rows are different "
            "patients of one series. Area of a point grows with n. "
            f"{theme.EXACT} Do not read across panels: each counts a different mistake."
        ),
        intervals=theme.EXACT,
        source_keys=source_keys(rows),
        sources=source_names(ledger, rows),
    )
    return draw(panels, words)
