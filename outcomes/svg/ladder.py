"""A ladder of questions from the top down, each with the diagnosis that a yes leads to, beside or below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outcomes.svg.canvas import Canvas
from outcomes.svg.words import Point

GAP = 24
PAD = 10


@dataclass(frozen=True)
class Layout:
    """Where the columns of a ladder stand [px]."""

    spine: float
    text: float
    radius: float
    question: float
    name: float

    @classmethod
    def of(cls, canvas: Canvas) -> Layout:
        """Return two columns if there is room, else one."""
        if canvas.narrow:
            return cls(spine=14, text=36, radius=12, question=canvas.width - 36, name=60)
        return cls(spine=16, text=44, radius=14, question=238, name=318)


def draw_ladder(canvas: Canvas, points: Sequence[Point]) -> None:
    """Draw each point as a rung; a part of the kind "name" is where a yes leads, a "pitfall" what to watch out for."""
    at = Layout.of(canvas)
    marks: list[float] = []
    y = 2.0
    for place, point in enumerate(points):
        middle = y + at.radius
        marks.append(middle)
        canvas.circle(at.spine, middle, at.radius, "mark")
        canvas.text(str(place + 1), at.spine, middle - canvas.size * 0.67, 40, "on", middle=True)
        y = _rung(canvas, at, point, y) + GAP
    canvas.path(f"M{at.spine:g} {marks[0]:.1f} V{marks[-1]:.1f}", "path")


def _rung(canvas: Canvas, at: Layout, point: Point, y: float) -> float:
    names = [part for part in point.points if part.kind == "name"]
    others = [part for part in point.points if part.kind != "name"]
    width = at.question if names else canvas.width - at.text
    end = canvas.text(point.head, at.text, y + 1, width, "strong")
    end = canvas.text(point.text, at.text, end + 2, width)
    below = end + PAD if canvas.narrow else y
    for part in names:
        arrival = below + PAD + canvas.size * 0.67
        if canvas.narrow:
            canvas.path(f"M{at.text + 6:g} {end + 4:.1f} V{arrival:.1f} H{at.name - 8:g}", "path")
        else:
            canvas.path(f"M{at.text + at.question + 6:g} {arrival:.1f} H{at.name - 8:g}", "path")
        canvas.arrow_head(at.name - 2, arrival, "right")
        below = _name(canvas, part, at.name, below) + 8
    end = max(end, below - 8) if names else end
    for part in others:
        end = canvas.aside(part.text, at.text, end + 9, canvas.width - at.text)
    return end


def _name(canvas: Canvas, part: Point, x: float, y: float) -> float:
    width = canvas.width - x
    end = canvas.text(part.head, x + PAD, y + PAD - 2, width - 2 * PAD, "accent")
    end = canvas.text(part.text, x + PAD, end + 2, width - 2 * PAD) + PAD - 1
    canvas.box(x, y, width, end - y, "pill")
    return end
