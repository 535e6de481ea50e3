"""What a reader chose to see of a forest, and what is drawn then; `frontend/forest/choice.js` does it on a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from outcomes.chart.forest import MEASURES
from outcomes.chart.rows import Line, Panel, Row
from outcomes.intervals import Bounds, clopper_pearson, wilson

CONTROLS: Mapping[str, Mapping[str, Any]] = MEASURES["controls"]
METHODS: Mapping[str, tuple[Callable[[int, int], Bounds], str]] = {
    "exact": (clopper_pearson, "Clopper-Pearson"),
    "wilson": (wilson, "Wilson"),
}
ORDERS: Mapping[str, Callable[[Row], float | None]] = {
    "value": lambda row: row.value,
    "size": lambda row: row.n,
    "year": lambda row: row.year,
}


@dataclass(frozen=True)
class Choice:
    """What is shown of a forest; an empty field leaves the chart as it is drawn by default.

    `endpoint` is what a panel measures and `shown` a class of its rows, in words; `order` is one of `ORDERS`, largest
    first within each panel; `interval` is one of `METHODS`, which only plain shares of patients have; `only` leaves
    out patients with other diseases; `least` leaves out results from fewer patients, and those without an n.
    """

    endpoint: str = ""
    shown: str = ""
    order: str = ""
    interval: str = ""
    only: bool = False
    least: int = 0


def choose(panels: Sequence[Panel], classes: Mapping[str, str], choice: Choice) -> list[Panel]:
    """Return the panels with the chosen rows; a panel without any is left out, and an unknown order or method ignored.

    Parameters
    ----------
    classes : mapping
        Color -> the class of the rows that have it; it names every color of the panels.

    Raises
    ------
    KeyError
        If a row has a color without a class.
    """
    chosen = []
    for panel in panels:
        lines = [] if choice.endpoint not in ("", panel.measure) else panel.lines
        kept = [(line, [row for row in line.rows if _is_shown(row, classes, choice)]) for line in lines]
        if content := [_line(line, rows, choice) for line, rows in _ordered(kept, choice.order) if rows]:
            chosen.append(replace(panel, content=content))
    return chosen


def _is_shown(row: Row, classes: Mapping[str, str], choice: Choice) -> bool:
    return (
        choice.shown in ("", classes[row.color])
        and (row.has_the_disease or not choice.only)
        and (not choice.least or (row.n is not None and row.n >= choice.least))
    )


def _ordered(lines: list[tuple[Line, list[Row]]], order: str) -> list[tuple[Line, list[Row]]]:
    """Return lines by the largest of their rows, largest first; what is not known comes last."""
    if order not in ORDERS:
        return lines

    def size(rows: list[Row]) -> float:
        known = [size for size in map(ORDERS[order], rows) if size is not None]
        return max(known, default=float("-inf"))

    return sorted(lines, key=lambda line: -size(line[1]))


def _line(line: Line, rows: list[Row], choice: Choice) -> Row | Line:
    drawn = [_with_interval(row, choice.interval) for row in rows]
    if not line.bare:
        return drawn[0]
    return replace(line, rows=drawn) if len(rows) == len(line.rows) else Line.joined(line.label, drawn)


def _with_interval(row: Row, interval: str) -> Row:
    if not row.share or row.events is None or row.n is None or interval not in METHODS:
        return row
    method, name = METHODS[interval]
    low, high = (100 * bound for bound in method(row.events, row.n))
    return replace(
        row, low=low, high=high, bounds=f"{low:.0f}-{high:.0f}%", interval=f"95%, computed ({name})"
    )
