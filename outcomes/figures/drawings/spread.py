"""Where it goes: a body with the sites of metastases, how each is looked for, and how often it was found."""

from __future__ import annotations

from collections.abc import Sequence

from outcomes.model import Ledger
from outcomes.svg.body import Body
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.organs import belly, bones, brain, chest, deposits, mass, nodes
from outcomes.svg.words import Point, Teller

# Where each site's number stands, and what it points at, in hundredths of the body's height; in the order of the list.
PINS = (
    ((7.0, 2.4), (2.6, 4.4)), ((-10.7, 21.6), (-6.2, 24.4)), ((-11.0, 45.6), (-6.8, 45.4)),
    ((-9.7, 35.4), (-5.6, 36.0)), ((11.5, 23.6), (9.3, 25.6)), ((9.5, 38.6), (5.5, 40.0)),
    ((10.6, 62.6), (7.0, 64.6)),
)  # fmt: skip
LEFT, RIGHT = (1, 3, 2), (0, 4, 5, 6)  # which stand beside the body where there is room
DEPOSITS = (
    (1.5, 5.8, 0.8),
    (-3.0, 21.4, 0.75), (-6.0, 28.6, 1.05), (-3.4, 28.2, 0.6), (-5.2, 23.0, 0.5),
    (4.0, 22.2, 0.9), (6.2, 28.0, 1.1), (5.2, 25.0, 0.5), (3.0, 20.6, 0.45),
    (-5.6, 37.6, 0.85), (-5.6, 46.2, 0.9), (-5.4, 64.0, 0.75), (0.0, 42.4, 0.7),
)  # fmt: skip


def spread(ledger: Ledger) -> Drawing:
    """Draw the sites of metastases with the examination and the share for each."""
    say = Teller(ledger)
    sites, limits = _sites(say), _limits(say)

    def draw(canvas: Canvas) -> None:
        put = _draw_narrow if canvas.narrow else _draw_wide
        end = put(canvas, sites) + 14
        for point in limits:
            end = canvas.aside(point.text, 0, end, canvas.width) + 8

    return Drawing(
        name="spread",
        title="Schematic: a body with the sites of metastases, numbered, and how each is looked for",
        finding="The lung leads; brain, bone, liver and nodes each need their own study",
        summary="Each site with its examination, and how often it was involved; a patient can count at more than one.",
        caption=(
            "A schematic drawn for this course; filled spots are deposits, and their places are examples. Shares are "
            "of patients with metastases, at presentation or on the staging CT of a trial in Europe, unless the text "
            "says otherwise. Series differ in who was imaged and how, so do not compare them closely. Which "
            "examinations to do is this course's reading of the sources, not the wording of a guideline."
        ),
        points=[*sites, *limits],
        draw=draw,
        shows=(
            "A body from the front with brain, lungs, liver, kidneys, bones and nodes of armpit and groin. A large "
            "mass lies in one thigh; round deposits lie in the brain, in both lungs, in the liver, the pelvis, the "
            "spine and a thigh bone. Each number points at its organ."
        ),
    )


def _sites(say: Teller) -> list[Point]:
    return [
        say(
            "Brain: MRI",
            "{site-fuji-brain value} in Japan, {site-port-brain value} in the US, {site-aiims-brain value} in an "
            "Indian clinic, where only some had been imaged.",
            "gap-img-brain-essr",
            "reichardt-2003",
        ),
        say(
            "Lung: CT of the chest",
            "{site-fuji-lung value} in Japan, {site-icreate-lung value} in the European trial, "
            "{site-aiims-lung value} in India.",
            "gap-img-uk-stage",
        ),
        say(
            "Bone: whole-body MRI, or FDG-PET/CT if avid",
            "When bone is in question. {site-fuji-bone value} in Japan, {site-icreate-bone value} in the European "
            "trial, {site-aiims-bone value} in India.",
            "essr-2024",
        ),
        say(
            "Liver: CT or ultrasound of the abdomen",
            "{site-aiims-liver value} in India, {site-fuji-liver value} in Japan.",
        ),
        say(
            "Nodes: palpation, and the staging scans",
            "{fuji-nodes-all counts} of all patients in Japan at presentation; {site-icreate-nodal value} in the "
            "European trial. Sample a suspicious node.",
        ),
        say(
            "Kidneys: look once",
            "Not for metastases: a renal carcinoma carries the same fusion.",
            "mol-rcc",
        ),
        say("Primary: MRI", "For its local extent.", "essr-2015"),
    ]


