"""Localized disease: what comes back locally, and what comes back at a distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

LOCAL, DISTANT, BOTH = theme.LOCALIZED, theme.METASTATIC, theme.ALL_PATIENTS

# Free of local, of distant and of any relapse are three endpoints; a count over a follow-up is a fourth.
PANELS = {
    "Local-recurrence-free survival at 5 years": {"port-lrfs5": ("US center", LOCAL)},
    "Distant-recurrence-free survival at 5 years": {"port-drfs5": ("US center", DISTANT)},
    "Disease-free survival at 5 years": {
        "port-dfs5": ("US center", BOTH),
        "ahn-dfs5-loc": ("Center, Korea: 6 patients", BOTH),
    },
    "Local recurrence by the last visit, all margins": {
        "port-local": ("US center", LOCAL),
        "fuji-lr": ("Registry, Japan", LOCAL),
        "s2012-lr": ("Single center, R1 irradiated", LOCAL),
    },
    "Distant metastasis by the last visit, localized at diagnosis": {
        "s2012-late": ("Single center", DISTANT),
        "later-netsarc-ya": ("Young adults, France", DISTANT),
        "later-fuji": ("Registry, Japan", DISTANT),
        "port-late-mets": ("US center", DISTANT),
        "later-netsarc-child": ("Children, France", DISTANT),
    },
}
INTERVALS = "Other panels: lines are exact 95% intervals computed from the counts (Clopper-Pearson)."


def local_and_distant_control(ledger: Ledger) -> go.Figure:
    """Draw local and distant control [%] after localized disease, in a panel for each endpoint."""
    panels = [Panel.named(ledger, measure, group) for measure, group in PANELS.items()]
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="Local relapse was rare where it was counted; later metastases ranged from none to six in ten",
        summary=(
            f"At one US center {row['port-lrfs5'].text} were free of local and {row['port-drfs5'].text} of distant "
            f"recurrence at five years. With longer or different follow-up, metastases occurred in "
            f"{row['later-netsarc-child'].counted} of French children, {row['later-netsarc-ya'].counted} of "
            f"French young adults and {row['s2012-late'].counted} at a single center."
        ),
        columns=("Endpoint", *COLUMNS),
        rows=table_of(panels),
        caption=(
            "Upper three panels: five-year figures without a printed interval; none can be computed from such a "
            f"percentage and its n. {INTERVALS} Follow-up differs between the series."
        ),
        intervals=INTERVALS,
        source_keys=source_keys(rows),
        legend={LOCAL: "local", DISTANT: "distant", BOTH: "either"},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words)
