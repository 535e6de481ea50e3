"""Whom it strikes and where it starts: one panel an age group, for the site follows age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.axes import PERCENT, YEARS_OF_AGE, Axis
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

ALL, LIMB = theme.ALL_PATIENTS, theme.KINASE

PANELS: list[tuple[str, Axis, dict[str, tuple[str, str]]]] = [
    (
        "Age at diagnosis, median or mean, years",
        YEARS_OF_AGE,
        {
            "demo-seer20-age": ("Registry, USA (median)", ALL),
            "demo-ogose-age": ("Japan (mean)", ALL),
            "demo-orb-age": ("Children, Europe (median)", ALL),
        },
    ),
    (
        "Primary site, all ages, one US center",
        PERCENT,
        {
            "demo-port-extremities": ("Arm or leg", LIMB),
            "demo-port-trunk": ("Trunk", ALL),
            "demo-port-head": ("Head and neck", ALL),
            "demo-port-retroperitoneum": ("Retroperitoneum", ALL),
        },
    ),
    (
        "Primary site, under 25 years, one US center",
        PERCENT,
        {
            "demo-kay-thigh": ("Thigh", LIMB),
            "demo-kay-trunk": ("Trunk", ALL),
            "demo-kay-retroperitoneum": ("Retroperitoneum", ALL),
            "demo-kay-calf": ("Calf", LIMB),
            "demo-kay-forearm": ("Forearm", LIMB),
            "demo-kay-neck": ("Neck", ALL),
            "demo-kay-scalp": ("Scalp", ALL),
        },
    ),
    (
        "Arm or leg as primary site, children and adolescents",
        PERCENT,
        {
            "demo-orb-limb": ("Trials, Europe", LIMB),
            "demo-seerped-ext": ("Registry, USA", LIMB),
        },
    ),
    (
        "Primary site in a US registry by age, age cut not given",
        PERCENT,
        {
            "demo-seer20-le-old": ("Older: leg or hip", LIMB),
            "demo-seer20-hn-young": ("Younger: head and neck", ALL),
        },
    ),
]
INTERVALS = "Elsewhere lines are exact 95% intervals computed from the counts (Clopper-Pearson)."


def age_and_site(ledger: Ledger) -> go.Figure:
    """Draw age [years] by series, and the primary site [%] in a panel for each age group."""
    panels = [Panel.named(ledger, measure, group, axis) for measure, axis, group in PANELS]
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="A disease of young people that starts most often in a limb, though not in every age group",
        summary=(
            f"The median age is {row['demo-seer20-age'].text} in a US registry, the range in Japan "
            f"{row['demo-ogose-age'].bounds}. At all ages, {row['demo-port-extremities'].counted} began in an arm or "
            f"leg; in younger patients in the registry, head and neck stood out, with "
            f"{row['demo-seer20-hn-young'].text}."
        ),
        columns=("What was counted", *COLUMNS),
        rows=table_of(panels),
        caption=f"For age, the line is the range of patients, not a confidence interval. {INTERVALS}",
        intervals=INTERVALS,
        source_keys=source_keys(rows),
        legend={LIMB: "arm or leg", ALL: "other sites, and age"},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words, row=28)
