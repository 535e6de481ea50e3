"""A chart as SVG, made with the page: seen before any script, without one, and on paper.

It is made from the figure that plotly draws, so that both show the same. Across, a place is a share of the room between
the margins, so that one picture fits every width and no letter shrinks; down, it is in px, as rows are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

from outcomes.chart.theme import HUES, MUTED, NOTEBOOK_ONLY, TEXT_PX
from records.markup import Markup, tag

Value = TypeVar("Value", str, float)

LEADING = 1.3
ABOVE_TICKS, BELOW_TICKS = 3, 13  # px from the end of a grid line to the foot of the names of its ticks
# From the foot of those to the foot of what the axis measures [px]; below the drawing this lies on the other side.
TO_TITLE_ABOVE, TO_TITLE_BELOW = 21, 17
LARGER = 1.6  # a mark of a panel that is seen alone
# plotly's own, within 1 each way.
OUTLINES: Mapping[str, list[tuple[float, float]]] = {
    "circle": [(0.0, 0.0)],
    "square": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
    "diamond": [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
    "triangle-up": [(0, -1), (1.155, 0.5), (-1.155, 0.5)],
    "triangle-right": [(1, 0), (-0.5, 1.155), (-0.5, -1.155)],
    "star": [
        (size * math.sin(math.pi * at / 5), -size * math.cos(math.pi * at / 5))
        for at in range(10)
        for size in [1.4 if at % 2 == 0 else 0.535]
    ],
    "line-ns": [(0, -1.4), (0, 1.4)],
}


def picture(figure: Mapping[str, Any], layout: str) -> Markup:
    """Return the SVG of a chart that is given as plotly's JSON, its words around it left out.

    Parameters
    ----------
    layout
        "wide", or "narrow" for a page on which the labels stand above their rows.

    Raises
    ------
    ValueError
        If a trace is of another type than scatter, or has a mark that is not in `OUTLINES`.
    """
    drawn = _laid_out(figure["layout"], layout)
    margin, height = drawn["margin"], figure["layout"]["meta"]["heights"][layout]
    frame = _Frame(drawn, top=margin["t"], inner=height - margin["t"] - margin["b"])
    parts = [
        *(part for axis in frame.axes("x") for part in _across(frame, axis)),
        *(part for axis in frame.axes("y") for part in _up(frame, axis)),
        *(part for trace in figure["data"] for part in _trace(frame, trace)),
        *(_note(frame, note) for note in drawn.get("annotations", ()) if note.get("name") != NOTEBOOK_ONLY),
    ]
    return tag(
        "svg",
        *parts,
        class_=f"picture {layout}",
        height=height,
        style=f"--left:{margin['l']}px;--right:{margin['r']}px",
    )


def panel(figure: Mapping[str, Any], number: int, side: int) -> Markup:
    """Return the SVG of one panel of a figure, the first being 1, as a square of that side [px], its marks larger."""
    suffix = "" if number == 1 else str(number)
    whole = {"domain": [0, 1], "visible": False}
    layout = {
        "xaxis": figure["layout"][f"xaxis{suffix}"] | whole,
        "yaxis": figure["layout"][f"yaxis{suffix}"] | whole,
        "margin": {},
        "meta": {
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "heights": {"wide": side},
            "narrow": {},
        },
    }
    data = [
        {**trace, "xaxis": "x", "yaxis": "y", "marker": _larger(trace["marker"])}
        for trace in figure["data"]
        if trace["xaxis"] == f"x{suffix}"
    ]
    return picture({"layout": layout, "data": data}, "wide")


def _larger(marker: Mapping[str, Any]) -> dict[str, Any]:
    size = marker["size"]
    return {
        **marker,
        "size": [LARGER * one for one in size] if isinstance(size, list) else LARGER * size,
    }


def _laid_out(layout: Mapping[str, Any], name: str) -> dict[str, Any]:
    drawn = deepcopy(dict(layout)) | {"margin": dict(layout["meta"]["margin"])}
    for path, value in layout["meta"]["narrow"].items() if name == "narrow" else ():
        *keys, last = (int(key) if key.isdigit() else key for key in re.findall(r"\w+", path))
        part: Any = drawn
        for key in keys:
            part = part[key]
        part[last] = value
    return drawn


@dataclass(frozen=True)
class _Frame:
    """Where a value stands: across as a share of the room between the margins, down in px from the top."""

    layout: Mapping[str, Any]
    top: float
    inner: float

    def axes(self, letter: str) -> Iterator[str]:
        """Yield the names of the axes that are seen."""
        for name, axis in self.layout.items():
            if re.fullmatch(rf"{letter}axis\d*", name) and axis.get("visible", True):
                yield name

    def x(self, value: float, axis: str) -> float:
        low, high = self._domain(axis)
        return low + self._share(value, axis) * (high - low)

    def y(self, value: float, axis: str) -> float:
        low, high = self._domain(axis)
        return self.down(low + self._share(value, axis) * (high - low))

    def down(self, share: float) -> float:
        """Return the y of a share of the room, which plotly counts from below."""
        return self.top + (1 - share) * self.inner

    def span(self, axis: str) -> tuple[float, float]:
        """Return the y of the top and of the foot of the panel of an axis."""
        low, high = self._domain(axis)
        return self.down(high), self.down(low)

    def at(self, reference: str, value: float) -> float:
        """Return the place of a note, whose reference is `x`, `y2` or, within an axis, `x3 domain`."""
        axis, *domain = reference.split()
        name = f"{axis[0]}axis{axis[1:]}"
        if not domain:
            return self.x(value, name) if axis[0] == "x" else self.y(value, name)
        low, high = self._domain(name)
        share = low + value * (high - low)
        return share if axis[0] == "x" else self.down(share)

    def _domain(self, axis: str) -> tuple[float, float]:
        low, high = self.layout[axis].get("domain", (0, 1))
        return low, high

    def _share(self, value: float, axis: str) -> float:
        low, high = map(float, self.layout[axis]["range"])
        return ((math.log10(value) if self.layout[axis].get("type") == "log" else value) - low) / (high - low)


def _across(frame: _Frame, name: str) -> Iterator[Markup]:
    """Yield the grid, the ticks and the measure of an axis that runs across."""
    axis = frame.layout[name]
    top, foot = frame.span(_other(axis["anchor"]))
    above = axis.get("side") == "top"
    ticks = top - ABOVE_TICKS if above else foot + BELOW_TICKS
    names = axis.get("ticktext") or [f"{tick:g}" for tick in axis["tickvals"]]
    for value, text in zip(axis["tickvals"], names, strict=True):
        at = _percent(frame.x(value, name))
        yield tag("line", x1=at, x2=at, y1=_px(top), y2=_px(foot), class_="grid")
        if axis.get("showticklabels", True):
            yield _text(text, at, ticks, "middle", muted=True, small=True)
    lines = (axis.get("title") or {}).get("text", "").split("<br>")
    if lines != [""]:
        middle = _percent(sum(frame._domain(name)) / 2)
        if not above:
            foot_of_title = ticks + TO_TITLE_BELOW
        elif axis.get("showticklabels", True):
            foot_of_title = ticks - TO_TITLE_ABOVE
        else:
            foot_of_title = top - ABOVE_TICKS - axis["title"]["standoff"] - 2
        muted = axis["title"]["font"]["color"] == MUTED
        yield _lines(lines, middle, foot_of_title, "middle", muted=muted, small=True)


def _up(frame: _Frame, name: str) -> Iterator[Markup]:
    axis = frame.layout[name]
    for value, text in zip(axis["tickvals"], axis["ticktext"], strict=True):
        y = frame.y(value, name)
        yield tag("line", x1="0", x2="100%", y1=_px(y), y2=_px(y), class_="grid")
        yield _text(text, "0", y + 4, "end", shift=-5, muted=True, small=True)


def _trace(frame: _Frame, trace: Mapping[str, Any]) -> Iterator[Markup]:
    if trace.get("type") != "scatter":
        raise ValueError(f"a picture has no way to draw a trace of type {trace.get('type')!r}")
    x_axis, y_axis = _other(trace["xaxis"]), _other(trace["yaxis"])
    places = [(frame.x(x, x_axis), frame.y(y, y_axis)) for x, y in zip(trace["x"], trace["y"], strict=True)]
    if "lines" in trace["mode"]:
        look = {"class_": _hue(trace["line"]["color"]), "stroke_width": f"{trace['line']['width']:g}"}
        for (x1, y1), (x2, y2) in pairwise(places):
            yield tag("line", x1=_percent(x1), x2=_percent(x2), y1=_px(y1), y2=_px(y2), **look)
    if "markers" in trace["mode"]:
        yield from _bars(frame, trace, x_axis, places)
        marker = trace["marker"]
        for place, (x, y) in enumerate(places):
            yield _mark(
                _one(marker["symbol"], place),
                _one(marker["size"], place),
                _hue(marker["color"]),
                marker.get("line", {}).get("width", 0),
                x=_percent(x),
                y=_px(y),
            )


def _bars(
    frame: _Frame, trace: Mapping[str, Any], axis: str, places: list[tuple[float, float]]
) -> Iterator[Markup]:
    """Yield the intervals of a trace."""
    bars = trace.get("error_x")
    if bars is None:
        return
    ends: Iterator[tuple[float, float, float]] = zip(
        trace["x"], bars["arrayminus"], bars["array"], strict=True
    )
    for (value, below, above), (_, y) in zip(ends, places, strict=True):
        if below or above:
            low, high = (_percent(frame.x(end, axis)) for end in (value - below, value + above))
            yield tag(
                "line", x1=low, x2=high, y1=_px(y), y2=_px(y), class_=_hue(bars["color"]), stroke_width="2"
            )


def _mark(symbol: str, size: float, hue: str, line: float, *, x: str, y: str) -> Markup:
    shape = symbol.removesuffix("-open")
    if shape not in OUTLINES:
        raise ValueError(f"a picture has no way to draw the mark {symbol!r}")
    look = {"class_": hue if symbol == shape else f"{hue} hollow", "stroke_width": f"{line:g}"}
    if shape == "circle":
        return tag("circle", cx=x, cy=y, r=f"{size / 2:g}", **look)
    corners = "L".join(f"{right * size / 2:.1f} {down * size / 2:.1f}" for right, down in OUTLINES[shape])
    return tag("svg", tag("path", d=f"M{corners}z", **look), x=x, y=y, class_="mark")


def _note(frame: _Frame, note: Mapping[str, Any]) -> Markup:
    lines = note["text"].split("<br>")
    anchor = note.get("xanchor", "center")
    y = frame.at(note["yref"], note["y"]) - note.get("yshift", 0)
    # The foot of the last line, from a place below the note or in its middle.
    foot = y - 5 if note.get("yanchor") == "bottom" else y + 0.36 * TEXT_PX
    return _lines(
        lines,
        _percent(frame.at(note["xref"], note["x"])),
        foot,
        {"left": "start", "center": "middle", "right": "end"}[anchor],
        shift=note.get("xshift", 0),
        muted=note.get("font", {}).get("color") == MUTED,
    )


def _lines(
    lines: list[str],
    x: str,
    foot: float,
    anchor: str,
    *,
    shift: float = 0,
    muted: bool = False,
    small: bool = False,
) -> Markup:
    size = TEXT_PX - small
    spans = []
    for above, line in enumerate(reversed(lines)):
        words = re.fullmatch("<b>(.*)</b>", line)
        y = _px(foot - above * LEADING * size)
        bold = "bold" if words else None
        spans.append(tag("tspan", words[1] if words else line, x=x, y=y, dx=_shift(shift), font_weight=bold))
    return tag("text", *reversed(spans), class_=_look(muted=muted, small=small), text_anchor=anchor)


def _text(words: str, x: str, y: float, anchor: str, *, shift: float = 0, muted: bool, small: bool) -> Markup:
    look = _look(muted=muted, small=small)
    return tag("text", words, x=x, y=_px(y), dx=_shift(shift), class_=look, text_anchor=anchor)


def _look(*, muted: bool, small: bool) -> str | None:
    return " ".join(["muted"] * muted + ["small"] * small) or None


def _shift(shift: float) -> str | None:
    return f"{shift:g}" if shift else None


def _other(reference: str) -> str:
    """Return the name of an axis that is referred to as `x2`."""
    return f"{reference[0]}axis{reference[1:]}"


def _hue(color: str) -> str:
    return HUES.get(color, "muted")


def _one(value: Value | list[Value], place: int) -> Value:
    return value[place] if isinstance(value, list) else value


def _percent(share: float) -> str:
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


def _px(y: float) -> str:
    return f"{y:.1f}".removesuffix(".0")
