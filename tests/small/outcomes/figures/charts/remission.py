"""How many thumbs warm up again: one panel, a row a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, Row, rows_of, source_keys, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

MEASURE = "Remission within a year, of all patients"


def remission(ledger: Ledger) -> go.Figure:
    """Draw the proportion [%] in remission within a year, in each series."""
    panels = [Panel(MEASURE, [Row.of(ledger, name, theme.ALL_PATIENTS) for name in ledger.estimates])]
    rows = rows_of(panels)
    words = theme.Words(
        finding="Most thumbs warm up again",
        summary="Remission within a year: " + ", ".join(f"{row.text} of {row.n}" for row in rows) + ".",
        columns=("What was counted", *COLUMNS),
        rows=table_of(panels),
        caption="Two invented series.",
        source_keys=source_keys(rows),
    )
    return draw(panels, words)
