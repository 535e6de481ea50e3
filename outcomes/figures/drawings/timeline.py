"""Licenses and studies of drugs in ASPS, year by year: what was known when a license was given."""

from __future__ import annotations

from collections.abc import Sequence

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.words import Point, Teller

LICENSE, KINASE, CHECKPOINT, BOTH, MET = "license", "green", "blue", "pink", "gray"
SPINE, COLUMN, STUDIES = 306, 282, 338  # where the columns of a wide drawing stand [px]


def timeline(ledger: Ledger) -> Drawing:
    """Draw licenses beside studies, by year; the years are those of the dates and publications in the ledger."""
    say = Teller(ledger)
    open_ends = _open_ends(say)
    years = _by_year(say, _licenses(say) + _studies(say))

    def draw(canvas: Canvas) -> None:
        put = _draw_narrow if canvas.narrow else _draw_wide
        end = put(canvas, years)
        for point in open_ends:
            end = canvas.aside(point.text, 0, end, canvas.width) + 8

    return Drawing(
        name="timeline",
        title="Timeline: licenses and studies of drugs in ASPS by year",
        finding="Of the licenses we found, three name ASPS: two of atezolizumab, one of anlotinib",
        summary="Licenses, as squares, beside studies in ASPS, as circles, by year.",
        caption=(
            "A study is placed by year of publication, a license by its date; empty years are left out. "
            "Green: VEGF receptor inhibitors; blue: checkpoint inhibitors; pink: both together; gray: MET inhibitors. "
            "Do not compare response rates of separate studies. Chosen for teaching, not complete; the subcutaneous "
            "form of atezolizumab is not drawn. "
            "Licenses change: check the current text."
        ),
        points=[*years, *open_ends],
        draw=draw,
    )


Event = tuple[str, Point]  # the year, and what happened


def _licenses(say: Teller) -> list[Event]:
    return [
        (
            say.year("gsk-eu-2012"),
            say(
                "License: pazopanib",
                "US: soft tissue sarcoma after chemotherapy. European Union: certain subtypes; we could not see "
                "whether ASPS is one. Japan: second line. The trial was randomized, in many types.",
                "sys-paz-label",
                "gap-reg-eu-paz",
                "sys-japan",
                "gap-reg-us-basis",
                kind=LICENSE,
            ),
        ),
        (
            say.year("met-china-anlotinib.date"),
            say(
                "License: anlotinib, China",
                "{met-china-anlotinib.date}. ASPS by name, and other sarcomas after an anthracycline, as given on "
                "Chinese pages; we have not seen the label.",
                kind=LICENSE,
            ),
        ),
        (
            say.year("met-license.pembrolizumab-tmb-date"),
            say(
                "License: pembrolizumab, US",
                "{met-license.pembrolizumab-tmb-date}. Any solid tumor with a high mutational burden, after other "
                "treatment; in sarcoma the burden is low. Single-arm.",
                "gap-reg-us-basis",
                "mol-tmb",
                kind=LICENSE,
            ),
        ),
        (
            say.year("met-license.atezolizumab-us-date"),
            say(
                "License: atezolizumab, US",
                "{met-license.atezolizumab-us-date}. ASPS, from the age of {met-license.atezolizumab-us-age}; "
                "single-arm, {atezo-fda-orr counts} responded by independent review.",
                kind=LICENSE,
            ),
        ),
        (
            say.year("met-license.atezolizumab-japan-date"),
            say(
                "License: atezolizumab, Japan",
                "{met-license.atezolizumab-japan-date}. Unresectable ASPS; on a Japanese study of "
                "{gap-reg-japan.albert-patients} and the US trial.",
                kind=LICENSE,
            ),
        ),
        (
            say.year("met-license.anlotinib-china-date"),
            say(
                "License: anlotinib with chemotherapy, China",
                "{met-license.anlotinib-china-date}. First line, soft tissue sarcoma; not a trial in ASPS.",
                "gap-reg-china-anlotinib",
                kind=LICENSE,
            ),
        ),
    ]


