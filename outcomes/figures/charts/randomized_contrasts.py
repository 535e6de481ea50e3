"""What was randomized: drug against placebo, and drug against drug."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.axes import CHANGE, HAZARD_RATIO, PERCENT, Axis, months
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Panel, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

DRUG, PLACEBO = theme.KINASE, theme.NO_NEW_DRUG

PANELS: list[tuple[str, Axis, dict[str, tuple[str, str]]]] = [
    (
        "Against placebo: median progression-free survival, months",
        months(24),
        {
            "anl-alter-pfs": ("Anlotinib", DRUG),
            "anl-alter-pbo": ("Placebo (ALTER0203)", PLACEBO),
            "casps-pfs-ced": ("Cediranib", DRUG),
            "casps-pfs-pbo": ("Placebo (CASPS)", PLACEBO),
        },
    ),
    (
        "Against placebo: hazard ratio for progression-free survival (log scale; under 1 favors the drug)",
        HAZARD_RATIO,
        {"anl-alter-hr": ("Anlotinib v placebo", DRUG)},
    ),
    (
        "Against placebo: best objective response rate by week 24",
        PERCENT,
        {"casps-orr-ced": ("Cediranib", DRUG), "casps-orr-pbo": ("Placebo (CASPS)", PLACEBO)},
    ),
    (
        "Against placebo: median change in the sum of target lesions to week 24, or progression if sooner",
        CHANGE,
        {"casps-tml-ced": ("Cediranib", DRUG), "casps-tml-pbo": ("Placebo (CASPS)", PLACEBO)},
    ),
    (
        "Drug against drug: median progression-free survival, months",
        months(24),
        {"rand-ced-pfs": ("Cediranib", DRUG), "rand-sun-pfs": ("Sunitinib", DRUG)},
    ),
]
INTERVALS = "Lines are reported 95% intervals or, for response, exact ones computed from the counts (Clopper-Pearson)."


def randomized_contrasts(ledger: Ledger) -> go.Figure:
    """Draw each randomized comparison's arms, in a panel for each comparison and measure."""
    panels = [Panel.named(ledger, measure, group, axis) for measure, axis, group in PANELS]
    rows = rows_of(panels)
    row = {row.id: row for row in rows}
    words = theme.Words(
        finding="Median PFS was longer on two drugs than on placebo; no difference was shown between two drugs",
        summary=(
            f"Median progression-free survival: anlotinib {row['anl-alter-pfs'].text} and placebo "
            f"{row['anl-alter-pbo'].text}; cediranib {row['casps-pfs-ced'].text} and placebo "
            f"{row['casps-pfs-pbo'].text}; cediranib {row['rand-ced-pfs'].text} and sunitinib "
            f"{row['rand-sun-pfs'].text}, with wide intervals."
        ),
        columns=("Comparison and measure", *COLUMNS),
        rows=table_of(panels),
        caption=(
            "The anlotinib patients are a subgroup of a trial in several "
            "sarcomas. "
            f"{INTERVALS} Cediranib's hazard ratio is left out: its "
            "interval has a different level, and the later of the two meeting versions reaches past one. Placebo "
            "patients could cross over to cediranib."
        ),
        intervals=INTERVALS,
        source_keys=source_keys(rows),
        legend={DRUG: "drug", PLACEBO: "placebo"},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words)
