"""What was answered, as a table: one row per item."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from records.rows import Rows

if TYPE_CHECKING:
    import polars

NOTHING: Mapping[str, Any] = {}
COLUMNS = {
    "chapter": "String", "item": "String", "objective": "String", "kind": "String", "bloom": "String",
    "checked": "Boolean", "chosen": "List", "correct": "Boolean", "score": "Float64", "certainty": "Int64",
    "hints": "Int64", "flagged": "Boolean",
}  # fmt: skip


def results(
    chapter: str,
    items: Sequence[Mapping[str, Any]],
    responses: Mapping[str, Any],
    notes: Mapping[str, Any],
) -> "polars.DataFrame":
    """Return what was answered, one row per item, in the order of the chapter.

    A polars frame; where polars cannot be had, as in a kernel in a browser, `records.rows.Rows`.

    Parameters
    ----------
    chapter : str
        Name of the chapter.
    items : sequence
        The questions as shown.
    responses, notes : mapping
        By id of the item: the answers, and the reader's notes, as the traits of the widget hold them.
    """
    rows = [_row(chapter, item, _of(responses, item["id"]), _of(notes, item["id"])) for item in items]
    try:
        import polars  # takes half a second, and only this table needs it
    except ModuleNotFoundError:
        return cast("polars.DataFrame", Rows(dict(zip(COLUMNS, row, strict=True)) for row in rows))
    kinds = {kind: getattr(polars, kind)() for kind in COLUMNS.values() if kind != "List"}
    kinds["List"] = polars.List(polars.String())
    # The traits may have been set by hand; what does not fit its column becomes null.
    return polars.DataFrame(
        polars.Series(name, [row[at] for row in rows], dtype=kinds[kind], strict=False)
        for at, (name, kind) in enumerate(COLUMNS.items())
    )


def _of(entries: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return an entry, empty if there is none or it is not a mapping."""
    entry = entries.get(name)
    return entry if isinstance(entry, Mapping) else NOTHING


def _row(
    chapter: str, item: Mapping[str, Any], given: Mapping[str, Any], noted: Mapping[str, Any]
) -> tuple[Any, ...]:
    """Return the cells of an item. `correct` and `score` are null until it is checked."""
    known = {"certainty": 0, "hints": 0, "flagged": False, **noted, **given}
    checked = given.get("checked") is True
    chosen = given.get("chosen")
    return (
        chapter,
        item["id"],
        item["objective"]["text"],
        item["kind"],
        item["bloom"],
        checked,
        chosen if isinstance(chosen, list | tuple) else [],
        given.get("correct") if checked else None,
        given.get("score") if checked else None,
        known["certainty"],
        known["hints"],
        known["flagged"],
    )
