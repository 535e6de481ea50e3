"""A class's figures drawn as SVG, without a script; the same figures are in a table next to each drawing."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import Any

import polars as pl

from quizzes.cohorts.report.numbers import bank_title, count, number, percent
from quizzes.strings import say
from records.markup import Markup, style, tag

WIDE = 360
"""Width of a drawing [user units], at which its letters are as large as the page's on a phone."""

LEFT, RIGHT = 42, 342

LETTERS = 48
"""How many letters fit from LEFT on, even wide ones."""


class Picture(str):
    """A drawing; a notebook shows it when it is the last line of a cell."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return self


def facility_and_discrimination(items: pl.DataFrame) -> Picture:
    """Draw one mark per question of `Cohort.items`: how easy it was (0..1), and how well it discriminates (-1..1).

    A question whose discrimination is not known has no mark.
    """
    drawn = items.filter(pl.col("discrimination").is_not_null())
    low = -1.0 if drawn.height and _float(drawn["discrimination"].min()) < -0.5 else -0.5
    top, bottom = 10, 230

    def y(value: float) -> float:
        return bottom - (value - low) / (1 - low) * (bottom - top)

    ticks = [tick for tick in (-1.0, -0.5, 0.0, 0.5, 1.0) if tick >= low]
    parts = [_line(LEFT, y(tick), RIGHT, y(tick), "axis" if tick == 0 else "grid") for tick in ticks]
    parts += [_text(LEFT - 6, y(tick) + 4, number(tick, 1), "end") for tick in ticks]
    parts += _percent_axis(top, bottom)
    for row in drawn.iter_rows(named=True):
        said = f"{row['item']}: facility {percent(row['facility'])}, discrimination {number(row['discrimination'])}"
        mark = _diamond if say("class_check_key") in (row["warning"] or "") else _dot
        parts.append(mark(_x(row["facility"]), y(row["discrimination"]), said))
    parts.append(_caption(bottom, "Facility (mean score)"))
    parts.append(
        _text(0, 0, "Discrimination", "middle", transform=f"translate(13 {(top + bottom) / 2}) rotate(-90)")
    )
    what = (
        f"Facility and discrimination of {count(drawn.height, 'question')}; the table below has the figures."
    )
    return _picture(bottom + 44, what, parts)


def before_and_after(gain: pl.DataFrame) -> Picture:
    """Draw one row per objective of `Cohort.gain`: the mean share of points before, and after, each 0..1."""
    texts = [row or "All shared objectives" for row in gain["text"]]
    levels, bottom, parts = _rows(texts)
    for level, row in zip(levels, gain.iter_rows(named=True), strict=True):
        before, after = _x(row["before"]), _x(row["after"])
        parts.append(_line(before, level, after, level, "bar"))
        # If nothing changed, the ring shows around the dot.
        parts.append(_dot(before, level, f"before: {percent(row['before'])}", "hollow", r=6))
        parts.append(_dot(after, level, f"after: {percent(row['after'])}", r=4))
    parts.append(_caption(bottom, "Share of points: hollow before, full after"))
    return _picture(
        bottom + 44,
        "Shares of points before and after, by objective; the table below has the figures.",
        parts,
    )


def reliabilities(table: pl.DataFrame) -> Picture:
    """Draw one row per bank of `Cohort.reliability`: KR-20 or alpha with its interval, where there is one."""
    drawn = table.filter(pl.col("value").is_not_null())
    levels, bottom, parts = _rows([bank_title(bank) for bank in drawn["bank"]], as_number=True)
    for level, row in zip(levels, drawn.iter_rows(named=True), strict=True):
        if row["low"] is not None:
            parts.append(_line(_x(row["low"]), level, _x(row["high"]), level, "bar"))
        parts.append(_dot(_x(row["value"]), level, f"{bank_title(row['bank'])}: {number(row['value'])}"))
    parts.append(_caption(bottom, "KR-20 or alpha, with its 95% interval"))
    return _picture(bottom + 44, "Reliability of each bank; the table below has the figures.", parts)


def right_by_certainty(table: pl.DataFrame) -> Picture:
    """Draw, from `Cohort.calibration`, how often answers were right at each certainty, over the band that fits it."""
    top, bottom, half = 10, 180, 40
    parts: list[Markup] = []

    def y(share: float) -> float:
        return bottom - share * (bottom - top)

    for share in (0, 2 / 3, 4 / 5, 1):
        parts.append(_line(LEFT, y(share), RIGHT, y(share), "grid"))
        parts.append(_text(LEFT - 6, y(share) + 4, percent(share), "end"))
    for row in table.iter_rows(named=True):
        x = LEFT + (row["certainty"] - 0.5) * (RIGHT - LEFT) / 3
        high, low = y(row["fits_to"]), y(row["fits_from"])
        parts.append(
            tag("rect", class_="band", x=_n(x - half), y=_n(high), width=2 * half, height=_n(low - high))
        )
        parts.append(_line(x, y(row["low"]), x, y(row["high"]), "bar"))
        parts.append(_dot(x, y(row["share"]), f"certainty {row['certainty']}: {percent(row['share'])}"))
        parts.append(_text(x, bottom + 18, str(row["certainty"]), "middle"))
    parts.append(_caption(bottom, "Certainty; the band is what fits it"))
    return _picture(bottom + 44, "Share right at each certainty; the table below has the figures.", parts)


def share_bar(share: float, low: float | None = None, high: float | None = None) -> Markup:
    """Return a share and the limits of its interval, each 0..1, as a small bar for a cell with the same in digits."""
    parts = [
        tag("rect", class_="track", x=0, y=3, width=80, height=6),
        tag("rect", class_="fill", x=0, y=3, width=_n(80 * share), height=6),
    ]
    if low is not None and high is not None:
        parts.append(_line(80 * low, 6, 80 * high, 6, "whisker"))
    return tag("svg", *parts, viewBox="0 0 80 12", width=80, height=12, aria_hidden="true", class_="small")


def _picture(height: float, what: str, parts: Sequence[Markup]) -> Picture:
    svg = tag(
        "svg",
        style(_css()),
        *parts,
        viewBox=f"0 0 {WIDE} {_n(height)}",
        role="img",
        aria_label=what,
        class_="class-picture",
    )
    return Picture(svg)


@cache
def _css() -> str:
    """Return the style of all drawings; its rules name their class, so that they affect nothing around them."""
    return (Path(__file__).parent / "picture.css").read_text("utf-8")


def _rows(texts: Sequence[str], *, as_number: bool = False) -> tuple[list[float], float, list[Markup]]:
    """Return the level of each row, where the rows end, and their axis and texts, which do not overlap."""
    top, line = 6.0, 14
    levels: list[float] = []
    parts: list[Markup] = []
    bottom = top
    for text in texts:
        for part in wrap(text, LETTERS) or [""]:
            parts.append(_text(LEFT, bottom + 17, part, "start"))
            bottom += line
        levels.append(bottom + 14)
        bottom += 24
    return levels, bottom, [*_percent_axis(top, bottom, as_number=as_number), *parts]


def _percent_axis(top: float, bottom: float, *, as_number: bool = False) -> list[Markup]:
    """Return upright lines from 0 to 100%, with their figures below."""
    parts = [_line(_x(share), top, _x(share), bottom, "grid") for share in (0, 0.25, 0.5, 0.75, 1)]
    parts += [
        _text(_x(share), bottom + 18, number(share, 1) if as_number else percent(share), "middle")
        for share in (0, 0.5, 1)
    ]
    return parts


def _x(share: float) -> float:
    """Return where a share lies; what is below 0, as an alpha can be, lies on the edge."""
    return LEFT + min(1.0, max(0.0, share)) * (RIGHT - LEFT)


def _dot(x: float, y: float, said: str, kind: str = "dot", r: float = 5) -> Markup:
    """Return a mark with a tooltip."""
    return tag("circle", tag("title", said), class_=kind, cx=_n(x), cy=_n(y), r=_n(r))


def _diamond(x: float, y: float, said: str) -> Markup:
    """Return the mark of what is doubtful, which has another shape as well as another color."""
    return tag("path", tag("title", said), class_="doubt", d=f"M{_n(x)} {_n(y - 6)}l6 6l-6 6l-6 -6z")


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    return tag("line", class_=kind, x1=_n(x1), y1=_n(y1), x2=_n(x2), y2=_n(y2))


def _text(x: float, y: float, text: str, anchor: str, **more: object) -> Markup:
    return tag("text", text, x=_n(x), y=_n(y), text_anchor=anchor, **more)


def _caption(bottom: float, text: str) -> Markup:
    """Return the caption below the figures of the lower axis."""
    return _text((LEFT + RIGHT) / 2, bottom + 36, text, "middle")


def _n(value: float) -> str:
    """Return a length, short.

    >>> _n(40.0), _n(12.345)
    ('40', '12.3')
    """
    return f"{value:.1f}".removesuffix(".0")


def _float(value: Any) -> float:  # noqa: ANN401 - whatever polars thinks the least of a column may be
    return float(value)
