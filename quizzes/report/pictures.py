"""Drawings of a class's figures as SVG, which need no script; the same figures stand in a table beside them."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from quizzes.report.markup import Markup, join, tag
from quizzes.report.words import count, number, percent

WIDE = 360
"""Width of a drawing [user units], at which its letters are as large as the page's on a telephone."""

LEFT, RIGHT = 40, 348


class Picture(str):
    """A drawing; a notebook shows it when it is the last line of a cell."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return f'<div style="max-width: 34rem">{self}</div>'


def facility_and_discrimination(items: pl.DataFrame) -> Picture:
    """Draw one mark a question: how easy it was, and how well it tells students apart."""
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
        doubtful = (row["warning"] or "").find("check the key") >= 0 or row["discrimination"] < 0
        said = f"{row['item']}: facility {percent(row['facility'])}, discrimination {number(row['discrimination'])}"
        parts.append(_mark(_x(row["facility"]), y(row["discrimination"]), said, doubtful))
    parts.append(_text((LEFT + RIGHT) / 2, bottom + 36, "Facility (mean score)", "middle"))
    parts.append(
        _text(0, 0, "Discrimination", "middle", transform=f"translate(10 {(top + bottom) / 2}) rotate(-90)")
    )
    what = (
        f"Facility and discrimination of {count(drawn.height, 'question')}; the table below has the figures."
    )
    return _picture(bottom + 44, what, parts)


def before_and_after(gain: pl.DataFrame) -> Picture:
    """Draw one row an objective: the mean share of points before, and after."""
    parts: list[Markup] = []
    step, top = 38, 6
    bottom = top + step * gain.height
    parts += _percent_axis(top, bottom)
    for at, row in enumerate(gain.iter_rows(named=True)):
        level = top + step * at + 28
        parts.append(_text(LEFT, level - 11, _cut(row["text"] or "All shared objectives"), "start"))
        before, after = _x(row["before"]), _x(row["after"])
        parts.append(_line(before, level, after, level, "bar"))
        parts.append(
            tag(
                "circle",
                tag("title", f"before: {percent(row['before'])}"),
                class_="hollow",
                cx=_n(before),
                cy=level,
                r=5,
            )
        )
        parts.append(
            tag(
                "circle",
                tag("title", f"after: {percent(row['after'])}"),
                class_="dot",
                cx=_n(after),
                cy=level,
                r=5,
            )
        )
    parts.append(
        _text((LEFT + RIGHT) / 2, bottom + 36, "Share of points: hollow before, full after", "middle")
    )
    return _picture(
        bottom + 44,
        "Shares of points before and after, by objective; the table below has the figures.",
        parts,
    )


def reliabilities(table: pl.DataFrame) -> Picture:
    """Draw one row a bank: KR-20 or alpha with its interval."""
    drawn = table.filter(pl.col("value").is_not_null())
    step, top = 38, 6
    bottom = top + step * drawn.height
    parts = _percent_axis(top, bottom, as_number=True)
    for at, row in enumerate(drawn.iter_rows(named=True)):
        level = top + step * at + 28
        parts.append(_text(LEFT, level - 11, _cut(row["bank"]), "start"))
        parts.append(_line(_x(row["low"]), level, _x(row["high"]), level, "bar"))
        parts.append(_mark(_x(row["value"]), level, f"{row['bank']}: {number(row['value'])}"))
    parts.append(_text((LEFT + RIGHT) / 2, bottom + 36, "KR-20 or alpha, with its 95% interval", "middle"))
    return _picture(bottom + 44, "Reliability of each bank; the table below has the figures.", parts)


def right_by_certainty(table: pl.DataFrame) -> Picture:
    """Draw how often answers were right at each certainty, over the band that fits it."""
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
        parts.append(_mark(x, y(row["share"]), f"certainty {row['certainty']}: {percent(row['share'])}"))
        parts.append(_text(x, bottom + 18, str(row["certainty"]), "middle"))
    parts.append(_text((LEFT + RIGHT) / 2, bottom + 36, "Certainty; the band is what fits it", "middle"))
    return _picture(bottom + 44, "Share right at each certainty; the table below has the figures.", parts)


def share_bar(share: float, low: float | None = None, high: float | None = None) -> Markup:
    """Return a share as a small bar, for a cell that says the same in digits."""
    parts = [
        tag("rect", class_="track", x=0, y=3, width=80, height=6),
        tag("rect", class_="fill", x=0, y=3, width=_n(80 * share), height=6),
    ]
    if low is not None and high is not None:
        parts.append(_line(80 * low, 6, 80 * high, 6, "whisker"))
    return tag("svg", *parts, viewBox="0 0 80 12", width=80, height=12, aria_hidden="true", class_="small")


def _picture(height: float, what: str, parts: Sequence[Markup]) -> Picture:
    svg = tag(
        "svg", *parts, viewBox=f"0 0 {WIDE} {_n(height)}", role="img", aria_label=what, class_="picture"
    )
    return Picture(join(svg))


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


def _mark(x: float, y: float, said: str, doubtful: bool = False) -> Markup:
    """Return a mark that says what it is under the pointer; what is doubtful has another shape as well."""
    title = tag("title", said)
    if doubtful:
        return tag("path", title, class_="doubt", d=f"M{_n(x)} {_n(y - 6)}l6 6l-6 6l-6 -6z")
    return tag("circle", title, class_="dot", cx=_n(x), cy=_n(y), r=5)


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    return tag("line", class_=kind, x1=_n(x1), y1=_n(y1), x2=_n(x2), y2=_n(y2))


def _text(x: float, y: float, text: str, anchor: str, **more: object) -> Markup:
    return tag("text", text, x=_n(x), y=_n(y), text_anchor=anchor, **more)


def _cut(text: str) -> str:
    """Return as much of a text as a row has room for."""
    return text if len(text) <= 50 else f"{text[:49]}…"


def _n(value: float) -> str:
    """Return a length, short.

    >>> _n(40.0), _n(12.345)
    ('40', '12.3')
    """
    return f"{value:.1f}".removesuffix(".0")


def _float(value: Any) -> float:  # noqa: ANN401 - whatever polars thinks the least of a column may be
    return float(value)
