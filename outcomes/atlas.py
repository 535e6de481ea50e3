"""Every estimate of the ledger as one forest, an axis for what may share one: what a reader explores.

Estimates share an axis if they count the same, at the same time, in the same unit. Where a chart of the course
(`figures/endpoints.py`) puts one in a group, it stands in that group, and so do the others of that study in patients
with the disease; what a rule of comparison names and no chart has placed stands in a group of its own; the others
stand by the topic of their study, those of other patients apart.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from textwrap import shorten
from typing import Any

from outcomes.chart import theme
from outcomes.chart.axes import HAZARD_RATIO, PERCENT, Axis
from outcomes.chart.forest import described, lines_of, rows_of
from outcomes.chart.rows import Panel, Row, signs_of
from outcomes.figures.endpoints import ENDPOINTS
from outcomes.model import Estimate, Ledger
from outcomes.phrase import cite_from
from outcomes.whom import whom

LABEL_CHARACTERS = 40


def atlas(ledger: Ledger) -> dict[str, Any]:
    """Return the forest of all estimates, its axes from the one with the most results to those with a single one.

    It has the form of `outcomes.chart.forest.described`, but one axis is drawn at a time. `left_out` lists, for each
    axis, the estimates that are not drawn, each with the reason: its value is kept off charts, or it has none. `signs`
    explains the signs beside values.
    """
    placed = dict(_placed(ledger))
    by_measure = sorted(ledger.estimates.values(), key=_measured)
    measures = {name: list(some) for name, some in groupby(by_measure, key=_measured)}
    most_first = sorted(measures.items(), key=lambda pair: -len(pair[1]))
    panels = [panel for name, some in most_first for panel in _panels(ledger, name, some, placed)]
    forest = described(panels, {})
    for row in rows_of(forest):
        row["class"] = ledger.estimates[row["id"]].topic
    # One is drawn at a time, so each has columns for itself, and its labels in lines that fit them.
    for axis in forest["axes"]:
        own = [panel for panel in panels if panel.measure == axis["measure"]]
        alone = described(own, {})
        axis["columns"] = alone["columns"]
        for line, its in zip(lines_of(axis), lines_of(alone["axes"][0]), strict=True):
            line["label"] = its["label"]
    left_out = {
        name: [_left_out(ledger, each) for each in some if not _is_drawn(each)]
        for name, some in most_first
        if not all(map(_is_drawn, some))
    }
    return {**forest, "one": True, "signs": signs_of(panels), "left_out": left_out}


def _measured(estimate: Estimate) -> str:
    """Return what an estimate counts, when and in which unit, in words."""
    what = estimate.endpoint.value if estimate.endpoint else estimate.measure
    unit = None if estimate.unit == "%" else estimate.unit
    when = _in_years(estimate.timepoint) if estimate.timepoint else None
    return ", ".join(part for part in (what[0].upper() + what[1:], when, unit) if part)


def _in_years(timepoint: str) -> str:
    """Return a time as the ledger names whole years; no other is rounded to one.

    >>> _in_years("12 months"), _in_years("18 months"), _in_years("24 weeks")
    ('1 y', '18 months', '24 weeks')
    """
    months = re.fullmatch(r"(\d+) months", timepoint)
    years, rest = divmod(int(months[1]), 12) if months else (0, 1)
    return timepoint if rest else f"{years} y"


def _placed(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Yield each estimate that a chart of the course draws, with the group it stands in there."""
    for endpoint in ENDPOINTS.values():
        for panel in endpoint.panels(ledger):
            for row in panel.rows:
                yield row.id, panel.group or panel.measure


def _panels(ledger: Ledger, measure: str, some: list[Estimate], placed: dict[str, str]) -> list[Panel]:
    groups: dict[str, list[Row]] = {}
    drawn = list(filter(_is_drawn, some))
    labels = _labels(ledger, drawn)
    of_study = {each.source: placed[each.id] for each in drawn if each.id in placed}
    for estimate in drawn:
        row = Row.of(ledger, estimate.id, theme.LOCALIZED, labels[estimate.id])
        group = _group(ledger, estimate, row, labels[estimate.id])
        if whom(ledger, estimate.id).has_the_disease:
            group = placed.get(estimate.id) or of_study.get(estimate.source) or group
        groups.setdefault(group, []).append(row)
    rows = [row for some in groups.values() for row in some]
    # An only group is told from none.
    names = [""] if len(groups) == 1 else list(groups)
    return [
        Panel(measure, some, _axis(rows), name) for name, some in zip(names, groups.values(), strict=True)
    ]


def _group(ledger: Ledger, estimate: Estimate, row: Row, label: str) -> str:
    """Return the group of an estimate that no chart has placed."""
    topic = estimate.topic[0].upper() + estimate.topic[1:]
    if row.rules:
        return f"{topic}, kept apart: {label}"
    return topic if whom(ledger, estimate.id).has_the_disease else f"{topic}, other patients"


def _labels(ledger: Ledger, some: list[Estimate]) -> dict[str, str]:
    """Return what each is called: what tells it from others of its study, and the study.

    That stands behind a comma of its measure, or else in its population; where two would be called the same, the
    measure tells them apart, in full.
    """
    studies = {each.id: ledger.sources[each.source].short for each in some}
    own = {each.id: each.measure.partition(", ")[2] or each.population for each in some}
    room = {name: max(LABEL_CHARACTERS - len(study), 20) for name, study in studies.items()}
    called = {
        name: f"{shorten(said, room[name], placeholder=' …')}, {studies[name]}" for name, said in own.items()
    }
    twice = {said for said, count in Counter(called.values()).items() if count > 1}
    return {
        each.id: f"{each.measure}, {studies[each.id]}" if called[each.id] in twice else called[each.id]
        for each in some
    }


def _axis(rows: list[Row]) -> Axis:
    """Return an axis on which all rows have room: of shares and hazard ratios the whole, of others from zero."""
    unit = rows[0].unit
    ends = [end for row in rows for end in (row.value, row.low, row.high) if end is not None]
    low, high = min(ends), max(ends)
    if unit == "%" and low >= 0 and high <= 100:
        return PERCENT
    if unit == HAZARD_RATIO.unit and low >= HAZARD_RATIO.low and high <= HAZARD_RATIO.high:
        return HAZARD_RATIO
    step = _step(max(high, 0) - min(low, 0))
    first, last = math.floor(min(low, 0) / step), math.ceil(max(high, 0) / step)
    ticks = [round(step * tick, 10) for tick in range(first, last + 1)]
    return Axis(
        unit,
        ticks[0],
        ticks[-1] + step / 20,
        ticks,
        "%" if unit == "%" else "",
        reference=0 if low < 0 else None,
    )


def _step(span: float) -> float:
    """Return a round distance between ticks, of which four to ten fit into a span.

    >>> _step(36), _step(0.7), _step(0)
    (5.0, 0.1, 1.0)
    """
    if span <= 0:
        return 1.0
    power = 10 ** math.floor(math.log10(span))
    return float(next(power * part for part in (0.1, 0.2, 0.5, 1, 2) if span / (power * part) <= 8))


def _is_drawn(estimate: Estimate) -> bool:
    return estimate.value is not None and estimate.off_charts is None


def _left_out(ledger: Ledger, estimate: Estimate) -> dict[str, str]:
    citation = cite_from(ledger, estimate.id)
    return {
        "id": estimate.id,
        "label": estimate.label or estimate.population,
        "text": citation.text,
        "why": estimate.off_charts or "no single value is given",
        "source": citation.source,
    }
