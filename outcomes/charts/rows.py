"""Rows of estimates with intervals, in panels: one axis for what may share one, another panel for what may not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from outcomes.charts import theme
from outcomes.measures import clopper_pearson
from outcomes.model import Estimate, Ledger
from outcomes.phrase import cite

if TYPE_CHECKING:
    import plotly.graph_objects as go

ROW_WIDE, ROW_NARROW = 36, 50  # px; a narrow row has its label above its point
FOOT, LINE, GAP = 40, 16, 14  # px below a panel, for each line of what it measures, and between panels
MEASURE_CHARACTERS = 42  # what fits under a drawing at 360 px
LABELS_WIDE, VALUES_WIDE = 238, 124  # px beside the drawing


@dataclass(frozen=True)
class Row:
    """One estimate as it is drawn.

    `value`, `low` and `high` in percent; bounds are `None` where no interval was reported and none can be
    computed, for a percentage without its count has no exact interval.
    """

    label: str
    value: float
    low: float | None
    high: float | None
    interval: str
    n: int | None
    colour: str
    estimate: Estimate

    @classmethod
    def of(cls, estimate: Estimate, colour: str, label: str | None = None) -> Row:
        """Return the row of a proportion; the interval as reported, else exact from events and n.

        Raises
        ------
        ValueError
            If the estimate is no percentage or is kept off charts.
        """
        if estimate.unit != "%" or estimate.value is None or estimate.off_charts is not None:
            raise ValueError(f"{estimate.id}: only a percentage that is not kept off charts can be a row")
        low = high = None
        how = "not reported, no count to compute it from"
        reported = estimate.interval
        if reported is not None and reported.low is not None and reported.high is not None:
            low, high, how = reported.low, reported.high, f"{reported.level:g}%, reported"
        elif estimate.events is not None and estimate.n is not None:
            bounds = clopper_pearson(estimate.events, estimate.n)
            low, high, how = 100 * bounds[0], 100 * bounds[1], "95%, computed (Clopper-Pearson)"
        label = label or estimate.label or estimate.population
        return cls(label, float(estimate.value), low, high, how, estimate.n, colour, estimate)

    @property
    def text(self) -> str:
        """Return the value as a sentence prints it: `72%`."""
        return cite(f"{self.estimate.id} value").text

    @property
    def bounds(self) -> str:
        """Return the interval in words: `63-79%`, or a dash."""
        return "–" if self.low is None or self.high is None else f"{self.low:.0f}-{self.high:.0f}%"

    def cells(self) -> list[str]:
        """Return the row of the data table; see `COLUMNS`."""
        estimate = self.estimate
        return [
            self.label,
            self.text,
            "–" if estimate.events is None or estimate.n is None else f"{estimate.events} of {estimate.n}",
            "–" if self.n is None else str(self.n),
            self.bounds,
            self.interval,
            cite(estimate.id).source,
        ]


COLUMNS = ("Series", "Value", "Count", "n", "Interval", "Interval from", "Source")


@dataclass(frozen=True)
class Panel:
    """Rows that may share an axis, and what that axis measures."""

    measure: str
    rows: Sequence[Row]

    @property
    def lines(self) -> list[str]:
        """Return the measure in lines that fit under a narrow drawing."""
        return wrap(self.measure, MEASURE_CHARACTERS)


def draw(panels: Sequence[Panel], words: theme.Words) -> go.Figure:
    """Draw the panels under each other, each with an axis of its own from 0 to 100%.

    Raises
    ------
    ValueError
        If there is nothing to draw.
    """
    import plotly.graph_objects as go

    if not panels or not all(panel.rows for panel in panels):
        raise ValueError("a chart needs panels, and each panel rows")
    figure = go.Figure()
    for number, panel in enumerate(panels, start=1):
        for colour, rows in groupby(
            sorted(panel.rows, key=lambda row: row.colour), key=lambda row: row.colour
        ):
            figure.add_trace(_trace(panel, list(rows), colour, number))
    wide, narrow = _Geometry(panels, ROW_WIDE), _Geometry(panels, ROW_NARROW)
    changes: dict[str, Any] = {"margin.l": 10, "margin.r": 14}
    for number, panel in enumerate(panels, start=1):
        suffix = "" if number == 1 else str(number)
        figure.update_layout(
            {
                f"xaxis{suffix}": theme.percent_axis(
                    anchor=f"y{suffix}",
                    title={
                        "text": "<br>".join(panel.lines),
                        "font": {"size": 12, "color": theme.MUTED},
                        "standoff": 6,
                    },
                ),
                f"yaxis{suffix}": {
                    "anchor": f"x{suffix}",
                    "domain": wide.domains[number - 1],
                    "range": [len(panel.rows) - 0.5, -0.5],
                    "visible": False,
                    "fixedrange": True,
                },
            }
        )
        changes[f"yaxis{suffix}.domain"] = narrow.domains[number - 1]
        # With its label above it, a row needs more room on top than below.
        changes[f"yaxis{suffix}.range"] = [len(panel.rows) - 0.6, -0.75]
        for place, row in enumerate(panel.rows):
            _label(figure, changes, suffix, place, row)
    figure.update_layout(margin={"l": LABELS_WIDE, "r": VALUES_WIDE, "t": 6, "b": 6})
    return theme.finish(figure, words, wide=wide.height, narrow=narrow.height, narrow_layout=changes)


def _trace(panel: Panel, rows: list[Row], colour: str, number: int) -> go.Scatter:
    import plotly.graph_objects as go

    suffix = "" if number == 1 else str(number)
    return go.Scatter(
        x=[row.value for row in rows],
        y=[list(panel.rows).index(row) for row in rows],
        xaxis=f"x{suffix}",
        yaxis=f"y{suffix}",
        mode="markers",
        marker={
            "color": colour,
            # Hollow where there is no interval to draw, so that a missing line is not read as a narrow one.
            "symbol": [theme.MARKERS[colour] + ("-open" if row.low is None else "") for row in rows],
            "opacity": 1,
            "size": [theme.marker_size(row.n) for row in rows],
            "line": {"width": 2, "color": colour},
        },
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [0.0 if row.high is None else row.high - row.value for row in rows],
            "arrayminus": [0.0 if row.low is None else row.value - row.low for row in rows],
            "color": colour,
            "thickness": 2,
            "width": 0,
        },
        hovertext=[_hover(row) for row in rows],
        hoverinfo="text",
        cliponaxis=False,
    )


def _hover(row: Row) -> str:
    citation = cite(row.estimate.id)
    return f"<b>{row.label}</b><br>{citation.text}<br>Interval: {row.bounds} ({row.interval})<br>{citation.source}"


def _label(figure: go.Figure, changes: dict[str, Any], suffix: str, place: int, row: Row) -> None:
    first, estimate = len(figure.layout.annotations), row.estimate
    at = {"xref": f"x{suffix} domain", "yref": f"y{suffix}", "y": place, "showarrow": False}
    figure.add_annotation(text=row.label, x=0, xanchor="right", xshift=-12, **at)
    figure.add_annotation(
        text=row.text if estimate.events is None else f"{row.text} ({estimate.events}/{estimate.n})",
        x=1, xanchor="left", xshift=12, font={"color": theme.MUTED}, **at,
    )  # fmt: skip
    for number, anchor in ((first, "left"), (first + 1, "right")):
        changes[f"annotations[{number}].xanchor"] = anchor
        changes[f"annotations[{number}].xshift"] = 0
        changes[f"annotations[{number}].yshift"] = 20


class _Geometry:
    """Height [px] of the drawing and the share of it that each panel's rows take, from the top down."""

    def __init__(self, panels: Sequence[Panel], row: int) -> None:
        blocks = [(len(panel.rows) * row, FOOT + LINE * len(panel.lines)) for panel in panels]
        inner = sum(map(sum, blocks)) + GAP * (len(panels) - 1)
        self.height = inner + 12
        self.domains: list[list[float]] = []
        top = 0
        for block, foot in blocks:
            self.domains.append([round(1 - (top + block) / inner, 4), round(1 - top / inner, 4)])
            top += block + foot + GAP


def source_names(ledger: Ledger, rows: Iterable[Row]) -> str:
    """Return the studies of the rows, each once, for a caption."""
    names = dict.fromkeys(ledger.sources[row.estimate.source].short for row in rows)
    return "Sources: " + "; ".join(names) + "."
