"""How many have metastases when they are first seen: one row a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, Row, source_keys, source_names
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

CHILDREN, OTHERS = theme.LOCALIZED, theme.METASTATIC

# Every series of the ledger; the French one reports two age groups.
SERIES = {
    "m1-aiims": OTHERS, "m1-fuji": OTHERS, "m1-spinnato": OTHERS, "m1-ogose": OTHERS, "m1-portera": OTHERS,
    "m1-seer20": OTHERS, "m1-seer16": OTHERS, "m1-s2012": OTHERS, "m1-hagerty": OTHERS, "m1-flores": OTHERS,
    "m1-netsarc-ya": OTHERS, "m1-pennac": OTHERS, "m1-lieb": OTHERS, "m1-ahn": OTHERS,
    "m1-netsarc-child": CHILDREN, "m1-orbach": CHILDREN, "m1-cws": CHILDREN, "m1-casa": CHILDREN,
    "m1-brennan": CHILDREN,
}  # fmt: skip


def metastatic_at_presentation(ledger: Ledger) -> go.Figure:
    """Draw the proportion [%] with metastases at presentation in each series, highest first."""
    rows = [Row.of(ledger, name, color) for name, color in SERIES.items()]
    rows.sort(key=lambda row: -row.value)
    highest, lowest = rows[0], rows[-1]
    keys = source_keys(rows)
    words = theme.Words(
        finding="How many are metastatic at presentation depends on who is counting",
        summary=(
            f"Across {len(keys)} series the share runs from {lowest.text} ({lowest.label}) to {highest.text} "
            f"({highest.label}). Which patients a series enrolls and counts moves the figure."
        ),
        columns=COLUMNS,
        rows=[row.cells() for row in rows],
        caption=(
            f"Area of a point grows with n. {theme.EXACT} "
            "The two SEER series overlap, and the later one counts only cases of known stage. "
            "The European and the Italian children share authors, and may share patients."
        ),
        intervals=theme.EXACT,
        source_keys=keys,
        legend={CHILDREN: "children and adolescents", OTHERS: "other ages, or all"},
        sources=source_names(ledger, rows),
    )
    return draw([Panel("Metastatic at presentation", rows)], words, row=28)
