"""How many thumbs go cold again: a panel an endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, Row, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

CLASSES = {theme.ALL_PATIENTS: "Relapse", theme.KINASE: "Progression-free survival"}
PANELS = {
    "Relapse within a year of remission": {"poe-relapse": theme.ALL_PATIENTS},
    "Progression-free survival at 2 years": {"moe-pfs24": theme.KINASE},
}


def panels_of(ledger: Ledger) -> list[Panel]:
    """Return a panel for each endpoint."""
    return [
        Panel(measure, [Row.of(ledger, name, color) for name, color in rows.items()])
        for measure, rows in PANELS.items()
    ]


def cold_again(ledger: Ledger) -> go.Figure:
    """Draw relapse and progression-free survival [%], in a panel each."""
    panels = panels_of(ledger)
    rows = rows_of(panels)
    words = theme.Words(
        finding="Few thumbs go cold again",
        summary=f"Cold again: {rows[0].text} of {rows[0].n}.",
        columns=("Endpoint", *COLUMNS),
        rows=table_of(panels),
        caption=f"Two invented studies; panels must not be read across. {theme.REPORTED_OR_EXACT}",
        intervals=theme.REPORTED_OR_EXACT,
        source_keys=source_keys(rows),
        legend=CLASSES,
        sources=source_names(ledger, rows),
    )
    return draw(panels, words)
