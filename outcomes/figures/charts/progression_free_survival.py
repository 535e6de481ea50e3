"""Median progression-free survival by study: one panel for each class of drug and design."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.axes import months
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

CHECKPOINT, KINASE, BOTH, OTHER = theme.CHECKPOINT, theme.KINASE, theme.COMBINATION, theme.NO_NEW_DRUG

MEASURE = "Median progression-free survival, months"
PANELS = {
    "Checkpoint inhibitor, single-arm trial": {
        "atezo-pfs": ("Atezolizumab", CHECKPOINT),
        "gept-pfs": ("Geptanolimab", CHECKPOINT),
    },
    "Checkpoint and VEGFR inhibitor, single arm": {
        "anltqb-pfs": ("TQB2450 + anlotinib", BOTH),
        "axpem-pfs": ("Pembrolizumab + axitinib", BOTH),
    },
    "Any checkpoint regimen, retrospective": {"reg-pfs": ("Worldwide registry", BOTH)},
    "VEGFR inhibitor, single-arm trial": {"anl-chi-pfs": ("Anlotinib", KINASE)},
    "VEGFR inhibitor or placebo, randomized": {
        "anl-alter-pfs": ("Anlotinib, subgroup", KINASE),
        "anl-alter-pbo": ("Placebo (ALTER0203)", OTHER),
        "casps-pfs-ced": ("Cediranib", KINASE),
        "casps-pfs-pbo": ("Placebo (CASPS)", OTHER),
        "rand-ced-pfs": ("Cediranib, progressing", KINASE),
        "rand-sun-pfs": ("Sunitinib, progressing", KINASE),
    },
    "VEGFR inhibitor, retrospective": {
        "tog-paz-pfs-all": ("Pazopanib, Türkiye", KINASE),
        "paz-korea-pfs": ("Pazopanib, Korea", KINASE),
        "apat-wang-pfs": ("Apatinib, China", KINASE),
        "tog-sun-pfs-all": ("Sunitinib, Türkiye", KINASE),
        "sun-2011-pfs": ("Sunitinib, Italy", KINASE),
        "paz-2018-pfs": ("Pazopanib, worldwide", KINASE),
        "aiims-tki-pfs": ("First-line drug, India", KINASE),
    },
    "First line in one retrospective series": {
        "tog-tki-pfs": ("VEGFR inhibitor, Türkiye", KINASE),
        "chemo-tog-pfs": ("Chemotherapy, Türkiye", OTHER),
    },
}


CLASSES = {
    CHECKPOINT: "Checkpoint inhibitor",
    KINASE: "Kinase inhibitor",
    BOTH: "Both, or either",
    OTHER: "Placebo or chemotherapy",
}


def panels_of(ledger: Ledger) -> list[Panel]:
    """Return a panel for each class and design."""
    return [Panel.named(ledger, MEASURE, names, months(36), group) for group, names in PANELS.items()]


def progression_free_survival(ledger: Ledger) -> go.Figure:
    """Draw the median progression-free survival [months] of each study, in a panel for each class and design."""
    panels = panels_of(ledger)
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    with_interval = sum(row.low is not None for row in rows)
    words = theme.Words(
        finding="Within a single drug class, median progression-free survival varies widely from study to study",
        summary=(
            f"Checkpoint inhibitors alone: {row['gept-pfs'].text} and {row['atezo-pfs'].text}; cediranib in two "
            f"randomized trials: {row['rand-ced-pfs'].text} and {row['casps-pfs-ced'].text}. "
            f"Only {with_interval} of {len(rows)} medians come with an interval."
        ),
        columns=("Class and design", *COLUMNS),
        rows=table_of(panels),
        caption=(
            "Median progression-free survival in months. Lines are reported 95% "
            "intervals; an arrowhead means that no upper end was given. "
            "No interval can be computed from a median and its n. Do not read across panels. Left out: "
            "progression by other criteria than those of size, mixed tumors, interim reports, a figure seen "
            "only in a review."
        ),
        source_keys=source_keys(rows),
        legend=CLASSES,
        sources=source_names(ledger, rows),
    )
    return draw(panels, words, row=28)
