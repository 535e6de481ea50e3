"""Tissue as a microscope shows it, reduced to lines: nests, their cells, their vessels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import atan2, cos, hypot, pi, sin

from outcomes.svg.canvas import Canvas
from outcomes.svg.shapes import (
    Spot,
    beyond,
    divided,
    dots,
    jitter,
    middle,
    oval,
    ring,
    rounded,
    spiral,
    toward,
)


@dataclass
class Field:
    """A round field of view about 0: what is put into it is gathered by kind, and each kind is one path."""

    radius: float
    layers: dict[str, list[str]] = field(default_factory=dict)
    above: list[tuple[str, str]] = field(
        default_factory=list
    )  # paths that no edge cuts off, each with its kind

    def put(self, kind: str, *paths: str) -> None:
        """Add paths of a kind; kinds are drawn in the order in which they were first met."""
        self.layers.setdefault(kind, []).extend(paths)

    def honeycomb(self, size: float, *, rough: float = 0.12, turn: float = 0.2) -> list[Spot]:
        """Return places at about this distance over the field and beyond its edge, in slightly irregular rows."""
        rows = int(self.radius / size) + 2
        spots = []
        for row in range(-rows, rows + 1):
            for column in range(-rows, rows + 1):
                across = (column + row % 2 / 2) * size + rough * size * jitter(row * 31 + column * 7 + size)
                down = row * size * 0.87 + rough * size * jitter(row * 13 + column * 29 + size)
                x, y = across * cos(turn) - down * sin(turn), across * sin(turn) + down * cos(turn)
                if hypot(x, y) < self.radius + size * 0.95:
                    spots.append((x, y))
        return spots

    def beyond(self, size: float) -> list[Spot]:
        """Return an outline this far beyond the edge."""
        return ring(0, 0, self.radius + size, self.radius + size, 24)

    def sees(self, corners: Sequence[Spot]) -> bool:
        """Return whether any corner of a shape, or its middle, lies within."""
        return any(hypot(x, y) < self.radius for x, y in [*corners, middle(corners)])

    def at(self, across: float, down: float) -> Spot:
        """Return a place given as shares of the radius from the middle."""
        return across * self.radius, down * self.radius

    def draw(self, canvas: Canvas, x: float, y: float, radius: float, ground: str = "paper") -> None:
        """Put the field on a canvas about a place, with a radius there: ground, what lies in it, rim.

        It is the same in each layout, to the letter, so that a page holds it once.
        """
        own = canvas.own()
        own.circle(0, 0, self.radius, ground, behind=True)
        own.within(0, 0, self.radius, [(kind, "".join(steps)) for kind, steps in self.layers.items()])
        own.circle(0, 0, self.radius, "rim", behind=True)
        for kind, steps in self.above:
            own.path(steps, kind)
        canvas.inset(own, x, y, radius / self.radius, y + radius)


@dataclass(frozen=True)
class Look:
    """How the cells of a nest look: what they are filled with, their nuclei, their grains, their middle."""

    cell: str = "pink tint cell"
    nucleus: str = "blue tint nucleus"
    size: float = 0.24  # of a nucleus, as a share of its cell
    nucleolus: bool = True
    grains: int = 0
    grain: str = "grain"
    open: float = 0.0  # how far the middle of a nest is empty, as a share of its radius
    loose: int = 0  # cells afloat in the empty middle


def nests(
    view: Field, size: float, gap: float, look: Look, cells: int, *, turn: float = 0.2, wall: str = "wall"
) -> list[list[Spot]]:
    """Fill a field with nests of a size, a vessel's width apart; return their outlines."""
    outlines = [
        corners
        for _, corners in divided(view.beyond(size), view.honeycomb(size, turn=turn), gap)
        if view.sees(corners)
    ]
    for number, corners in enumerate(outlines):
        view.put(wall, rounded(corners, 0.34))
        nest(view, corners, look, cells, turn=number * 0.7)
    return outlines


