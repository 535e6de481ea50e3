"""The signs that MRI may show, on a picture of our own: a schematic, with no patient behind it."""

from __future__ import annotations

from collections.abc import Sequence

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.words import Point, Teller

WIDTH, HEIGHT = 300, 262  # of the picture [px]
FASCIA = 34.0
FIBERS = (64, 92, 120, 150, 180, 208, 236)

MASS = (
    "M150 78 C190 70 230 90 236 128 C239 148 263 148 259 165 C256 178 239 172 232 187 C222 214 190 226 160 223 "
    "C146 221 141 240 128 235 C115 230 121 214 108 206 C84 192 62 180 66 148 C68 132 50 126 55 111 "
    "C61 98 78 110 90 101 C106 88 124 82 150 78 z"
)
NECROSIS = "M150 126 Q154 144 180 138 Q164 152 178 176 Q156 164 138 182 Q140 160 118 152 Q142 148 150 126 z"
TAIL = "M206 82 C232 62 262 52 294 47 C264 60 240 76 222 98"  # the one that is not there
VESSELS = ("M0 186 C24 182 42 176 64 158", "M300 214 C276 208 262 200 238 178")
VOIDS = (
    "M92 128 q8 -11 16 0 t16 0",
    "M176 104 q8 -10 15 -1 t15 1",
    "M96 188 q10 -9 16 2",
    "M186 202 q10 -12 18 -2",
    "M62 92 q-12 -8 -3 -20",
    "M146 238 q12 9 24 -1",
)
ROUND_VOIDS = ((206, 132), (84, 148), (214, 158), (134, 204))  # vessels cut across
# Where each sign is marked on the picture, in the order of the list.
PINS = (
    (150, 57), (196, 180), (150, 153), (106, 232), (258, 76), (88, 172), (112, 108), (226, 112), (272, 226), (182, 138),
)  # fmt: skip


def mri_signs(ledger: Ledger) -> Drawing:
    """Draw the MRI signs of the ledger on a schematic section, each with a number that the list explains."""
    say = Teller(ledger)
    signs, limits = _signs(say), _limits(say)

    def draw(canvas: Canvas) -> None:
        _draw_section(canvas)
        if canvas.narrow:
            end = _draw_list(canvas, signs, 0, HEIGHT + 14, canvas.width)
            _draw_limits(canvas, limits, end + 6, canvas.width)
        else:
            _draw_limits(canvas, limits, HEIGHT + 18, WIDTH)
            _draw_list(canvas, signs, WIDTH + 26, 0, canvas.width - WIDTH - 26)

    return Drawing(
        name="mri-signs",
        title="Schematic of a tumor in muscle with the signs that MRI may show, numbered",
        finding="Flow voids in a deep mass that is bright on T1 suggest ASPS; small tumors may lack the pattern",
        summary=(
            f"Seven or more of the first eight signs were present in {say.number('mri-7of8-asps')} of ASPS "
            f"and in {say.number('mri-7of8-ctrl')} of other soft tissue tumors."
        ),
        caption=(
            "A schematic drawn for this course, not a patient image; its shades are not MRI signal. Thick lines "
            "and dots are vessels; the dashed outline is a tail that is absent. One study, by the French sarcoma "
            "group, chose the first eight signs and tested them in the same patients; other series show the last two."
        ),
        points=[*signs, *limits],
        draw=draw,
    )


def _signs(say: Teller) -> list[Point]:
    return [
        say("Deep site", "It lies below the fascia.", "img-mri8"),
        say(
            "High signal on T1",
            "In {mri-t1-10 counts} of one series; in another, like muscle to mildly bright.",
            "img-mri8",
            "img-t1",
        ),
        say("Central necrosis", "", "img-mri8"),
        say("Infiltrative growth", "", "img-mri8"),
        say("No tail sign", "", "img-mri8"),
        say("No fibrotic component", "", "img-mri8"),
        say(
            "Flow voids in or around it",
            "In {mri-flow-14 counts} of a series without small tumors.",
            "img-mri8",
        ),
        say("Five flow voids or more", "", "img-mri8"),
        say("Large feeding vessels", "Around the tumor in {spinnato-mri-vessels counts} on MRI."),
        say(
            "A central star, in children",
            "Large vessels converge on it in tumors above {img-paed.star-pattern-above value}; with lung nodules "
            "it should suggest ASPS.",
            "img-paed",
        ),
    ]


def _limits(say: Teller) -> list[Point]:
    return [
        say(
            "",
            "Missing signs do not clear a small mass: all {img-small.asps-without-the-signature events} tumors "
            "in the study with fewer than seven were under {img-small.largest-diameter-below}.",
            "img-small",
            kind="pitfall",
        ),
        say(
            "",
            "High T1 signal does not tell it from hemangioma: intramuscular hemangioma is bright on T1 too.",
            "conflict-t1-signal",
            kind="pitfall",
        ),
        say(
            "",
            "In adults, phleboliths point to a malformation. Growth without them calls for biopsy.",
            "gap-vasc-mri",
            kind="pitfall",
        ),
    ]


def _draw_section(canvas: Canvas) -> None:
    canvas.box(0, 0, WIDTH, FASCIA, "panel", radius=0)
    canvas.box(0, FASCIA, WIDTH, HEIGHT - FASCIA, "soft", radius=0)
    for y in FIBERS:
        canvas.path(f"M0 {y} C90 {y - 8} 210 {y + 8} {WIDTH} {y - 2}", "fiber")
    canvas.path(f"M0 {FASCIA:g} H{WIDTH}", "cut")
    canvas.path(VESSELS[0], "vessel")
    canvas.path(VESSELS[1], "vessel")
    canvas.path(MASS, "paper")
    canvas.path(MASS, "orange tint")
    canvas.path(NECROSIS, "gray tint dashed")
    canvas.path(TAIL, "thin dashed")
    for void in VOIDS:
        canvas.path(void, "void")
    for x, y in ROUND_VOIDS:
        canvas.circle(x, y, 4.5, "body", behind=True)
    canvas.path(f"M150 {FASCIA:g} V79", "thin")
    for place, (x, y) in enumerate(PINS, start=1):
        _pin(canvas, place, x, y)


def _pin(canvas: Canvas, number: int, x: float, y: float) -> None:
    canvas.circle(x, y, 10 if number < 10 else 13, "pin")
    canvas.text(str(number), x, y - canvas.size * 0.67, 40, "on", middle=True)


def _draw_list(canvas: Canvas, points: Sequence[Point], x: float, y: float, width: float) -> float:
    for place, point in enumerate(points, start=1):
        _pin(canvas, place, x + 13, y + 11)
        y = canvas.text(point.head, x + 34, y + 1, width - 34, "strong")
        if point.text:
            y = canvas.text(point.text, x + 34, y + 1, width - 34)
        y += 9
    return y


def _draw_limits(canvas: Canvas, points: Sequence[Point], y: float, width: float) -> None:
    for point in points:
        y = canvas.aside(point.text, 0, y, width) + 8
