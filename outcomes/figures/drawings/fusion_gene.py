"""The fusion of ASPSCR1 with TFE3: the chromosomes, the two types of the fused gene, and what it works on."""

from __future__ import annotations

from dataclasses import dataclass

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.words import Point, Teller

X_HUE, HUE_17 = "blue", "orange"
ARM = 18  # how wide a chromosome is drawn [px]
GAP = 26


@dataclass(frozen=True)
class Arms:
    """Heights of a chromosome's pieces [px], from the top: short arm, long arm, and where it breaks."""

    short: float
    long: float
    breaks: float


# Like the chromosomes' shapes, not to scale.
X = Arms(short=64, long=98, breaks=50)
SEVENTEEN = Arms(short=28, long=66, breaks=84)


def fusion_gene(ledger: Ledger) -> Drawing:
    """Draw how the fusion arises, its two types, and what it works on."""
    say = Teller(ledger)
    exchange, gene, work = points = [_exchange(say), _gene(say), _work(say)]

    def draw(canvas: Canvas) -> None:
        end = _draw_exchange(canvas, exchange)
        end = _draw_gene(canvas, gene, end + GAP)
        _draw_work(canvas, work, end + GAP)

    return Drawing(
        name="fusion-gene",
        title="Diagram: the ASPSCR1::TFE3 fusion, from chromosomes to gene to effect",
        finding=(
            "A piece of chromosome X joins chromosome 17 and fuses ASPSCR1 to TFE3; "
            "both types of the fusion keep TFE3's DNA-binding domain"
        ),
        summary="How the fusion arises, the two types of the fused gene, and what the fusion protein works on.",
        caption=(
            "A schematic, not to scale: the chromosomes are drawn from the notation of the rearrangement, "
            "the gene as the parts that the sources name, without the exons between them. "
            "Blue is from chromosome X, orange from chromosome 17."
        ),
        points=points,
        draw=draw,
    )


def _exchange(say: Teller) -> Point:
    return say(
        "Two chromosomes, one product",
        "",
        "mol-fusion",
        points=[
            say("Chromosome X", "TFE3 at Xp11.2", "mol-fusion"),
            say("Chromosome 17", "ASPSCR1 at 17q25", "mol-fusion"),
            say(
                "der(17)t(X;17)(p11.2;q25)",
                "The two genes meet. The exchange is usually one-way: "
                "unbalanced, with no reciprocal product.",
                "mol-fusion",
            ),
        ],
    )


def _gene(say: Teller) -> Point:
    return say(
        "One fused gene, two types",
        "",
        "mol-types",
        points=[
            say(
                "Type 1",
                "Leaves out the activation sequence.",
                "pozner-2024",
                points=[
                    say("", "ASPSCR1", "pozner-2024"),
                    say("", "DNA-binding domain of TFE3", "pozner-2024"),
                ],
            ),
            say(
                "Type 2",
                "Keeps the activation sequence of TFE3 exon 3.",
                "pozner-2024",
                points=[
                    say("", "ASPSCR1", "pozner-2024"),
                    say("", "TFE3 exon 3", "pozner-2024"),
                    say("", "DNA-binding domain of TFE3", "pozner-2024"),
                ],
            ),
            say(
                "",
                "The type has not been shown to change the prognosis.",
                "mol-types",
                kind="pitfall",
            ),
        ],
    )


def _work(say: Teller) -> Point:
    return say(
        "What the fusion protein works on",
        "",
        "mol-driver",
        points=[
            say(
                "MET",
                "It binds and activates the promoter. Yet few tumors responded to MET inhibitors: "
                "crizotinib {criz-orr counts}, tivantinib {tiv-orr counts}.",
                "tsuda-2007",
            ),
            say(
                "HIF-1α and VEGF",
                "Their signaling belongs to its program: the rationale for VEGFR inhibitors "
                "(background statements).",
                "mol-angio",
            ),
            say(
                "VCP/p97",
                "A likely obligate co-factor in the nucleus; a candidate target in laboratory models.",
                "mol-vcp",
            ),
            say(
                "",
                "The same fusion, there typically balanced, marks a subset of kidney carcinomas: "
                "exclude a renal primary. Balance alone does not decide.",
                "mol-rcc",
                "gap-path-balance",
                kind="pitfall",
            ),
            say(
                "",
                "Not every tumor has this partner: {gap-path-partners.variant-fusion-asps-described} "
                "with typical histology joined TFE3 to another gene.",
                kind="pitfall",
            ),
        ],
    )


def _draw_exchange(canvas: Canvas, point: Point) -> float:
    x, seventeen, product = point.points
    top = canvas.text(point.head, 0, 0, canvas.width, "accent") + 8
    cell = 150 if canvas.narrow else 165
    ends = [
        _draw_parent(canvas, x, X, X_HUE, 0, top, cell - 50),
        _draw_parent(canvas, seventeen, SEVENTEEN, HUE_17, cell, top, cell - 50),
    ]
    if canvas.narrow:
        down, left = max(ends) + 16, ARM / 2 + 4
        canvas.path(f"M{left:g} {down - 10:.1f} V{down + 22:.1f}", "path")
        canvas.path(f"M{cell + left:g} {ends[1] + 6:.1f} V{down:.1f} H{left:g}", "path")
        canvas.arrow_head(left, down + 30, "down")
        return _draw_product(canvas, product, 0, down + 42)
    across = top + 90
    canvas.path(f"M{2 * cell - 12} {across:.1f} h34", "path")
    canvas.arrow_head(2 * cell + 30, across, "right")
    return max(*ends, _draw_product(canvas, product, 2 * cell + 46, top))


