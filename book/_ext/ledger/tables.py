"""How records of the ledger are printed: tables, which are cards on a telephone, and the studies behind a record."""

from collections.abc import Sequence

from outcomes import Ledger
from records.markup import Child, Markup, join, tag

from .evidence import study_address

Row = tuple[str | None, Sequence[Child]]  # the id, if its address leads here, and the cells


def data_table(columns: Sequence[str], rows: Sequence[Row], **attributes: object) -> Markup:
    """Return records as a table."""
    head = tag("tr", *(tag("th", column, scope="col") for column in columns))
    body = (
        tag(
            "tr",
            *(tag("td", cell, data_column=column) for column, cell in zip(columns, cells, strict=True)),
            id=name,
        )
        for name, cells in rows
    )
    table = tag("table", tag("thead", head), tag("tbody", *body), class_="ledger", **attributes)
    return tag("div", table, class_="scroll")


def with_small(text: str, small: str | None) -> Markup:
    """Return a text, followed in small print by what qualifies it."""
    return join(text, tag("small", small) if small else None, between=" ")


def study_links(records: Ledger, keys: Sequence[str]) -> Markup | None:
    """Return links from a chapter, or from a page beside it, to the pages of studies."""
    links = [tag("a", records.sources[key].short, href=study_address(key)) for key in keys]
    return join(*links, between="; ") if links else None
