"""The look of every chart: each color once, and what a figure says about itself."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from outcomes.chart import in_words

if TYPE_CHECKING:
    import plotly.graph_objects as go

# Okabe and Ito's palette, distinct in every common color blindness; each group also has its own marker.
# Light, then the same hue for dark paper.
LOCALIZED = "#0072B2"
METASTATIC = "#D55E00"
ALL_PATIENTS = "#6B7280"
CHECKPOINT = LOCALIZED  # no chart draws a class of drugs next to an extent of disease
KINASE = "#009E73"
COMBINATION = "#CC79A7"
NO_NEW_DRUG = ALL_PATIENTS  # chemotherapy, placebo
ADDED = METASTATIC  # added in memory, in a notebook
CLAIM = "#E69F00"
INK = "#1B2128"
MUTED = "#4B5662"
GRID = "#DDE2E7"
PAPER = "#FFFFFF"

DARK = {
    LOCALIZED: "#56B4E9",
    METASTATIC: "#F0915A",
    ALL_PATIENTS: "#ACB6C1",
    KINASE: "#15E9B4",
    COMBINATION: "#BB7D94",
    CLAIM: "#FFC635",
    INK: "#E8ECF0",
    MUTED: "#B3BDC7",
    GRID: "#303A44",
    PAPER: "#11161B",
}

MARKERS = {
    LOCALIZED: "circle",
    METASTATIC: "diamond",
    ALL_PATIENTS: "square",
    KINASE: "triangle-up",
    COMBINATION: "star",
    CLAIM: "line-ns",  # a stroke across the line: no study
}
# The names of the same colors in the page's style sheet, and plain names for the shapes.
HUES = {
    LOCALIZED: "blue",
    METASTATIC: "orange",
    ALL_PATIENTS: "gray",
    KINASE: "green",
    COMBINATION: "pink",
    CLAIM: "amber",
}
SHAPES = {
    "circle": "Circles",
    "diamond": "Diamonds",
    "square": "Squares",
    "triangle-up": "Triangles",
    "star": "Stars",
    "line-ns": "Strokes",
}
FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
CLAIM_SIZE = 13  # px; the stroke is 1.4 times as long, and on a phone still ends below the words above it
TEXT_PX = 13  # 12 is the smallest that is legible on a phone
NOTEBOOK_ONLY = "notebook"
# What captions say of intervals.
EXACT = "Lines are exact 95% intervals computed from the counts (Clopper-Pearson)."
REPORTED_OR_EXACT = (
    "Lines are the reported 95% intervals or exact ones computed from the counts (Clopper-Pearson)."
)


@dataclass(frozen=True)
class Words:
    """The text of a figure: around the drawing on a page, inside it in a notebook.

    `columns` and `rows` are the data as a table, first column the row's name; `source_keys` the studies drawn.
    `legend` says what each color stands for, `signs` what other marks mean; both come before the drawing.
    `sources` are the studies in words, to go below the table. `one_at_a_time` makes a page show one panel and a choice
    between all: for each, from the first on, its name and what is said of it. `intervals` is what the caption says of
    the intervals, as it stands there: a page says it otherwise where a reader has chosen others.

    Raises
    ------
    ValueError
        If the caption does not say what `intervals` says.
    """

    finding: str
    summary: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    caption: str
    source_keys: Sequence[str]
    legend: Mapping[str, str] = field(default_factory=dict)
    signs: Sequence[str] = ()
    sources: str = ""
    one_at_a_time: Sequence[tuple[str, str]] = ()
    intervals: str = ""

    def __post_init__(self) -> None:
        if self.intervals not in self.caption:
            raise ValueError(f"{self.finding}: the caption does not say {self.intervals!r}")

    @property
    def key(self) -> str:
        """Return legend and signs as sentences, for use where marks cannot be drawn."""
        marks = [f"{SHAPES[MARKERS[color]]}: {text}." for color, text in self.legend.items()]
        return " ".join([*marks, *(f"{sign[0].upper()}{sign[1:]}." for sign in self.signs)])


def marker_size(n: int | None) -> float:
    """Return the diameter [px] of a point: its area grows with `n`, between a visible minimum and a modest maximum.

    >>> marker_size(None), marker_size(0), marker_size(10_000)
    (8.0, 7.0, 17.0)
    """
    if n is None:
        return 8.0
    return round(min(17.0, 7.0 + math.sqrt(n) * 0.62), 1)


def finish(
    figure: go.Figure, words: Words, *, wide: int, narrow: int, narrow_layout: dict[str, Any]
) -> go.Figure:
    """Give a figure the common look and its words.

    Parameters
    ----------
    wide, narrow
        Heights of the drawing [px] on a page of 34 rem and more, and below.
    narrow_layout
        Layout attributes (as for `Plotly.relayout`) that a narrow page changes: labels above their rows.
    """
    figure.update_layout(
        template=None,
        font={"family": FONT, "size": TEXT_PX, "color": INK},
        # Jupyter may be dark without a figure knowing it, so there a figure brings its own background.
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        showlegend=False,
        dragmode=False,
        hoverlabel={
            "bgcolor": PAPER,
            "bordercolor": MUTED,
            "font": {"color": INK, "family": FONT},
            "align": "left",
        },
        meta={
            "finding": words.finding,
            "summary": words.summary,
            "table": {"columns": list(words.columns), "rows": [list(row) for row in words.rows]},
            "caption": words.caption,
            "intervals": words.intervals,
            "legend": [[HUES[color], MARKERS[color], text] for color, text in words.legend.items()],
            "signs": list(words.signs),
            "sources": words.sources,
            "source_keys": list(words.source_keys),
            "one_at_a_time": [list(panel) for panel in words.one_at_a_time],
            "heights": {"wide": wide, "narrow": narrow},
            "narrow": narrow_layout,
            "dark": DARK,
            "margin": figure.layout.margin.to_plotly_json(),
        },
    )
    in_words.offer()
    return _with_words_for_the_notebook(figure, words, wide)


def _with_words_for_the_notebook(figure: go.Figure, words: Words, height: int) -> go.Figure:
    title = wrap(words.finding, 76)  # in bold, as wide as a notebook next to its file list at 1280 px
    summary = wrap(words.summary, 96) + wrap(words.key, 96)
    caption = wrap(f"{words.caption} {words.sources}".strip(), 96)
    above = 30 + 22 * len(title) + 17 * len(summary)
    below = 16 * len(caption) + 40
    inside = figure.layout.margin.to_plotly_json()  # the figure's own, before room is made for the text
    figure.update_layout(
        title={
            "text": "<b>" + "<br>".join(title) + "</b>",
            "subtitle": {"text": "<br>".join(summary), "font": {"color": MUTED, "size": TEXT_PX}},
            "x": 0.01,
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
            "pad": {"t": 14 + 22 * (len(title) - 1)},  # plotly aligns the last line there
            "font": {"size": 17, "color": INK},
        },
        height=height + above + below,
        margin={"t": inside["t"] + above, "b": inside["b"] + below},
        # The bar covers the title, so it offers no useless tools, and none that sends the figure to a third party.
        modebar={"remove": ["select", "lasso", "sendChartToCloud"]},
    )
    figure.add_annotation(
        name=NOTEBOOK_ONLY,
        text="<br>".join(caption),
        xref="paper", yref="paper", x=0, y=0, xanchor="left", yanchor="top", align="left",
        xshift=-inside["l"] + 8, yshift=-inside["b"], showarrow=False, font={"size": 12, "color": MUTED},
    )  # fmt: skip
    return figure