def _draw_parent(
    canvas: Canvas, point: Point, arms: Arms, hue: str, left: float, top: float, width: float
) -> float:
    head = canvas.text(point.head, left, top, width + 40, "strong") + 6
    middle = left + ARM / 2 + 4
    _arm(canvas, middle, head, arms.short, hue)
    _arm(canvas, middle, head + arms.short, arms.long, hue)
    at = head + arms.breaks
    canvas.path(f"M{middle - 13:g} {at:.1f} h32", "cut")
    height = canvas.height(point.text, width)
    end = canvas.text(point.text, left + 38, at - height / 2, width)
    return max(head + arms.short + arms.long, end)


def _draw_product(canvas: Canvas, point: Point, left: float, top: float) -> float:
    head = canvas.text(point.head, left, top, canvas.width - left, "strong") + 6
    middle = left + ARM / 2 + 4
    joint = head + SEVENTEEN.breaks
    _arm(canvas, middle, head, SEVENTEEN.short, HUE_17)
    _arm(canvas, middle, head + SEVENTEEN.short, SEVENTEEN.breaks - SEVENTEEN.short, HUE_17, cut="below")
    _arm(canvas, middle, joint, X.breaks, X_HUE, cut="above")
    canvas.path(f"M{middle - 13:g} {joint:.1f} h32", "cut")
    height = canvas.height(point.text, canvas.width - left - 38)
    end = canvas.text(point.text, left + 38, joint - height / 2, canvas.width - left - 38)
    return max(joint + X.breaks, end)


def _arm(canvas: Canvas, middle: float, top: float, height: float, hue: str, cut: str = "") -> None:
    """Draw a piece of a chromosome: round at its ends, straight where it was cut."""
    r, half = 7.0, ARM / 2
    above, below = (0.0 if cut == "above" else r), (0.0 if cut == "below" else r)
    canvas.path(
        f"M{middle - half:g} {top + above:.1f} q0 {-above:g} {above:g} {-above:g} h{ARM - 2 * above:g} "
        f"q{above:g} 0 {above:g} {above:g} v{height - above - below:.1f} q0 {below:g} {-below:g} {below:g} "
        f"h{2 * below - ARM:g} q{-below:g} 0 {-below:g} {-below:g} z",
        f"{hue} tint",
        bottom=top + height,
    )


def _draw_gene(canvas: Canvas, point: Point, y: float) -> float:
    end = canvas.text(point.head, 0, y, canvas.width, "accent") + 8
    types = [part for part in point.points if part.head]
    high = 2 * canvas.size + 22
    first, second = (92, 76) if canvas.narrow else (220, 130)
    for kind in types:
        label = canvas.text(kind.head, 0, end, 60, "strong")
        canvas.text(kind.text, 60, end, canvas.width - 60)
        end = max(label, end + canvas.height(kind.text, canvas.width - 60)) + 5
        keeps = len(kind.points) == 3
        x = 0.0
        for part, width, hue in zip(
            kind.points,
            (first, second, canvas.width - first - second)
            if keeps
            else (first, canvas.width - first - second),
            (HUE_17, X_HUE, X_HUE) if keeps else (HUE_17, X_HUE),
            strict=True,
        ):
            if x and not keeps:  # where the other type has its activation sequence
                canvas.path(f"M{x + 4:g} {end + high / 2:.1f} h{second - 8}", "thin dashed")
                x += second
            canvas.box(x, end, width, high, f"{hue} tint", radius=3)
            room = width - 10
            down = end + (high - canvas.height(part.text, room)) / 2 - 1
            canvas.text(part.text, x + width / 2, down, room, middle=True)
            x += width
        end += high + 14
    for part in (part for part in point.points if part.kind):
        end = canvas.aside(part.text, 0, end, canvas.width)
    return end


def _draw_work(canvas: Canvas, point: Point, y: float) -> float:
    end = canvas.text(point.head, 0, y, canvas.width, "accent") + 8
    effects = [part for part in point.points if not part.kind]
    pitfalls = [part for part in point.points if part.kind]
    if canvas.narrow:
        for part in effects:
            end = _effect(canvas, part, 0, end, canvas.width) + 10
        for part in pitfalls:
            end = canvas.aside(part.text, 0, end, canvas.width) + 8
        return end - 8
    width = (canvas.width + 16) / len(effects)
    below = max(_effect(canvas, part, place * width, end, width - 16) for place, part in enumerate(effects))
    half = (canvas.width + 16) / len(pitfalls)
    return max(
        canvas.aside(part.text, place * half, below + 14, half - 16) for place, part in enumerate(pitfalls)
    )


def _effect(canvas: Canvas, point: Point, x: float, y: float, width: float) -> float:
    canvas.path(f"M{x:g} {y:.1f} h{width:.1f}", "path")
    end = canvas.text(point.head, x, y + 6, width, "strong")
    return canvas.text(point.text, x, end + 2, width)
