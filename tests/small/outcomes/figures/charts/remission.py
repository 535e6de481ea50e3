"""How many thumbs warm up again: one panel, a row a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, Row, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

CLASSES = {theme.ALL_PATIENTS: "Untreated", theme.KINASE: "With a mitten", theme.ADDED: "Added in memory"}
SERIES = {
    "doe-remission": theme.ALL_PATIENTS,
    "poe-remission": theme.ALL_PATIENTS,
    "roe-remission": theme.ALL_PATIENTS,
    "moe-remission": theme.KINASE,
}


def panels_of(ledger: Ledger) -> list[Panel]:
    """Return the one panel, and before it one of what was added in memory."""
    rows = [Row.of(ledger, name, color) for name, color in SERIES.items()]
    added = [Row.of(ledger, name, theme.ADDED) for name in ledger.added]
    panels = [Panel("Remission within a year, of all patients", rows)]
    return [Panel("Added in memory, not of the ledger", added), *panels] if added else panels


def remission(ledger: Ledger) -> go.Figure:
    """Draw the proportion [%] in remission within a year, in each series."""
    panels = panels_of(ledger)
    rows = rows_of(panels)
    words = theme.Words(
        finding="Most thumbs warm up again",
        summary="Remission within a year: " + ", ".join(f"{row.text} of {row.n}" for row in rows) + ".",
        columns=("What was counted", *COLUMNS),
        rows=table_of(panels),
        caption=f"Four invented series. {theme.EXACT}",
        intervals=theme.EXACT,
        source_keys=source_keys(rows),
        legend={row.color: CLASSES[row.color] for row in rows},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words)
