"""Primaries outside the limb: how each shows itself, what the operation spares, what was counted."""

from __future__ import annotations

from outcomes.model import Ledger
from outcomes.svg.branches import draw_branches
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.words import Point, Teller


def other_sites(ledger: Ledger) -> Drawing:
    """Draw five sites outside the limb, each with its presentation, its operation and what stands behind it."""
    say = Teller(ledger)
    root = say(
        "The goal is the same as in the limb: complete resection",
        "Where that is not feasible, the National Cancer Institute's summary for the young gives radiotherapy.",
        "pdq-child-2025",
    )
    branches = [_tongue(say), _orbit(say), _genital(say), _retroperitoneum(say), _trunk(say)]

    def draw(canvas: Canvas) -> None:
        draw_branches(canvas, root, branches)

    return Drawing(
        name="other-sites",
        title="Schematic diagram: five sites outside the limb, how each presents and is treated",
        finding="Each site outside the limb has its own first sign, its own operation and its own trap",
        summary="Five sites; the boxes show what goes wrong or is not known.",
        caption=(
            "Schematic, put together for teaching from the sources cited above; it is not a guideline. "
            "Most lines rest on case reports and series of a few patients, and published cases are selected cases."
        ),
        points=[root, *branches],
        draw=draw,
    )


def _tongue(say: Teller) -> Point:
    return say(
        "Tongue and mouth",
        "",
        "os-tongue",
        points=[
            say(
                "Presents",
                "A mass, red-blue in one boy, that bleeds or makes swallowing hard; median age "
                "{os-tongue.median-age value} and median size {os-tongue.median-size value} in one series.",
                "os-tongue-bleeds",
            ),
            say(
                "Operation",
                "Removal with negative margins came first in a series of mouth and face; "
                "{os-maxillofacial.survived counts} survived; the summary does not say for how long.",
            ),
            say(
                "Counted",
                "Of the tongue series {os-tongue.alive-without-disease counts} alive without disease after a median of "
                "{os-tongue.median-followup value}; {os-tongue.lung-metastasis counts} had had a lung metastasis.",
            ),
            say(
                "",
                "It passes for a hemangioma: age and steady growth argue against one. A frozen section may fail.",
                "gap-vasc-tongue",
                "os-tongue-frozen",
                kind="pitfall",
            ),
        ],
    )


def _orbit(say: Teller) -> Point:
    return say(
        "Orbit",
        "",
        "os-orbit-hospital",
        points=[
            say(
                "Presents",
                "Proptosis, limited eye movement, loss of vision; median age {gap-pres-orbit.median-age-8 value} and "
                "{gap-pres-orbit.median-age-17 value} in two series.",
            ),
            say(
                "Operation",
                "Excision, or exenteration in {os-orbit-hospital.exenteration counts} of one hospital; radiotherapy "
                "after it in {os-orbit-hospital.radiotherapy counts}.",
            ),
            say("Counted", "In that hospital, local relapse in {os-orbit-hospital.local-relapse counts}."),
            say(
                "",
                "In another series two of {os-orbit-late.alive-and-well n} died of metastases, "
                "{os-orbit-late.first-late-death value} and {os-orbit-late.second-late-death value} after the first "
                "operation: follow-up is long.",
                kind="pitfall",
            ),
        ],
    )


def _genital(say: Teller) -> Point:
    return say(
        "Cervix and uterus",
        "",
        "os-genital",
        points=[
            say(
                "Presents",
                "Vaginal bleeding, in one girl from a mass of {os-cervix.size value} at the cervix.",
                "os-cervix",
            ),
            say(
                "Operation",
                "Hysterectomy in several reports; one woman had fertility spared, with no relapse in "
                "{os-genital.spared-followup value}.",
                "os-uterus",
            ),
            say(
                "Counted",
                "Of published patients {os-genital.alive counts} were alive and {os-genital.no-disease counts} without "
                "disease at last follow-up.",
            ),
            say(
                "",
                "One was found after a myomectomy, with tumor left. A PEComa-like tumor of the uterus may carry the "
                "same fusion.",
                "os-uterus",
                "gap-path-fusion-not-specific",
                kind="pitfall",
            ),
        ],
    )


def _retroperitoneum(say: Teller) -> Point:
    return say(
        "Retroperitoneum",
        "",
        "os-retroperitoneum",
        points=[
            say(
                "Presents",
                "A painless swelling of the groin; a mass of the lower abdomen (two case reports).",
                "os-retroperitoneum",
            ),
            say(
                "Operation",
                "To a sarcoma team before biopsy or surgery (UK guidance). Bowel makes radiotherapy after it less "
                "desirable.",
                "uk-2024-table2",
                "os-retro-rt",
            ),
            say(
                "Counted",
                "Local control with R0 surgery and radiotherapy, all sarcomas: {os-retro-rt.control-retroperitoneum}, "
                "in the limb about {os-retro-rt.control-limb value}.",
            ),
            say(
                "",
                "One was operated on as a neuroendocrine tumor. A kidney carcinoma can carry the same fusion: look at "
                "the kidneys.",
                "os-retroperitoneum",
                "mol-rcc",
                kind="pitfall",
            ),
        ],
    )


def _trunk(say: Teller) -> Point:
    return say(
        "Trunk, chest and viscera",
        "",
        "os-visceral-children",
        points=[
            say("Presents", "In the pleura of one man with dyspnea and an effusion.", "os-pleura"),
            say(
                "Operation",
                "In children with other sarcomas {os-visceral-children.resected-visceral value} of visceral tumors "
                "were resected at diagnosis, and {os-visceral-children.resected-body-wall value} of those of the body "
                "wall.",
            ),
            say(
                "Counted",
                "In SEER, truncal primaries had worse overall survival: hazard ratio {seer16-hr-trunk value}.",
            ),
            say(
                "",
                "Lung nodules or a brain lesion can be the first sign: search for a primary elsewhere.",
                "gap-pres-mets-first",
                kind="pitfall",
            ),
        ],
    )
