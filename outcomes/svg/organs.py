"""What lies within a body: brain, lungs, liver, kidneys, nodes and bones, in lines, at their place in an adult."""

from __future__ import annotations

from outcomes.svg.body import Body
from outcomes.svg.shapes import Spot, oval, ring, soft

_LUNG = (
    (2.5, 18.6),
    (4.6, 19.4),
    (6.3, 22.6),
    (7.4, 27.4),
    (7.7, 31.8),
    (6.6, 32.4),
    (4.2, 30.6),
    (1.9, 30.4),
    (1.4, 26.0),
    (1.5, 21.2),
)
_LEFT_LUNG = (
    (2.5, 18.6),
    (4.6, 19.4),
    (6.3, 22.6),
    (7.4, 27.4),
    (7.7, 31.8),
    (6.6, 32.6),
    (4.6, 31.4),
    (3.6, 29.6),
    (3.8, 27.0),
    (1.6, 24.6),
    (1.5, 21.2),
)
_LIVER = (
    (-7.7, 34.4),
    (-6.2, 32.6),
    (-3.4, 32.0),
    (0.0, 33.2),
    (3.6, 33.2),
    (2.6, 34.8),
    (-0.4, 36.6),
    (-3.4, 38.4),
    (-6.8, 40.0),
    (-7.6, 38.0),
)
_WING = (
    (1.3, 45.4),
    (3.2, 43.4),
    (6.6, 43.2),
    (8.0, 45.2),
    (7.2, 48.0),
    (5.6, 49.6),
    (4.6, 51.6),
    (3.0, 53.0),
    (1.2, 52.4),
    (1.0, 51.2),
    (3.0, 50.0),
    (3.4, 48.2),
    (1.6, 47.6),
)
_THIGH_BONE = (
    (5.0, 50.2),
    (6.2, 49.9),
    (7.9, 51.0),
    (8.0, 52.6),
    (7.0, 55.0),
    (6.2, 62.0),
    (5.6, 69.0),
    (6.4, 71.6),
    (5.8, 73.0),
    (3.6, 73.0),
    (3.2, 71.6),
    (4.5, 69.0),
    (5.2, 62.0),
    (5.9, 54.6),
    (5.2, 52.6),
    (4.6, 51.4),
)
_NODES = ((9.0, 25.8), (8.3, 27.4), (9.4, 23.6)), ((4.8, 49.9), (6.0, 51.6), (4.4, 52.0))


def brain(body: Body) -> list[tuple[str, str]]:
    """Return the brain, seen through the skull."""
    unit = body.height / 100
    x, y = body.at(0, 4.9)
    folds = [soft([(x, y - 3.3 * unit), (x + 0.25 * unit, y), (x, y + 2.9 * unit)])]
    for side in (1, -1):
        for row in range(3):
            down = y + (-1.9 + 1.6 * row) * unit
            folds.append(
                soft(
                    [
                        (x + side * a * unit, down + b * unit)
                        for a, b in ((0.7, 0), (1.4, -0.6), (2.1, 0.1), (2.8, -0.4))
                    ]
                )
            )
    return [
        ("organ", soft(ring(x, y, 3.55 * unit, 3.45 * unit, 14, rough=0.03), closed=True)),
        ("hair", "".join(folds)),
    ]


def chest(body: Body) -> list[tuple[str, str]]:
    """Return both lungs and the airway."""
    right = soft([body.at(-x, y) for x, y in _LUNG], closed=True)
    left = soft([body.at(x, y) for x, y in _LEFT_LUNG], closed=True)
    airway = [
        soft(
            [
                body.at(side * 0.5, 14.6),
                body.at(side * 0.5, 19.6),
                body.at(side * 1.2, 21.4),
                body.at(side * 3.0, 23.4),
            ]
        )
        for side in (1, -1)
    ] + [soft([body.at(-2.6, 24.2), body.at(0, 21.2), body.at(2.6, 24.2)])]
    return [("organ", right + left), ("hair", "".join(airway))]


def belly(body: Body) -> list[tuple[str, str]]:
    """Return kidneys and liver; the liver lies in front."""
    kidneys = "".join(
        soft(
            [
                body.at(side * (4.1 + a), 40.6 + b)
                for a, b in (
                    (-0.6, -2.5),
                    (0.9, -2.3),
                    (1.6, 0),
                    (0.9, 2.3),
                    (-0.6, 2.5),
                    (-1.0, 1.4),
                    (-0.4, 0),
                    (-1.0, -1.4),
                )
            ],
            closed=True,
        )
        for side in (1, -1)
    )
    lobe = soft([body.at(-0.6, 33.3), body.at(-1.1, 35.0), body.at(-1.0, 36.6)])
    return [
        ("organ", kidneys),
        ("organ", soft([body.at(*spot) for spot in _LIVER], closed=True)),
        ("hair", lobe),
    ]


def bones(body: Body) -> list[tuple[str, str]]:
    """Return spine, pelvis and thigh bones."""
    spine = "".join(
        oval(*body.at(0, 33.6 + 1.75 * k), body.height * 0.0125, body.height * 0.0068) for k in range(7)
    )
    pelvis = "".join(soft([body.at(side * x, y) for x, y in _WING], closed=True) for side in (1, -1))
    legs = "".join(soft([body.at(side * x, y) for x, y in _THIGH_BONE], closed=True) for side in (1, -1))
    return [("organ", spine), ("organ", pelvis), ("organ", legs)]


def nodes(body: Body) -> list[tuple[str, str]]:
    """Return nodes of armpit and groin."""
    size = body.height * 0.0065
    return [
        (
            "node",
            "".join(
                oval(*body.at(side * x, y), size * 1.3, size, side * 40)
                for group in _NODES
                for x, y in group
                for side in (1, -1)
            ),
        )
    ]


def deposits(body: Body, spots: tuple[tuple[float, float, float], ...]) -> str:
    """Return round deposits, each given by place and size in hundredths of the body's height."""
    return "".join(
        oval(*body.at(x, y), size * body.height / 100, size * body.height / 100) for x, y, size in spots
    )


def mass(body: Body, spot: Spot, across: float, high: float) -> str:
    """Return the uneven outline of a mass in soft tissue."""
    x, y = body.at(*spot)
    return soft(ring(x, y, across * body.height / 100, high * body.height / 100, 9, rough=0.12), closed=True)
