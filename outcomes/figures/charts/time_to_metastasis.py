"""When metastases came, on one strip of time: of this sarcoma, and of all soft tissue sarcomas beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outcomes.chart import theme
from outcomes.chart.axes import MONTHS_SINCE, PERCENT, YEARS_SINCE
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Line, Panel, Row, rows_of, source_keys, source_names, table_of
from outcomes.model import Ledger
from outcomes.phrase import cite_from

if TYPE_CHECKING:
    import plotly.graph_objects as go

ASPS, ALL_SARCOMAS = theme.METASTATIC, theme.ALL_PATIENTS


def time_to_metastasis(ledger: Ledger) -> go.Figure:
    """Draw times to metastasis [months or years] under each other, and the share free of it [%] at three years."""

    def row(key: str, label: str, color: str = ASPS) -> Row:
        return Row.of(ledger, key, color, label)

    panels = [
        Panel(
            "ASPS, localized: average time to the first metastasis",
            [row("s2012-time-to-met", "6 who relapsed")],
            MONTHS_SINCE,
        ),
        Panel(
            "ASPS, stage IV: time from diagnosis to a brain metastasis, review",
            [
                Line.joined(
                    "Median, longest",
                    [row("brain-interval", "Median"), row("fu-late.brain-longest", "Longest")],
                )
            ],
            MONTHS_SINCE,
        ),
        Panel(
            "All soft tissue sarcomas: time by which metastases had appeared",
            [
                Line.joined(
                    "90%, 95% of them",
                    [
                        row("gap-fu-late-contrast.90-of-metastases-within", "90% of them", ALL_SARCOMAS),
                        row("gap-fu-late-contrast.95-of-metastases-within", "95% of them", ALL_SARCOMAS),
                    ],
                )
            ],
            YEARS_SINCE,
        ),
        Panel(
            "ASPS, localized and resected: metastasis-free survival at 3 years",
            [row("fuji-mfs3", "Registry, Japan")],
            PERCENT,
        ),
    ]
    rows = rows_of(panels)
    text = {row.id: row.text for row in rows}
    longest = cite_from(ledger, "fu-late.brain-longest-years").text
    words = theme.Words(
        finding="Metastases of ASPS come early and late: no year has been found after which they stop",
        summary=(
            f"In one series the first metastasis came after {text['s2012-time-to-met']} on average; in a Japanese "
            f"registry {text['fuji-mfs3']} were free of metastases at three years. A brain metastasis came at a median "
            f"of {text['brain-interval']}, and once after {longest}."
        ),
        columns=("What was counted", *COLUMNS),
        rows=table_of(panels),
        caption=(
            "The upper three scales span the same time but show different things: a mean of six patients, a median and "
            "a longest case among patients who came to have stage IV disease, and the times by which 90 and 95% of all "
            "metastases had appeared. No confidence interval was printed for any."
        ),
        source_keys=source_keys(rows),
        legend={ASPS: "ASPS", ALL_SARCOMAS: "all soft tissue sarcomas"},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words)
