"""The patients of one trial, a mark each, in a row for each way in which they did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from outcomes.chart import theme
from outcomes.chart.panels import CHARACTER
from outcomes.chart.rows import Row

if TYPE_CHECKING:
    import plotly.graph_objects as go

LINE_WIDE, LINE_NARROW = 34, 44  # px; a narrow row has its name above its marks
ABOVE = 18  # px from the marks of a narrow row up to its name
SIZE = 7  # px, so that two dozen stand apart on a telephone


@dataclass(frozen=True)
class Group:
    """Patients who did alike: a row with its count, and whether their marks are filled."""

    row: Row
    filled: bool = True


def draw(groups: Sequence[Group], words: theme.Words) -> go.Figure:
    """Draw each patient [1] of a trial once, from the top down by group.

    Raises
    ------
    ValueError
        If a group has no count, or the groups are not all the patients of one trial.
    """
    import plotly.graph_objects as go

    rows = [group.row for group in groups]
    counts = [row.events for row in rows if row.events is not None]
    trials, sizes = {row.source_key for row in rows}, {row.n for row in rows}
    if len(counts) < len(rows) or len(trials) != 1 or sizes != {sum(counts)}:
        raise ValueError(
            f"{' + '.join(map(str, counts))} of {sorted(trials)} are not all of one trial's patients: {sizes}"
        )
    figure = go.Figure()
    changes: dict[str, Any] = {"margin.l": 6, "margin.r": 6, "yaxis.range": [len(rows) - 0.7, -0.8]}
    for place, (group, count) in enumerate(zip(groups, counts, strict=True)):
        color = group.row.color
        shape = theme.MARKERS[color]
        figure.add_scatter(
            x=list(range(count)), y=[place] * count, xaxis="x", yaxis="y",
            mode="markers", hoverinfo="skip", name=group.row.id,
            marker={
                "symbol": shape if group.filled else f"{shape}-open", "size": SIZE, "color": color,
                "line": {"width": 1.5, "color": color},
            },
        )  # fmt: skip
        figure.add_annotation(
            text=f"{group.row.label}: {count}", x=0, xref="x domain", xanchor="right", xshift=-14,
            y=place, yref="y", showarrow=False,
        )  # fmt: skip
        changes |= {
            f"annotations[{place}].{name}": value
            for name, value in (("xanchor", "left"), ("xshift", 0), ("yshift", ABOVE))
        }
    hidden = {"visible": False, "fixedrange": True}
    figure.update_layout(
        xaxis={"anchor": "y", "range": [-0.6, max(counts) - 0.4], **hidden},
        yaxis={"anchor": "x", "range": [len(rows) - 0.5, -0.5], **hidden},
        margin={
            "l": round(CHARACTER * max(len(f"{row.label}: {row.events}") for row in rows)) + 20,
            "r": 14,
            "t": 6,
            "b": 6,
        },
    )
    wide, narrow = (12 + line * len(rows) for line in (LINE_WIDE, LINE_NARROW))
    return theme.finish(figure, words, wide=wide, narrow=narrow, narrow_layout=changes)
