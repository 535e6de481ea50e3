"""What to do about a cold thumb, step by step."""

from __future__ import annotations

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.steps import draw_steps
from outcomes.svg.words import Teller


def first_steps(ledger: Ledger) -> Drawing:
    """Draw the two steps from a cold thumb to a warm one."""
    say = Teller(ledger)
    points = [
        say("Look at it", "A pale, cool thumb is the only sign.", "cause-unknown"),
        say(
            "A mitten",
            "Warmth came after {moe-weeks value}.",
            points=[
                say("", "A mitten on the other hand warms the other hand.", "mitten-first", kind="pitfall")
            ],
        ),
    ]

    def draw(canvas: Canvas) -> None:
        draw_steps(canvas, points)

    return Drawing(
        name="first-steps",
        title="Schematic diagram: from a cold thumb to a warm one",
        finding="The mitten comes before anything else",
        summary="Look first, then warm.",
        caption="Schematic and invented.",
        points=points,
        draw=draw,
    )
