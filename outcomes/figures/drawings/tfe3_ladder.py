"""From TFE3 in the nuclei to a name: one question after another, each with the tumor that a yes suggests."""

from __future__ import annotations

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.ladder import draw_ladder
from outcomes.svg.words import Point, Teller


def tfe3_ladder(ledger: Ledger) -> Drawing:
    """Draw the questions that a tumor with TFE3 in its nuclei has to answer."""
    points = _rungs(Teller(ledger))

    def draw(canvas: Canvas) -> None:
        draw_ladder(canvas, points)

    return Drawing(
        name="tfe3-ladder",
        title="Schematic diagram: questions that lead from nuclear TFE3 to a diagnosis",
        finding="Nuclear TFE3 is a question: site, stains and the partner gene answer it",
        summary="Go down the ladder; a yes leads to the name beside it, and every name goes on to the gene test.",
        caption=(
            "Schematic, put together for teaching from the sources cited above; it is not a guideline, and we know of "
            "no study that tested this order. A name in a box is a suspicion until the gene test fits."
        ),
        points=points,
        draw=draw,
    )


def _rungs(say: Teller) -> list[Point]:
    return [
        say(
            "TFE3 stains the nuclei",
            "The stain selects a tumor for the questions below and names none.",
            "path-tfe3",
            points=[
                say(
                    "",
                    "Of tumors without a rearrangement {gap-path-tfe3-sharain.specificity-laboratory-a value} stayed "
                    "negative in one laboratory and {gap-path-tfe3-sharain.specificity-laboratory-b value} in another.",
                    kind="pitfall",
                )
            ],
        ),
        say(
            "The kidney first",
            "Is there a mass in a kidney, on CT or ultrasound? Stain for PAX8 and keratin.",
            "gap-path-ddx-table",
            "mol-rcc",
            points=[
                say(
                    "Xp11 renal carcinoma",
                    "PAX8 was positive in {tfe3-rcc.pax8 counts}, and there is less keratin: negative stains do not "
                    "clear the kidney.",
                    kind="name",
                )
            ],
        ),
        say(
            "S100 or SOX10 positive",
            "Both are usually negative in ASPS; S100 is positive in a minority.",
            "gap-path-panel",
            points=[
                say(
                    "Granular cell tumor",
                    "Inhibin positive; coarse PAS-D granules and no crystals. TFE3 stained "
                    "{gap-path-gct.tfe3-in-granular-cell-tumour counts}.",
                    kind="name",
                ),
                say(
                    "Melanoma, clear cell sarcoma",
                    "HMB45 and Melan-A beside S100; TFE3 usually weaker.",
                    "gap-path-ddx-table",
                    "gap-path-tfe3-mitf",
                    kind="name",
                ),
            ],
        ),
        say(
            "HMB45 or Melan-A positive, S100 negative",
            "Is it in the uterus, bladder or kidney? Was there past chemotherapy?",
            "tfe3-pecoma",
            "gap-path-fusion-not-specific",
            points=[
                say(
                    "PEComa with TFE3 rearranged",
                    "HMB45 positive, muscle markers mostly negative; {tfe3-pecoma.after-chemotherapy counts} had had "
                    "chemotherapy for another cancer.",
                    kind="name",
                )
            ],
        ),
        say(
            "Vessels formed by the tumor itself",
            "Stain for CD31 and ERG. In ASPS the vessels lie around the nests.",
            "tfe3-ehe",
            "path-pattern",
            points=[
                say(
                    "Epithelioid hemangioendothelioma",
                    "YAP1::TFE3 in the type with well-formed vessels; CAMTA1 marks the usual type. Keratin stained "
                    "{tfe3-ehe.keratin counts}.",
                    "tfe3-camta1",
                    kind="name",
                )
            ],
        ),
        say(
            "Nests that fall apart in the middle",
            "With PAS-D crystals, and the stains above negative.",
            "path-pattern",
            "gap-path-panel",
            points=[
                say(
                    "ASPS is likely",
                    "Desmin may be positive. Crystals may be absent, and children's tumors may be solid.",
                    "gap-path-crystals-pathog",
                    "atlas-huret-2007",
                    kind="name",
                )
            ],
        ),
        say(
            "Whatever the name: the gene",
            "Break-apart FISH of TFE3, then the partner; or RNA sequencing at once.",
            "path-fish-negative-sequence",
            "path-ngs-rna",
            points=[
                say(
                    "The partner",
                    "ASPSCR1: ASPS, but also renal carcinoma and some PEComa-like tumors. YAP1: "
                    "hemangioendothelioma. SFPQ, NONO: PEComa among others.",
                    "gap-path-fusion-not-specific",
                    "tfe3-ehe",
                    "tfe3-pecoma",
                    kind="name",
                ),
                say(
                    "",
                    "FISH negative, histology typical: sequence. A partner nearby can hide the break.",
                    "gap-path-fish-false",
                    kind="pitfall",
                ),
            ],
        ),
        say(
            "All of it has to fit",
            "Site, histology, stains and partner agree. If they do not: expert review, and new tissue.",
            "gap-bx-consult",
            "gap-path-fusion-not-specific",
        ),
    ]
