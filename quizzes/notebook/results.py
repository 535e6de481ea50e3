"""What was answered, as a table: one row per item."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars

NOTHING: Mapping[str, Any] = {}


def results(
    chapter: str,
    items: Sequence[Mapping[str, Any]],
    responses: Mapping[str, Any],
    notes: Mapping[str, Any],
) -> "polars.DataFrame":
    """Return what was answered, one row per item, in the order of the chapter.

    Parameters
    ----------
    chapter : str
        Name of the chapter.
    items : sequence
        The questions as shown.
    responses, notes : mapping
        By id of the item: the answers, and the reader's notes, as the traits of the widget hold them.
    """
    # polars takes half a second to import, and only this table needs it.
    import polars

    columns: dict[str, polars.DataType] = {
        "chapter": polars.String(),
        "item": polars.String(),
        "objective": polars.String(),
        "kind": polars.String(),
        "bloom": polars.String(),
        "checked": polars.Boolean(),
        "chosen": polars.List(polars.String()),
        "correct": polars.Boolean(),
        "score": polars.Float64(),
        "certainty": polars.Int64(),
        "hints": polars.Int64(),
        "flagged": polars.Boolean(),
    }
    rows = [_row(chapter, item, _of(responses, item["id"]), _of(notes, item["id"])) for item in items]
    # The traits may have been set by hand; what does not fit its column becomes null.
    return polars.DataFrame(
        polars.Series(name, [row[at] for row in rows], dtype=kind, strict=False)
        for at, (name, kind) in enumerate(columns.items())
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
