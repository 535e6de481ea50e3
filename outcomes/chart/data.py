"""What a chart draws, as the rows of a file: each number with its interval, its patients and its study."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from outcomes.chart import theme
from outcomes.chart.rows import Row
from outcomes.intervals import clopper_pearson, wilson
from outcomes.model import Estimate, Ledger, Quantity

COLUMNS = (
    "id", "study", "measure", "value", "unit", "events", "n", "interval_low", "interval_high", "interval_level",
    "interval_from", "exact_low", "exact_high", "wilson_low", "wilson_high", "processing", "method", "endpoint",
    "population", "timepoint", "source", "doi", "pmid",
)  # fmt: skip
Cell = str | int | float | None


def data_of(ledger: Ledger, figure: Mapping[str, Any]) -> list[list[Cell]]:
    """Return the rows of what a chart, given as plotly's JSON, draws from the ledger (see `data_for`)."""
    return data_for(ledger, _drawn(figure))


def data_for(ledger: Ledger, names: Iterable[str]) -> list[list[Cell]]:
    """Return a row of `COLUMNS` for each number that is named.

    Values and bounds are in `unit`, an interval's level in %. The interval is the one that the chart draws: reported,
    else the exact one from events and n; beside it stand the exact one and Wilson's, at 95%. What is not reported is
    None. A number named twice has one row; one that is no record of the ledger, such as a document's claim, has none.
    """
    return [_cells(ledger, name) for name in dict.fromkeys(names) if name in ledger.quantities]


def _drawn(figure: Mapping[str, Any]) -> Iterator[str]:
    for trace in figure["data"]:
        yield from trace.get("customdata") or ()
        if name := trace.get("name"):
            yield name


def _cells(ledger: Ledger, name: str) -> list[Cell]:
    quantity = ledger.quantities[name]
    row = Row.of(ledger, name, theme.ALL_PATIENTS)
    source = ledger.sources[row.source_key]
    reported, counted = quantity.interval, quantity.proportion is not None
    level = reported.level if reported is not None else 95.0 if counted else None
    # A fact says in its own words of whom it is.
    of_patients, when = (
        (quantity.population, quantity.timepoint) if isinstance(quantity, Estimate) else (None, None)
    )
    cells: dict[str, Cell] = {
        "id": name,
        "study": source.short,
        "measure": quantity.measure,
        "value": quantity.value,
        "unit": quantity.unit,
        "events": quantity.events,
        "n": quantity.n,
        "interval_low": None if row.low is None else round(row.low, 2),
        "interval_high": None if row.high is None else round(row.high, 2),
        "interval_level": level,
        "interval_from": row.interval,
        **_computed(quantity),
        "processing": quantity.processing,
        "method": quantity.method,
        "endpoint": None if quantity.endpoint is None else quantity.endpoint.value,
        "population": of_patients,
        "timepoint": when,
        "source": row.source,
        "doi": source.doi,
        "pmid": source.pmid,
    }
    return [cells[column] for column in COLUMNS]


def _computed(quantity: Quantity) -> dict[str, Cell]:
    if quantity.proportion is None:
        return dict.fromkeys(("exact_low", "exact_high", "wilson_low", "wilson_high"))
    return {
        f"{method}_{end}": round(100 * bound, 2)
        for method, interval in (("exact", clopper_pearson), ("wilson", wilson))
        for end, bound in zip(("low", "high"), interval(*quantity.proportion), strict=True)
    }
