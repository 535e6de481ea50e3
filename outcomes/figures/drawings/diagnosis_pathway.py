"""From a lump to a staged diagnosis: what comes before what, and on whose word."""

from __future__ import annotations

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.steps import draw_steps
from outcomes.svg.words import Point, Teller

TEST, BIOPSY = 5, 3  # places of the steps that a way back joins


def diagnosis_pathway(ledger: Ledger) -> Drawing:
    """Draw the way from a lump to a staged diagnosis, with what goes wrong beside each step."""
    points = _steps(Teller(ledger))

    def draw(canvas: Canvas) -> None:
        draw_steps(canvas, points, back=(TEST, BIOPSY))

    return Drawing(
        name="diagnosis-pathway",
        title="Diagram: the way from a lump to a staged diagnosis",
        finding="Imaging and the sarcoma center come before any needle or knife",
        summary=(
            "The way from a lump to a staged diagnosis; beside each step, what goes wrong or is not known."
        ),
        caption=(
            "Put together for teaching from the sources cited above; it is not a guideline. "
            "We could not read the body texts of the ESMO 2021, NCCN and UK 2024 guidelines on this tumor, only one "
            "table of the UK guideline. The dashed line leads back when the pathology does not fit the imaging."
        ),
        points=points,
        draw=draw,
    )


def _steps(say: Teller) -> list[Point]:
    return [
        say(
            "A lump that worries",
            "Growing, large, deep to fascia, or firmer than its surroundings. "
            "A large lump that does not hurt is cause for concern, not reassurance.",
            "gap-rec-features",
            points=[
                say(
                    "",
                    "Small does not mean benign: {gap-rec-small.malignant-up-to-5-cm} of small masses "
                    "at a referral center were malignant, more than primary care would see.",
                    kind="pitfall",
                )
            ],
        ),
        say(
            "Imaging before tissue",
            "Ultrasound to recognize it, MRI for its local extent.",
            "gap-img-2015",
            points=[
                say(
                    "",
                    "UK guidance: ultrasound of an unexplained growing lump within {gap-rec-uk.time-to-ultrasound}; "
                    "in England, for children and young people, within {gap-rec-child.time-to-ultrasound}.",
                ),
                say(
                    "",
                    "High flow on Doppler does not prove a malformation. "
                    "Embolization before diagnosis is a mistake on record.",
                    "gap-vasc-doppler",
                    "img-mimic",
                    kind="pitfall",
                ),
            ],
        ),
        say(
            "Refer",
            "Any unexplained deep mass, and a superficial one of "
            "{gap-rec-euracan.superficial-lesion-threshold} or more: before biopsy, before excision.",
            "com-refer",
            points=[
                say(
                    "",
                    "Among young French patients a biopsy came before treatment in "
                    "{gap-sx-netsarc-aya.pre-treatment-biopsy-reference} at reference centers and in "
                    "{gap-sx-netsarc-aya.pre-treatment-biopsy-elsewhere} elsewhere (all sarcomas).",
                ),
                say(
                    "",
                    "An unplanned excision leaves tumor behind in about half of patients (all sarcomas).",
                    "gap-whoops-residual",
                    kind="pitfall",
                ),
            ],
        ),
        say(
            "Core needle biopsy",
            "Through the skin where possible, after the imaging, along a tract planned with the surgeon "
            "who will resect.",
            "gap-bx-uk",
            "gap-bx-plan",
            points=[
                say("", "From here on: the sarcoma center", "com-refer", "gap-img-2015", kind="rule"),
                say(
                    "",
                    "Complications versus incisional biopsy: risk ratio "
                    "{gap-bx-meta.complications-core-v-incisional}, from studies mostly at high risk of bias.",
                ),
                say(
                    "",
                    "Avoid a hematoma; cross no compartment and no neurovascular bundle. "
                    "We found no series on how often this tumor bleeds after biopsy.",
                    "gap-bx-plan",
                    kind="pitfall",
                ),
            ],
        ),
        say(
            "Under the microscope",
            "Nests of large granular cells between thin-walled vessels, read by a specialist sarcoma pathologist.",
            "path-pattern",
            "gap-bx-uk",
            points=[
                say(
                    "",
                    "PAS-positive, diastase-resistant crystals support it; "
                    "their absence does not exclude it.",
                    "gap-path-crystals-pathog",
                    kind="pitfall",
                )
            ],
        ),
        say(
            "TFE3, then its fusion",
            "Nuclear TFE3 stain; then FISH, RT-PCR or sequencing for the ASPSCR1::TFE3 fusion.",
            "path-tfe3",
            points=[
                say(
                    "",
                    "If the pathology does not fit the imaging, repeat the biopsy.",
                    "gap-bx-consult",
                ),
                say(
                    "",
                    "Other tumors stain for TFE3 too, and a kidney carcinoma carries the same fusion: "
                    "exclude a renal primary.",
                    "path-tfe3",
                    "mol-rcc",
                    kind="pitfall",
                ),
            ],
        ),
        say(
            "Stage",
            "CT of the chest before radical treatment, imaging of the brain, examination of the regional nodes.",
            "gap-img-uk-stage",
            "gap-img-brain-essr",
            "stg-node",
            points=[
                say(
                    "",
                    "European radiologists name this tumor for brain screening; "
                    "its yield in localized disease is debated.",
                    "gap-img-brain-essr",
                    "stg-brain",
                    kind="pitfall",
                )
            ],
        ),
        say(
            "One plan",
            "The care plan is confirmed by a sarcoma team.",
            "gap-rec-qs78",
        ),
    ]
