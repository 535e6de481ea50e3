"""One example of surveillance after resection: what is looked at, and how often, by year. Ours, and no guideline."""

from __future__ import annotations

from collections.abc import Sequence

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.words import Point, Teller

YEARS = 12.4  # how far the axis reaches, a little past the last mark
NUMBERED = 10
PERIODS = (2, 5, 10)  # years after which the rhythm changes
CLOSE = (4, 8, 12, 16, 20, 24, 30, 36, 42, 48, 54, 60)  # months of the visits in the first five years
YEARLY = (12, 24, 36, 48, 60)
MARKS = {  # months at which each is looked at
    "blue": (*CLOSE, 72, 84, 96, 108, 120, 132, 144),
    "green": (*CLOSE, 72, 84, 96, 108, 120, 144),
    "orange": YEARLY,
    "pink": (*YEARLY, 84, 108),
}


def follow_up_schedule(ledger: Ledger) -> Drawing:
    """Draw the chapter's example of a schedule as four lanes along the years."""
    say = Teller(ledger)
    lanes = _lanes(say)
    asides = [
        say(
            "",
            "A symptom does not wait for the next visit: headache, seizure, cough, lasting bone pain, a new lump.",
            "fu-late",
            kind="pitfall",
        ),
        say(
            "",
            "An example by the authors of this course, not a guideline: no schedule was tested in ASPS.",
            "gap-fu-weak",
            kind="pitfall",
        ),
    ]

    def draw(canvas: Canvas) -> None:
        end = _draw_lanes(canvas, lanes)
        for point in asides:
            end = canvas.aside(point.text, 0, end, canvas.width) + 8

    return Drawing(
        name="follow-up-schedule",
        title="Schematic: an example of surveillance by year, in four lanes",
        finding="Our own example: frequent in the first years, the brain included, and no end at the fifth year",
        summary="Each mark is one check after resection of a localized ASPS; the numbers are years.",
        caption=(
            "Schematic. A filled mark follows the rhythm of the general schedule for high-grade sarcoma; "
            "a hollow one is our own choice; a cross stroke is where the rhythm changes. "
            "Agree on dates with your own team, and write down why."
        ),
        points=[*lanes, *asides],
        draw=draw,
    )


def _lanes(say: Teller) -> list[Point]:
    return [
        say(
            "Visit, with palpation of the scar",
            "Every {fu-general.esmo-first} in years one and two, twice a year in years three to five, then once a "
            "year indefinitely. Patients find most local relapses themselves: teach them to feel.",
            "gap-fu-toss",
            kind="blue",
        ),
        say(
            "Chest, by low-dose CT",
            "With each visit of the first five years, once a year to the tenth, later at an interval agreed with "
            "the patient. A radiograph sees less.",
            "fu-general",
            "surv-uldct",
            "cho-2014",
            kind="green",
        ),
        say(
            "Primary site, by MRI",
            "Once a year for five years where the tumor was too deep to palpate; elsewhere only for a finding.",
            "fu-general",
            "fu-174",
            kind="orange",
        ),
        say(
            "Brain, by MRI",
            "Once a year for five years, every second year to the tenth, then for symptoms. Experts call for the "
            "brain but give no interval.",
            "fu-brain",
            "essr-2024",
            kind="pink",
        ),
    ]


def _draw_lanes(canvas: Canvas, lanes: Sequence[Point]) -> float:
    start, unit = 12.0, (canvas.width - 24) / YEARS
    y = _axis(canvas, start, unit)
    for lane in lanes:
        canvas.circle(8, y + canvas.size * 0.72, 6, f"dot {lane.kind}")
        end = canvas.text(lane.head, 22, y, canvas.width - 22, "strong")
        middle = canvas.text(lane.text, 22, end + 1, canvas.width - 22) + 14
        canvas.path(f"M{start:g} {middle:.1f} H{start + NUMBERED * unit:.1f}", "rule")
        canvas.path(f"M{start + NUMBERED * unit:.1f} {middle:.1f} H{canvas.width}", "rule dashed")
        for year in PERIODS:
            canvas.path(f"M{start + year * unit:.1f} {middle - 10:.1f} V{middle + 10:.1f}", "thin")
        for month in MARKS[lane.kind]:
            ours = lane.kind in ("orange", "pink") or month > NUMBERED * 12
            canvas.circle(start + month / 12 * unit, middle, 4.5, "hollow" if ours else f"dot {lane.kind}")
        y = middle + 22
    return y


def _axis(canvas: Canvas, start: float, unit: float) -> float:
    """Number the years; return where the first lane begins."""
    for year in range(1, NUMBERED + 1):
        canvas.text(str(year), start + year * unit, 0, unit, "muted", middle=True)
    return canvas.text("later", start + (NUMBERED + 1.4) * unit, 0, 3 * unit, "muted", middle=True) + 12
