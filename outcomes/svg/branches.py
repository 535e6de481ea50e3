"""A tree of situations, each with its choices side by side: they are not numbered, since none comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outcomes.svg.canvas import Canvas
from outcomes.svg.words import Point

SPINE = 7.0
GAP = 26


@dataclass(frozen=True)
class Layout:
    """Where the columns of a tree stand [px]."""

    head: float
    choice: float
    right: float
    aside: float | None

    @classmethod
    def of(cls, canvas: Canvas) -> Layout:
        """Return two columns if there is room, else one."""
        if canvas.narrow:
            return cls(head=26, choice=47, right=canvas.width, aside=None)
        return cls(head=34, choice=57, right=382, aside=400)


def draw_branches(canvas: Canvas, root: Point, branches: Sequence[Point]) -> None:
    """Draw a root and its branches; the points of a branch are its choices and, of the kind, its pitfalls."""
    at = Layout.of(canvas)
    y = canvas.text(root.head, 0, 0, canvas.width, "strong")
    top = canvas.text(root.text, 0, y + 2, canvas.width) + 8
    y, last = top + 14, top
    for branch in branches:
        last = y + canvas.size * 0.72
        canvas.path(f"M{SPINE:g} {last:.1f} H{at.head - 14:g}", "path")
        canvas.arrow_head(at.head - 6, last, "right")
        y = _branch(canvas, at, branch, y) + GAP
    canvas.path(f"M{SPINE:g} {top:.1f} V{last:.1f}", "path")


def _branch(canvas: Canvas, at: Layout, branch: Point, y: float) -> float:
    right = at.right if at.aside is None else canvas.width
    head = canvas.text(branch.head, at.head, y, right - at.head, "accent") + 7
    end = head
    for choice in (part for part in branch.points if not part.kind):
        canvas.circle(at.head + 6, end + canvas.size * 0.72, 4.5, "hollow")
        end = canvas.text(choice.head, at.choice - 4, end, at.right - at.choice + 4, "strong")
        end = canvas.text(choice.text, at.choice - 4, end + 1, at.right - at.choice + 4) + 8
    below = head if at.aside is not None else end + 1
    for part in (part for part in branch.points if part.kind):
        x, width = (at.head, at.right - at.head) if at.aside is None else (at.aside, canvas.width - at.aside)
        below = canvas.aside(part.text, x, below, width) + 8
    return max(end, below) - 8
