"""One lesion followed over time: what RECIST and iRECIST call each change, on slices through a chest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.shapes import Spot, oval, ring, soft
from outcomes.svg.words import Point, Teller

# A slice through the chest, a hundred across, seen from below as a CT is shown: the patient's right is on the left.
_WALL = (
    (50, 4), (70, 5), (88, 14), (97, 32), (94, 51), (80, 64), (60, 69), (50, 67), (40, 69), (20, 64), (6, 51),
    (3, 32), (12, 14), (30, 5),
)  # fmt: skip
_RIGHT = (
    (43, 13),
    (30, 11),
    (17, 18),
    (9, 32),
    (11, 48),
    (22, 58),
    (36, 60),
    (43, 54),
    (40, 47),
    (36, 40),
    (37, 31),
    (42, 23),
)
_LEFT = (
    (57, 13),
    (69, 12),
    (83, 18),
    (91, 32),
    (89, 48),
    (78, 58),
    (65, 60),
    (59, 55),
    (61, 50),
    (69, 44),
    (73, 35),
    (67, 25),
    (60, 20),
)
_HEART = ((45, 21), (55, 18), (65, 25), (71, 35), (66, 43), (56, 48), (44, 44), (38, 35), (40, 27))
_SPINE = (
    (50, 51),
    (56, 53),
    (57, 58),
    (53, 61),
    (62, 62),
    (52, 64),
    (50, 66.5),
    (48, 64),
    (38, 62),
    (47, 61),
    (43, 58),
    (44, 53),
)
_RIBS = (
    ((13, 17), (8, 23)),
    ((5.5, 33), (6.3, 42)),
    ((11, 53), (17, 59)),
    ((26, 8.5), (33, 7)),
    ((27, 64), (35, 65.5)),
)
_TWIGS = (
    ((38, 33), (31, 31), (26, 26), (21, 24)), ((31, 31), (27, 34)), ((39, 44), (33, 47), (29, 53)),
    ((33, 47), (26, 48)), ((71, 31), (77, 27), (79, 21)), ((71, 41), (79, 44), (84, 50)), ((79, 44), (84, 40)),
    ((67, 49), (70, 55)),
)  # fmt: skip
TARGET, NEW = (22.0, 38.0), (82.0, 33.0)
RATIO = 0.72  # height of a slice to its width

BASELINE, NADIR, GROWN, GROWN_MORE, SHRUNK = 9.6, 5.8, 8.2, 10.4, 4.2  # radii of the lesion


@dataclass(frozen=True)
class Scan:
    """A slice: the radii of the lesion and of a new one, and that at which the lesion would meet a threshold."""

    radius: float
    new: float = 0.0
    line: float = 0.0


FIRST = (
    Scan(BASELINE),
    Scan(NADIR, line=BASELINE * 0.7),
    Scan(GROWN, line=NADIR * 1.2),
    Scan(NADIR, new=3.4),
)
SECOND = (Scan(GROWN_MORE, line=GROWN + 1.2), Scan(GROWN), Scan(SHRUNK))


def lesion_over_time(ledger: Ledger) -> Drawing:
    """Draw baseline, response, first growth and the three ways on from there."""
    say = Teller(ledger)
    course, verdict, ways, limits = _course(say), _verdict(say), _ways(say), _limits(say)

    def draw(canvas: Canvas) -> None:
        y = canvas.text(course.head, 0, 0, canvas.width, "accent") + 10
        y = _row(canvas, course.points, FIRST, y, arrows=2) + 8
        y = _draw_verdict(canvas, verdict, _gather(canvas, y) + 6) + 16
        y = canvas.text(ways.head, 0, y, canvas.width, "accent") + 10
        y = _row(canvas, ways.points, SECOND, _part(canvas, y)) + 14
        for point in limits:
            y = canvas.aside(point.text, 0, y, canvas.width) + 8

    return Drawing(
        name="lesion-over-time",
        title="Schematic: one lung lesion on successive scans, as RECIST and iRECIST judge it",
        finding="The first growth on a checkpoint inhibitor is a question; the next scan may answer it",
        summary="One lesion before treatment, then smaller, then larger or with a new one; and three ways it can go.",
        caption=(
            "A schematic drawn for this course, not an image of a patient: slices through a chest as CT shows them, "
            "with one lesion measured across. The bar under a slice is the sum of the diameters, the dashed mark the "
            "threshold that the text names; their lengths are examples. Growth can also come first, with no response "
            "before it; the smallest sum is then the baseline. RECIST and iRECIST were made for trials; at the bedside "
            "they inform the decision but do not make it."
        ),
        points=[course, verdict, ways, *limits],
        draw=draw,
        shows=(
            "Slices through a chest, with one lesion in the right lung and a bar for its size. First row: large; "
            "small, below a threshold; larger again, above a threshold; small as before, with a new lesion in the "
            "left lung. An arrow leads from the last two to the two names. Second row, as three ways on: larger "
            "still; the same; smaller."
        ),
    )


def _course(say: Teller) -> Point:
    return say(
        "From the first dose to the first growth",
        "",
        "io-recist",
        points=[
            say("Baseline", "The sum of diameters before treatment.", "io-recist"),
            say("Response", "The sum is {io-recist.response value} or more below the baseline."),
            say(
                "Growth",
                "{io-recist.progression value} or more above the smallest sum, "
                "and at least {io-recist.net-growth value}.",
            ),
            say("Or a new lesion", "Whatever the old one does.", "io-recist"),
        ],
    )


def _verdict(say: Teller) -> Point:
    return say(
        "One finding, two names",
        "",
        "io-irecist",
        points=[
            say("RECIST", "Progression.", "io-recist"),
            say("iRECIST", "Progression, unconfirmed (iUPD).", "io-irecist"),
            say(
                "If the patient is well",
                "Treatment may go on until the next scan, {io-irecist.confirming-scan} later: our reading of the trial "
                "and of iRECIST.",
                "chen-2023",
            ),
        ],
    )


def _ways(say: Teller) -> Point:
    return say(
        "The next scan",
        "",
        "io-irecist",
        points=[
            say(
                "Larger again",
                "By {io-irecist.further-growth} or more in the sum, or with more new lesions: confirmed (iCPD).",
            ),
            say("The same", "Neither of these: still unconfirmed.", "io-irecist"),
            say(
                "Smaller",
                "Below the threshold again: not confirmed. In hindsight it may have been pseudoprogression; "
                "a response can still follow.",
                "io-irecist",
                "io-beyond-progression",
            ),
        ],
    )


def _limits(say: Teller) -> list[Point]:
    return [
        say(
            "",
            "Worsening symptoms, or growth in the brain or beside the cord or an airway, leave no time for a second "
            "scan: treat the lesion and reconsider the drug.",
            "io-irecist",
            kind="pitfall",
        ),
        say(
            "",
            "How often growth in ASPS proves to be pseudoprogression has not been counted: treat it as the exception.",
            "io-beyond-progression",
            kind="pitfall",
        ),
    ]


def _row(
    canvas: Canvas, points: Sequence[Point], scans: Sequence[Scan], y: float, *, arrows: int = 0
) -> float:
    """Draw scans with their words: side by side where there is room, else one below the other."""
    if canvas.narrow:
        for place, (point, scan) in enumerate(zip(points, scans, strict=True)):
            width, text = 118.0, 134.0
            _slice(canvas, scan, 0, y, width)
            end = canvas.text(point.head, text, y + 8, canvas.width - text, "strong")
            end = canvas.text(point.text, text, end + 1, canvas.width - text)
            low = y + width * RATIO + 16
            if place < arrows:
                canvas.path(f"M{width / 2:g} {low + 2:.1f}v8", "path")
                canvas.arrow_head(width / 2, low + 16, "down")
            y = max(end, low) + 20
        return y - 20
    gap = 26.0 if len(points) == 4 else 34.0
    width = (canvas.width - gap * (len(points) - 1)) / len(points)
    shown = 135.0
    ends = []
    for place, (point, scan) in enumerate(zip(points, scans, strict=True)):
        x = place * (width + gap)
        _slice(canvas, scan, x, y, shown)
        low = y + shown * RATIO
        if place < arrows:
            canvas.path(f"M{x + shown + 4:.1f} {y + shown * RATIO / 2:.1f}h10", "path")
            canvas.arrow_head(x + shown + 21, y + shown * RATIO / 2, "right")
        end = canvas.text(point.head, x, low + 20, width, "strong")
        ends.append(canvas.text(point.text, x, end + 1, width))
    return max(ends)


def _gather(canvas: Canvas, y: float) -> float:
    """Draw that both growth and a new lesion lead on."""
    if canvas.narrow:
        canvas.path(f"M59 {y:.1f}v10", "path")
        canvas.arrow_head(59, y + 18, "down")
        return y + 20
    start = canvas.width / 2 + 13
    canvas.path(
        f"M{start:g} {y:.1f}v8H{canvas.width - 1:g}v-8M{(start + canvas.width) / 2:g} {y + 8:.1f}v8", "path"
    )
    canvas.arrow_head((start + canvas.width) / 2, y + 24, "down")
    return y + 22


def _part(canvas: Canvas, y: float) -> float:
    """Draw that three ways lead on, where they stand side by side."""
    if canvas.narrow:
        return y
    ends = [67.5 + place * (canvas.width + 34) / 3 for place in range(3)]
    canvas.path(f"M{ends[0]:g} {y + 12:.1f}V{y:.1f}H{ends[2]:.1f}v12M{ends[1]:.1f} {y:.1f}v12", "path")
    for end in ends:
        canvas.arrow_head(end, y + 20, "down")
    return y + 26


def _draw_verdict(canvas: Canvas, point: Point, y: float) -> float:
    """Draw the two names of the finding side by side, and what follows."""
    y = canvas.text(point.head, 0, y, canvas.width, "accent") + 8
    first, second, then = point.points
    half = (canvas.width - 12) / 2
    high = (
        max(
            canvas.height(part.head, half - 24) + canvas.height(part.text, half - 24)
            for part in (first, second)
        )
        + 18
    )
    for place, part in enumerate((first, second)):
        x = place * (half + 12)
        canvas.box(x, y, half, high, "pill", radius=10)
        end = canvas.text(part.head, x + 12, y + 8, half - 24, "strong")
        canvas.text(part.text, x + 12, end, half - 24)
    y += high + 10
    end = canvas.text(then.head, 0, y, canvas.width, "strong")
    return canvas.text(then.text, 0, end, canvas.width)


def _slice(canvas: Canvas, scan: Scan, x: float, y: float, width: float) -> None:
    """Draw a slice through the chest with its lesion measured, and the sum of the diameters as a bar under it."""
    unit = width / 100
    for kind, steps in _chest(x, y, unit):
        canvas.path(steps, kind)
    a, b, r = x + TARGET[0] * unit, y + TARGET[1] * unit, scan.radius * unit
    canvas.path(soft(ring(a, b, r, r * 0.94, 9, rough=0.05), closed=True), "tumor")
    canvas.path(f"M{a - r:.1f} {b:.1f}h{2 * r:.1f}m0-3v6m{-2 * r:.1f}-6v6", "line")
    if scan.new:
        c, d, r = x + NEW[0] * unit, y + NEW[1] * unit, scan.new * unit
        canvas.path(soft(ring(c, d, r, r, 8, rough=0.05), closed=True), "tumor")
        canvas.circle(c, d, r + 5, "deep", behind=True)
    low = y + width * RATIO + 8
    canvas.path(f"M{x + 3 * unit:.1f} {low:.1f}h{4 * scan.radius * unit:.1f}", "bar", bottom=low + 6)
    if scan.line:
        canvas.path(f"M{x + (3 + 4 * scan.line) * unit:.1f} {low - 7:.1f}v14", "line dashed")


def _chest(x: float, y: float, unit: float) -> list[tuple[str, str]]:
    """Return the slice without its lesions, from its upper left corner."""

    def at(spots: Sequence[Spot]) -> list[Spot]:
        return [(x + a * unit, y + b * unit) for a, b in spots]

    ribs = [((100 - a, b), (100 - c, d)) for (a, b), (c, d) in _RIBS]
    return [
        ("skin", soft(at(_WALL), closed=True)),
        ("organ", "".join(soft(at(lung), closed=True) for lung in (_RIGHT, _LEFT))),
        ("rib", "".join(soft(at(rib)) for rib in (*_RIBS, *ribs))),
        ("hair", "".join(soft(at(twig)) for twig in _TWIGS)),
        ("heart", soft(at(_HEART), closed=True)),
        ("hair", soft(at(((47, 22), (52, 31), (60, 36), (67, 40))))),
        ("organ", soft(at(_SPINE), closed=True) + oval(x + 50 * unit, y + 7.6 * unit, 6 * unit, 1.9 * unit)),
        ("heart", oval(x + 58.5 * unit, y + 50.5 * unit, 3.6 * unit, 3.6 * unit)),
    ]
