"""What the controls of the charts need to know about an endpoint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outcomes.chart.rows import Panel

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from outcomes.model import Ledger


@dataclass(frozen=True)
class EndpointChart:
    """How an endpoint is drawn: its chart, the chart's panels, and what the colors stand for."""

    chart: Callable[[Ledger], go.Figure]
    panels: Callable[[Ledger], list[Panel]]
    classes: dict[str, str]
    column: str
