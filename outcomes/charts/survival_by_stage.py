"""Survival at five years by stage: one panel an endpoint, for the endpoints are not the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.charts import theme
from outcomes.charts.panels import draw
from outcomes.charts.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

LOCALIZED, METASTATIC, ALL = theme.LOCALIZED, theme.METASTATIC, theme.ALL_PATIENTS

# Comparable within a panel only, and there with care: the series differ in years, place and age.
PANELS = {
    "Overall survival at 5 years (death from any cause)": {
        "flores-os5-loc": ("Localized, US under 30", LOCALIZED),
        "port-os5-loc": ("Localized, US center", LOCALIZED),
        "hagerty-os5-loc": ("Localized, US adults", LOCALIZED),
        "seer16-os5-loc": ("Locoregional, US registry", LOCALIZED),
        "penn-os5": ("All stages, Italian center", ALL),
        "seer16-os5-all": ("All stages, US registry", ALL),
        "flores-os5-met": ("Metastatic, US under 30", METASTATIC),
        "seer16-os5-met": ("Metastatic, US registry", METASTATIC),
        "port-os5-m1": ("Metastatic, US center", METASTATIC),
    },
    "Overall survival at 5 years, metastatic, of those whose primary was resected": {
        "hagerty-os5-met": ("Primary resected, US adults", METASTATIC),
        "seer16-os5-met-surgery": ("Primary resected, US registry", METASTATIC),
    },
    "Disease-specific survival at 5 years (death from the sarcoma)": {
        "fuji-dss5-all": ("All stages, Japan", ALL),
        "fuji-dss5-met": ("Metastatic, Japan", METASTATIC),
    },
    "Cancer-specific survival at 5 years (death from the cancer)": {
        "seer20-css5-dm": ("Metastatic, US registry 2000-2020", METASTATIC),
    },
    "Survival at 5 years, endpoint not named": {
        "casa-os5-loc": ("Localized, Italian children", LOCALIZED),
        "casa-os5-all": ("All stages, Italian children", ALL),
        "ogose-os5-loc": ("Localized, earlier Japanese series", LOCALIZED),
        "ogose-os5-met": ("Metastatic, earlier Japanese series", METASTATIC),
        "s2012-os5-met": ("Metastatic, single center", METASTATIC),
        "lieb-os5": ("No metastases, 1923-1986", LOCALIZED),
    },
}


CLASSES = {LOCALIZED: "Localized", ALL: "All stages", METASTATIC: "Metastatic"}


def panels_of(ledger: Ledger) -> list[Panel]:
    """Return a panel for each endpoint."""
    return [Panel.named(ledger, measure, group) for measure, group in PANELS.items()]


def survival_by_stage(ledger: Ledger) -> go.Figure:
    """Draw survival [%] at five years, localized, all and metastatic, in a panel for each endpoint."""
    panels = panels_of(ledger)
    rows = rows_of(panels)
    value = {row.id: row.text for row in rows}
    words = theme.Words(
        finding="Metastatic disease fares worse in every comparison; by how much differs with endpoint, age and era",
        summary=(
            f"In metastatic disease, five-year overall survival ran from {value['port-os5-m1']} in an older US center "
            f"to {value['flores-os5-met']} in US patients under 30; cancer-specific survival {value['seer20-css5-dm']} "
            f"and disease-specific survival "
            f"{value['fuji-dss5-met']}: other endpoints, other years, other patients."
        ),
        columns=("Endpoint", *COLUMNS),
        rows=table_of(panels),
        caption=(
            "Circles: localized at presentation (one registry adds regional spread). "
            "Squares: all patients. Diamonds: metastatic. Panels must not be read across: each has its own endpoint. "
            "Patients whose primary was resected are a selected part and have a panel of their own. The Japanese "
            "figure for localized disease is left out: it seems to rest on one death with seven at risk. "
            "A line is the reported 95% interval; "
            "the other studies print none, and a Kaplan-Meier percentage gets none from its n. "
            + source_names(ledger, rows)
        ),
        source_keys=source_keys(rows),
    )
    return draw(panels, words)
