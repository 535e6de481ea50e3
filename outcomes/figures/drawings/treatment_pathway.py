"""Choices of treatment by situation, each with what it rests on; between them the ledger decides little."""

from __future__ import annotations

from outcomes.model import Ledger
from outcomes.svg.branches import draw_branches
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.words import Point, Teller


def treatment_pathway(ledger: Ledger) -> Drawing:
    """Draw the choices of treatment from localized disease to the brain, with the basis of each."""
    say = Teller(ledger)
    root = say(
        "Staged, confirmed, and planned by a sarcoma team",
        "Within a branch the choices are side by side; their order is not a ranking.",
        "gap-rec-qs78",
    )
    branches = [_resectable(say), _difficult(say), _few(say), _widespread(say), _brain(say)]

    def draw(canvas: Canvas) -> None:
        draw_branches(canvas, root, branches)

    return Drawing(
        name="treatment-pathway",
        title="Diagram: treatment choices in five situations, with what each rests on",
        finding="Each situation has its choices; we found no trial in ASPS that ranks them by survival",
        summary="The choices by situation, each with its basis; the boxes show what is open or goes wrong.",
        caption=(
            "Put together for teaching from the sources cited above; it is neither a guideline nor advice for a "
            "patient. We could not read the body texts of ESMO 2021, NCCN and UK 2024 on margins, doses and drugs for "
            "this tumor. Licenses differ by country and change: look them up."
        ),
        points=[root, *branches],
        draw=draw,
    )


def _resectable(say: Teller) -> Point:
    return say(
        "Localized, can be resected",
        "",
        "seom-2020",
        points=[
            say(
                "Wide excision alone",
                "Tumor-free margins are the mainstay (Spanish guideline); good local control in an ASPS series.",
                "seom-2020",
                "ogose-2003",
            ),
            say(
                "Excision with radiotherapy",
                "Where local relapse is more likely or a close margin is expected, and before surgery rather than "
                "after it (ASTRO guideline, all sarcomas). Wound complications in a randomized trial: "
                "{rt-wound-pre value} before, {rt-wound-post value} after.",
                "gap-rt-astro",
            ),
            say(
                "",
                "Does radiotherapy prolong life in ASPS? US registries suggest it, an older series saw no gain; in "
                "Japan {fuji-adj-rt counts} had radiotherapy, too few to tell; a randomized trial in all sarcomas "
                "found no gain.",
                "loc-rt-conflict",
                kind="pitfall",
            ),
            say(
                "",
                "Adjuvant chemotherapy: in Japan {fuji-adj-chemo counts} had it, so the registry cannot tell; ASPS "
                "seldom responds: {chemo-reich-orr} to first-line treatment.",
                kind="pitfall",
            ),
        ],
    )


def _difficult(say: Teller) -> Point:
    return say(
        "Localized, hard to resect",
        "",
        "gap-sx-margin-1cm",
        points=[
            say(
                "Marginal excision with radiotherapy",
                "In an ASPS series {ogose-lr-marginal-rt counts} came back after marginal excision with radiotherapy "
                "and {ogose-lr-marginal counts} without, too few to show an effect; a planned microscopic margin "
                "next to a vital structure may be acceptable (secondary page).",
                "fujiwara-2023",
                "gap-sx-margin-1cm",
            ),
            say(
                "Amputation",
                "Against limb-sparing surgery with radiotherapy, one small randomized trial in sarcoma showed no "
                "difference in disease-free survival, which does not prove equality.",
                "gap-sx-rct-amp",
            ),
            say(
                "Drugs",
                "If it cannot be resected: as in widespread disease.",
                "sys-fda",
            ),
            say(
                "",
                "After an unplanned excision: re-excision where feasible. Imaging cannot exclude microscopic tumor.",
                "gap-rt-astro",
                "gap-whoops-rule",
                kind="pitfall",
            ),
        ],
    )


def _few(say: Teller) -> Point:
    return say(
        "Few metastases",
        "",
        "mx-lung",
        points=[
            say(
                "Resection of lung metastases",
                "Survival at five years {metx-sts-5y} over retrospective studies of all sarcomas; no randomized trial.",
                "mx-lung",
            ),
            say(
                "Stereotactic radiotherapy",
                "Local control at three years {gap-rt-sbrt-lung.3-y-local-control-sbrt value}, with surgery "
                "{gap-rt-sbrt-lung.3-y-local-control-surgery value} (lung, all sarcomas, not randomized).",
            ),
            say("Drugs", "As in widespread disease.", "sys-fda"),
            say(
                "",
                "In ASPS, {fuji-metx-yes n} patients of a Japanese registry had surgery of metastases; the difference "
                "in disease-specific survival was not significant.",
                "fujiwara-2022",
                kind="pitfall",
            ),
            say(
                "",
                "Removing the primary: longer survival in a US registry; in Japan the difference in disease-specific "
                "survival was not significant.",
                "mx-primary",
                kind="pitfall",
            ),
        ],
    )


def _widespread(say: Teller) -> Point:
    return say(
        "Widespread disease",
        "",
        "sys-fda",
        points=[
            say(
                "Checkpoint inhibitor",
                "Atezolizumab, licensed for ASPS in the US and Japan. Response in one single-arm trial: "
                "{atezo-orr value} by the investigators, {atezo-fda-orr value} by independent review on the US label.",
                "gap-reg-japan",
            ),
            say(
                "VEGF receptor inhibitor",
                "Cediranib and anlotinib versus placebo, in small groups (anlotinib is licensed for ASPS in "
                "China); pazopanib in a retrospective series ({paz-2018-orr counts} responded) and a small trial "
                "({paz-kim-orr counts}).",
                "sys-casps",
                "met-china-anlotinib",
                "sys-paz-label",
            ),
            say(
                "Both together",
                "{anltqb-orr counts} responded to anlotinib with TQB2450, {axpem-orr counts} to axitinib with "
                "pembrolizumab; single-arm trials, with severe related toxicity in {anltqb-g34} in the first.",
                "sys-combo",
            ),
            say("A trial", "Check the live registry; copies go out of date.", "gap-trial-status"),
            say(
                "",
                "Chemotherapy seldom works: {chemo-reich-orr} responded to first-line treatment.",
                kind="pitfall",
            ),
            say(
                "",
                "Response rates of separate trials cannot be ranked: cediranib gave {ced-kummar-orr value} in one and, "
                "after recent progression, {rand-ced-orr value} in another.",
                "sys-variance",
                kind="pitfall",
            ),
        ],
    )


def _brain(say: Teller) -> Point:
    return say(
        "In the brain",
        "",
        "mx-brain",
        points=[
            say(
                "Neurosurgery",
                "A series of resections found a relatively good outlook for ASPS; "
                "lung metastases did not preclude it.",
                "sarcoma-brain-surgery",
            ),
            say(
                "Radiosurgery",
                "Local control {gap-rt-srs-brain.local-control value} of sarcoma metastases, few of them of ASPS; in "
                "ASPS alone a review quotes {rt-srs-lim.small-controlled} small lesions controlled and large ones that "
                "came back.",
            ),
            say(
                "",
                "The trial behind the US label of atezolizumab excluded symptomatic brain metastases.",
                "gap-io-excluded",
                kind="pitfall",
            ),
            say(
                "",
                "One patient died of intracranial hemorrhage after crossing over to cediranib, probably from the drug: "
                "image the brain before such a drug (our inference).",
                "mx-bleed",
                kind="pitfall",
            ),
        ],
    )
