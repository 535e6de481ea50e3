"""Survival over decades: one panel an endpoint, points joined only within a series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from outcomes.chart import theme
from outcomes.chart.axes import PERCENT
from outcomes.chart.panels import hover
from outcomes.chart.rows import COLUMNS, Row, source_keys, source_names
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

LOCALIZED, ALL = theme.LOCALIZED, theme.ALL_PATIENTS

# For each endpoint its series: name and estimates, each at the years of its measure.
PANELS: dict[str, list[tuple[str, str, dict[str, int]]]] = {
    "Survival, endpoint not named": [
        (
            "No metastases at first, 1923-1986",
            LOCALIZED,
            {"lieb-os2": 2, "lieb-os5": 5, "lieb-os10": 10, "lieb-os20": 20},
        )
    ],
    "Overall survival": [
        ("Italy, all stages", ALL, {"penn-os5": 5, "penn-os10": 10}),
        ("Children, Europe", ALL, {"orb-os10": 10}),
    ],
}
YEARS = (2, 5, 10, 15, 20)
HEIGHT, HEAD, FOOT = 190, 30, 50  # px of a panel, above it and below it


def long_curve(ledger: Ledger) -> go.Figure:
    """Draw survival [%] at the years [years] for which it was printed, in a panel for each endpoint."""
    import plotly.graph_objects as go

    figure = go.Figure()
    rows: list[tuple[str, str, Row]] = []
    inner = len(PANELS) * (HEAD + HEIGHT + FOOT)
    for number, (endpoint, series) in enumerate(PANELS.items()):
        suffix = "" if number == 0 else str(number + 1)
        top = number * (HEAD + HEIGHT + FOOT) + HEAD
        figure.update_layout(
            {
                f"xaxis{suffix}": {
                    "anchor": f"y{suffix}", "range": [0, 20.8], "tickvals": YEARS, "gridcolor": theme.GRID,
                    "zeroline": False, "fixedrange": True, "tickfont": {"color": theme.MUTED, "size": 12},
                    "title": {"text": "Years", "font": {"size": 12, "color": theme.MUTED}, "standoff": 6},
                },
                f"yaxis{suffix}": PERCENT.layout(
                    anchor=f"x{suffix}", domain=[1 - (top + HEIGHT) / inner, 1 - top / inner], range=[0, 104]
                ),
            }
        )  # fmt: skip
        figure.add_annotation(
            text=f"<b>{endpoint}</b>", x=0, xref=f"x{suffix} domain", xanchor="left",
            y=1, yref=f"y{suffix} domain", yanchor="bottom", yshift=8, showarrow=False,
        )  # fmt: skip
        for name, color, times in series:
            drawn = [Row.of(ledger, key, color, f"{name}, {years} years") for key, years in times.items()]
            rows += [(endpoint, name, row) for row in drawn]
            _series(figure, suffix, name, drawn, list(times.values()))
    figure.update_layout(margin={"l": 46, "r": 20, "t": 6, "b": 6})
    only = [row for _, _, row in rows]
    text = {row.id: row.text for row in only}
    changes: dict[str, Any] = {"margin.l": 42, "margin.r": 14}
    words = theme.Words(
        finding="Five years is not the end of the story: survival kept falling for two decades",
        summary=(
            f"In patients without metastases when first seen, 1923 to 1986, survival (endpoint not stated) was "
            f"{text['lieb-os2']} at two years, {text['lieb-os5']} at five, {text['lieb-os10']} at ten and "
            f"{text['lieb-os20']} at twenty."
        ),
        columns=("Endpoint", *COLUMNS),
        rows=[[endpoint, *row.cells()] for endpoint, _, row in rows],
        caption=(
            "Survival at the years for which a figure was printed. Straight lines join the points of one series and "
            "show nothing between them. No interval was printed, and a Kaplan-Meier percentage gets none from its n; "
            "the number of patients behind the longest series is not in its abstract. Patients, treatment and era "
            "differ."
        ),
        source_keys=source_keys(only),
        sources=source_names(ledger, only),
    )
    return theme.finish(figure, words, wide=inner + 12, narrow=inner + 12, narrow_layout=changes)


def _series(figure: go.Figure, suffix: str, name: str, rows: list[Row], years: list[int]) -> None:
    color = rows[0].color
    figure.add_scatter(
        x=years,
        y=[row.value for row in rows],
        xaxis=f"x{suffix}", yaxis=f"y{suffix}", mode="lines+markers",
        line={"color": color, "width": 2, "shape": "linear"},
        marker={"color": color, "symbol": theme.MARKERS[color], "size": 10},
        customdata=[row.id for row in rows],
        hovertext=[hover(row) for row in rows],
        hoverinfo="text",
        cliponaxis=False,
    )  # fmt: skip
    at = {"xref": f"x{suffix}", "yref": f"y{suffix}", "showarrow": False}
    for year, row in zip(years, rows, strict=True):
        figure.add_annotation(text=row.text, x=year, y=row.value, yanchor="bottom", yshift=7, **at)
    figure.add_annotation(
        text=name, x=years[-1], y=rows[-1].value, font={"color": theme.MUTED},
        **({"xanchor": "left", "xshift": 12} if years[-1] < YEARS[-1] else {"xanchor": "right", "yshift": -18}), **at,
    )  # fmt: skip
