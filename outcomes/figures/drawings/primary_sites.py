"""Where it starts: three bodies, a small child's, a young person's and an adult's, with the sites that lead in each."""

from __future__ import annotations

from collections.abc import Sequence

from outcomes.model import Ledger
from outcomes.svg.body import Body
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.shapes import Spot, oval, ring, soft
from outcomes.svg.words import Point, Teller

COLUMN = 300.0
GAP = 22
FACE = 66.0  # radius of the face that is drawn large [px]

# Where the patients of the series are put on the body, as hundredths of its height; which side is by chance.
DOTS = {
    "demo-kay-scalp": ((2.4, 1.8),),
    "demo-kay-neck": ((-1.4, 15.2),),
    "demo-kay-trunk": ((-5.6, 24.4), (4.6, 22.6), (5.8, 31.0), (-5.4, 33.0), (-4.6, 43.4), (4.6, 44.4)),
    "demo-kay-forearm": ((14.7, 44.0),),
    "demo-kay-retroperitoneum": ((-1.7, 38.6), (2.0, 37.6)),
    "demo-kay-thigh": (
        (4.4, 57.0), (7.0, 58.6), (5.2, 62.4), (3.2, 66.0), (-4.2, 56.6), (-7.2, 60.0), (-4.4, 63.4), (-6.0, 67.0),
    ),
    "demo-kay-calf": ((5.0, 82.6),),
}  # fmt: skip


def primary_sites(ledger: Ledger) -> Drawing:
    """Draw the primary sites by age, each figure with its series."""
    say = Teller(ledger)
    child, young, adult, habits = points = [_child(say), _young(say), _adult(say), _habits(say)]

    def draw(canvas: Canvas) -> None:
        second = 0.0 if canvas.narrow else canvas.width - COLUMN
        end = _draw_child(canvas, child, 0, 0)
        end = max(end, _draw_young(canvas, young, second, end + GAP if canvas.narrow else 0)) + GAP
        below = _draw_adult(canvas, adult, 0, end)
        _draw_habits(canvas, habits, second, below + GAP if canvas.narrow else end)

    return Drawing(
        name="primary-sites",
        title="Schematic: three bodies with the primary sites of ASPS by age",
        finding="Tongue and orbit in a small child; thigh and buttock from adolescence on",
        summary="A small child, the patients under twenty-five at one US center, and all ages at another.",
        caption=(
            "A schematic drawn for this course. Orange marks where the tumor starts. In the second figure each dot is "
            "a patient of the series; the site is the series', the side and the exact place are not. The third figure "
            "is seen from behind; its deeper orange marks thigh and buttock. Each series is one center's, so its "
            "shares do not stand for all patients."
        ),
        points=points,
        draw=draw,
        shows=(
            "A small child from the front, its face drawn large: a mass above one eye pushes it forward, another sits "
            "on the tongue. A young person from the front, with a dot for each patient. An adult from behind, with "
            "thighs and buttocks in deep orange, arms and lower legs in pale orange, and the place of the "
            "retroperitoneum dashed."
        ),
    )


def _child(say: Teller) -> Point:
    return say(
        "Infants and small children",
        "The classic sites are in the head.",
        "hillyer-2009",
        "who-2020-csa",
        points=[
            say("Orbit", "The eye is pushed forward and moves less.", "who-2020-csa", "orbit-recurrent-2020"),
            say("Tongue", "A mass that bleeds or looks like a vessel.", "hillyer-2009", "asps-tongue-2004"),
        ],
    )


def _young(say: Teller) -> Point:
    places = {
        "demo-kay-scalp": "Scalp",
        "demo-kay-neck": "Neck",
        "demo-kay-trunk": "Trunk",
        "demo-kay-forearm": "Forearm",
        "demo-kay-retroperitoneum": "Retroperitoneum",
        "demo-kay-thigh": "Thigh",
        "demo-kay-calf": "Calf",
    }
    return say(
        "Under twenty-five, one US center",
        "Each dot is one patient.",
        "kayton-2006",
        points=[say(name, f"{{{number} counts}}", "kayton-2006") for number, name in places.items()],
    )


