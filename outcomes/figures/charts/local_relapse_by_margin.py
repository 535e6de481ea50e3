"""Local relapse by surgical margin in the one series that counts it so, and beside it series that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.axes import PERCENT
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

CLEAR, CLOSE, MIXED = theme.LOCALIZED, theme.METASTATIC, theme.ALL_PATIENTS

MEASURE = "Local recurrence, of those operated on"
PANELS = {
    "One series, by margin, surgery alone": {
        "ogose-lr-wide": ("Wide", CLEAR),
        "ogose-lr-amputation": ("Amputation, wide", CLEAR),
        "ogose-lr-marginal": ("Marginal", CLOSE),
        "ogose-lr-intralesional": ("Intralesional: 1 patient", CLOSE),
    },
    "Same series, with radiotherapy": {"ogose-lr-marginal-rt": ("Marginal: 3 patients", CLOSE)},
    "Other series, margins together": {
        "fuji-lr": ("Registry, Japan: most wide", MIXED),
        "s2012-lr": ("Single center: 18 R0, 2 R1", MIXED),
        "port-local": ("Center, US", MIXED),
    },
}


def local_relapse_by_margin(ledger: Ledger) -> go.Figure:
    """Draw local recurrence [%] by margin, and of series with all margins together, each group in a panel."""
    panels = [Panel.named(ledger, MEASURE, names, PERCENT, group) for group, names in PANELS.items()]
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="No local relapse was counted after a wide margin; there were several after a close one",
        summary=(
            f"After surgery alone the tumor returned locally in {row['ogose-lr-wide'].counted} with a wide margin and "
            f"in {row['ogose-lr-marginal'].counted} with a marginal one. The intervals show how small the second "
            "group is."
        ),
        columns=("What was counted", *COLUMNS),
        rows=table_of(panels),
        caption=(
            f"{theme.EXACT} The counts by margin come from a review that quotes the series; "
            "follow-up is not given, and some of the operations were in patients "
            "with metastases. Three irradiated patients cannot show an effect of radiotherapy. Margins were not "
            "assigned: a tumor that is hard to remove gets the closer one."
        ),
        intervals=theme.EXACT,
        source_keys=source_keys(rows),
        legend={CLEAR: "wide", CLOSE: "marginal or intralesional", MIXED: "margins together"},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words, row=28)
