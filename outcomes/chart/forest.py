"""A forest: lines under each other on one axis, their groups named among them, value, count and interval in columns.

`described` says what is drawn as data, the way a page keeps it; `forest` draws that. `frontend/forest/draw.js` draws
the same from the same data, for what a reader chose: `forest.json` holds what both measure by.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from outcomes.chart import theme
from outcomes.chart.axes import Axis
from outcomes.chart.lettering import fitted, length
from outcomes.chart.rows import Line, Panel, Row, wrapped
from records.markup import Child, Markup, tag

MEASURES: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
"""Sizes [px] of each layout, outlines of the marks within 1 each way, and the heads of the columns."""
LAYOUTS: Mapping[str, Mapping[str, Any]] = MEASURES["layouts"]
LABEL_WIDE = 300  # px, the widest a label gets
# On a narrow page it goes on in another line: as narrow as leaves the whole on one screen [px].
LABELS_NARROW, SCREEN = (100, 110, 120, 130, 140), 760
# What a telephone of 360 px leaves a drawing, and the axis at the least [px]: an interval that is too short to be seen
# as a line is not helped by its numbers, which the table and the card of a result have as well.
TELEPHONE, AXIS = 352, 80


def described(panels: Sequence[Panel], classes: Mapping[str, str]) -> dict[str, Any]:
    """Return what a forest draws, as JSON: its axes, the groups on each, their lines, and the columns' widths [px].

    Neighboring panels that measure the same on the same axis share one; all others stay apart. `classes` names, by
    color, the class of a row.
    """
    found = next(
        (one for one in (_described(panels, classes, width) for width in LABELS_NARROW) if _fits(one)),
        None,
    ) or _described(panels, classes, LABELS_NARROW[0])
    lines = [line for panel in panels for line in panel.lines]
    rules = list(dict.fromkeys(rule for line in lines for row in line.rows for rule in row.rules))
    for row in rows_of(found):
        row["rules"] = [rules.index(rule) for rule in row["rules"]]
    return {**found, "rules": rules}


def _described(panels: Sequence[Panel], classes: Mapping[str, str], label: int) -> dict[str, Any]:
    """Return axes and columns, with labels of that width at most on a narrow page [px], or of their longest word."""
    lines = [line for panel in panels for line in panel.lines]
    words = (word for line in lines for word in line.label.split())
    longest = max((length(word, LAYOUTS["narrow"]["text"]) for word in words), default=0)
    label = min(max(label, math.ceil(longest)), LABELS_NARROW[-1])
    axes = [
        _axis(measure, axis, list(some), classes, label)
        for (measure, axis), some in groupby(panels, lambda panel: (panel.measure, panel.axis))
    ]
    widest = {"wide": LABEL_WIDE, "narrow": label}
    return {"axes": axes, "columns": {name: _columns(lines, name, widest[name]) for name in LAYOUTS}}


def _fits(described: Mapping[str, Any]) -> bool:
    return forest(described, "narrow")[1] <= SCREEN


def rows_of(described: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every row of a forest, from the top down."""
    for axis in described["axes"]:
        for line in lines_of(axis):
            yield from line["rows"]


