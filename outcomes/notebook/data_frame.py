"""The estimates as a data frame, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from outcomes.intervals import clopper_pearson, wilson
from outcomes.load import ledger
from outcomes.model import Estimate, Ledger, Source
from records.rows import Rows

if TYPE_CHECKING:
    import polars

# Every column with its type; `table` documents each.
COLUMNS = {
    "id": "String", "measure": "String", "endpoint": "String",
    "value": "Float64", "unit": "String", "events": "Int64", "n": "Int64",
    "interval_low": "Float64", "interval_high": "Float64", "interval_level": "Float64",
    "exact_low": "Float64", "exact_high": "Float64", "wilson_low": "Float64", "wilson_high": "Float64",
    "observed_low": "Float64", "observed_high": "Float64", "range_low": "Float64", "range_high": "Float64",
    "category": "String", "sd": "Float64",
    "population": "String", "label": "String", "timepoint": "String", "line_of_therapy": "String",
    "topic": "String", "processing": "String", "method": "String", "locator": "String",
    "note": "String", "few_at_risk": "String", "off_charts": "String", "added": "Boolean",
    "source": "String", "study": "String", "year": "Int64", "country": "String",
    "design": "String", "study_n": "Int64", "level_seen": "String", "doi": "String", "pmid": "String",
}  # fmt: skip


def table(records: Ledger | None = None) -> polars.DataFrame:
    """Return every estimate of every study as a data frame, one row per estimate, in the order of the files.

    A polars frame: the course's results are in polars too, plotly draws it as it is, and `.to_pandas()` turns it
    into a pandas frame if pandas is installed. Where polars cannot be had, as in a kernel in a
    browser, they are `records.rows.Rows`: dictionaries in the same order. If a source does not state something, the
    cell is null (None); null is never 0.

    Columns, of the estimate:

    - `id`: its name in sentences and charts; `measure`: what was measured, in words.
    - `endpoint`: what a survival or a response counts, from a closed list; null for anything else.
    - `value`, in `unit`. A percentage is 0..100. Instead of a value there may be a `category`, a `range_low` and
      `range_high` in the unit, or only counts.
    - `events` among `n` patients.
    - `interval_low`, `interval_high`: the confidence interval as printed, in the unit, at `interval_level` [%].
    - `exact_low`, `exact_high` (Clopper-Pearson) and `wilson_low`, `wilson_high`: 95% intervals computed from
      events and n [%], only for a plain share of patients; a percentage read off a survival curve gets none.
    - `observed_low`, `observed_high`: the smallest and the largest patient, in the unit; `sd`: standard deviation.
    - `population`: in whom; `label`: the same in short; `timepoint`, `line_of_therapy`, `topic`: as named.
    - `processing`: `reported`, as printed, or `computed`, in which case `method` says how.
    - `locator`: where in the source it stands; `note`: what to know about it.
    - `few_at_risk`: how few patients it rests on, if it rests on few.
    - `off_charts`: why no chart may draw it; null if one may.
    - `added`: whether it was added in memory (`outcomes.with_study`).

    Columns, of its study:

    - `source`: its key; `study`: first author and year; `year` of publication; `country`; `design`.
    - `study_n`: patients in the study; `level_seen`: how much of it was read; `doi`; `pmid`.

    Parameters
    ----------
    records : Ledger, optional
        The ledger, or one with studies added; the one that comes with the course by default.

    Examples
    --------
    >>> frame = table()
    >>> frame.height == len(ledger().estimates), frame.columns[:2]
    (True, ['id', 'measure'])
    """
    records = ledger() if records is None else records
    rows = [_row(records, estimate) for estimate in records.estimates.values()]
    try:
        import polars
    except ModuleNotFoundError:
        return cast("polars.DataFrame", Rows(rows))
    return polars.DataFrame(rows, schema={name: getattr(polars, kind) for name, kind in COLUMNS.items()})


def _row(records: Ledger, estimate: Estimate) -> dict[str, Any]:
    own = estimate.model_dump(mode="json", exclude={"interval", "range", "observed"})
    ends: dict[str, float | None] = {}
    for name in ("interval", "observed", "range"):
        part = getattr(estimate, name)
        ends |= {f"{name}_{end}": getattr(part, end, None) for end in ("low", "high", "level")}
    if (counts := estimate.proportion) is not None:
        for method, bounds in (("exact", clopper_pearson(*counts)), ("wilson", wilson(*counts))):
            ends |= {f"{method}_low": 100 * bounds.low, f"{method}_high": 100 * bounds.high}
    row = {**own, **ends, **_study(records.sources[estimate.source]), "added": estimate.id in records.added}
    return {name: row.get(name) for name in COLUMNS}


def _study(source: Source) -> dict[str, Any]:
    names = ("year", "country", "design", "level_seen", "doi", "pmid")
    return {
        "study": source.short,
        "study_n": source.n,
        **{name: getattr(source, name) for name in names},
    }
