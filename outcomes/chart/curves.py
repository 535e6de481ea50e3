"""Survival at the years for which a figure was printed, and under each year how many patients were left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from outcomes.chart import theme
from outcomes.chart.axes import PERCENT
from outcomes.chart.panels import hover
from outcomes.chart.rows import COMPUTED, Row, signs_in
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT, HEAD, FOOT = 220, 30, 50  # px of a panel, above it and below it
LINE, TO_LEFT = 16, 50  # px for a line of those left, and from the foot of a panel down to the first
NOT_PRINTED = "–"


@dataclass(frozen=True)
class Series:
    """One group of patients: its survival by year, and how many were still at risk.

    `survival` holds ids of estimates by year, `left` those of the numbers at risk that the ledger has. At year 0 the
    number is the n of the estimates; any other year without one is drawn as not printed, and never as a number.
    """

    name: str
    color: str
    survival: Mapping[int, str]
    left: Mapping[int, str] = field(default_factory=dict)

    def rows(self, ledger: Ledger) -> list[Row]:
        """Return a row for each year; raises as `Row.of` does."""
        return [
            Row.of(ledger, key, self.color, f"{self.name}, {years} years")
            for years, key in self.survival.items()
        ]


def draw(
    ledger: Ledger, panels: Mapping[str, Sequence[Series]], years: Sequence[int], words: theme.Words
) -> go.Figure:
    """Draw the survival [%] of each series in the panel of its endpoint, and those left [patients] under it.

    Parameters
    ----------
    panels
        The series of each endpoint: nothing else may share an axis.
    years
        What the axis names, from 0 on.

    Raises
    ------
    ValueError
        If those left are no number of patients.
    """
    import plotly.graph_objects as go

    figure = go.Figure()
    feet = [FOOT + LINE * (1 + 2 * len(series)) for series in panels.values()]
    inner = len(panels) * (HEAD + HEIGHT) + sum(feet)
    top = HEAD
    for number, ((endpoint, series), foot) in enumerate(zip(panels.items(), feet, strict=True)):
        suffix = "" if number == 0 else str(number + 1)
        figure.update_layout(
            {
                f"xaxis{suffix}": {
                    "anchor": f"y{suffix}", "range": [0, 1.04 * years[-1]], "tickvals": list(years),
                    "gridcolor": theme.GRID, "zeroline": False, "fixedrange": True,
                    "tickfont": {"color": theme.MUTED, "size": 12},
                    "title": {"text": "Years", "font": {"size": 12, "color": theme.MUTED}, "standoff": 6},
                },
                f"yaxis{suffix}": PERCENT.layout(
                    anchor=f"x{suffix}", domain=[1 - (top + HEIGHT) / inner, 1 - top / inner], range=[0, 110]
                ),
            }
        )  # fmt: skip
        figure.add_annotation(
            text=f"<b>{endpoint}</b>", x=0, xref=f"x{suffix} domain", xanchor="left",
            y=1, yref=f"y{suffix} domain", yanchor="bottom", yshift=8, showarrow=False,
        )  # fmt: skip
        for one in series:
            _curve(figure, suffix, one, one.rows(ledger), ends=years[-1])
        _left(figure, suffix, ledger, series, years)
        top += HEIGHT + foot + HEAD
    figure.update_layout(margin={"l": 46, "r": 20, "t": 6, "b": 6})
    said = " ".join(note.text for note in figure.layout.annotations)
    signs = [*words.signs, f"{NOT_PRINTED} patients left: not printed", *signs_in(said)]
    words = replace(words, signs=signs)
    changes: dict[str, Any] = {"margin.l": 42, "margin.r": 14}
    return theme.finish(figure, words, wide=inner + 12, narrow=inner + 12, narrow_layout=changes)


def _curve(figure: go.Figure, suffix: str, series: Series, rows: list[Row], *, ends: int) -> None:
    color, years = series.color, list(series.survival)
    figure.add_scatter(
        x=years,
        y=[row.value for row in rows],
        xaxis=f"x{suffix}", yaxis=f"y{suffix}", mode="lines+markers",
        line={"color": color, "width": 2, "shape": "linear"},
        marker={
            "color": color,
            "symbol": theme.MARKERS[color],
            "size": 10,
        },
        customdata=[row.id for row in rows],
        hovertext=[hover(row) for row in rows],
        hoverinfo="text",
        cliponaxis=False,
    )  # fmt: skip
    at = {"xref": f"x{suffix}", "yref": f"y{suffix}", "showarrow": False}
    for year, row in zip(years, rows, strict=True):
        figure.add_annotation(text=row.text + row.sign, x=year, y=row.value, yanchor="bottom", yshift=7, **at)
    figure.add_annotation(
        text=series.name, x=years[-1], y=rows[-1].value, font={"color": theme.MUTED},
        **({"xanchor": "left", "xshift": 12} if years[-1] < ends else {"xanchor": "right", "yshift": -18}), **at,
    )  # fmt: skip


def _left(
    figure: go.Figure, suffix: str, ledger: Ledger, series: Sequence[Series], years: Sequence[int]
) -> None:
    """Write who was left: a heading, and for each series its name and, under each year, the number."""
    at = {"y": 0, "yref": f"y{suffix} domain", "yanchor": "middle", "showarrow": False}
    start = {"x": 0, "xref": f"x{suffix} domain", "xanchor": "left"}
    down = TO_LEFT
    figure.add_annotation(text="<b>Patients left</b>", yshift=-down, **start, **at)
    for one in series:
        down += LINE
        figure.add_annotation(text=one.name, yshift=-down, font={"color": theme.MUTED}, **start, **at)
        down += LINE
        for year in years:
            figure.add_annotation(
                text=_counted(ledger, one, year), x=year, xref=f"x{suffix}", yshift=-down, **at
            )


def _counted(ledger: Ledger, series: Series, year: int) -> str:
    if year == 0:
        n = ledger.quantities[next(iter(series.survival.values()))].n
        return NOT_PRINTED if n is None else str(n)
    if (key := series.left.get(year)) is None:
        return NOT_PRINTED
    quantity = ledger.quantities[key]
    if quantity.unit != "patients" or quantity.value is None:
        raise ValueError(f"{key}: those left are a number of patients, and not {quantity.unit}")
    return f"{quantity.value:g}{COMPUTED if quantity.processing == 'computed' else ''}"
