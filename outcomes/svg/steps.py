"""A pathway in steps, from the top down: numbered marks on a line, text beside them, pitfalls to the right or below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outcomes.svg.canvas import Canvas
from outcomes.svg.words import Point

GAP = 22


@dataclass(frozen=True)
class Layout:
    """Where the columns of a way stand [px]."""

    spine: float
    text: float
    width: float
    aside: float | None
    radius: float

    @classmethod
    def of(cls, canvas: Canvas) -> Layout:
        """Return two columns if there is room, else one."""
        if canvas.narrow:
            return cls(spine=26, text=48, width=canvas.width - 48, aside=None, radius=12)
        return cls(spine=34, text=64, width=310, aside=392, radius=14)


def draw_steps(canvas: Canvas, points: Sequence[Point], *, back: tuple[int, int] | None = None) -> None:
    """Draw each point as a step; those of its points that are pitfalls stand beside it.

    A point of the kind "rule" stands before its step, on a line across the way.

    Parameters
    ----------
    back
        Places of two steps: a dashed way leads back from the first to the second.
    """
    at = Layout.of(canvas)
    marks: list[float] = []
    y = 2.0
    for place, point in enumerate(points):
        for part in point.points:
            if part.kind == "rule":
                y = _rule(canvas, part.text, y)
        middle = y + at.radius
        marks.append(middle)
        canvas.circle(at.spine, middle, at.radius, "mark")
        number = str(place + 1)
        canvas.text(number, at.spine, middle - canvas.size * 0.67, 40, "on", middle=True)
        y = _step(canvas, at, point, y) + GAP
    canvas.path(f"M{at.spine:g} {marks[0]:.1f} V{marks[-1]:.1f}", "path")
    if back is not None:
        start, end = (marks[place] for place in back)
        edge = at.spine - at.radius - (10 if canvas.narrow else 14)
        reach = at.spine - at.radius
        canvas.path(f"M{reach:g} {start:.1f} H{edge:g} V{end:.1f} H{reach - 6:g}", "path dashed")
        canvas.arrow_head(reach - 1, end, "right")


def _step(canvas: Canvas, at: Layout, point: Point, y: float) -> float:
    pitfalls = [part for part in point.points if part.kind == "pitfall"]
    end = canvas.text(point.head, at.text, y + 1, at.width, "strong")
    if point.text:
        end = canvas.text(point.text, at.text, end + 2, at.width)
    for part in (part for part in point.points if not part.kind):
        end = canvas.text(part.text, at.text, end + 5, at.width, "muted")
    below = y if at.aside is not None else end + 7
    for part in pitfalls:
        x, width = (at.text, at.width) if at.aside is None else (at.aside, canvas.width - at.aside)
        below = canvas.aside(part.text, x, below, width) + 8
    return max(end, below - 8 if pitfalls else end)


def _rule(canvas: Canvas, words: str, y: float) -> float:
    """Draw a line across, with words under it."""
    x = Layout.of(canvas).text
    end = canvas.text(words, x, y + 5, canvas.width - x, "accent")
    canvas.path(f"M0 {y:.1f} H{canvas.width}", "path")
    return end + GAP * 0.8
