"""The clinical answer's figures beside the studies': a line a figure, a panel an endpoint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.axes import HAZARD_RATIO, PERCENT, Axis
from outcomes.chart.panels import draw
from outcomes.chart.rows import (
    COLUMNS,
    Line,
    Panel,
    Row,
    rows_of,
    source_keys,
    source_names,
    table_of,
)
from outcomes.figures.charts.metastatic_at_presentation import SERIES
from outcomes.model import Ledger

if TYPE_CHECKING:
    import plotly.graph_objects as go

LOCALIZED, METASTATIC, ALL = theme.LOCALIZED, theme.METASTATIC, theme.ALL_PATIENTS

# For each line: which numbers of which claim (none where the answer names no such endpoint), then the studies.
PANELS: list[tuple[str, Axis, list[tuple[str, str, Sequence[int], str, Sequence[str]]]]] = [
    (
        "Overall survival at 5 years",
        PERCENT,
        [
            (
                "Localized", "oracle-loc-86-87", (0, 1), LOCALIZED,
                ("port-os5-loc", "flores-os5-loc", "hagerty-os5-loc", "seer16-os5-loc", "ahn-os5-loc"),
            ),
            ("All patients", "oracle-os-68", (0,), ALL, ("penn-os5", "s2012-os5", "seer16-os5-all", "ahn-os5-all")),
            (
                "Metastatic", "oracle-os-62-met", (0,), METASTATIC,
                ("flores-os5-met", "seer16-os5-met", "port-os5-m1"),
            ),
        ],
    ),
    (
        "Disease-specific survival at 5 years, Japan: where three of these figures stand",
        PERCENT,
        [
            ("Localized, one death", "", (), LOCALIZED, ("fuji-dss5-loc",)),
            ("All patients", "", (), ALL, ("fuji-dss5-all",)),
            ("Metastatic", "", (), METASTATIC, ("fuji-dss5-met",)),
        ],
    ),
    (
        "Metastases at presentation",
        PERCENT,
        [("All patients", "oracle-mets-63-72", (0, 1), METASTATIC, tuple(SERIES))],
    ),
    (
        "Metastases at any time",
        PERCENT,
        [("All patients", "oracle-mets-63-72", (0, 1), METASTATIC, ("ever-kayton", "ever-pennac", "ever-cho"))],
    ),
    (
        "Brain metastases at presentation, of patients with metastases",
        PERCENT,
        [
            (
                "Metastatic", "oracle-mets-lung-brain", (1, 2), METASTATIC,
                ("site-fuji-brain", "site-port-brain", "site-aiims-brain"),
            )
        ],
    ),
    (
        "Metastases by the last visit, localized at diagnosis",
        PERCENT,
        [
            (
                "Localized", "oracle-45-later", (0,), METASTATIC,
                ("later-fuji", "port-late-mets", "s2012-late", "later-netsarc-ya", "later-netsarc-child"),
            )
        ],
    ),
    (
        "Read as a vascular malformation on imaging",
        PERCENT,
        [("All patients", "oracle-misdx-9", (0,), ALL, ("misdx-pennac",))],
    ),
    (
        "Had metastases removed by surgery, of patients with metastases",
        PERCENT,
        [("Metastatic", "oracle-metx-33", (0,), METASTATIC, ("metx-pennac",))],
    ),
    (
        "Hazard ratio of metastases for disease-specific survival (log scale)",
        HAZARD_RATIO,
        [("All patients", "oracle-only-prognostic", (0,), ALL, ("fuji-hr-met",))],
    ),
]  # fmt: skip


def answer_beside_studies(ledger: Ledger) -> go.Figure:
    """Draw each figure of the clinical answer on one line with the studies' of the same endpoint."""
    panels = []
    for measure, axis, lines in PANELS:
        content = []
        for label, claim, numbers, color, studies in lines:
            claimed = [Row.claimed(ledger, claim, number) for number in numbers]
            found = sorted((Row.of(ledger, name, color) for name in studies), key=lambda row: row.value)
            text = " v ".join(span(rows) for rows in (claimed, found) if rows)
            content.append(Line(label, [*claimed, *found], text))
        panels.append(Panel(measure, content, axis))
    rows = rows_of(panels)
    value = {row.id: row.text for row in rows}
    words = theme.Words(
        finding="The answer's overall survival in metastatic disease is at the upper end of what studies found",
        summary=(
            f"It gives {value['claim oracle-os-62-met']}; the studies run from {value['port-os5-m1']} to "
            f"{value['flores-os5-met']}, the last in patients under 30. {value['fuji-dss5-met']} is disease-specific "
            "survival in Japan. "
            f"Other figures agree with their study, such as metastases removed in {value['metx-pennac']}."
        ),
        columns=("Endpoint", *COLUMNS),
        rows=table_of(panels),
        caption=(
            "Two strokes mark the ends of a range that the answer gives. Each line ends with the answer's figure "
            "and the studies', lowest to highest; the intervals are in the table, reported or exact ones "
            "computed from the counts (Clopper-Pearson). For metastases the answer does not say when, so its range is "
            "drawn twice. In localized disease it speaks of complete resection; one registry adds regional spread. "
            f"The lowest figures, {value['ahn-os5-loc']} localized and {value['ahn-os5-all']} in all, are of 6 and 11 "
            "patients of one Korean center."
        ),
        source_keys=source_keys(rows),
        legend={
            theme.CLAIM: "the clinical answer",
            LOCALIZED: "localized",
            METASTATIC: "metastatic",
            ALL: "all patients",
        },
        sources=source_names(ledger, rows),
    )
    return draw(panels, words, row=32)


def span(rows: Sequence[Row]) -> str:
    """Return the values of rows in short: `20-27%`."""
    ends = [min(rows, key=lambda row: row.value).text, max(rows, key=lambda row: row.value).text]
    return ends[0] if ends[0] == ends[1] else f"{ends[0].removesuffix('%')}-{ends[1]}"
