"""Objective response by class of drug: one panel for each class and way of assessing."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.axes import PERCENT
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.endpoints import Endpoint
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

CHECKPOINT, KINASE, BOTH, CHEMO = theme.CHECKPOINT, theme.KINASE, theme.COMBINATION, theme.NO_NEW_DRUG

MEASURE = "Objective response rate"
# Who judged, when, and of whom decides a rate as much as the drug; what differs there has a panel of its own.
PANELS = {
    "Checkpoint inhibitor, independent review": {
        "gept-orr": ("Geptanolimab", CHECKPOINT),
        "atezo-fda-orr": ("Atezolizumab, label", CHECKPOINT),
    },
    "Checkpoint inhibitor, by the investigators": {
        "pembro-acse-best": ("Pembrolizumab, best at any time", CHECKPOINT),
        "atezo-orr": ("Atezolizumab, paper", CHECKPOINT),
    },
    "Two checkpoint inhibitors, irRECIST": {
        "durtre-orr": ("Durvalumab + tremelimumab", CHECKPOINT),
    },
    "Checkpoint + VEGFR, reviewer not named": {
        "anltqb-orr": ("TQB2450 + anlotinib", BOTH),
        "axpem-orr": ("Pembrolizumab + axitinib", BOTH),
    },
    "VEGFR inhibitor, single-arm trial": {
        "ced-kummar-orr": ("Cediranib", KINASE),
        "paz-kim-orr": ("Pazopanib", KINASE),
        "ced-cohen-orr": ("Cediranib, children", KINASE),
    },
    "VEGFR inhibitor, arm of a randomized trial": {
        "anl-alter-orr": ("Anlotinib, subgroup", KINASE),
        "casps-orr-ced": ("Cediranib, by week 24", KINASE),
        "rand-sun-orr": ("Sunitinib, progressing", KINASE),
        "rand-ced-orr": ("Cediranib, progressing", KINASE),
    },
    "Retrospective series and named-patient use": {
        "apat-wang-orr": ("Apatinib", KINASE),
        "sun-2011-orr": ("Sunitinib, Italy", KINASE),
        "reg-orr": ("Checkpoint regimens", BOTH),
        "sun-jag-orr": ("Sunitinib, Poland", KINASE),
        "aiims-sun-orr": ("Sunitinib first, India", KINASE),
        "paz-2018-orr": ("Pazopanib", KINASE),
    },
    "MET inhibitor, phase 2 trial": {
        "criz-orr": ("Crizotinib, confirmed", KINASE),
        "tiv-orr": ("Tivantinib, of enrolled", KINASE),
    },
    "Chemotherapy, small series and review": {
        "chemo-reich-orr": ("First line, review", CHEMO),
        "trab-2018-orr": ("Trabectedin", CHEMO),
        "chemo-s2012": ("Adults, one center", CHEMO),
        "chemo-met2010": ("Primary, small series", CHEMO),
    },
}
# Some series count something else.
OTHER_COUNTS = {
    "Response, criteria not named": {
        "chemo-orbach": ("Children, Europe", CHEMO),
        "ogose-chemo-sys": ("Before surgery, Japan", CHEMO),
        "chemo-brennan": ("Children, EpSSG", CHEMO),
    },
    "Partial response": {
        "chemo-casanova": ("Children, Italy", CHEMO),
        "chemo-portera": ("Metastatic, US center", CHEMO),
    },
}


CLASSES = {
    CHECKPOINT: "Checkpoint inhibitor",
    KINASE: "Kinase inhibitor",
    BOTH: "Both, or either",
    CHEMO: "Chemotherapy",
    theme.ADDED: "Added in memory",
}
ADDED_GROUP = "Added in memory, not of the ledger"
LABEL_CHARACTERS = 28  # what stands beside its value on a telephone


def panels_of(ledger: Ledger) -> list[Panel]:
    """Return the panels; response rates that were added in memory have one of their own, at the top."""
    panels = [Panel.named(ledger, MEASURE, names, PERCENT, group) for group, names in PANELS.items()]
    panels += [
        Panel.named(ledger, measure, names, PERCENT, "Chemotherapy")
        for measure, names in OTHER_COUNTS.items()
    ]
    added = [ledger.estimates[name] for name in ledger.added]
    names = {
        estimate.id: (shorten(estimate.label or estimate.id, LABEL_CHARACTERS, placeholder=" …"), theme.ADDED)
        for estimate in added
        if estimate.endpoint is Endpoint.OBJECTIVE_RESPONSE_RATE and estimate.unit == "%"
    }
    return [Panel.named(ledger, MEASURE, names, PERCENT, ADDED_GROUP), *panels] if names else panels


def response_by_class(ledger: Ledger) -> go.Figure:
    """Draw objective response rates [%] with exact intervals, in a panel for each class and way of assessing."""
    panels = panels_of(ledger)
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="One drug, different response rates: it depends on who reads the scans, when, and in whom",
        summary=(
            f"One trial of atezolizumab gives {row['atezo-orr'].counted} by the investigators in the paper and "
            f"{row['atezo-fda-orr'].counted} by independent review on the label; cediranib gave "
            f"{row['ced-kummar-orr'].counted} in one trial and {row['rand-ced-orr'].counted} in patients who were "
            "progressing in another."
        ),
        columns=("Class and way of assessing", *COLUMNS),
        rows=table_of(panels),
        caption=(
            f"{theme.REPORTED_OR_EXACT} The scale is written once per measure; no panel ranks drugs. "
            "The two rates of atezolizumab are from one trial: "
            "readers and n differ. The combinations count evaluable patients; irRECIST is RECIST for immunotherapy; "
            "the checkpoint registry mixes single drugs and combinations. Left out: fewer than six patients on a "
            "kinase inhibitor, interim reports, rates after crossover."
        ),
        intervals=theme.REPORTED_OR_EXACT,
        source_keys=source_keys(rows),
        legend={row.color: CLASSES[row.color] for row in rows}
        | ({theme.ADDED: ADDED_GROUP} if ledger.added else {}),
        sources=source_names(ledger, rows),
    )
    return draw(panels, words, row=28)
