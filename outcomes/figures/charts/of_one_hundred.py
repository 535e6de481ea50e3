"""A hundred people with ASPS as dots, once for each series: how many of them have metastases when first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from outcomes.chart import theme
from outcomes.chart.rows import COLUMNS, Row, source_keys, source_names
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

# One series each of children, surgery, registries and clinics; the second US registry overlaps with the first.
SERIES = {
    "m1-orbach": "Children, Europe",
    "m1-pennac": "Surgery, Italy",
    "m1-seer20": "Registry, USA",
    "m1-portera": "Center, USA",
    "m1-fuji": "Registry, Japan",
    "m1-aiims": "Clinic, India",
}
SIDE = 10
CAPTION, GAP = 48, 14  # px above each array, and below it
COLUMNS_WIDE, COLUMNS_NARROW = 3, 2
ARRAY_WIDE, ARRAY_NARROW = 176, 140  # px, height of an array
DOT = 9


def of_one_hundred(ledger: Ledger) -> go.Figure:
    """Draw ten by ten people for each series, those with metastases at presentation [of 100] filled."""
    import plotly.graph_objects as go

    rows = sorted(
        (Row.of(ledger, name, theme.METASTATIC, label) for name, label in SERIES.items()),
        key=lambda row: row.value,
    )
    figure = go.Figure()
    changes: dict[str, Any] = {"margin.l": 2, "margin.r": 2}
    wide, height = _places(len(rows), COLUMNS_WIDE, ARRAY_WIDE)
    narrow, height_narrow = _places(len(rows), COLUMNS_NARROW, ARRAY_NARROW)
    for number, row in enumerate(rows):
        suffix = "" if number == 0 else str(number + 1)
        filled = round(row.value)
        for people, symbol, color in (
            (range(filled), "square", theme.METASTATIC),
            (range(filled, SIDE * SIDE), "square-open", theme.MUTED),
        ):
            figure.add_scatter(
                x=[person % SIDE for person in people],
                y=[person // SIDE for person in people],
                xaxis=f"x{suffix}", yaxis=f"y{suffix}", mode="markers", hoverinfo="skip", name=row.id,
                marker={"symbol": symbol, "size": DOT, "color": color, "line": {"width": 1, "color": color}},
            )  # fmt: skip
        hidden = {"visible": False, "fixedrange": True}
        figure.update_layout(
            {
                f"xaxis{suffix}": {
                    "anchor": f"y{suffix}", "domain": wide[number][0], "range": [-0.6, SIDE - 0.4], **hidden,
                },
                f"yaxis{suffix}": {
                    "anchor": f"x{suffix}", "domain": wide[number][1], "range": [SIDE - 0.4, -0.6], **hidden,
                },
            }
        )  # fmt: skip
        changes[f"xaxis{suffix}.domain"], changes[f"yaxis{suffix}.domain"] = narrow[number]
        figure.add_annotation(
            text=f"<b>{filled} of 100</b><br>{row.label}", align="left", showarrow=False,
            xref=f"x{suffix} domain", x=0, xanchor="left", yref=f"y{suffix} domain", y=1, yanchor="bottom",
        )  # fmt: skip
    figure.update_layout(margin={"l": 2, "r": 2, "t": 4, "b": 4})
    words = theme.Words(
        finding=(
            f"Of 100 people with ASPS, {round(rows[0].value)} to {round(rows[-1].value)} have metastases when first "
            "seen: it depends on the series"
        ),
        summary=(
            f"From {rows[0].counted}, {rows[0].label}, to {rows[-1].counted}, {rows[-1].label}. "
            "Each series' share is shown per 100 people and rounded; no square is an actual person."
        ),
        columns=COLUMNS,
        rows=[row.cells() for row in rows],
        caption=(
            "Metastases at presentation in six series. Filled: with metastases; hollow: without. The percentage is "
            "the series' own; the intervals in the table are exact 95% intervals computed from the counts "
            "(Clopper-Pearson) where a count was printed. The US registry counts only cases of known stage."
        ),
        source_keys=source_keys(rows),
        sources=source_names(ledger, rows),
        one_at_a_time=[(row.label, _said(row)) for row in rows],
    )
    return theme.finish(figure, words, wide=height, narrow=height_narrow, narrow_layout=changes)


def _said(row: Row) -> str:
    """Return what a series says of a hundred people, with its count, its interval and its source."""
    interval = "no interval can be computed" if row.low is None else f"{row.bounds} ({row.interval})"
    return f"{round(row.value)} of 100: {row.shown}, {interval}. {row.source}."


def _places(number: int, columns: int, side: int) -> tuple[list[tuple[list[float], list[float]]], int]:
    """Return each array's share of the width and of the height, and the height [px] of all."""
    lines = -(-number // columns)
    block = CAPTION + side + GAP
    inner = lines * block
    places = []
    for line, column in (divmod(place, columns) for place in range(number)):
        left = column / columns
        top = line * block + CAPTION
        places.append(
            (
                [round(left, 4), round(left + 0.9 / columns, 4)],
                [round(1 - (top + side) / inner, 4), round(1 - top / inner, 4)],
            )
        )
    return places, inner + 8
