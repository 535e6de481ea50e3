"""How many responded: one panel, a row a study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, Row, rows_of, source_keys, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

STUDIES = ("doe-orr",)


def response(ledger: Ledger) -> go.Figure:
    """Draw the proportion [%] that responded, in each study."""
    panels = [Panel("Response", [Row.of(ledger, name, theme.ALL_PATIENTS) for name in STUDIES])]
    rows = rows_of(panels)
    words = theme.Words(
        finding="Few respond",
        summary="Response: " + ", ".join(f"{row.text} of {row.n}" for row in rows) + ".",
        columns=("What was counted", *COLUMNS),
        rows=table_of(panels),
        caption=f"An invented trial. {theme.EXACT}",
        intervals=theme.EXACT,
        source_keys=source_keys(rows),
    )
    return draw(panels, words)
