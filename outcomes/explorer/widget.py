"""The interval explorer: move n and events, and watch what the counts leave open.

An anywidget; on a built page the same markup and the same front end work without a kernel.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from outcomes.explorer.html import MIME, MOST, Preset, explorer_html
from outcomes.figures import presets as course
from outcomes.phrase import cite_from
from records.bundle import bundled

if TYPE_CHECKING:
    from outcomes.model import Ledger

BUNDLE = Path(__file__).parents[1] / "_bundle"
"""The front end as esbuild writes it."""

PLAIN = (1, 10)  # events and n if there is no preset


class IntervalExplorer(anywidget.AnyWidget):
    """Two counts and their intervals.

    Attributes
    ----------
    events : int
        Patients with the event, 0 to `n`.
    n : int
        Patients observed, 1 to 500. If it falls below `events`, they fall with it.
    markup : str
        The figure as made here; the front end sets its values.
    source_keys : list of str
        The studies of the presets and of the methods.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)

    events = traitlets.Int().tag(sync=True)
    n = traitlets.Int().tag(sync=True)
    markup = traitlets.Unicode().tag(sync=True)

    def __init__(self, presets: list[Preset], sources: dict[str, str]) -> None:
        known = {preset["id"]: (preset["events"], preset["n"]) for preset in presets}
        self._start = course.START if course.START in known else next(iter(known), "")
        self._presets, self._sources = presets, "; ".join(sources.values())
        self.source_keys = list(sources)
        events, n = known.get(self._start, PLAIN)
        markup = explorer_html(presets, self._start, sources=self._sources, counts=(events, n))
        super().__init__(n=n, events=events, markup=markup)

    @traitlets.default("_esm")
    def _module(self) -> str:
        return bundled(BUNDLE / "explorer.mjs")

    @traitlets.default("_css")
    def _style(self) -> str:
        return bundled(BUNDLE / "explorer.css")

    @traitlets.validate("n")
    def _possible_n(self, proposal: dict[str, Any]) -> int:
        n: int = proposal["value"]
        if not 1 <= n <= MOST:
            raise traitlets.TraitError(f"n is 1 to {MOST}, not {n}")
        return n

    @traitlets.validate("events")
    def _possible_events(self, proposal: dict[str, Any]) -> int:
        events: int = proposal["value"]
        if not 0 <= events <= self.n:
            raise traitlets.TraitError(f"events are 0 to n, which is {self.n}, not {events}")
        return events

    @traitlets.observe("n")
    def _no_more_events_than_patients(self, change: dict[str, Any]) -> None:
        self.events = min(self.events, change["new"])

    def __repr__(self) -> str:
        return f"{self.events} of {self.n}, with its intervals"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        reference = {
            "presets": self._presets,
            "start": self._start,
            "counts": [self.events, self.n],
            "sources": self._sources,
            "source_keys": self.source_keys,
        }
        return {**data, MIME: reference, "text/plain": repr(self)}, metadata


def interval_explorer(ledger: Ledger) -> IntervalExplorer:
    """Return the explorer, ready to be shown as the last line of a cell.

    Parameters
    ----------
    ledger : Ledger
        The source of the counts to begin with.

    Raises
    ------
    FileNotFoundError
        If the front end has not been built; the message names the command.
    """
    presets = [
        _preset(ledger, group, name, label)
        for group, some in course.PRESETS.items()
        for name, label in some.items()
    ]
    keys = [ledger.estimates[preset["id"]].source for preset in presets]
    keys += [key for fact in course.METHODS if fact in ledger.facts for key in ledger.facts[fact].sources]
    return IntervalExplorer(presets, {key: ledger.sources[key].short for key in keys})


def _preset(ledger: Ledger, group: str, name: str, label: str) -> Preset:
    estimate = ledger.estimates[name]
    counts = estimate.proportion
    if counts is None or estimate.off_charts is not None:
        raise ValueError(
            f"{name}: only a plain share of patients that is not kept off charts has an interval"
        )
    citation = cite_from(ledger, name)
    doi = ledger.sources[estimate.source].doi
    return {
        "id": name,
        "group": group,
        "label": label,
        "events": counts[0],
        "n": counts[1],
        "title": citation.title,
        "source": citation.source,
        "address": None if doi is None else f"https://doi.org/{doi}",
    }
