"""At which grade a checkpoint inhibitor is held or stopped, organ by organ: the strictest organ on top."""

from __future__ import annotations

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.words import Point, Teller

GAP = 5
CELL_HEIGHT = 42
# What a step looks like; its words stand in the cell, so that no hue says anything alone.
LOOKS = {"go on": "panel", "may hold": "soft", "hold": "aside", "hold or stop": "aside", "stop": "mark"}


def harm_by_grade(ledger: Ledger) -> Drawing:
    """Draw the step at each grade for each organ, with the first test beside it."""
    say = Teller(ledger)
    organs, limits = _organs(say), _limits(say)

    def draw(canvas: Canvas) -> None:
        y = 0.0
        for organ in organs:
            y = _draw_organ(canvas, organ, y) + 12
        for point in limits:
            y = canvas.aside(point.text, 0, y, canvas.width) + 8

    return Drawing(
        name="harm-by-grade",
        title="Diagram: eight organs, and whether a checkpoint inhibitor is continued, held or stopped at each grade",
        finding="The organ decides the grade at which a checkpoint inhibitor is stopped: heart first, hormones last",
        summary="Each row is an organ with its first test. G1 to G4 are the grades of the adverse event.",
        caption=(
            "A schematic put together for teaching from label tables and guidelines on all tumors; none was tested in "
            "ASPS. Sources differ in cells that say “may” or “or”. Grades follow the common criteria of the National "
            "Cancer Institute; your local guideline rules."
        ),
        points=[*organs, *limits],
        draw=draw,
    )


def _organs(say: Teller) -> list[Point]:
    def by_grade(*steps: str) -> list[Point]:
        return [say("", f"G{grade} {step}", "gtd-stop-table") for grade, step in enumerate(steps, start=1)]

    return [
        say("Heart", "ECG, troponin, CK", "gtd-heart", points=by_grade("hold", "stop", "stop", "stop")),
        say(
            "Nerve and muscle",
            "Swallowing, breathing, CK",
            "gtd-nerve",
            "gap-io-steps",
            points=by_grade("may hold", "hold or stop", "stop", "stop"),
        ),
        say("Lung", "CT of the chest", "gtd-lung", points=by_grade("may hold", "hold", "stop", "stop")),
        say(
            "Liver",
            "Transaminases, bilirubin",
            "gtd-hepatitis",
            points=by_grade("go on", "hold", "hold or stop", "stop"),
        ),
        say(
            "Kidney",
            "Creatinine, urine",
            "gtd-kidney",
            points=by_grade("may hold", "hold", "hold or stop", "stop"),
        ),
        say("Bowel", "Stool for infection", "gtd-colitis", points=by_grade("go on", "hold", "hold", "stop")),
        say(
            "Skin",
            "Area, blisters, mouth",
            "gtd-skin",
            points=by_grade("go on", "may hold", "hold", "hold or stop"),
        ),
        say(
            "Hormones",
            "Cortisol, TSH, glucose",
            "gtd-thyroid",
            "gtd-pituitary",
            "gtd-diabetes",
            points=by_grade("go on", "may hold", "hold", "hold"),
        ),
    ]


def _limits(say: Teller) -> list[Point]:
    return [
        say(
            "",
            "Liver without metastases: the US labels hold at AST or ALT {gtd-stop-table.liver-hold} and stop above, "
            "or above a bilirubin of {gtd-stop-table.bilirubin-stop} (times the upper limit of normal). Kidney: the US "
            "label of pembrolizumab holds at G3, ASCO stops. Guillain-Barré syndrome: stop from G2; a Swedish guide "
            "to atezolizumab stops at any, and at any myasthenia.",
            "gtd-stop-table",
            "gtd-kidney",
            "gtd-nerve",
            "gtd-nerve-europe",
            kind="pitfall",
        ),
        say(
            "",
            "Skin: with blisters or a sore mouth, stop, whatever the area. Hormones: the pembrolizumab "
            "label also allows stopping, by severity.",
            "gtd-skin",
            "gtd-stop-table",
            kind="pitfall",
        ),
    ]


def _draw_organ(canvas: Canvas, organ: Point, y: float) -> float:
    """Draw the organ with its first test, and the four cells beside or below it."""
    left = 0 if canvas.narrow else 196
    beside = left - 12 if left else canvas.width
    end = canvas.text(organ.head, 0, y + 2, beside, "strong")
    end = canvas.text(organ.text, 0, end, beside, "muted")
    top = end + 5 if canvas.narrow else y
    cell = (canvas.width - left - GAP * (len(organ.points) - 1)) / len(organ.points)
    for place, step in enumerate(organ.points):
        _draw_cell(canvas, step.text, left + place * (cell + GAP), top, cell)
    return max(end, top + CELL_HEIGHT)


def _draw_cell(canvas: Canvas, words: str, x: float, y: float, width: float) -> None:
    """Draw one step in the look of what it says after the grade."""
    kind = LOOKS[words.partition(" ")[2]]
    high = canvas.height(words, width - 6)
    canvas.box(x, y, width, CELL_HEIGHT, kind, radius=5)
    top = y + (CELL_HEIGHT - high) / 2 - 1
    canvas.text(words, x + width / 2, top, width - 6, "on" if kind == "mark" else "", middle=True)
