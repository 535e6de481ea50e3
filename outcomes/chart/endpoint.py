"""What the controls over the charts need to know of an endpoint."""

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
    """What an endpoint is drawn by: its chart, the panels of that, and what its colors stand for."""

    chart: Callable[[Ledger], go.Figure]
    panels: Callable[[Ledger], list[Panel]]
    classes: dict[str, str]
    column: str
