"""Under the microscope: the nests of ASPS, two stains, and beside them the tumors that look like it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, hypot, sin

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.shapes import (
    Spot,
    divided,
    dots,
    jitter,
    middle,
    oval,
    ring,
    rounded,
    soft,
    spiral,
    toward,
)
from outcomes.svg.tissue import Field, Look, nest, nests, one_cell, vessel_nuclei
from outcomes.svg.words import Point, Teller

BIG, SMALL = 138.0, 56.0  # radius of a field
GAP = 24
NEST = 92.0  # how far apart the nests of the large field lie
VESSEL = (0.5, 0.56)  # where in it a vessel is cut, as a share of its radius
# Where each sign is marked, and what its mark points at.
PINS = (
    ((-0.57, -0.6), (-0.5, -0.3)), ((-0.1, 0.33), (0.0, 0.06)), ((0.28, -0.86), (0.13, -0.5)),
    ((0.68, 0.7), (0.3, 0.7)),
)  # fmt: skip
STAINED = "stained"


def microscope(ledger: Ledger) -> Drawing:
    """Draw ASPS as a microscope shows it, and its look-alikes with the stain that separates each."""
    say = Teller(ledger)
    pattern, stains, mimics = points = [_pattern(say), _stains(say), _mimics(say)]

    def draw(canvas: Canvas) -> None:
        end = _draw_pattern(canvas, pattern)
        end = _draw_rows(canvas, stains, (_pas, _tfe3), end + GAP)
        _draw_rows(
            canvas,
            mimics,
            (_xp11, _clear_cell, _paraganglioma, _granular, _pecoma, _rhabdomyosarcoma),
            end + GAP,
        )

    return Drawing(
        name="microscope",
        title="Schematic: ASPS under the microscope, and six tumors that look like it",
        finding="Nests with loosened centers between thin-walled vessels suggest ASPS; stains separate its look-alikes",
        summary="ASPS at the top, then two stains of it, then six look-alikes, each with what separates it.",
        caption=(
            "A schematic drawn for this course, not a photograph and not to scale. Pink and blue stand for the routine "
            "stain, with crystals and granules in deeper pink; orange marks what the named stain colors; its place in "
            "the cell is a rule of thumb. Melanoma, clear cell sarcoma, adrenocortical and hepatocellular carcinoma "
            "are in the table in this chapter. No single stain separates all of them."
        ),
        points=points,
        draw=draw,
        shows=(
            "A large round field shows nests of polygonal cells around empty centers, a net of vessels between them, "
            "and a clump of tumor cells within a vessel. Small round fields follow. PAS-D: large cells with rods and "
            "rhomboids. TFE3: colored nuclei in nests. Xp11 renal carcinoma: nests with colored nuclei, and beside "
            "them a kidney with a mass. Clear cell renal carcinoma: empty cells with colored borders and nuclei. "
            "Paraganglioma: nests without color, ringed by thin colored cells. Granular cell tumor: colored cells side "
            "by side, full of coarse granules. PEComa: cells with colored grains around a vessel. Alveolar "
            "rhabdomyosarcoma: small cells with colored nuclei along strands, and a few adrift."
        ),
    )


def _pattern(say: Teller) -> Point:
    return say(
        "ASPS: the pattern",
        "",
        "path-pattern",
        points=[
            say("Nests", "Large polygonal cells with abundant, granular cytoplasm.", "stanford-criteria"),
            say(
                "Loosened centers",
                "In the center of a nest the cells lose cohesion. This space gave the tumor its name.",
                "atlas-huret-2007",
                "thyroid-asps-2020",
            ),
            say("Thin-walled vessels", "They surround each nest.", "stanford-criteria"),
            say("Tumor in a vessel", "Vascular invasion is frequent.", "stanford-criteria"),
        ],
    )


def _stains(say: Teller) -> Point:
    return say(
        "ASPS: two stains to ask for",
        "",
        "gap-path-crystals-pathog",
        "argani-2003",
        points=[
            say(
                "PAS-D",
                "",
                "path-crystals",
                points=[
                    say("", "Crystals, as rods and rhomboids, stay colored after diastase.", "path-crystals"),
                    say("", "Their absence does not exclude ASPS.", "gap-path-crystals-pathog"),
                ],
            ),
            say(
                "TFE3",
                "",
                "path-tfe3",
                points=[
                    say("", "The nuclei stain.", "argani-2003"),
                    say("", "Alone it neither proves ASPS nor rules it out: test the gene.", "sharain-2019"),
                ],
            ),
        ],
    )


def _mimics(say: Teller) -> Point:
    def mimic(head: str, alike: str, differs: str, *basis: str) -> Point:
        return say(head, "", *basis, points=[say("", alike, *basis), say("", differs, *basis)])

    return say(
        "Look-alikes, drawn with what separates them",
        "",
        "gap-path-ddx-table",
        points=[
            mimic(
                "Xp11 renal carcinoma",
                "Alike: nests, TFE3, even the fusion.",
                "Differs: a renal mass; PAX8.",
                "mayo-tfe3f",
                "eurocytology",
                "thyroid-asps-2020",
            ),
            mimic(
                "Clear cell renal carcinoma",
                "Alike: nests, vessels, metastasis to lung.",
                "Differs: keratin and PAX8.",
                "thyroid-asps-2020",
                "sangoi-2010",
            ),
            mimic(
                "Paraganglioma",
                "Alike: nests in a net of vessels.",
                "Differs: S100 in cells around the nests; synaptophysin and chromogranin.",
                "asps-gct-para-ihc",
                "eurocytology",
            ),
            mimic(
                "Granular cell tumor",
                "Alike: granular cytoplasm, TFE3.",
                "Differs: S100, SOX10, inhibin; coarse PAS-D granules, no crystals.",
                "chamberlain-2014",
            ),
            mimic(
                "PEComa",
                "Alike: nests; TFE3, rarely the fusion.",
                "Differs: HMB45, Melan-A, smooth muscle actin.",
                "pecoma-catk-2013",
                "pecoma-like-2022",
            ),
            mimic(
                "Alveolar rhabdomyosarcoma",
                "Alike: the word “alveolar”; desmin.",
                "Differs: myogenin in the nuclei; a different cell.",
                "ucd-case-2015",
            ),
        ],
    )


def _draw_pattern(canvas: Canvas, point: Point) -> float:
    top = canvas.text(point.head, 0, 0, canvas.width, "accent") + 10
    view = Field(BIG)
    _asps(view)
    across, down = canvas.width / 2 if canvas.narrow else BIG + 2, top + BIG
    view.draw(canvas, across, down, BIG, "blood")
    for number, (pin, target) in enumerate(PINS, start=1):
        (x, y), (a, b) = ((across + right, down + low) for right, low in (view.at(*pin), view.at(*target)))
        canvas.path(f"M{x:.1f} {y:.1f}L{a:.1f} {b:.1f}", "lead")
        canvas.circle(a, b, 2.5, "mark")
        _pin(canvas, number, x, y)
    x, y = (0.0, top + 2 * BIG + 14) if canvas.narrow else (2 * BIG + 28, top + 14)
    for number, part in enumerate(point.points, start=1):
        _pin(canvas, number, x + 11, y + 10)
        y = canvas.text(part.head, x + 32, y, canvas.width - x - 32, "strong")
        y = canvas.text(part.text, x + 32, y + 1, canvas.width - x - 32) + (9 if canvas.narrow else 15)
    return max(y - 9, top + 2 * BIG)


def _draw_rows(canvas: Canvas, point: Point, pictures: Sequence[Callable[[Field], None]], y: float) -> float:
    """Draw a head, and under it each statement with its field of view; two in a row where there is room."""
    y = canvas.text(point.head, 0, y, canvas.width, "accent") + 10
    across = 1 if canvas.narrow else 2
    radius = 50 if canvas.narrow else SMALL
    width = (canvas.width + 20) / across
    for start in range(0, len(pictures), across):
        ends = []
        for place in range(start, start + across):
            part, x = point.points[place], (place - start) * width
            text = x + 2 * radius + 14
            room = width - 20 - 2 * radius - 14
            high = canvas.height(part.head, room / 1.14) + sum(
                canvas.height(sub.text, room) + 3 for sub in part.points
            )
            down = y + max(0.0, radius - high / 2 - 2)
            down = canvas.text(part.head, text, down, room, "strong") + 2
            for sub in part.points:
                down = canvas.text(sub.text, text, down, room) + 3
            view = Field(SMALL)
            pictures[place](view)
            view.draw(canvas, x + radius + 2, y + radius, radius)
            ends.append(max(down, y + 2 * radius))
        y = max(ends) + 16
    return y - 16


def _pin(canvas: Canvas, number: int, x: float, y: float) -> None:
    canvas.circle(x, y, 10, "pin")
    canvas.text(str(number), x, y - canvas.size * 0.67, 40, "on", middle=True)


def _asps(view: Field) -> None:
    """Nests around empty centers, a net of vessels, and a vessel with tumor in it."""
    for kind in ("wall", "lumen"):  # below all else
        view.put(kind)
    seeds = view.honeycomb(NEST, rough=0.2)
    lumen = min(seeds, key=lambda seed: hypot(seed[0] - view.at(*VESSEL)[0], seed[1] - view.at(*VESSEL)[1]))
    walls = []
    for seed, corners in divided(view.beyond(NEST), seeds, 11):
        if seed == lumen:
            view.put("lumen", rounded(corners, 0.4))
            _afloat(view, corners)
        elif view.sees(corners):
            walls.append(corners)
    for number, corners in enumerate(walls):
        view.put("wall", rounded(corners, 0.34))
        nest(view, corners, Look(open=0.4, loose=2, grains=9), 10, turn=number * 0.7)
        x, y = toward(middle(corners), corners[0], 1.16)
        view.put("red", oval(x, y, 2.6, 2.6), oval(x + 4.5, y + 2.5, 2.4, 2.4))
    vessel_nuclei(view, walls, "thin nucleus", 5.5, every=2)


def _afloat(view: Field, corners: Sequence[Spot]) -> None:
    """A clump of tumor cells and red cells within a vessel."""
    x, y = middle(corners)
    for place in range(4):
        angle = 0.6 + 1.57 * place
        a, b = x - 4 + 10 * cos(angle), y + 5 + 10 * sin(angle)
        one_cell(view, ring(a, b, 9.6, 8.6, 7, turn=angle, rough=0.1), Look(grains=6))
    for place in range(7):
        angle = 3.3 + 0.5 * place
        view.put("red", oval(x + 25 * cos(angle), y + 2 + 21 * sin(angle), 2.6, 2.6))


def _pas(view: Field) -> None:
    """A few large cells with crystals."""
    seeds = view.honeycomb(54, turn=0.5)
    for number, (_, corners) in enumerate(divided(view.beyond(54), seeds, 3)):
        if not view.sees(corners):
            continue
        view.put("blood pale", rounded(corners, 0.3))
        view.put("clear open", rounded(corners, 0.3))
        x, y = middle(corners)
        view.put("blue tint nucleus", oval(x - 9, y - 7, 8, 7.4, 20))
        view.put("nucleolus", dots([(x - 8, y - 7)]))
        for place in range(5):
            turn = number * 1.3 + place * 1.02 - 0.9
            far = 13 + 3 * jitter(number + place * 7)
            view.put(
                "pas",
                _crystal(
                    x + 4 + far * cos(turn),
                    y + 5 + far * 0.8 * sin(turn),
                    7.5 if place % 2 else 5,
                    turn + 0.8,
                ),
            )


def _crystal(x: float, y: float, long: float, turn: float) -> str:
    """A rhomboid, or a rod where it is long."""
    wide = 2.4 if long > 6 else 3.4
    corners = ((-long, wide * 0.2), (-long * 0.3, -wide), (long, -wide * 0.2), (long * 0.3, wide))
    return rounded(
        [(x + a * cos(turn) - b * sin(turn), y + a * sin(turn) + b * cos(turn)) for a, b in corners], 0.02
    )


def _tfe3(view: Field) -> None:
    look = Look(cell="clear", nucleus=STAINED, size=0.34, nucleolus=False, open=0.36, loose=1)
    nests(view, 58, 8, look, 8)


def _xp11(view: Field) -> None:
    nests(view, 52, 7, Look(cell="clear", nucleus=STAINED, size=0.3, nucleolus=False), 8, turn=0.6)
    _kidney(view)


def _kidney(view: Field) -> None:
    """A kidney with a mass, on the lower right of the rim."""
    x, y = view.at(0.66, 0.62)
    r = view.radius * 0.43
    shape = [(-3, -15), (5, -14), (10, -6), (10, 6), (5, 14), (-3, 15), (-7, 9), (-3, 0), (-7, -9)]
    view.above += [
        ("inset", oval(x, y, r, r)),
        ("skin", soft([(x + a, y + b) for a, b in shape], closed=True)),
        ("gray tint", oval(x + 5, y - 9, 8.5, 8)),
    ]


def _clear_cell(view: Field) -> None:
    nests(view, 56, 7, Look(cell="clear keratin", nucleus=STAINED, size=0.18, nucleolus=False), 9, turn=0.9)


def _paraganglioma(view: Field) -> None:
    walls = nests(view, 46, 10, Look(nucleolus=False, size=0.24), 7)
    vessel_nuclei(view, walls, STAINED, 6.5, every=1, out=-0.2)


def _granular(view: Field) -> None:
    """Large cells side by side, full of coarse grains."""
    for _, corners in divided(view.beyond(30), view.honeycomb(31), 2.5):
        if not view.sees(corners):
            continue
        x, y = middle(corners)
        view.put("stained pale", rounded(corners, 0.3))
        view.put("clear open", rounded(corners, 0.3))
        view.put(
            "coarse", dots([spot for spot in spiral(x, y, 12, 11) if hypot(spot[0] - x, spot[1] - y) > 5])
        )
        view.put(STAINED, oval(x, y, 3.8, 3.5))


def _pecoma(view: Field) -> None:
    """Cells around a vessel."""
    x = y = 0.0
    hole = 14.0
    seeds = [*ring(x, y, 25, 25, 9), *ring(x, y, 42, 42, 14, turn=0.2), *ring(x, y, 60, 60, 20)]
    for seed, corners in divided(view.beyond(8), [*seeds, (x, y)], 2):
        if seed == (x, y) or not view.sees(corners):
            continue
        a, b = middle(corners)
        view.put("clear", rounded(corners, 0.3))
        view.put(
            "speck", dots([spot for spot in spiral(a, b, 6, 8) if hypot(spot[0] - a, spot[1] - b) > 2.8])
        )
        view.put("small blue", dots([(a, b)]))
    view.put("wall", oval(x, y, hole, hole))
    view.put("lumen", oval(x, y, hole - 4, hole - 4))
    view.put("red", *(oval(x + 4 * cos(k * 2.1), y + 4 * sin(k * 2.1), 2.4, 2.4) for k in range(3)))


def _rhabdomyosarcoma(view: Field) -> None:
    """Small cells along strands, and a few adrift."""
    for _, corners in divided(view.beyond(58), view.honeycomb(58, turn=0.4), 7):
        if not view.sees(corners):
            continue
        view.put("wall", rounded(corners, 0.34))
        center = middle(corners)
        spots = [(center[0] + 7 * cos(k * 1.7), center[1] + 7 * sin(k * 1.7)) for k in range(4)]
        inner = [toward(corner, center, 0.24) for corner in corners]
        for at, corner in enumerate(inner):
            before = inner[at - 1]
            steps = max(1, round(hypot(corner[0] - before[0], corner[1] - before[1]) / 9.5))
            spots += [toward(before, corner, (step + 0.5) / steps) for step in range(steps)]
        for kind in (
            "small cell",
            "small inside",
            "small nucleus",
            "small stain",
        ):  # rings, by stroke upon stroke
            view.put(kind, dots(spots))
