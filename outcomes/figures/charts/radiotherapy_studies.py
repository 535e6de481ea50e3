"""Radiotherapy: the randomized trials of all sarcomas, and the registry of this one, kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.axes import HAZARD_RATIO, PERCENT, Axis
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

WITH, WITHOUT = theme.LOCALIZED, theme.ALL_PATIENTS

PANELS: list[tuple[str, Axis, dict[str, tuple[str, str]]]] = [
    (
        "Randomized, all sarcomas: overall survival at 10 years",
        PERCENT,
        {
            "rt-beane-10-rt": ("Surgery + radiotherapy", WITH),
            "rt-beane-10-ls": ("Surgery alone", WITHOUT),
        },
    ),
    (
        "Randomized, all sarcomas: overall survival at 20 years",
        PERCENT,
        {
            "rt-beane-20-rt": ("Surgery + radiotherapy", WITH),
            "rt-beane-20-ls": ("Surgery alone", WITHOUT),
        },
    ),
    (
        "Randomized, all sarcomas, before or after surgery: wound complications",
        PERCENT,
        {
            "rt-wound-pre": ("Radiotherapy before", WITH),
            "rt-wound-post": ("Radiotherapy after", WITH),
        },
    ),
    (
        "Not randomized, ASPS registry: cancer-specific survival at 5 years",
        PERCENT,
        {"seer20-css5-srt": ("Surgery + radiotherapy", WITH)},
    ),
    (
        "Not randomized, ASPS registry: hazard ratio for survival, endpoint not named (log scale)",
        HAZARD_RATIO,
        {"seer20-hr-srt": ("Surgery + radiotherapy", WITH)},
    ),
]
INTERVALS = (
    "Lines are reported 95% intervals or, for wound complications, exact ones computed from the counts "
    "(Clopper-Pearson)."
)


def radiotherapy_studies(ledger: Ledger) -> go.Figure:
    """Draw what studies found with and without radiotherapy, randomized apart from registry, each on its axis."""
    panels = [Panel.named(ledger, measure, group, axis) for measure, axis, group in PANELS]
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="The randomized trial left survival open; radiotherapy in the registry was not randomized",
        summary=(
            f"Overall survival at 20 years was {row['rt-beane-20-rt'].text} with and {row['rt-beane-20-ls'].text} "
            f"without radiotherapy, intervals overlapping; an ASPS registry prints a hazard ratio of "
            f"{row['seer20-hr-srt'].text} in patients who were selected for it."
        ),
        columns=("Design and endpoint", *COLUMNS),
        rows=table_of(panels),
        caption=(
            f"{INTERVALS} The abstracts of the trials do not report ASPS separately. "
            "What the registry compared is not in the abstract, "
            "and selection for radiotherapy may explain the gain. A percentage and a hazard ratio never "
            "share an axis."
        ),
        intervals=INTERVALS,
        source_keys=source_keys(rows),
        legend={WITH: "radiotherapy", WITHOUT: "none"},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words)