def nest(view: Field, corners: Sequence[Spot], look: Look, cells: int, *, turn: float = 0) -> None:
    """Fill an outline with cells that stand around its middle."""
    center = middle(corners)
    reach = sum(hypot(x - center[0], y - center[1]) for x, y in corners) / len(corners)
    inner = [toward(corner, center, 2.2 / reach) for corner in corners]
    seeds = _around(inner, center, cells, turn, 0.36 if look.open else 0.34)
    if not look.open:
        seeds = [*seeds, toward(center, seeds[0], 0.12)]
    for seed, piece in divided(inner, seeds, 1.6):
        part = (
            beyond(piece, center, look.open * reach * (1 + 0.22 * jitter(seed[0])), seed)
            if look.open
            else piece
        )
        if len(part) > 2:
            one_cell(view, part, look)
    for place in range(look.loose):
        angle = turn * 3 + 2.4 * place
        far = look.open * reach * (0.16 + 0.2 * place)
        one_cell(
            view,
            ring(
                center[0] + far * cos(angle),
                center[1] + far * sin(angle),
                reach * 0.17,
                reach * 0.15,
                7,
                turn=angle,
                rough=0.1,
            ),
            look,
        )


def one_cell(view: Field, corners: Sequence[Spot], look: Look) -> None:
    """Put one cell: its outline, nucleus, nucleolus and grains."""
    x, y = middle(corners)
    if not view.sees(corners):
        return
    size = sum(hypot(a - x, b - y) for a, b in corners) / len(corners)
    view.put(look.cell, rounded(corners, 0.32))
    turn = jitter(x * 1.7 + y) * pi
    nx, ny = x + size * 0.14 * cos(turn), y + size * 0.14 * sin(turn)
    r = size * look.size * 1.25
    if look.grains:
        grains = [
            spot
            for spot in spiral(x, y, size * 0.74, look.grains)
            if hypot(spot[0] - nx, spot[1] - ny) > r + 1.2
        ]
        view.put(look.grain, dots([(a + jitter(a * b) * 0.9, b + jitter(b) * 0.9) for a, b in grains]))
    if look.size:
        view.put(look.nucleus, oval(nx, ny, r, r * 0.9, turn * 57))
    if look.nucleolus and look.size:
        view.put("nucleolus", dots([(nx + r * 0.15, ny)]))


def vessel_nuclei(
    view: Field,
    outlines: Sequence[Sequence[Spot]],
    kind: str,
    size: float,
    *,
    every: int = 2,
    out: float = 1.5,
) -> None:
    """Put thin nuclei along the sides of nests, like those of the cells that line a vessel."""
    for number, corners in enumerate(outlines):
        center = middle(corners)
        for at, corner in enumerate(corners):
            before = corners[at - 1]
            if (at + number) % every or hypot(corner[0] - before[0], corner[1] - before[1]) < size * 2.4:
                continue
            mid = toward(before, corner, 0.5)
            if hypot(*mid) > view.radius - size - 3:
                continue
            away = hypot(mid[0] - center[0], mid[1] - center[1])
            x, y = mid[0] + (mid[0] - center[0]) / away * out, mid[1] + (mid[1] - center[1]) / away * out
            turn = atan2(corner[1] - before[1], corner[0] - before[0]) * 180 / pi
            view.put(kind, oval(x, y, size, size * 0.36, turn))


def _around(corners: Sequence[Spot], center: Spot, count: int, turn: float, inward: float) -> list[Spot]:
    """Return seeds that follow an outline at a share of the way in, evenly by angle."""
    seeds = []
    for place in range(count):
        angle = turn + 2 * pi * (place + 0.18 * jitter(center[0] + 5 * place)) / count
        far = _reach(corners, center, angle)
        seeds.append(
            (center[0] + far * (1 - inward) * cos(angle), center[1] + far * (1 - inward) * sin(angle))
        )
    return seeds


def _reach(corners: Sequence[Spot], center: Spot, angle: float) -> float:
    """Return how far an outline lies from its middle in a direction."""
    direction = (cos(angle), sin(angle))
    best = 0.0
    for at, (bx, by) in enumerate(corners):
        ax, ay = corners[at - 1]
        ex, ey = bx - ax, by - ay
        cross = direction[0] * ey - direction[1] * ex
        if abs(cross) < 1e-9:
            continue
        along = ((ax - center[0]) * ey - (ay - center[1]) * ex) / cross
        share = ((ax - center[0]) * direction[1] - (ay - center[1]) * direction[0]) / cross
        if along > 0 and -0.001 <= share <= 1.001:
            best = max(best, along)
    return best
