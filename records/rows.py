"""A table for where polars is not available, as in a kernel in a browser: rows with a few methods of a polars frame."""

from typing import Any, Self

from records.markup import Markup, join, tag

SHOWN = 10


class Rows(list[dict[str, Any]]):
    """Rows with the same named cells; a notebook shows the first ten as a table.

    `select`, `filter`, `sort` and `head` take names and values as those of a polars frame do, but no expressions, so
    that a cell which needs no more runs with both.
    """

    def select(self, *names: str) -> Self:
        """Return the rows with these cells only, in this order."""
        return type(self)({name: row[name] for name in names} for row in self)

    def filter(self, **cells: object) -> Self:
        """Return the rows whose cells are these."""
        return type(self)(row for row in self if all(row[name] == cell for name, cell in cells.items()))

    def sort(self, by: str, *, descending: bool = False, nulls_last: bool = False) -> Self:  # type: ignore[override]
        """Return the rows in the order of a cell, those without it first or last."""
        without = type(self)(row for row in self if row[by] is None)
        of_cell = (row for row in self if row[by] is not None)
        ordered = type(self)(sorted(of_cell, key=lambda row: row[by], reverse=descending))
        return type(self)([*ordered, *without] if nulls_last else [*without, *ordered])

    def head(self, n: int = 5) -> Self:
        """Return the first rows."""
        return type(self)(self[:n])

    def _repr_html_(self) -> Markup:
        names = list(self[0]) if self else []
        head = tag("tr", *(tag("th", name, scope="col") for name in names))
        body = [tag("tr", *(tag("td", _shown(row[name])) for name in names)) for row in self[:SHOWN]]
        size = f"{len(self)} rows, {len(names)} columns" + (
            f"; the first {SHOWN}" if len(self) > SHOWN else ""
        )
        return join(tag("p", size), tag("table", tag("thead", head), tag("tbody", *body)))


def _shown(cell: object) -> str:
    return "" if cell is None else str(cell)
