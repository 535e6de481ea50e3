"""Where something is in a file, as its author would look for it: entries by their ids."""

from collections.abc import Mapping
from typing import Any

from records.written import Plain, WrittenList, WrittenMapping, name_of

Place = tuple[str | int, ...]
"""Names of fields and numbers of entries from 0, outermost first."""


def steps(place: Place, raw: object) -> list[str]:
    """Return the path to a place in `raw`: fields by name, entries by id or else by number from 1.

    >>> steps(("options", 1, "text"), {"options": [{"id": "a"}, {"id": "b"}]})
    ['options', 'b', 'text']
    """
    way: list[str] = []
    last = len(place) - 1
    for depth, step in enumerate(place):
        if isinstance(step, int) and not isinstance(raw, Mapping):
            raw = raw[step] if isinstance(raw, list | tuple) and step < len(raw) else None
            way.append(name_of(raw) or str(step + 1))
        elif isinstance(raw, Mapping) and (step in raw or depth == last):
            raw = raw.get(step)
            way.append(str(step))
        # Any other step is pydantic's word for the kind of record it tried, not a field.
    return way


def plain_at(place: Place, raw: object) -> Plain | None:
    """Return how the value at a place was written, if a file was read and it has no quotes."""
    inside: object = None
    last: str | int = ""
    for step in place:
        known: Any = dict(enumerate(raw)) if isinstance(raw, list | tuple) else raw
        if isinstance(known, Mapping) and step in known:
            inside, last, raw = raw, step, known[step]
    plain: Mapping[Any, Plain] = inside.plain if isinstance(inside, WrittenMapping | WrittenList) else {}
    return plain.get(last)


def where(place: Place, raw: object) -> str:
    """Return `id: field` for a place in a file: the id of the entry of a list, or of a mapping with a name.

    >>> where(("items", 0, "stem"), {"items": [{"id": "sky"}]}), where(("items", 0, "stem"), {"items": [{}]})
    ('sky: stem', 'items 1: stem')
    >>> where(("source", "year"), {"source": {"key": "roe-2020"}}), where(("lint", "echo"), {"lint": {}})
    ('roe-2020: year', 'lint.echo')
    """
    way = steps(place, raw)
    inner = raw.get(place[0]) if isinstance(raw, Mapping) and place else None
    if isinstance(inner, list | tuple) and len(way) > 1:
        entry = inner[place[1]] if isinstance(place[1], int) and place[1] < len(inner) else None
        owner, way = name_of(entry) or f"{way[0]} {way[1]}", way[2:]
    elif name := name_of(inner):
        owner, way = name, way[1:]
    else:
        return ".".join(way)
    return f"{owner}: {'.'.join(way)}" if way else owner
