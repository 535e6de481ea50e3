"""Survival over decades: one panel an endpoint, points joined only within a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.curves import Series, draw
from outcomes.chart.rows import COLUMNS, source_keys, source_names
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

LOCALIZED, ALL = theme.LOCALIZED, theme.ALL_PATIENTS

PANELS = {
    "Survival, endpoint not named": [
        Series(
            "No metastases at first, 1923-1986",
            LOCALIZED,
            {2: "lieb-os2", 5: "lieb-os5", 10: "lieb-os10", 20: "lieb-os20"},
        )
    ],
    "Overall survival": [
        Series("Italy, all stages", ALL, {5: "penn-os5", 10: "penn-os10"}),
        Series("Children, Europe", ALL, {10: "orb-os10"}),
    ],
}
YEARS = (0, 2, 5, 10, 15, 20)


def long_curve(ledger: Ledger) -> go.Figure:
    """Draw survival [%] at the years [years] for which it was printed, in a panel for each endpoint."""
    rows = [
        (endpoint, row) for endpoint, series in PANELS.items() for one in series for row in one.rows(ledger)
    ]
    only = [row for _, row in rows]
    text = {row.id: row.text for row in only}
    words = theme.Words(
        finding="Five years is not the end of the story: survival kept falling for two decades",
        summary=(
            f"In patients without metastases when first seen, 1923 to 1986, survival (endpoint not stated) was "
            f"{text['lieb-os2']} at two years, {text['lieb-os5']} at five, {text['lieb-os10']} at ten and "
            f"{text['lieb-os20']} at twenty."
        ),
        columns=("Endpoint", *COLUMNS),
        rows=[[endpoint, *row.cells()] for endpoint, row in rows],
        caption=(
            "Survival at the years for which a figure was printed. Straight lines join the points of one series and "
            "show nothing between them. No interval was printed, and none can be computed from such a percentage; "
            "how many were left at any year is not printed, nor how many the longest series began with. Patients, "
            "treatment and era differ."
        ),
        source_keys=source_keys(only),
        sources=source_names(ledger, only),
    )
    return draw(ledger, PANELS, YEARS, words)
