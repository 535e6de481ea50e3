"""The axes: one for each unit, none of them cut off to make a difference look larger."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from outcomes.chart import theme


@dataclass(frozen=True)
class Axis:
    """What a panel measures in, from `low` to `high` in that unit.

    `reference` is the value of no effect, drawn as a line if there is one. `names` are written at the ticks
    if the ticks' own values in the unit would be harder to read.
    """

    unit: str
    low: float
    high: float
    ticks: Sequence[float]
    suffix: str = ""
    log: bool = False
    reference: float | None = None
    names: Sequence[str] = ()

    def layout(self, **more: object) -> dict[str, Any]:
        """Return the axis as plotly's layout needs it."""
        ends = [math.log10(end) for end in (self.low, self.high)] if self.log else [self.low, self.high]
        return {
            "type": "log" if self.log else "linear",
            "range": ends,
            "tickvals": list(self.ticks),
            "ticktext": list(self.names) or [f"{tick:g}{self.suffix}" for tick in self.ticks],
            "gridcolor": theme.GRID,
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"color": theme.MUTED, "size": 12},
            **more,
        }


PERCENT = Axis("%", 0, 102, (0, 25, 50, 75, 100), "%")
CHANGE = Axis("%", -32, 32, (-25, 0, 25), "%", reference=0)
HAZARD_RATIO = Axis("HR", 0.09, 11, (0.1, 0.3, 1, 3, 10), log=True, reference=1)
# The same span in months and in years, so that points under each other are at the same time.
_DECADES, _SPAN = (0, 10, 20, 30), 34
_NAMES = ("0", "10 years", "20 years", "30 years")
YEARS_SINCE = Axis("years", 0, _SPAN, _DECADES, names=_NAMES)
MONTHS_SINCE = Axis(
    "months",
    0,
    12 * _SPAN,
    [12 * years for years in _DECADES],
    names=_NAMES,
)
YEARS_OF_AGE = Axis("years", 0, 82, (0, 20, 40, 60, 80))


def months(longest: float) -> Axis:
    """Return an axis from 0 to the longest time [months] drawn on it.

    >>> months(21.0).high, months(21.0).ticks
    (24.5, (0, 6, 12, 18, 24))
    """
    end = 6 * math.ceil(longest / 6)
    return Axis("months", 0, end + 0.5, tuple(range(0, end + 1, 6)))
