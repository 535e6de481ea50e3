"""Where metastases were found: one panel a moment and a way of looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, Row, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

# When, and how one looked, decides the share; so each has a panel of its own.
PANELS = {
    "At presentation, of patients with metastases": {
        "site-fuji-lung": "Lung, Japan",
        "site-fuji-bone": "Bone, Japan",
        "site-port-brain": "Brain, USA",
        "site-fuji-brain": "Brain, Japan",
    },
    "On the staging CT of a drug trial, of patients with metastases": {
        "site-icreate-lung": "Lung, Europe",
        "site-icreate-nodal": "Lymph nodes, Europe",
        "site-icreate-bone": "Bone, Europe",
        "site-icreate-muscle": "Muscle or subcutis, Europe",
    },
    "Later, of patients who relapsed after localized disease": {
        "site-fujil-lung": "Lung, Japan",
        "site-fujil-brain": "Brain, Japan",
    },
    "At any time, of stage IV cases in a literature review": {"site-reich-brain": "Brain, review"},
}


def metastatic_sites(ledger: Ledger) -> go.Figure:
    """Draw the proportion [%] with metastases at each site, in a panel for each moment."""
    panels = [
        Panel(
            measure,
            [Row.of(ledger, name, theme.METASTATIC, label) for name, label in group.items()],
        )
        for measure, group in PANELS.items()
    ]
    rows = rows_of(panels)
    value = {row.id: row.text for row in rows}
    words = theme.Words(
        finding="The lung leads; how often the brain is involved depends on when you look",
        summary=(
            f"At presentation {value['site-fuji-lung']} of patients with metastases had them in the lung, "
            f"{value['site-fuji-bone']} in bone and "
            f"{value['site-fuji-brain']} to {value['site-port-brain']} in the brain; "
            f"of stage IV cases at any time, {value['site-reich-brain']} had brain metastases."
        ),
        columns=("When and how", *COLUMNS),
        rows=table_of(panels),
        caption=(
            "Proportion of patients with metastases at each site; a patient can count at more than one. "
            f"{theme.EXACT} The abstract on trial CT mentions no brain imaging."
        ),
        intervals=theme.EXACT,
        source_keys=source_keys(rows),
        sources=source_names(ledger, rows),
    )
    return draw(panels, words)
