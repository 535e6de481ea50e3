"""The MRI signature: how often it is there in ASPS, and how often in other tumors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

ASPS, OTHER = theme.METASTATIC, theme.ALL_PATIENTS

PANELS = {
    "At least seven of eight MRI features present": {
        "mri-7of8-asps": ("ASPS", ASPS),
        "mri-7of8-ctrl": ("Other soft tissue tumors", OTHER),
    },
    "One sign at a time, ASPS only: the series had no controls": {
        "mri-flow-14": ("Flow voids", ASPS),
        "spinnato-mri-vessels": ("Large feeding vessels", ASPS),
        "mri-t1-10": ("High T1 signal", ASPS),
    },
}


def mri_signature(ledger: Ledger) -> go.Figure:
    """Draw the proportion [%] with the MRI signature in ASPS and controls, and single signs in a panel apart."""
    panels = [Panel.named(ledger, measure, group) for measure, group in PANELS.items()]
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="In one study, most ASPS and few other soft tissue tumors had the MRI signature",
        summary=(
            f"At least seven of eight features: {row['mri-7of8-asps'].counted} of ASPS and "
            f"{row['mri-7of8-ctrl'].counted} of controls. It may be missing in small tumors. The series that "
            "show one sign at a time had no controls."
        ),
        columns=("What was counted", *COLUMNS),
        rows=table_of(panels),
        caption=(
            "Proportion of tumors. The upper panel is a retrospective "
            "case-control study: how many scans with the signature are ASPS in practice cannot be read from it. The "
            "interval of the controls is narrower than its point. " + theme.EXACT
        ),
        intervals=theme.EXACT,
        source_keys=source_keys(rows),
        legend={ASPS: "ASPS", OTHER: "other tumors"},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words)
