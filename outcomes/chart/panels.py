"""Panels of rows drawn under each other: one axis for what may share it, another panel for what may not.

Panels that measure the same in several groups stay apart, and the scale is written only over the first of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from outcomes.chart import theme
from outcomes.chart.forest import described
from outcomes.chart.rows import Panel, Row, signs_of

if TYPE_CHECKING:
    import plotly.graph_objects as go

ROW_WIDE, ROW_NARROW = 34, 38  # px; a narrow row has its label above its point
ABOVE = 17  # px from a point of a narrow row up to its label
HEAD, LINE, GAP = 30, 16, 10  # px for an axis above its panel, for each line of what it measures, and between
UNDER = 8  # px below the heading of a group without its own scale
VALUES_WIDE = 124  # px next to the drawing, at least
CHARACTER = 7.2  # px, the widest an average character gets at the size of the labels


def draw(panels: Sequence[Panel], words: theme.Words, *, row: int = ROW_WIDE) -> go.Figure:
    """Draw the panels under each other, each with its own axis above it.

    Parameters
    ----------
    row
        Height [px] of a row on a wide page; smaller for charts with many rows.

    Raises
    ------
    ValueError
        If there is nothing to draw.
    """
    import plotly.graph_objects as go

    if not panels or not all(panel.rows for panel in panels):
        raise ValueError("a chart needs panels, and each panel rows")
    figure = go.Figure()
    wide, narrow = _Geometry(panels, row), _Geometry(panels, ROW_NARROW)
    changes: dict[str, Any] = {"margin.l": 10, "margin.r": 14}
    labels: list[dict[str, Any]] = []
    repeats = _repeats_scale(panels)
    for number, panel in enumerate(panels, start=1):
        suffix = "" if number == 1 else str(number)
        heading = panel.subheading if repeats[number - 1] else panel.heading
        figure.add_traces(_traces(panel, suffix))
        figure.update_layout(
            {
                f"xaxis{suffix}": panel.axis.layout(
                    anchor=f"y{suffix}",
                    side="top",
                    showticklabels=not repeats[number - 1],
                    title={
                        "text": "<br>".join(heading),
                        "font": {"size": 12, "color": theme.INK},
                        "standoff": 6,
                    },
                ),
                f"yaxis{suffix}": {
                    "anchor": f"x{suffix}",
                    "domain": wide.domains[number - 1],
                    "range": [len(panel.lines) - 0.5, -0.5],
                    "visible": False,
                    "fixedrange": True,
                },
            }
        )
        changes[f"yaxis{suffix}.domain"] = narrow.domains[number - 1]
        # A row with its label above needs more room on top than below.
        changes[f"yaxis{suffix}.range"] = [len(panel.lines) - 0.65, -0.85]
        for place, line in enumerate(panel.lines):
            _label(labels, changes, f"x{suffix} domain", f"y{suffix}", place, line.label, line.text)
    lines = [line for panel in panels for line in panel.lines]
    left, right = (
        round(CHARACTER * max(map(len, texts))) + 20
        for texts in ([line.label for line in lines], [line.text for line in lines])
    )
    words = replace(words, signs=[*words.signs, *signs_of(panels)])
    # All at once, because plotly checks all annotations again each time one is added.
    figure.update_layout(annotations=labels, margin={"l": left, "r": max(VALUES_WIDE, right), "t": 6, "b": 6})
    theme.finish(figure, words, wide=wide.height, narrow=narrow.height, narrow_layout=changes)
    figure.layout.meta["forest"] = described(panels, words.legend)
    return figure


def _repeats_scale(panels: Sequence[Panel]) -> list[bool]:
    """Return for each panel whether the one above already shows its measure and scale."""
    return [False, *(below.shares_scale_with(above) for above, below in pairwise(panels))]


def _traces(panel: Panel, suffix: str) -> list[go.Scatter]:
    import plotly.graph_objects as go

    axes = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
    quiet = {"hoverinfo": "skip", "cliponaxis": False, **axes}
    place = {id(row): number for number, line in enumerate(panel.lines) for row in line.rows}
    traces = []
    if (reference := panel.axis.reference) is not None:
        ends = [-0.5, len(panel.lines) - 0.5]
        traces.append(
            go.Scatter(
                x=[reference] * 2, y=ends, mode="lines", line={"color": theme.MUTED, "width": 1}, **quiet
            )
        )
    for number, line in enumerate(panel.lines):
        if len(line.rows) > 1:
            ends = [min(row.value for row in line.rows), max(row.value for row in line.rows)]
            traces.append(
                go.Scatter(
                    x=ends, y=[number] * 2, mode="lines", line={"color": theme.MUTED, "width": 1}, **quiet
                )
            )
    bare = {id(row) for line in panel.lines if line.bare for row in line.rows}
    by_color = sorted(panel.rows, key=lambda row: row.color)
    for color, group in groupby(by_color, key=lambda row: row.color):
        rows = list(group)
        places = [place[id(row)] for row in rows]
        traces.append(_marks(rows, places, color, panel.axis.high, axes, bare=id(rows[0]) in bare))
        if open_ended := [row for row in rows if row.low is not None and row.high is None]:
            traces.append(
                go.Scatter(
                    x=[panel.axis.high] * len(open_ended),
                    y=[place[id(row)] for row in open_ended],
                    mode="markers",
                    marker={"symbol": "triangle-right", "size": 9, "color": color},
                    **quiet,
                )
            )
    return traces


def _marks(
    rows: list[Row], places: list[int], color: str, end: float, axes: dict[str, str], *, bare: bool
) -> go.Scatter:
    import plotly.graph_objects as go

    def above(row: Row) -> float:
        if row.high is None:
            return (
                0.0 if row.low is None else end - row.value
            )  # the source gives no upper end: draw to the end of the axis
        return row.high - row.value

    hollow = [bare or row.low is None for row in rows]
    bars = {
        "type": "data",
        "symmetric": False,
        "array": [0.0 if bare else above(row) for row in rows],
        "arrayminus": [0.0 if bare or row.low is None else row.value - row.low for row in rows],
        "color": color,
        "thickness": 2,
        "width": 0,
    }
    return go.Scatter(
        x=[row.value for row in rows],
        y=places,
        **axes,
        mode="markers",
        customdata=[row.id for row in rows],
        marker={
            "color": color,
            # Hollow if there is no interval, so that a missing line is not read as a narrow one.
            "symbol": [theme.MARKERS[color] + ("-open" if open_ else "") for open_ in hollow],
            "opacity": 1,
            "size": theme.CLAIM_SIZE if color == theme.CLAIM else [theme.marker_size(row.n) for row in rows],
            "line": {"width": 2, "color": color},
        },
        error_x=bars,
        hovertext=[hover(row) for row in rows],
        hoverinfo="text",
        cliponaxis=False,
    )


def hover(row: Row) -> str:
    """Return the hover text of a point."""
    n = "" if row.n is None else f", n = {row.n}"
    return f"<b>{row.label}</b><br>{row.shown}{n}<br>Interval: {row.bounds} ({row.interval})<br>{row.source}"


def _label(
    labels: list[dict[str, Any]], changes: dict[str, Any], x: str, y: str, place: int, label: str, value: str
) -> None:
    first = len(labels)
    at = {"xref": x, "yref": y, "y": place, "showarrow": False}
    labels.append({"text": label, "x": 0, "xanchor": "right", "xshift": -12, **at})
    labels.append(
        {"text": value, "x": 1, "xanchor": "left", "xshift": 12, "font": {"color": theme.MUTED}, **at}
    )
    for number, anchor in ((first, "left"), (first + 1, "right")):
        changes[f"annotations[{number}].xanchor"] = anchor
        changes[f"annotations[{number}].xshift"] = 0
        changes[f"annotations[{number}].yshift"] = ABOVE


class _Geometry:
    """Height [px] of the drawing and the share of it that each panel's rows take, from the top down."""

    def __init__(self, panels: Sequence[Panel], row: int) -> None:
        heads = [
            UNDER + LINE * len(panel.subheading) if repeats else HEAD + LINE * len(panel.heading)
            for panel, repeats in zip(panels, _repeats_scale(panels), strict=True)
        ]
        blocks = [(head, len(panel.lines) * row) for head, panel in zip(heads, panels, strict=True)]
        inner = sum(map(sum, blocks)) + GAP * (len(panels) - 1)
        self.height = inner + 12
        self.domains: list[list[float]] = []
        top = 0
        for head, block in blocks:
            top += head
            self.domains.append([round(1 - (top + block) / inner, 4), round(1 - top / inner, 4)])
            top += block + GAP
