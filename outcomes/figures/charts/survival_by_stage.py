"""Survival by stage: one panel an endpoint and a time, for they are not the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Line, Panel, Row, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

LOCALIZED, METASTATIC, ALL = theme.LOCALIZED, theme.METASTATIC, theme.ALL_PATIENTS

CLASSES = {LOCALIZED: "Localized", ALL: "All stages", METASTATIC: "Metastatic"}
WIDER = {"seer16-os5-loc": "Locoregional"}  # regional spread is among them

# Comparable within a panel only, and there with care: the series differ in years, place and age. One line a series.
PANELS: dict[str, dict[str, dict[str, str]]] = {
    "Overall survival at 5 years (death from any cause)": {
        "Under 30, US": {"flores-os5-met": METASTATIC, "flores-os5-loc": LOCALIZED},
        "Center, US": {"port-os5-m1": METASTATIC, "port-os5-loc": LOCALIZED},
        "Registry, US 1973-2012": {
            "seer16-os5-met": METASTATIC, "seer16-os5-all": ALL, "seer16-os5-loc": LOCALIZED,
        },
        "Hospitals, US adults": {"hagerty-os5-loc": LOCALIZED},
        "Center, Korea: 11 patients": {"ahn-os5-all": ALL, "ahn-os5-loc": LOCALIZED},
        "Surgical center, Italy": {"penn-os5": ALL},
        "One center, 30 years": {"s2012-os5": ALL},
    },
    "Overall survival at 5 years, metastatic, by resection of the primary": {
        "Hospitals: resected": {"hagerty-os5-met": METASTATIC},
        "Registry: resected": {"seer16-os5-met-surgery": METASTATIC},
        "Registry: not resected": {"seer16-os5-met-nosurgery": METASTATIC},
    },
    "Overall survival at 10 years (death from any cause)": {
        "European children": {"orb-os10-met": METASTATIC, "orb-os10": ALL, "orb-os10-loc": LOCALIZED},
        "Surgical center, Italy": {"penn-os10": ALL},
        "One center, 30 years": {"s2012-os10": ALL},
    },
    "Disease-specific survival at 5 years (death from the sarcoma)": {
        "Japan": {"fuji-dss5-met": METASTATIC, "fuji-dss5-all": ALL, "fuji-dss5-loc": LOCALIZED},
    },
    "Disease-specific survival at 5 years, metastatic, by resection of the primary": {
        "Japan: resected": {"fuji-met-primary-yes": METASTATIC},
        "Japan: not resected": {"fuji-met-primary-no": METASTATIC},
    },
    "Cancer-specific survival at 5 years (death from the cancer)": {
        "Registry, US 2000-2020": {"seer20-css5-dm": METASTATIC},
    },
    "Survival at 5 years, endpoint not named": {
        "Multicenter, Japan": {"ogose-os5-met": METASTATIC, "ogose-os5-all": ALL, "ogose-os5-loc": LOCALIZED},
        "One center, 30 years": {"s2012-os5-met": METASTATIC, "s2012-os5-loc": LOCALIZED},
        "Italian children": {"casa-os5-all": ALL, "casa-os5-loc": LOCALIZED},
        "European children": {"brennan-os5": ALL},
        "Pathology, US 1923-1986": {"lieb-os5": LOCALIZED},
    },
}  # fmt: skip


def panels_of(ledger: Ledger) -> list[Panel]:
    """Return a panel for each endpoint and time."""
    return [
        Panel(measure, [_line(ledger, name, ids) for name, ids in series.items()])
        for measure, series in PANELS.items()
    ]


def _line(ledger: Ledger, name: str, ids: dict[str, str]) -> Row | Line:
    if len(ids) == 1:
        ((key, color),) = ids.items()
        return Row.of(ledger, key, color, name)
    rows = [Row.of(ledger, key, color, WIDER.get(key, CLASSES[color])) for key, color in ids.items()]
    return Line.joined(name, rows)


def survival_by_stage(ledger: Ledger) -> go.Figure:
    """Draw survival [%], localized, all and metastatic, in a panel for each endpoint and time."""
    panels = panels_of(ledger)
    rows = rows_of(panels)
    value = {row.id: row.text for row in rows}
    words = theme.Words(
        finding="Metastatic disease does worse in every comparison; how much worse depends on endpoint, age and era",
        summary=(
            f"In metastatic disease, five-year overall survival ran from {value['port-os5-m1']} in an older US center "
            f"to {value['flores-os5-met']} in US patients under 30; cancer-specific survival was "
            f"{value['seer20-css5-dm']} and disease-specific survival {value['fuji-dss5-met']}: other endpoints, other "
            "years, other patients."
        ),
        columns=("Endpoint", *COLUMNS),
        rows=table_of(panels),
        caption=(
            "Each line is one series; do not read across panels, as each has its own endpoint. Patients whose "
            "primary was resected were selected and are shown separately. The US registry's localized group "
            "includes regional spread. The Japanese figure for localized disease seems to rest on one death with seven "
            "patients at risk. A line through a point is the reported 95% interval; none can be computed from such a "
            "percentage and its n."
        ),
        source_keys=source_keys(rows),
        legend=CLASSES,
        sources=source_names(ledger, rows),
    )
    return draw(panels, words, row=28)
