"""Controls for the charts in a notebook: the ones that a page has, and the endpoint's chart and one study besides."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import ipywidgets

from outcomes.chart import theme
from outcomes.chart.choice import CONTROLS, Choice, choose
from outcomes.chart.in_words import in_words
from outcomes.chart.panels import draw
from outcomes.chart.rows import COLUMNS, Line, Panel, Row, rows_of, source_keys, source_names, table_of
from outcomes.figures.endpoints import ENDPOINTS

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from outcomes.model import Ledger

FIGURE = "application/vnd.plotly.v1+json"
ALL = "All"
FIRST = next(iter(ENDPOINTS), "")
PLAIN = Choice()


class Explore(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets says no types
    """A chart and the controls that redraw it.

    Attributes
    ----------
    endpoint, shown, order, interval, only : ipywidgets.Dropdown
        The controls; setting `.value` is what a click does.
    least : ipywidgets.BoundedIntText
        The smallest n that is shown; 0 shows what comes without n, too.
    figure : plotly.graph_objects.Figure
        What is drawn now.
    source_keys : list of str
        The studies of what is drawn now.
    """

    def __init__(self, ledger: Ledger, endpoint: str) -> None:
        self._ledger = ledger
        self.endpoint = _dropdown("Endpoint", {name: name for name in ENDPOINTS})
        self.endpoint.value = endpoint
        self.shown = _dropdown("Show", {ALL: ALL})
        self.order, self.interval, self.only = (_control(name) for name in ("order", "interval", "only"))
        self.least = ipywidgets.BoundedIntText(
            value=0, min=0, max=10**6, description=CONTROLS["least"]["label"], **_WIDE
        )
        self._output = ipywidgets.Output()
        self._offer()
        self._draw()
        self.endpoint.observe(self._other_endpoint, "value")
        others = [self.shown, self.order, self.interval, self.only, self.least]
        for control in others:
            control.observe(self._draw, "value")
        controls = ipywidgets.HBox([self.endpoint, *others], layout={"flex_flow": "row wrap"})
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
        self.shown.options = [(option, option) for option in options]
        self.shown.value = kept

    def _other_endpoint(self, _change: dict[str, Any]) -> None:
        self.shown.unobserve(self._draw, "value")
        self._offer()
        self.shown.observe(self._draw, "value")
        self._draw()

    def _draw(self, _change: dict[str, Any] | None = None) -> None:
        choice = Choice(
            order=self.order.value,
            interval=self.interval.value,
            only=bool(self.only.value),
            least=self.least.value,
        )
        try:
            self.figure = chosen(self._ledger, self.endpoint.value, self.shown.value, choice)
        except ValueError as nothing:
            said = {"name": "stdout", "output_type": "stream", "text": f"{nothing}\n"}
            self._output.outputs = (said,)
            return
        meta = self.figure.layout.meta
        data = {FIGURE: _as_json(self.figure), "text/html": in_words(meta), "text/plain": meta["finding"]}
        self._output.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)

    def __repr__(self) -> str:
        return f"{self.endpoint.value}: {self.shown.value}, intervals: {self.interval.label}"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        # Without a kernel, as on a built page, the figure stands by itself, without controls.
        said = {"text/html": in_words(self.figure.layout.meta), "text/plain": repr(self)}
        return {**data, FIGURE: _as_json(self.figure), **said}, metadata


def explore(ledger: Ledger, endpoint: str = FIRST) -> Explore:
    """Return charts with the controls of a page, and one study, ready to be a cell's last line.

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


def chosen(ledger: Ledger, endpoint: str, shown: str = ALL, choice: Choice = PLAIN) -> go.Figure:
    """Return the chart of an endpoint, with the rows of one class or study, and the rest as chosen.

    A method of intervals only applies to plain shares of patients; medians and values read off a survival curve keep
    the interval that was reported, or none.

    Raises
    ------
    KeyError
        If there is no such endpoint.
    ValueError
        If nothing is left to draw.
    """
    which = ENDPOINTS[endpoint]
    if (shown, choice) == (ALL, PLAIN):
        return which.chart(ledger)
    panels = which.panels(ledger)
    if shown in which.classes.values():
        choice = replace(choice, shown=shown)
    elif shown != ALL:
        panels = _of_study(ledger, panels, shown)
    panels = choose(panels, which.classes, choice)
    if not panels:
        raise ValueError(f"{endpoint} has no class and no study {shown!r} that is shown")
    rows = rows_of(panels)
    interval = CONTROLS["interval"]["options"][choice.interval]
    words = theme.Words(
        finding=f"{endpoint}: {'all that is drawn' if shown == ALL else shown}",
        summary=f"Intervals: {interval}. "
        "A result that is no plain share of patients keeps its reported interval, or has none.",
        columns=(which.column, *COLUMNS),
        rows=table_of(panels),
        caption="Do not read across panels.",
        source_keys=source_keys(rows),
        legend={row.color: which.classes[row.color] for row in rows},
        sources=source_names(ledger, rows),
    )
    return draw(panels, words, row=28)


def _of_study(ledger: Ledger, panels: list[Panel], study: str) -> list[Panel]:
    """Return what panels have of one study."""
    kept = []
    for panel in panels:
        content: list[Row | Line] = []
        for line in panel.lines:
            rows = [row for row in line.rows if ledger.sources[row.source_key].short == study]
            if rows:
                content.append(Line.joined(line.label, rows) if line.bare else rows[0])
        if content:
            kept.append(replace(panel, content=content))
    return kept


_WIDE = {"layout": {"width": "20rem"}, "style": {"description_width": "6rem"}}


def _dropdown(label: str, options: dict[str, str]) -> ipywidgets.Dropdown:
    return ipywidgets.Dropdown(options=list(options.items()), description=label, **_WIDE)


def _control(name: str) -> ipywidgets.Dropdown:
    """Return a control as a page has it."""
    control = CONTROLS[name]
    return _dropdown(control["label"], {words: value for value, words in control["options"].items()})


def _as_json(figure: go.Figure) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(figure.to_json())
    return content
