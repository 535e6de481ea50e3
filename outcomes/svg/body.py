"""A human figure in lines, from the front or from behind, at any age between a small child's and an adult's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outcomes.svg.canvas import Canvas
from outcomes.svg.shapes import Spot, soft, toward

# The right half of the figure, from the neck down: across from the midline and down from the crown, in hundredths of
# its height; first of an adult, then of a child of about two years. A list is one smooth stroke, and the last point of
# one is the first of the next.
_Stroke = tuple[tuple[float, float, float, float], ...]
_NECK_TO_HAND: _Stroke = (
    (2.7, 11.2, 3.7, 18.6), (2.8, 13.8, 3.7, 20.6), (4.6, 15.6, 5.2, 22.2), (8.6, 16.9, 8.8, 23.2),
    (11.2, 18.6, 11.4, 25.2), (12.4, 22.0, 12.3, 28.5), (12.9, 28.0, 13.0, 34.0), (13.8, 34.0, 14.3, 39.5),
    (15.2, 39.5, 15.8, 44.5), (16.5, 46.0, 17.3, 49.6), (17.4, 49.0, 18.6, 51.8), (18.5, 52.5, 19.6, 54.6),
    (18.6, 56.2, 19.4, 57.2), (17.9, 58.4, 18.3, 58.4), (16.8, 57.2, 17.0, 57.2),
)  # fmt: skip
_HAND_TO_ARMPIT: _Stroke = (
    (16.8, 57.2, 17.0, 57.2), (16.5, 54.6, 16.6, 55.4), (15.6, 54.6, 15.6, 55.6), (14.8, 52.2, 14.7, 53.6),
    (14.9, 49.4, 15.0, 51.4), (13.9, 45.0, 13.6, 47.6), (12.0, 39.6, 11.8, 43.6), (11.1, 35.4, 10.8, 39.8),
    (10.2, 30.0, 9.9, 35.0), (9.3, 24.4, 8.9, 30.2),
)  # fmt: skip
_ARMPIT_TO_FOOT: _Stroke = (
    (9.3, 24.4, 8.9, 30.2), (8.9, 28.5, 8.9, 34.5), (8.0, 34.5, 9.1, 40.0), (7.6, 39.0, 9.6, 45.0),
    (8.3, 43.5, 9.9, 50.0), (9.4, 48.5, 10.1, 55.0), (9.9, 53.5, 10.3, 60.0), (9.7, 60.0, 9.9, 66.0),
    (8.4, 67.5, 8.8, 72.0), (7.3, 72.8, 7.9, 76.5), (7.3, 76.5, 7.9, 80.0), (7.6, 80.5, 8.0, 84.0),
    (6.7, 87.0, 7.2, 89.5), (5.5, 93.2, 6.3, 94.4), (5.7, 96.0, 6.8, 96.6), (7.5, 98.4, 8.6, 98.6),
    (7.4, 99.8, 8.4, 99.8),
)  # fmt: skip
_FOOT_TO_CROTCH: _Stroke = (
    (7.4, 99.8, 8.4, 99.8), (5.2, 99.9, 5.8, 99.9), (3.4, 99.0, 3.6, 99.2), (3.1, 96.2, 3.0, 96.6),
    (3.2, 93.2, 2.9, 93.6), (2.8, 87.5, 2.3, 89.5), (2.2, 81.5, 1.9, 84.5), (2.5, 76.5, 2.2, 80.0),
    (2.5, 72.5, 2.1, 76.5), (1.8, 66.0, 1.5, 71.0), (1.0, 58.5, 0.9, 65.0), (0.3, 53.0, 0.3, 60.4),
)  # fmt: skip
_HEAD: _Stroke = (
    (0.0, 0.0, 0.0, 0.0), (2.6, 0.6, 5.0, 0.9), (4.2, 2.6, 8.0, 4.0), (4.7, 5.6, 9.2, 8.6), (4.5, 8.2, 8.9, 12.6),
    (3.9, 10.3, 7.6, 16.2), (2.5, 12.3, 4.8, 18.8), (1.0, 13.1, 1.8, 20.0), (0.0, 13.2, 0.0, 20.2),
)  # fmt: skip
_EAR: _Stroke = (
    (4.6, 5.6, 9.1, 9.2), (5.4, 5.4, 10.1, 8.9), (5.5, 6.8, 10.3, 10.8), (5.0, 8.3, 9.6, 12.8), (4.5, 8.4, 8.8, 12.9),
)  # fmt: skip
_HAIR: _Stroke = ((4.6, 5.4, 9.1, 8.6), (4.0, 4.0, 7.8, 5.8), (2.4, 2.7, 4.6, 3.8), (0.0, 2.5, 0.0, 3.6))
_NAPE: _Stroke = ((4.5, 8.4, 8.8, 12.9), (2.6, 10.6, 5.0, 16.2), (0.0, 11.2, 0.0, 17.0))
_BREASTBONE: _Stroke = (
    (0.6, 17.9, 0.6, 23.9),
    (2.8, 17.2, 3.0, 23.4),
    (5.6, 17.7, 5.8, 24.2),
    (8.4, 17.5, 8.2, 24.0),
)
_CHEST: _Stroke = (
    (1.0, 27.2, 1.0, 33.0),
    (3.6, 28.0, 3.6, 33.6),
    (6.6, 26.6, 6.4, 32.4),
    (8.6, 23.6, 8.2, 29.8),
)
_RIBS: _Stroke = ((0.6, 30.6, 0.6, 36.2), (2.4, 33.0, 2.8, 38.0), (4.6, 36.0, 5.4, 41.0))
_GROIN: _Stroke = ((8.4, 46.8, 9.0, 54.0), (5.4, 49.4, 5.6, 57.0), (1.4, 52.4, 1.2, 59.8))
_KNEE: _Stroke = (
    (3.2, 73.0, 3.0, 77.0),
    (4.2, 74.8, 4.4, 78.6),
    (5.9, 74.6, 6.2, 78.4),
    (6.6, 72.8, 7.0, 76.8),
)
_BLADE: _Stroke = (
    (2.4, 19.8, 2.6, 25.8),
    (2.8, 24.2, 3.0, 29.6),
    (4.6, 27.6, 4.8, 32.6),
    (6.8, 25.2, 6.6, 30.6),
)
_FOLD: _Stroke = ((0.5, 54.2, 0.5, 61.4), (3.4, 55.8, 3.6, 62.8), (7.0, 54.6, 7.2, 61.6))
_HOLLOW: _Stroke = ((2.9, 74.0, 2.6, 78.4), (4.6, 74.8, 4.8, 79.2), (6.5, 74.0, 6.9, 78.4))
_CALF: _Stroke = ((4.7, 79.0, 4.8, 82.6), (4.9, 83.0, 5.0, 86.0), (4.7, 86.6, 4.8, 89.0))


@dataclass(frozen=True)
class Body:
    """A figure on a canvas: the position of its crown, its height [px], and its age (0 a small child, 1 an adult)."""

    x: float
    top: float
    height: float
    grown: float = 1.0

    def at(self, across: float, adult: float, child: float | None = None) -> Spot:
        """Return a point: across and down in hundredths of the height, down for an adult and for a child."""
        down = adult if child is None else child + (adult - child) * self.grown
        return self.x + across * self.height / 100, self.top + down * self.height / 100

    def stroke(self, points: _Stroke, side: int = 1) -> list[Spot]:
        """Return a stroke placed on this figure, on its left side (1, the viewer's right) or its right (-1)."""
        spots = []
        for across, down, child_across, child_down in points:
            x, y = toward((child_across, child_down), (across, down), self.grown)
            spots.append((self.x + side * x * self.height / 100, self.top + y * self.height / 100))
        return spots

    def outline(self) -> str:
        """Return the contour of trunk and limbs as one path."""
        right = [
            self.stroke(part) for part in (_NECK_TO_HAND, _HAND_TO_ARMPIT, _ARMPIT_TO_FOOT, _FOOT_TO_CROTCH)
        ]
        left = [
            self.stroke(part, -1)[::-1]
            for part in (_FOOT_TO_CROTCH, _ARMPIT_TO_FOOT, _HAND_TO_ARMPIT, _NECK_TO_HAND)
        ]
        return joined([*right, *left])

    def head(self) -> str:
        """Return the contour of the head."""
        return joined([self.stroke(_HEAD), self.stroke(_HEAD, -1)[::-1]])

    def draw(self, canvas: Canvas, *, behind: bool = False) -> None:
        """Put the figure on a canvas, from the front or from behind."""
        for kind, steps in self.paths(behind=behind):
            canvas.path(steps, kind)
        canvas.bottom = max(canvas.bottom, self.top + self.height)

    def paths(self, *, behind: bool = False, face: bool = True) -> list[tuple[str, str]]:
        """Return the figure's paths, each with its kind, from the back to the front."""
        ears = "".join(soft(self.stroke(_EAR, side)) for side in (1, -1))
        inner = (_BLADE, _FOLD, _HOLLOW, _CALF) if behind else (_BREASTBONE, _CHEST, _RIBS, _GROIN, _KNEE)
        strokes = [soft(self.stroke(part, side)) for part in inner for side in (1, -1)]
        if behind:
            strokes.append(soft([self.at(0, 15.5, 23), self.at(0.2, 30, 36), self.at(0, 44.5, 52)]))
            strokes.append(soft([self.at(0, 47.8, 55.4), self.at(0.15, 51, 58), self.at(0, 53.6, 60.8)]))
            strokes += [soft(self.stroke(_NAPE, side)) for side in (1, -1)]
        else:
            strokes.append(soft([self.at(-0.35, 41.2, 48), self.at(0, 41.7, 48.5), self.at(0.35, 41.2, 48)]))
            strokes.append(joined([self.stroke(_HAIR, -1), self.stroke(_HAIR)[::-1]]))
            strokes += self.face() if face else []
        return [
            ("skin", self.outline() + "z"),
            ("skin", ears),
            ("skin", self.head() + "z"),
            ("hair", "".join(strokes)),
        ]

    def face(self) -> list[str]:
        """Return the strokes of a calm face."""
        wide = 1.75 + (1 - self.grown) * 1.7
        lines = []
        for side in (1, -1):
            lines.append(
                soft(
                    [
                        self.at(side * (wide - 0.8), 6.4, 10.8),
                        self.at(side * wide, 6.8, 11.3),
                        self.at(side * (wide + 0.9), 6.3, 10.7),
                    ]
                )
            )
            lines.append(
                soft(
                    [
                        self.at(side * (wide - 1), 5.3, 8.9),
                        self.at(side * wide, 4.9, 8.4),
                        self.at(side * (wide + 1.1), 5.3, 8.9),
                    ]
                )
            )
        lines.append(soft([self.at(0.1, 6.8, 11.6), self.at(0.5, 8.6, 13.4), self.at(-0.3, 8.9, 13.7)]))
        lines.append(soft([self.at(-1.2, 10.4, 16), self.at(0, 10.8, 16.6), self.at(1.2, 10.4, 16)]))
        return lines

    def arm(self, side: int = 1) -> str:
        """Return the outline of an arm, for a wash."""
        return joined([self.stroke(_NECK_TO_HAND[3:], side), self.stroke(_HAND_TO_ARMPIT, side)]) + "z"

    def thigh(self, side: int = 1) -> str:
        """Return the outline of a thigh, for a wash."""
        return (
            joined([self.stroke(_ARMPIT_TO_FOOT[6:10], side), self.stroke(_FOOT_TO_CROTCH[8:], side)]) + "z"
        )

    def shin(self, side: int = 1) -> str:
        """Return the outline of a leg below the knee, for a wash."""
        return joined([self.stroke(_ARMPIT_TO_FOOT[9:], side), self.stroke(_FOOT_TO_CROTCH[:9], side)]) + "z"


def joined(strokes: Sequence[Sequence[Spot]]) -> str:
    """Return strokes that follow each other as one path, with a corner where one ends."""
    path = soft(strokes[0])
    for stroke in strokes[1:]:
        drawn = soft(stroke)
        path += "L" + drawn[1 : drawn.index("c")] + drawn[drawn.index("c") :]
    return path