def _limits(say: Teller) -> list[Point]:
    return [
        say(
            "",
            "When the disease looks localized, experts still advise brain MRI; its yield then is not known. All "
            "{fuji-brain-with n} patients with brain metastases in Japan had others too.",
            "gap-img-brain-essr",
            "stg-brain",
            kind="pitfall",
        ),
    ]


def _draw_body(canvas: Canvas, body: Body) -> None:
    outer, ears, head, _ = body.paths(face=False)
    layers = [outer, ears, head, *bones(body), *chest(body), *belly(body), *brain(body), *nodes(body)]
    for kind, steps in layers:
        canvas.path(steps, kind)
    canvas.path(mass(body, (5.2, 65.4), 2.5, 3.6), "tumor")
    canvas.path(deposits(body, DEPOSITS), "tumor")
    canvas.bottom = max(canvas.bottom, body.top + body.height)


def _draw_wide(canvas: Canvas, points: Sequence[Point]) -> float:
    column = 200.0
    body = Body(canvas.width / 2, 6, 500)
    _draw_body(canvas, body)
    ends = []
    for places, x in ((LEFT, 0.0), (RIGHT, canvas.width - column)):
        y = 4.0
        for place in places:
            pin = body.at(*PINS[place][0])
            y = max(y, pin[1] - 60) if place != places[0] else y
            _lead(canvas, x, column, y, pin)
            y = _say(canvas, place + 1, points[place], x, y, column) + 16
        ends.append(y)
    _put_pins(canvas, body)
    return max(*ends, body.top + body.height)


def _lead(canvas: Canvas, x: float, column: float, y: float, pin: tuple[float, float]) -> None:
    """Draw a line from a number in the list to the same on the body."""
    left = x == 0
    edge = x + column - 8 if left else x - 4
    turn = edge + (10 if left else -10)
    canvas.path(f"M{edge:g} {y + 10:.1f}L{turn:g} {y + 10:.1f} {pin[0]:.1f} {pin[1]:.1f}", "lead")


def _draw_narrow(canvas: Canvas, points: Sequence[Point]) -> float:
    body = Body(canvas.width / 2, 4, 470)
    _draw_body(canvas, body)
    _put_pins(canvas, body)
    y = body.top + body.height + 14
    for place, point in enumerate(points):
        y = _say(canvas, place + 1, point, 0, y, canvas.width) + 10
    return y


def _say(canvas: Canvas, number: int, point: Point, x: float, y: float, width: float) -> float:
    _pin(canvas, number, x + 11, y + 10)
    y = canvas.text(point.head, x + 30, y, width - 30, "strong")
    return canvas.text(point.text, x + 30, y + 1, width - 30)


def _put_pins(canvas: Canvas, body: Body) -> None:
    for number, (pin, target) in enumerate(PINS, start=1):
        (x, y), (a, b) = body.at(*pin), body.at(*target)
        canvas.path(f"M{x:.1f} {y:.1f}L{a:.1f} {b:.1f}", "lead")
        canvas.circle(a, b, 2, "mark", behind=True)
        _pin(canvas, number, x, y)


def _pin(canvas: Canvas, number: int, x: float, y: float) -> None:
    canvas.circle(x, y, 10, "pin")
    canvas.text(str(number), x, y - canvas.size * 0.67, 40, "on", middle=True)