def lines_of(axis: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every line of an axis, from the top down."""
    for group in axis["groups"]:
        yield from group["lines"]


def _axis(
    measure: str, axis: Axis, panels: list[Panel], classes: Mapping[str, str], label: int
) -> dict[str, Any]:
    # The name of an only group stands before what is measured.
    only = panels[0].group if len(panels) == 1 else ""
    heading = f"{only}: {measure[0].lower()}{measure[1:]}" if only else measure
    return {
        "measure": measure,
        "heading": wrapped(heading),
        "scale": {
            "low": axis.low,
            "high": axis.high,
            "log": axis.log,
            "reference": axis.reference,
            "ticks": list(axis.ticks),
            "names": list(axis.names) or _names(axis),
        },
        "groups": [
            {
                "name": panel.group,
                "heading": [] if only else wrapped(panel.group),
                "lines": [_line(line, classes, label) for line in panel.lines],
            }
            for panel in panels
        ],
    }


def _names(axis: Axis) -> list[str]:
    """Return the names of the ticks: the first says the unit, where it is no word."""
    first, *names = (f"{tick:g}" for tick in axis.ticks)
    return [first + axis.suffix, *names]


def _line(line: Line, classes: Mapping[str, str], label: int) -> dict[str, Any]:
    wide = fitted(line.label, LABEL_WIDE, LAYOUTS["wide"]["text"])
    return {
        "label": fitted(line.label, label, LAYOUTS["narrow"]["text"]),
        **({"wide": wide} if len(wide) > 1 else {}),
        "text": _joined(line) if line.bare else "",
        "rows": [_row(row, classes, bare=line.bare) for row in line.rows],
    }


def _joined(line: Line) -> str:
    """Return what stands at the end of a line of several rows; the axis says the unit."""
    return re.sub(rf" ?{re.escape(line.rows[0].unit)}(?!\w)", "", line.text)


def _row(row: Row, classes: Mapping[str, str], *, bare: bool) -> dict[str, Any]:
    return {
        "id": row.id,
        "label": row.label,
        "value": row.value,
        # The axis says the unit of what is no share.
        "text": row.text.removesuffix(f" {row.unit}") + row.sign,
        "low": row.low,
        "high": row.high,
        "bounds": row.bounds.removesuffix(f" {row.unit}"),
        "interval": row.interval,
        "events": row.events,
        "n": row.n,
        "class": classes.get(row.color, ""),
        "rules": list(row.rules),
        "year": row.year,
        "share": row.share,
        "own": row.has_the_disease,
        "bare": bare,
        "hue": theme.HUES[row.color],
        "mark": theme.MARKERS[row.color],
        "size": theme.CLAIM_SIZE if row.color == theme.CLAIM else theme.marker_size(row.n),
        "study": row.source_key,
        "source": row.source,
    }


def count_of(row: Mapping[str, Any]) -> str:
    """Return what stands in the column of counts: events of n, n alone, or a dash where no count was reported."""
    if row["n"] is None:
        return "–"
    return f"{row['n']}" if row["events"] is None else f"{row['events']}/{row['n']}"


def bounds_of(row: Mapping[str, Any]) -> str:
    """Return what stands in the column of intervals, without the unit, which the value beside it has."""
    return str(row["bounds"]).removesuffix("%")


def _columns(lines: Sequence[Line], name: str, widest: int) -> dict[str, int]:
    """Return how wide the columns of a layout are [px]: `label`, `widest` at most, left, the others right."""
    layout, words = LAYOUTS[name], MEASURES["words"]
    px = layout["text"]
    rows = [_row(row, {}, bare=False) for line in lines if not line.bare for row in line.rows]
    told = {
        "value": [row["text"] for row in rows],
        "count": [count_of(row) for row in rows],
        "bounds": list(map(bounds_of, rows)),
    }
    columns = {
        column: math.ceil(max(length(text, px) for text in [words[column], *texts])) if texts else 0
        for column, texts in told.items()
    }
    columns["label"] = min(widest, math.ceil(max((length(line.label, px) for line in lines), default=0)))
    if layout["crowded"] and TELEPHONE - _beside(columns, layout["apart"]) < AXIS:
        columns["bounds"] = 0
    # What a joined line says goes over all columns.
    joined = math.ceil(max((length(_joined(line), px) for line in lines if line.bare), default=0))
    right = _beside({column: columns[column] for column in told}, layout["apart"])
    columns["value"] += max(0, joined - max(0, right - layout["apart"]))
    return columns


def _beside(columns: Mapping[str, int], apart: int) -> int:
    """Return what columns take of the width with the gaps between them and the axis [px]."""
    return sum(width + apart for width in columns.values() if width)


def forest(described: Mapping[str, Any], name: str) -> tuple[Markup, int]:
    """Return the SVG of a forest, as `described` returns it, in a layout, "wide" or "narrow", and its height [px]."""
    only = described["axes"][0] if len(described["axes"]) == 1 else {}
    drawing = _Drawing(LAYOUTS[name], only.get("columns", described["columns"])[name])
    for axis in described["axes"]:
        drawing.add(axis)
    height = math.ceil(drawing.y) + MEASURES["foot"]
    svg = tag(
        "svg",
        *drawing.parts,
        class_=f"picture forest {name}",
        height=height,
        style=f"--left:{drawing.left}px;--right:{drawing.right}px",
    )
    return svg, height


@dataclass
class _Drawing:
    """A drawing that grows downward: across, a place is a share of the axis; down, it is in px."""

    layout: Mapping[str, Any]
    columns: Mapping[str, int]

    def __post_init__(self) -> None:
        self.parts: list[Markup] = []
        self.y = 0.0
        self.left = self.columns["label"] + self.layout["apart"]
        # The right edge of each column [px from the end of the axis].
        self.edges: dict[str, int] = {}
        edge = 0
        for column in ("value", "count", "bounds"):
            if self.columns[column]:
                edge += self.layout["apart"] + self.columns[column]
                self.edges[column] = edge
        self.right = edge

    def add(self, axis: Mapping[str, Any]) -> None:
        """Add an axis with its groups below the others."""
        scale = _Scale(axis["scale"])
        first = not self.parts
        self.y += 0 if first else self.layout["gap"]
        self._heading(axis["heading"], bold=True)
        self.y += self.layout["ticks"]
        self._ticks(scale, heads=first)
        top, at = self.y, len(self.parts)
        for group in axis["groups"]:
            self._heading(group["heading"])
            for line in group["lines"]:
                self._line(line, scale)
        self.parts[at:at] = [
            tag("line", x1=x, x2=x, y1=_px(top), y2=_px(self.y), class_=look) for x, look in scale.uprights()
        ]

    def _heading(self, lines: Sequence[str], *, bold: bool = False) -> None:
        for words in lines:
            self.y += self.layout["head"]
            self._label(words, self.y - 3, class_="measure" if bold else "group")

    def _label(self, words: str, y: float, **look: str) -> None:
        self.parts.append(tag("text", words, x="0", dx=f"-{self.left}", y=_px(y), **look))

    def _ticks(self, scale: _Scale, *, heads: bool) -> None:
        names = scale.names()
        for place, (x, words) in enumerate(names):
            if not self.layout["crowded"] or place in scale.ends:
                anchor = "start" if place == 0 else "end" if place == len(names) - 1 else "middle"
                self.parts.append(
                    tag("text", words, x=x, y=_px(self.y - 4), class_="muted", text_anchor=anchor)
                )
        for column, edge in self.edges.items() if heads else ():
            self._column(MEASURES["words"][column], edge, self.y - 4)

    def _column(self, words: str, edge: int, y: float) -> None:
        self.parts.append(
            tag("text", words, x="100%", dx=str(edge), y=_px(y), class_="muted", text_anchor="end")
        )

    def _line(self, line: Mapping[str, Any], scale: _Scale) -> None:
        whole = [" ".join(line["label"])]
        words = line["label"] if self.layout["crowded"] else line.get("wide", whole)
        height = self.layout["row"] + self.layout["line"] * (len(words) - 1)
        middle, before = height / 2, len(self.parts)
        foot = self.layout["text"] * 0.36
        for place, part in enumerate(words):
            self._label(part, middle + (place - (len(words) - 1) / 2) * self.layout["line"] + foot)
        if len(line["rows"]) > 1:
            ends = [scale.at(pick(row["value"] for row in line["rows"])) for pick in (min, max)]
            self._stroke(ends, middle, "muted", 1)
        for row in line["rows"]:
            self._mark(row, middle, scale)
        for column, edge in self.edges.items():
            text = _told(line, column, last=column == list(self.edges)[-1])
            if text:
                self._column(text, edge, middle + foot)
        # Where a line stands is said once: one that only moves is not laid out anew (frontend/forest/picture.js).
        down = f"translate(0 {_px(self.y)})"
        self.parts[before:] = [tag("g", *self.parts[before:], class_="line", transform=down)]
        self.y += height

    def _mark(self, row: Mapping[str, Any], y: float, scale: _Scale) -> None:
        size, at = row["size"] * self.layout["mark"] / 2, scale.at(row["value"])
        if not row["bare"] and (row["low"] is not None or row["high"] is not None):
            low = row["value"] if row["low"] is None else row["low"]
            ends = (
                [scale.at(low), scale.at(row["high"])] if row["high"] is not None else [scale.at(low), "100%"]
            )
            self._stroke(ends, y, row["hue"], 2)
            if row["high"] is None:
                self.parts.append(_shape("triangle-right", 4.5, "100%", y, class_=row["hue"]))
        # Hollow if there is no interval, so that a missing line is not read as a narrow one.
        hollow = row["bare"] or row["low"] is None
        look = f"{row['hue']} hollow" if hollow else row["hue"]
        self.parts.append(_shape(row["mark"], size, at, y, class_=look))

    def _stroke(self, ends: Sequence[str], y: float, hue: str, width: int) -> None:
        self.parts.append(
            tag("line", x1=ends[0], x2=ends[1], y1=_px(y), y2=_px(y), class_=hue, stroke_width=width)
        )


def _told(line: Mapping[str, Any], column: str, *, last: bool) -> str:
    """Return what stands in a column of a line; what a joined line says stands in the last."""
    if line["text"]:
        return line["text"] if last else ""
    row = line["rows"][0]
    told: dict[str, str] = {"value": row["text"], "count": count_of(row), "bounds": bounds_of(row)}
    return told[column]


def _shape(mark: str, size: float, x: str, y: float, **look: Child) -> Markup:
    """Return a mark of a size [px from its middle]."""
    if mark == "circle":
        return tag("circle", cx=x, cy=_px(y), r=_px(size), stroke_width=2, **look)
    corners = "L".join(
        f"{_px(right * size)} {_px(down * size)}" for right, down in MEASURES["outlines"][mark]
    )
    path = tag("path", d=f"M{corners}z", stroke_width=2, **look)
    return tag("svg", path, x=x, y=_px(y))


@dataclass(frozen=True)
class _Scale:
    """Where a value stands on an axis, as a share of it [%]."""

    axis: Mapping[str, Any]

    def at(self, value: float) -> str:
        of = math.log10 if self.axis["log"] else float
        low, high = of(self.axis["low"]), of(self.axis["high"])
        return _percent((of(value) - low) / (high - low))

    def names(self) -> list[tuple[str, str]]:
        """Return the ticks, each with its name."""
        return [
            (self.at(tick), name) for tick, name in zip(self.axis["ticks"], self.axis["names"], strict=True)
        ]

    @property
    def ends(self) -> set[int]:
        """Return the places of the ticks that are named where there is little room: the outer ones and no effect."""
        ticks = self.axis["ticks"]
        return {at for at, tick in enumerate(ticks) if tick in (ticks[0], ticks[-1], self.axis["reference"])}

    def uprights(self) -> Iterator[tuple[str, str]]:
        """Yield the lines of the grid, and that of no effect."""
        for x, _ in self.names():
            yield x, "grid"
        if self.axis["reference"] is not None:
            yield self.at(self.axis["reference"]), "muted"


def _percent(share: float) -> str:
    return f"{_px(100 * share, 2)}%"


def _px(number: float, places: int = 1) -> str:
    """Return a number as short as JavaScript writes it, rounded half up as it rounds."""
    rounded = math.floor(number * 10**places + 0.5) / 10**places
    return f"{rounded:.{places}f}".rstrip("0").rstrip(".") if rounded % 1 else f"{rounded:.0f}"