def _studies(say: Teller) -> list[Event]:
    def study(key: str, head: str, text: str, kind: str) -> Event:
        return say.year(key), say(head, text, key, kind=kind)

    return [
        study(
            "stacchiotti-2011",
            "Sunitinib",
            "VEGF receptor inhibitor, case series: {sun-2011-orr counts} responded.",
            KINASE,
        ),
        study("wagner-2012", "Tivantinib", "MET inhibitor, single-arm: {tiv-orr counts} responded.", MET),
        study(
            "kummar-2013",
            "Cediranib",
            "VEGF receptor inhibitor, single-arm: {ced-kummar-orr counts} responded.",
            KINASE,
        ),
        study(
            "stacchiotti-2018",
            "Pazopanib",
            "VEGF receptor inhibitor, retrospective: {paz-2018-orr counts} responded.",
            KINASE,
        ),
        study(
            "alter0203",
            "Anlotinib versus placebo",
            "VEGF receptor inhibitor, randomized, ASPS subgroup: "
            "hazard ratio for PFS {anl-alter-hr}, interval not seen.",
            KINASE,
        ),
        study(
            "create-asps-2018", "Crizotinib", "MET inhibitor, single-arm: {criz-orr counts} responded.", MET
        ),
        study(
            "judson-2019",
            "Cediranib versus placebo",
            "VEGF receptor inhibitor, randomized: target lesions changed by a median of "
            "{casps-tml-ced} versus {casps-tml-pbo}.",
            KINASE,
        ),
        study(
            "wilky-2019",
            "Axitinib with pembrolizumab",
            "Both classes, single-arm: {axpem-orr counts} responded.",
            BOTH,
        ),
        study(
            "shi-2020",
            "Geptanolimab",
            "Checkpoint inhibitor, single-arm: {gept-orr counts} responded.",
            CHECKPOINT,
        ),
        study(
            "chen-2023",
            "Atezolizumab",
            "Checkpoint inhibitor, the trial of the US license: in the paper {atezo-orr counts} responded.",
            CHECKPOINT,
        ),
        study(
            "blay-2023",
            "Pembrolizumab",
            "Checkpoint inhibitor, basket trial: {pembro-acse-best counts}, best response at any time.",
            CHECKPOINT,
        ),
        study(
            "sunitinib-cediranib-2023",
            "Cediranib and sunitinib",
            "VEGF receptor inhibitors, randomized, after recent progression: "
            "{rand-ced-orr counts} and {rand-sun-orr counts} responded.",
            KINASE,
        ),
        study(
            "tqb2450-2024",
            "Anlotinib with TQB2450",
            "Both classes, single-arm: {anltqb-orr counts} responded.",
            BOTH,
        ),
    ]


def _open_ends(say: Teller) -> list[Point]:
    return [
        say(
            "",
            "We found no license of atezolizumab for ASPS in the European Union or the UK; the texts we could see "
            "were old or cut off, so that is no proof.",
            "met-eu",
            kind="pitfall",
        ),
        say(
            "",
            "China: an application for benmelstobart with anlotinib in advanced ASPS was accepted; "
            "no decision was found.",
            "gap-reg-china-nda",
            kind="pitfall",
        ),
    ]


def _by_year(say: Teller, events: Sequence[Event]) -> list[Point]:
    """Gather events under their years, licenses first."""
    years: dict[str, list[Point]] = {year: [] for year, _ in sorted(events, key=lambda event: event[0])}
    for year, point in events:
        years[year].append(point)
    return [
        say(year, "", *(key for point in points for key in point.sources), points=points)
        for year, points in years.items()
    ]


def _draw_wide(canvas: Canvas, years: Sequence[Point]) -> float:
    y, marks = 0.0, []
    for year in years:
        marks.append(y + 12)
        _year(canvas, year.head, SPINE, y)
        left = right = y + 2
        for event in year.points:
            if event.kind == LICENSE:
                _mark(canvas, event, 7, left + canvas.size * 0.72)
                left = _event(canvas, event, 21, left, COLUMN - 26)
            else:
                _mark(canvas, event, SPINE + 36, right + canvas.size * 0.72)
                right = _event(canvas, event, STUDIES + 16, right, COLUMN - 16)
        y = max(left, right) + 14
    canvas.path(f"M{SPINE} {marks[0]:.1f} V{marks[-1]:.1f}", "path")
    return y


def _draw_narrow(canvas: Canvas, years: Sequence[Point]) -> float:
    y, marks = 0.0, []
    for year in years:
        marks.append(y + 12)
        _year(canvas, year.head, 24, y)
        y += 32
        for event in year.points:
            _mark(canvas, event, 24, y + canvas.size * 0.72)
            y = _event(canvas, event, 44, y, canvas.width - 44)
        y += 8
    canvas.path(f"M24 {marks[0]:.1f} V{y - 30:.1f}", "path")
    return y


def _year(canvas: Canvas, year: str, middle: float, y: float) -> None:
    canvas.box(middle - 24, y, 48, 24, "pill", radius=12, behind=False)
    canvas.text(year, middle, y + 12 - canvas.size * 0.67, 60, "strong", middle=True)


def _event(canvas: Canvas, event: Point, x: float, y: float, width: float) -> float:
    end = canvas.text(event.head, x, y, width, "strong")
    return canvas.text(event.text, x, end + 1, width) + 10


def _mark(canvas: Canvas, event: Point, x: float, y: float) -> None:
    if event.kind == LICENSE:
        canvas.box(x - 6, y - 6, 12, 12, "mark", radius=2, behind=False)
    else:
        canvas.circle(x, y, 6.5, f"dot {event.kind}")
