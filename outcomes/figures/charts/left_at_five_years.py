"""Survival of one registry by stage, and under it how many patients each figure still rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.curves import Series, draw
from outcomes.chart.rows import COLUMNS, source_keys, source_names
from outcomes.model import Ledger
from outcomes.phrase import cite_from

if TYPE_CHECKING:
    import plotly.graph_objects as go

PANELS = {
    "Disease-specific survival": [
        Series("Localized", theme.LOCALIZED, {3: "fuji-dss3-loc", 5: "fuji-dss5-loc"}),
        Series("Metastatic", theme.METASTATIC, {3: "fuji-dss3-met", 5: "fuji-dss5-met"}),
    ],
}
YEARS = (0, 1, 2, 3, 4, 5)


def left_at_five_years(ledger: Ledger) -> go.Figure:
    """Draw disease-specific survival [%] at the years [years] for which it was printed, and the patients left."""
    rows = [row for series in PANELS.values() for one in series for row in one.rows(ledger)]
    text = {row.id: row.text for row in rows}
    left = cite_from(ledger, "fuji-left5-loc value").text
    words = theme.Words(
        finding="A survival figure is worth no more than the patients who are left when it is read",
        summary=(
            f"In localized disease {text['fuji-dss3-loc']} at three years becomes {text['fuji-dss5-loc']} at five: "
            f"one death, it seems, when {left} were still at risk. With metastases "
            f"{text['fuji-dss3-met']} becomes {text['fuji-dss5-met']}, of how many the paper does not say."
        ),
        columns=COLUMNS,
        rows=[row.cells() for row in rows],
        caption=(
            "Death from the sarcoma, counted from diagnosis, in a registry in Japan. Straight lines join the two "
            "years that the paper gives and show nothing between them. It prints no numbers at risk: how many were "
            "left when the death occurred was worked out from another of its tables, and at five years there were "
            "fewer. No interval was printed, and none can be computed from such a percentage and its n."
        ),
        source_keys=source_keys(rows),
        sources=source_names(ledger, rows),
    )
    return draw(ledger, PANELS, YEARS, words)
