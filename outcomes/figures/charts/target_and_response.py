"""Where the target was found, and what drugs against it did: one panel a question and a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

TUMORS, KINASE, CHECKPOINT = theme.ALL_PATIENTS, theme.KINASE, theme.CHECKPOINT

PANELS = {
    "Tumors in which the target was found": {
        "met-ihc": ("MET, stained", TUMORS),
        "pdl1-create": ("PD-L1, CREATE", TUMORS),
        "pdl1-chen-sd": ("PD-L1, trial, later stable", TUMORS),
        "pdl1-chen-pr": ("PD-L1, trial, later shrank", TUMORS),
    },
    "Objective response rate, MET inhibitor": {
        "criz-orr": ("Crizotinib, MET-positive", KINASE),
        "tiv-orr": ("Tivantinib", KINASE),
    },
    "Objective response rate, VEGFR inhibitor: three trials of one drug": {
        "ced-kummar-orr": ("Cediranib, single-arm", KINASE),
        "casps-orr-ced": ("Cediranib, by week 24", KINASE),
        "rand-ced-orr": ("Cediranib, progressing", KINASE),
    },
    "Objective response rate, PD-1 or PD-L1 inhibitor, independent review": {
        "gept-orr": ("Geptanolimab", CHECKPOINT),
        "atezo-fda-orr": ("Atezolizumab", CHECKPOINT),
    },
}


def target_and_response(ledger: Ledger) -> go.Figure:
    """Draw how often a target was found [%], and the response [%] to drugs against it, each in a panel."""
    panels = [Panel.named(ledger, measure, group) for measure, group in PANELS.items()]
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="A sound target is not enough: MET was present, but drugs against it shrank hardly any tumor",
        summary=(
            f"MET stained in {row['met-ihc'].counted} of tumors, and responses to MET inhibitors were "
            f"{row['criz-orr'].counted} and {row['tiv-orr'].counted}. For PD-L1 two laboratories disagree: it was "
            f"found in {row['pdl1-create'].counted} in one and, in the other, in {row['pdl1-chen-pr'].counted} and "
            f"{row['pdl1-chen-sd'].counted} before atezolizumab. {row['atezo-fda-orr'].counted} and "
            f"{row['gept-orr'].counted} responded when it or PD-1 was blocked."
        ),
        columns=("What was counted", *COLUMNS),
        rows=table_of(panels),
        caption=(
            f"{theme.REPORTED_OR_EXACT} The tumors stained are not "
            "the patients treated, except in the two rows from the trial, which leave out patients whose best response "
            "was progression. Tissue and its preparation differ between CREATE and the trial. For VEGFR we found the "
            "reason, but no count of tumors that carry it. Tivantinib's rate counts enrolled, not evaluable patients."
        ),
        intervals=theme.REPORTED_OR_EXACT,
        source_keys=source_keys(rows),
        legend={TUMORS: "tumors", KINASE: "kinase inhibitor", CHECKPOINT: "checkpoint inhibitor"},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words)
