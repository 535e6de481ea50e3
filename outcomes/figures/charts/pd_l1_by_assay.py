"""How often PD-L1 and its partners were found, by cohort and assay: a conflict, and each target in a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

CORES, BIOPSIES = theme.ALL_PATIENTS, theme.CHECKPOINT

PANELS = {
    "PD-L1 found in the tumor": {
        "pdl1-create": ("CREATE", CORES),
        "pdl1-chen-sd": ("Trial, disease later stable", BIOPSIES),
        "pdl1-chen-pr": ("Trial, tumor later shrank", BIOPSIES),
    },
    "PD-1 found in the tumor, or on its T cells": {
        "mol-tme.pd-1-present": ("CREATE, in the tumor", CORES),
        "pd1-chen-sd": ("Trial, T cells, later stable", BIOPSIES),
        "pd1-chen-pr": ("Trial, T cells, later shrank", BIOPSIES),
    },
    "CD8 T cells found in the tumor": {"cd8-chen": ("Trial, stable or shrank", BIOPSIES)},
}


def pd_l1_by_assay(ledger: Ledger) -> go.Figure:
    """Draw the share of tumors [%] in which PD-L1, PD-1 and CD8 T cells were found, in a panel for each."""
    panels = [Panel.named(ledger, measure, names) for measure, names in PANELS.items()]
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="PD-L1 in ASPS is unsettled: present in few tumors in one cohort, in nearly all in another",
        summary=(
            f"PD-L1 was found in {row['pdl1-create'].counted} of tumors in the CREATE trial, and before "
            f"atezolizumab in {row['pdl1-chen-sd'].counted} and {row['pdl1-chen-pr'].counted} of biopsies. Tissue, its "
            "preparation and patients differ, so neither number is the true share in ASPS."
        ),
        columns=("What was looked for", *COLUMNS),
        rows=table_of(panels),
        caption=(
            f"{theme.EXACT} Both laboratories used "
            "multiplex immunofluorescence. The trial used the antibody clone 73-10, which its authors call more "
            "sensitive than that of the diagnostic test; the abstract on CREATE names no antibody. The trial's rows "
            "leave out patients whose best response was progression. How often CREATE found CD8 T cells is not in "
            "its abstract."
        ),
        intervals=theme.EXACT,
        source_keys=source_keys(rows),
        legend={CORES: "tissue microarray (CREATE)", BIOPSIES: "biopsies before atezolizumab (trial)"},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words, row=28)