def _adult(say: Teller) -> Point:
    return say(
        "All ages, one US center",
        "Of {demo-port-extremities n} patients.",
        "portera-2001",
        points=[
            say("Head and neck", "{demo-port-head value}"),
            say("Trunk", "{demo-port-trunk value}"),
            say("Retroperitoneum", "{demo-port-retroperitoneum value}"),
            say("Limbs", "{demo-port-extremities value}"),
            say("Buttock", "Named with the leg by the National Cancer Institute.", "nci-mypart"),
            say("Thigh", "Led in surgical series from Italy and Korea.", "pennacchioli-2010", "cho-2014"),
        ],
    )


def _habits(say: Teller) -> Point:
    return say(
        "At the bedside",
        "",
        "who-2020-csa",
        "nci-mypart",
        points=[
            say("In a small child", "Look at the mouth and the eyes.", "hillyer-2009", "who-2020-csa"),
            say("From adolescence on", "Feel the thighs and buttocks.", "nci-mypart", "pennacchioli-2010"),
            say(
                "",
                "“Mostly head and neck” is disputed for teenagers: the limbs led in two pediatric cohorts, with "
                "{demo-orb-limb value} in Europe and {demo-seerped-ext value} in the US.",
                kind="pitfall",
            ),
            say(
                "",
                "In a US registry {demo-seer20-hn-young value} of the younger patients had it in the head and neck; "
                "the report does not say where “younger” ends.",
                kind="pitfall",
            ),
            say(
                "",
                "No site excludes it: it can arise almost anywhere.",
                "portera-2001",
                "who-2020-csa",
                kind="pitfall",
            ),
        ],
    )


def _heading(canvas: Canvas, point: Point, x: float, y: float) -> float:
    y = canvas.text(point.head, x, y, COLUMN, "accent")
    return canvas.text(point.text, x, y + 1, COLUMN) + 12


def _draw_child(canvas: Canvas, point: Point, x: float, y: float) -> float:
    top = _heading(canvas, point, x, y)
    body = Body(x + 42, top + 112, 186, 0)
    body.draw(canvas)
    canvas.path(oval(*body.at(3.5, 11), 3.4, 3), "tumor")
    canvas.path(oval(*body.at(0.4, 16.4), 3, 2.2), "tumor")
    face = Body(x + 106, top + 2, 590, 0)
    center = (x + 106, top + FACE)
    # From the small head to the large one.
    canvas.path(f"M{x + 34:g} {top + 114:.1f}L{center[0] - 60:g} {center[1] + 26:.1f}", "lead")
    canvas.path(f"M{x + 60:g} {top + 134:.1f}L{center[0] - 16:g} {center[1] + 64:.1f}", "lead")
    canvas.circle(*center, FACE, "paper", behind=True)
    canvas.within(*center, FACE, [*face.paths(face=False), *_face(face)])
    canvas.circle(*center, FACE, "rim", behind=True)
    orbit, tongue = point.points
    words = x + 192
    first = canvas.text(orbit.head, words, top + 4, COLUMN - 192, "strong")
    first = canvas.text(orbit.text, words, first + 1, COLUMN - 192)
    second = canvas.text(tongue.head, words, first + 14, COLUMN - 192, "strong")
    end = canvas.text(tongue.text, words, second + 1, COLUMN - 192)
    _lead(canvas, (words - 6, top + 14), face.at(5.2, 10.4))
    _lead(canvas, (words - 6, first + 24), face.at(2.4, 17.0))
    return max(end, top + 298)


