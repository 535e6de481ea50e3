"""Whether a query found what Python finds."""

import math
from typing import Any

import polars as pl

from quizzes.cohorts.cohort import Cohort

NEAR = 1e-9
IN_WORDS = {"question", "text", "warning"}
"""Columns that only the report has: they are for people."""
NEEDS_A_PERCENTILE = {("reliability", "low"), ("reliability", "high"), ("gain", "low"), ("gain", "high")}
"""Limits of the F and t distributions, which SQL does not have."""


def python(class_: Cohort, before: str, after: str) -> dict[str, pl.DataFrame]:
    """Return the tables of a class by the name of the query that finds the same."""
    return {
        "items": class_.items(),
        "options": class_.options(),
        "mistakes": class_.mistakes(),
        "reliability": class_.reliability(),
        "gain": class_.gain(before, after),
        "calibration": class_.calibration(),
    }


def disagreements(name: str, rows: list[dict[str, Any]], table: pl.DataFrame) -> list[str]:
    """Return what differs between the rows of a query and Python's table, in order, column by column."""
    wanted = [
        column
        for column in table.columns
        if column not in IN_WORDS and (name, column) not in NEEDS_A_PERCENTILE
    ]
    if len(rows) != table.height:
        return [f"{name}: {len(rows)} rows, Python has {table.height}"]
    if rows and set(wanted) - set(rows[0]):
        return [f"{name}: has no {', '.join(sorted(set(wanted) - set(rows[0])))}"]
    return [
        f"{name}: row {number}: {column} is {row[column]!r}, Python's is {theirs[column]!r}"
        for number, (row, theirs) in enumerate(zip(rows, table.iter_rows(named=True), strict=True))
        for column in wanted
        if not _same(row[column], theirs[column])
    ]


def _same(one: Any, other: Any) -> bool:
    if isinstance(other, float) and isinstance(one, float):
        return math.isclose(one, other, rel_tol=0, abs_tol=NEAR)
    return type(one) is type(other) and one == other
