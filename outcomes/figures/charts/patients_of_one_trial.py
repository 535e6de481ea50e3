"""Each patient of one trial as a mark: who responded, who was stable, who progressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.people import Group, draw
from outcomes.chart.rows import COLUMNS, Row, source_keys, source_names
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

RESPONSE, STABLE, PROGRESSION = theme.CHECKPOINT, theme.ALL_PATIENTS, theme.METASTATIC

# From the best to the worst, each patient once: name, color, and whether the rate counts it as it is filled.
GROUPS = {
    "atezo-orr": ("Response, confirmed", RESPONSE, True),
    "atezo-pr-unconfirmed": ("Response, never confirmed", RESPONSE, False),
    "atezo-beyond-pd": ("Response after progression", RESPONSE, False),
    "atezo-sd": ("Stable disease", STABLE, True),
    "atezo-pd": ("Progression", PROGRESSION, True),
}


def patients_of_one_trial(ledger: Ledger) -> go.Figure:
    """Draw the best response of each patient [1] of the trial of atezolizumab, in a row for each."""
    groups = [
        Group(Row.of(ledger, key, color, name), filled=counts)
        for key, (name, color, counts) in GROUPS.items()
    ]
    rows = [group.row for group in groups]
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="Most patients of the trial neither responded nor progressed: their disease was stable",
        summary=(
            f"Best response to atezolizumab, one mark per patient: {row['atezo-orr'].counted} responded and "
            f"{row['atezo-pd'].counted} progressed. Stable disease was the best response in "
            f"{row['atezo-sd'].counted}. A response rate shows the first row alone."
        ),
        columns=COLUMNS,
        rows=[row.cells() for row in rows],
        caption=(
            "Judged by the investigators by RECIST 1.1. Hollow: shrinkage that the rate does not count, once because "
            "no second scan confirmed it, once because it came after progression and counts by iRECIST alone. Without "
            "a control group nobody knows how many would have been stable untreated: the disease may grow slowly. "
            "Marks stand in no order within a row."
        ),
        source_keys=source_keys(rows),
        legend={RESPONSE: "response", STABLE: "stable", PROGRESSION: "progression"},
        signs=["hollow: shrank, but not counted as a response"],
        sources=source_names(ledger, rows),
    )
    return draw(groups, words)