def _face(face: Body) -> list[tuple[str, str]]:
    """Return a face with one eye pushed forward, and a mass on the tongue."""
    well, ill = face.at(-3.7, 10.6), face.at(4.3, 11.0)
    lines = [
        soft([face.at(-5.4, 8.6), face.at(-3.8, 7.8), face.at(-2.0, 8.6)]),
        soft([face.at(2.0, 8.2), face.at(4.2, 7.0), face.at(6.4, 8.0)]),
        soft([face.at(0.2, 11.2), face.at(0.8, 13.2), face.at(-0.5, 13.6)]),
        soft([face.at(2.4, 13.4), face.at(4.4, 14.0), face.at(6.4, 13.2)]),
    ]
    return [
        ("hair", "".join(lines)),
        ("tumor", oval(face.at(4.6, 9.2)[0], face.at(4.6, 9.2)[1], 16, 10, 12)),
        (
            "clear",
            soft(
                [face.at(-5.2, 10.7), face.at(-3.7, 9.8), face.at(-2.2, 10.7), face.at(-3.7, 11.5)],
                closed=True,
            ),
        ),
        ("body", oval(well[0], well[1], 3.4, 3.4)),
        ("clear", oval(ill[0], ill[1], 11.5, 9.5)),
        ("body", oval(ill[0] + 1.5, ill[1] + 1.5, 3.6, 3.6)),
        ("line", soft([face.at(2.2, 10.4), face.at(4.2, 9.3), face.at(6.4, 10.6)])),
        ("mouth", oval(face.at(0, 16.5)[0], face.at(0, 16.5)[1], 17, 11.5)),
        ("blood", oval(face.at(0, 17.2)[0], face.at(0, 17.2)[1], 13, 7)),
        ("hair", soft([face.at(0, 16.4), face.at(0, 17.6)])),
        ("tumor", oval(face.at(1.2, 16.7)[0], face.at(1.2, 16.7)[1], 6.5, 5)),
    ]


def _draw_young(canvas: Canvas, point: Point, x: float, y: float) -> float:
    top = _heading(canvas, point, x, y)
    body = Body(x + 56, top, 270, 0.85)
    body.draw(canvas)
    labels, dots = [], []
    for part, spots in zip(point.points, DOTS.values(), strict=True):
        places = [body.at(*spot) for spot in spots]
        deep = part.head == "Retroperitoneum"
        dots += [(spot, "deep" if deep else "dot orange") for spot in places]
        labels.append((part, max(places)))
    end = _labels(canvas, labels, x + 142, top - 2, 38)
    for (a, b), kind in dots:
        canvas.circle(a, b, 3.6, kind, behind=True)
    return max(end, top + 270)


def _draw_adult(canvas: Canvas, point: Point, x: float, y: float) -> float:
    top = _heading(canvas, point, x, y)
    body = Body(x + 62, top, 310, 1)
    body.draw(canvas, behind=True)
    sides = (1, -1)
    canvas.path("".join(body.arm(side) + body.shin(side) for side in sides), "tumor faint")
    for side in sides:
        buttock = ring(*body.at(side * 4.8, 50.4), 14, 13, 12)[
            ::side
        ]  # turns as the thigh does, so that the two are one
        canvas.path(body.thigh(side) + soft(buttock, closed=True), "tumor wash")
    canvas.path("".join(oval(*body.at(side * 3.4, 38), 6, 11, side * 12) for side in sides), "deep")
    targets = [
        body.at(3.2, 8),
        body.at(5.6, 26),
        body.at(4.6, 38),
        body.at(14.6, 44),
        body.at(6.4, 50.6),
        body.at(7.4, 60.5),
    ]
    end = _labels(canvas, list(zip(point.points, targets, strict=True)), x + 148, top, 44)
    for target in targets:
        canvas.circle(*target, 2, "mark", behind=True)
    return max(end, top + 310)


def _labels(canvas: Canvas, labels: Sequence[tuple[Point, Spot]], x: float, y: float, step: float) -> float:
    """Write labels one below the other, each with a line to its place."""
    end = y
    for place, (part, target) in enumerate(labels):
        top = max(end + 3, y + place * step) if place else y
        width = COLUMN - (x % (COLUMN + 20))
        end = canvas.text(part.head, x, top, width, "strong")
        end = canvas.text(part.text, x, end, width)
        _lead(canvas, (x - 6, top + canvas.size * 0.75), target)
    return end


def _lead(canvas: Canvas, label: Spot, target: Spot) -> None:
    canvas.path(f"M{label[0]:.1f} {label[1]:.1f}h-8L{target[0]:.1f} {target[1]:.1f}", "lead")


def _draw_habits(canvas: Canvas, point: Point, x: float, y: float) -> None:
    y = canvas.text(point.head, x, y, COLUMN, "accent") + 10
    for part in point.points:
        if part.kind:
            y = canvas.aside(part.text, x, y + 4, COLUMN) + 6
        else:
            y = canvas.text(part.head, x, y, COLUMN, "strong")
            y = canvas.text(part.text, x, y + 1, COLUMN) + 10
