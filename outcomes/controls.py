"""Controls for the charts in a notebook: endpoint, class or study, and how intervals are computed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import ipywidgets

from outcomes.chart import theme
from outcomes.chart.endpoint import EndpointChart
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Line, Row, rows_of, source_keys, source_names, table_of
from outcomes.figures.endpoints import ENDPOINTS
from outcomes.intervals import clopper_pearson, wilson

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from outcomes.model import Ledger

FIGURE = "application/vnd.plotly.v1+json"
ALL = "All"
AS_REPORTED = "As reported, else exact"
METHODS = {"Exact (Clopper-Pearson)": clopper_pearson, "Wilson": wilson}


FIRST = next(iter(ENDPOINTS), "")


class Explore(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets says no types
    """A chart and the controls that redraw it.

    Attributes
    ----------
    endpoint, shown, interval : ipywidgets.Dropdown
        The controls; setting `.value` is what a click does.
    figure : plotly.graph_objects.Figure
        What is drawn now.
    source_keys : list of str
        The studies of what is drawn now.
    """

    def __init__(self, ledger: Ledger, endpoint: str) -> None:
        self._ledger = ledger
        self.endpoint = _dropdown("EndpointChart", list(ENDPOINTS))
        self.endpoint.value = endpoint
        self.shown = _dropdown("Show", [ALL])
        self.interval = _dropdown("Interval", [AS_REPORTED, *METHODS])
        self._output = ipywidgets.Output()
        self._offer()
        self._draw()
        self.endpoint.observe(self._other_endpoint, "value")
        self.shown.observe(self._draw, "value")
        self.interval.observe(self._draw, "value")
        controls = ipywidgets.HBox(
            [self.endpoint, self.shown, self.interval], layout={"flex_flow": "row wrap"}
        )
        super().__init__([controls, self._output])

    @property
    def source_keys(self) -> list[str]:
        """Return the keys of the studies drawn now."""
        return list(self.figure.layout.meta["source_keys"])

    def _offer(self) -> None:
        """Offer the classes and the studies that the endpoint has; keep the choice if it is still offered."""
        endpoint = ENDPOINTS[self.endpoint.value]
        rows = rows_of(endpoint.panels(self._ledger))
        classes = dict.fromkeys(row.color for row in rows)
        studies = sorted({self._ledger.sources[row.source_key].short for row in rows})
        options = [ALL, *(endpoint.classes[color] for color in classes), *studies]
        kept = self.shown.value if self.shown.value in options else ALL
        self.shown.options = options
        self.shown.value = kept

    def _other_endpoint(self, _change: dict[str, Any]) -> None:
        self.shown.unobserve(self._draw, "value")
        self._offer()
        self.shown.observe(self._draw, "value")
        self._draw()

    def _draw(self, _change: dict[str, Any] | None = None) -> None:
        self.figure = chosen(self._ledger, self.endpoint.value, self.shown.value, self.interval.value)
        data = {FIGURE: _as_json(self.figure), "text/plain": self.figure.layout.meta["finding"]}
        self._output.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)

    def __repr__(self) -> str:
        return f"{self.endpoint.value}: {self.shown.value}, intervals: {self.interval.value}"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        # Without a kernel, as on a built page, the figure stands by itself, without controls.
        return {**data, FIGURE: _as_json(self.figure), "text/plain": repr(self)}, metadata


def explore(ledger: Ledger, endpoint: str = FIRST) -> Explore:
    """Return charts with controls for endpoint, class or study, and interval, ready to be a cell's last line.

    Parameters
    ----------
    ledger : Ledger
        As `ledger()` gives it, or with studies added (`with_study`).
    endpoint : str
        What to begin with: one of `Objective response rate`, `Progression-free survival`, `Survival at 5 years`.

    Raises
    ------
    ValueError
        If there is no such endpoint.
    """
    if endpoint not in ENDPOINTS:
        raise ValueError(f"the endpoints are {', '.join(ENDPOINTS)}, and not {endpoint!r}")
    return Explore(ledger, endpoint)


def chosen(ledger: Ledger, endpoint: str, shown: str = ALL, interval: str = AS_REPORTED) -> go.Figure:
    """Return the chart of an endpoint, with the rows of one class or study, and intervals by one method.

    The method only applies to plain shares of patients; medians and values read off a survival curve keep the
    interval that was reported, or none.

    Raises
    ------
    KeyError
        If there is no such endpoint or no such method.
    ValueError
        If the endpoint has no such class or study.
    """
    which = ENDPOINTS[endpoint]
    if (shown, interval) == (ALL, AS_REPORTED):
        return which.chart(ledger)
    method = None if interval == AS_REPORTED else METHODS[interval]
    panels = []
    for panel in which.panels(ledger):
        content: list[Row | Line] = []
        for line in panel.lines:
            rows = [row for row in line.rows if shown in (ALL, *_called(ledger, which, row))]
            if method is not None:
                rows = [_with_interval(ledger, row, method, interval) for row in rows]
            if rows:
                content.append(Line.joined(line.label, rows) if line.bare else rows[0])
        if content:
            panels.append(replace(panel, content=content))
    if not panels:
        raise ValueError(f"{endpoint} has no class and no study {shown!r}")
    rows = rows_of(panels)
    words = theme.Words(
        finding=f"{endpoint}: {'all that is drawn' if shown == ALL else shown}",
        summary=f"Intervals: {interval[0].lower() + interval[1:] if method is None else interval}. "
        "A result that is no plain share of patients keeps its reported interval, or has none.",
        columns=(which.column, *COLUMNS),
        rows=table_of(panels),
        caption="Do not read across panels.",
        source_keys=source_keys(rows),
        legend={row.color: which.classes[row.color] for row in rows},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words, row=28)


def _called(ledger: Ledger, endpoint: EndpointChart, row: Row) -> tuple[str, str]:
    return endpoint.classes[row.color], ledger.sources[row.source_key].short


def _with_interval(ledger: Ledger, row: Row, method: Callable[..., Any], name: str) -> Row:
    counts = ledger.quantities[row.id].proportion
    if counts is None:
        return row
    low, high = (100 * bound for bound in method(*counts))
    how = "Clopper-Pearson" if method is clopper_pearson else name
    return replace(
        row, low=low, high=high, bounds=f"{low:.0f}-{high:.0f}%", interval=f"95%, computed ({how})"
    )


def _dropdown(label: str, options: list[str]) -> ipywidgets.Dropdown:
    return ipywidgets.Dropdown(
        options=options, description=label, layout={"width": "20rem"}, style={"description_width": "5rem"}
    )


def _as_json(figure: go.Figure) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(figure.to_json())
    return content
