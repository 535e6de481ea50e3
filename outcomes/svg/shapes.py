"""Shapes of living things: soft outlines, and a plane divided into cells; the same on every run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin

Spot = tuple[float, float]
GOLDEN = pi * (3 - 5**0.5)


def jitter(seed: float) -> float:
    """Return a number from -1 to 1 that looks random and is always the same for a seed.

    >>> jitter(7) == jitter(7), -1 <= jitter(8) <= 1
    (True, True)
    """
    value = sin(seed * 12.9898 + 4.1414) * 43758.5453
    return 2 * (value - value // 1) - 1


def ring(
    x: float, y: float, across: float, high: float, count: int, *, turn: float = 0, rough: float = 0
) -> list[Spot]:
    """Return points around an ellipse, the first at angle `turn` [rad]; `rough` moves each in or out by that share."""
    spots = []
    for place in range(count):
        angle = turn + 2 * pi * place / count
        far = 1 + rough * jitter(x + 3.1 * y + 17 * place)
        spots.append((x + across * far * cos(angle), y + high * far * sin(angle)))
    return spots


def spiral(x: float, y: float, radius: float, count: int) -> list[Spot]:
    """Return points spread evenly over a disk."""
    return [
        (
            x + radius * ((k + 0.5) / count) ** 0.5 * cos(GOLDEN * k),
            y + radius * ((k + 0.5) / count) ** 0.5 * sin(GOLDEN * k),
        )
        for k in range(count)
    ]


def soft(spots: Sequence[Spot], *, closed: bool = False) -> str:
    """Return a path that runs smoothly through all points, back to the first where it is closed.

    >>> soft([(0, 0), (3, 0), (6, 0)])
    'M0 0c.5 0 2 0 3 0c1 0 2.5 0 3 0'
    """
    last = len(spots) - 1
    pen = _Pen(spots[0])
    for at in range(last + 1 if closed else last):
        start, end = spots[at], spots[(at + 1) % len(spots)]
        before = spots[at - 1] if at or closed else start
        after = spots[(at + 2) % len(spots)] if at + 2 <= last or closed else end
        pen.to(
            "c",
            (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6),
            (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6),
            end,
        )
    return pen.path + ("z" if closed else "")


def rounded(corners: Sequence[Spot], share: float = 0.3) -> str:
    """Return a polygon as a path, with this share of each side given to its corners.

    >>> rounded([(0, 0), (10, 0), (10, 10)], 0.5)
    'M5 5q-5-5 0-5q5 0 5 5q0 5-5 0z'
    """
    pen = None
    for at, corner in enumerate(corners):
        enter = toward(corner, corners[at - 1], share)
        if pen is None:
            pen = _Pen(enter)
        elif share < 0.5:
            pen.to("l", enter)
        pen.to("q", corner, toward(corner, corners[(at + 1) % len(corners)], share))
    return f"{pen.path}z" if pen else ""


def oval(x: float, y: float, across: float, high: float, turn: float = 0) -> str:
    """Return an ellipse as a path; `turn` in degrees, drawn to the nearest ten.

    >>> oval(10, 10, 4, 2)
    'M6 10a.1 .05 0 0 1 8 0a.1 .05 0 0 1-8 0z'
    """
    turn = 10 * round(turn / 10) % 180
    shape, across = high / across, max(across, 0.5)
    dx, dy = _halves((across * cos(turn * pi / 180), across * sin(turn * pi / 180)))
    left, top = (at - far for at, far in zip(_halves((x, y)), (dx, dy), strict=True))
    # Radii that are too short for the way grow with it, so that only what they are to each other is said.
    radii = f"a.1 {shape / 10:.2g}".replace(" 0.", " .")
    there, back = (f"{radii} {turn} 0 1{_steps((far * dx, far * dy), first=' ')}" for far in (2, -2))
    return f"M{_steps((left, top))}{there}{back}z"


def dots(spots: Sequence[Spot]) -> str:
    """Return a path of single points, which a round line cap makes visible."""
    if not spots:
        return ""
    pen = _Pen(spots[0])
    for spot in spots[1:]:
        pen.path += "h0"
        pen.to("m", spot)
    return f"{pen.path}h0"


def toward(start: Spot, end: Spot, share: float) -> Spot:
    """Return the point that lies this share of the way from one to the other."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def middle(corners: Sequence[Spot]) -> Spot:
    """Return the mean of a polygon's corners."""
    return sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)


def divided(
    outline: Sequence[Spot], seeds: Sequence[Spot], gap: float = 0
) -> Iterator[tuple[Spot, list[Spot]]]:
    """Divide a convex outline among seeds: yield each with the region nearest to it, less half a gap."""
    for seed in seeds:
        piece = list(outline)
        for other in seeds:
            if other != seed and piece:
                far = hypot(other[0] - seed[0], other[1] - seed[1])
                normal = ((other[0] - seed[0]) / far, (other[1] - seed[1]) / far)
                piece = _cut(piece, normal, seed[0] * normal[0] + seed[1] * normal[1] + far / 2 - gap / 2)
        piece = _tidy(piece)
        if len(piece) > 2:
            yield seed, piece


def beyond(corners: Sequence[Spot], center: Spot, away: float, seed: Spot) -> list[Spot]:
    """Return the part of a polygon on the seed's side of a line at a distance from a center."""
    far = hypot(seed[0] - center[0], seed[1] - center[1]) or 1
    normal = ((center[0] - seed[0]) / far, (center[1] - seed[1]) / far)
    return _tidy(_cut(list(corners), normal, center[0] * normal[0] + center[1] * normal[1] - away))


def _cut(corners: list[Spot], normal: Spot, limit: float) -> list[Spot]:
    """Return the part of a polygon whose distance along a normal is at most the limit."""
    kept: list[Spot] = []
    for at, end in enumerate(corners):
        start = corners[at - 1]
        a = start[0] * normal[0] + start[1] * normal[1] - limit
        b = end[0] * normal[0] + end[1] * normal[1] - limit
        if (a <= 0) != (b <= 0):
            kept.append(toward(start, end, a / (a - b)))
        if b <= 0:
            kept.append(end)
    return kept


def _tidy(corners: list[Spot]) -> list[Spot]:
    """Leave out corners that nearly coincide with the one before."""
    return [
        corner
        for at, corner in enumerate(corners)
        if hypot(corner[0] - corners[at - 1][0], corner[1] - corners[at - 1][1]) > 1.2
    ]


class _Pen:
    """Writes a path in relative steps of half a unit, which keeps it short; nobody sees a quarter of a pixel."""

    def __init__(self, start: Spot) -> None:
        self.at = _halves(start)
        self.path = f"M{_steps(self.at)}"

    def to(self, step: str, *spots: Spot) -> None:
        """Add a step; the pen ends at its last point."""
        away = [a - b for spot in spots for a, b in zip(_halves(spot), self.at, strict=True)]
        self.path += step + _steps(away)
        self.at = _halves(spots[-1])


def _steps(halves: Sequence[int], first: str = "") -> str:
    """Return numbers as a path has them; `first` parts them from what stands before, if a sign does not."""
    said = ""
    for number in (_n(half / 2) for half in halves):
        said += number if number.startswith("-") else f"{' ' if said else first}{number}"
    return said


def _halves(spot: Spot) -> tuple[int, int]:
    return round(spot[0] * 2), round(spot[1] * 2)


def _n(value: float) -> str:
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return (
        "0"
        if text in ("-0", "")
        else text.replace("0.", ".", 1)
        if text.lstrip("-").startswith("0.")
        else text
    )
