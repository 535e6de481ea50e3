"""Remission by year of publication: a curve, and so no forest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.axes import PERCENT
from outcomes.chart.panels import hover
from outcomes.chart.rows import COLUMNS, Row, source_keys, source_names
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

SERIES = ("poe-remission", "roe-remission", "doe-remission")


def remission_by_year(ledger: Ledger) -> go.Figure:
    """Draw remission within a year [%] by the year of its publication."""
    import plotly.graph_objects as go

    rows = [Row.of(ledger, name, theme.ALL_PATIENTS) for name in SERIES]
    years = [row.year for row in rows]
    figure = go.Figure()
    figure.update_layout(
        xaxis={"anchor": "y", "range": [2018.5, 2021.5], "tickvals": years, "zeroline": False},
        yaxis=PERCENT.layout(anchor="x", range=[0, 104]),
        margin={"l": 46, "r": 20, "t": 6, "b": 40},
    )
    figure.add_scatter(
        x=years, y=[row.value for row in rows], xaxis="x", yaxis="y", mode="lines+markers",
        line={"color": theme.ALL_PATIENTS, "width": 2},
        marker={"color": theme.ALL_PATIENTS, "symbol": "square", "size": 10},
        customdata=[row.id for row in rows], hovertext=[hover(row) for row in rows], hoverinfo="text",
    )  # fmt: skip
    for year, row in zip(years, rows, strict=True):
        figure.add_annotation(
            text=row.text,
            x=year,
            y=row.value,
            xref="x",
            yref="y",
            yanchor="bottom",
            yshift=7,
            showarrow=False,
        )
    words = theme.Words(
        finding="Remission is no steadier for being newer",
        summary="One point a series.",
        columns=("Series", *COLUMNS[1:]),
        rows=[row.cells() for row in rows],
        caption="Lines join points of other patients, and show nothing between them.",
        source_keys=source_keys(rows),
        sources=source_names(ledger, rows),
    )
    return theme.finish(figure, words, wide=260, narrow=260, narrow_layout={"margin.l": 42})
