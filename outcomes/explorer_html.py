"""The interval explorer as HTML: a figure with its table that needs no script, and all that a script brings to life.

Page and notebook show the same markup; `frontend/explorer.js` makes nothing, it sets values.
"""

import json
import math
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any, TypedDict

from outcomes.measures import Bounds, clopper_pearson, rule_of_three, wilson

CATALOGUE = Path(__file__).parent / "explorer.json"
MOST = 500
"""The largest n that can be set."""

_ROWS = {"exact": 12, "wilson": 62, "three": 112}  # px from the top of the drawing to a row's words
_LINE = 20  # from there to its interval
_FOOT, _HEIGHT = 164, 186


class Preset(TypedDict):
    """Counts of a study to begin with: an estimate of the ledger, its own label, and what its card says."""

    id: str
    group: str
    label: str
    events: int
    n: int
    title: str
    source: str
    address: str | None


class Described(TypedDict):
    """What is shown of two counts; `three` only where nobody or everybody had the event."""

    share: str
    exact: tuple[Bounds, str]
    wilson: tuple[Bounds, str]
    three: tuple[Bounds, str] | None
    said: str


@cache
def _catalogue() -> dict[str, Any]:
    words: dict[str, Any] = json.loads(CATALOGUE.read_text("utf-8"))
    return words


def say(key: str, **values: object) -> str:
    """Return a text of the catalogue with its values put in.

    >>> say("range", low="1%", high="3%")
    '1% to 3%'
    """
    return str(_catalogue()[key]).format(**values)


def _tenths(value: float) -> str:
    # Halves go up, as in the front end; Python alone would round them to even.
    return f"{math.floor(value * 10 + 0.5) / 10:.1f}"


def percent(share: float) -> str:
    """Return a proportion as text; what is not quite none or all is not said to be.

    >>> percent(0), percent(0.0004), percent(12 / 49), percent(0.9999), percent(1)
    ('0%', '<0.1%', '24.5%', '>99.9%', '100%')
    """
    if share in (0, 1):
        return f"{100 * share:.0f}%"
    text = _tenths(100 * share)
    return {"0.0": "<0.1%", "100.0": ">99.9%"}.get(text, f"{text}%")


def described(events: int, n: int) -> Described:
    """Return everything that is shown of two counts, as `frontend/words.js` does."""
    exact, score = clopper_pearson(events, n), wilson(events, n)
    low, high = percent(exact.low), percent(exact.high)
    wilson_low, wilson_high = percent(score.low), percent(score.high)
    said = [
        say(
            "said",
            events=events,
            n=n,
            percent=percent(events / n),
            low=low,
            high=high,
            width=_tenths(100 * (exact.high - exact.low)),
            wilson_low=wilson_low,
            wilson_high=wilson_high,
        )
    ]
    three: tuple[Bounds, str] | None = None
    if events in (0, n):
        limit = rule_of_three(n)
        if limit is None:
            said.append(say("too_few"))
        elif events == 0:
            three = Bounds(0.0, limit), say("up_to", high=percent(limit))
            said.append(say("none", n=n, limit=percent(limit), high=high))
        else:
            three = Bounds(1 - limit, 1.0), say("from", low=percent(1 - limit))
            said.append(say("all", n=n, limit=percent(1 - limit), low=low))
        if three is not None and n < 30:
            said.append(say("rough"))
    return {
        "share": percent(events / n),
        "exact": (exact, say("range", low=low, high=high)),
        "wilson": (score, say("range", low=wilson_low, high=wilson_high)),
        "three": three,
        "said": " ".join(said),
    }


def explorer_html(
    presets: Sequence[Preset],
    start: str,
    *,
    sources: str,
    counts: tuple[int, int] | None = None,
    name: str = "",
    href: Callable[[Preset], str | None] = lambda preset: preset["address"],
) -> str:
    """Return the explorer.

    Parameters
    ----------
    presets
        Counts to choose from, in the order of their groups.
    start
        Id of the preset that is drawn first.
    sources
        The studies, and those behind the methods, as the caption names them.
    counts
        Events and n to show instead of those of `start`.
    name
        The figure's address on its page, where it has one.
    href
        Where a preset's source leads.
    """
    events, n = counts or next((each["events"], each["n"]) for each in presets if each["id"] == start)
    shown = next(
        (each for each in presets if (each["id"], each["events"], each["n"]) == (start, events, n)), None
    )
    now = described(events, n)
    address = f' id="{escape(name)}"' if name else ""
    return (
        f'<figure class="explorer"{address} data-events="{events:d}" data-n="{n:d}">'
        f'<p class="finding">{_say("finding")}</p><p class="summary">{_say("summary")}</p>'
        f"{_controls(presets, '' if shown is None else start, events, n)}"
        f"{_svg(events, n, now)}"
        f'<p class="said">{escape(now["said"])}</p>'
        f'<p class="from">{_origin(shown, href)}</p>'
        f"{_table(presets, shown, events, n, now)}"
        f"<figcaption>{escape(say('caption', sources=sources))}</figcaption>"
        '<p class="aloud" role="status"></p>'
        f'<script type="application/json">{_data(presets, href)}</script></figure>'
    )


def _say(key: str) -> str:
    return escape(say(key))


def _data(presets: Sequence[Preset], href: Callable[[Preset], str | None]) -> str:
    kept = [
        {
            "id": preset["id"],
            "events": preset["events"],
            "n": preset["n"],
            "title": preset["title"],
            "source": preset["source"],
            "href": href(preset),
        }
        for preset in presets
    ]
    # No text in it can end the script that holds it.
    return (
        json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace("&", "\\u0026")
    )


def _controls(presets: Sequence[Preset], chosen: str, events: int, n: int) -> str:
    groups = "".join(
        f'<optgroup label="{escape(group)}">'
        + "".join(
            f'<option value="{escape(each["id"])}"{" selected" if each["id"] == chosen else ""}>'
            f"{escape(_name(each))}</option>"
            for each in members
        )
        + "</optgroup>"
        for group, members in groupby(presets, key=lambda each: each["group"])
    )
    return (
        f'<form class="controls"><p class="how">{_say("how")}</p>'
        f'<label class="preset"><span>{_say("preset")}</span><select name="preset">'
        f'<option value="">{_say("own")}</option>{groups}</select></label>'
        f"{_field('n', 1, MOST, n)}{_field('events', 0, n, events)}"
        f'<label class="keep"><input type="checkbox" name="keep"> <span>{_say("keep")}</span></label>'
        '<p class="fault" role="alert"></p></form>'
    )


def _field(name: str, least: int, most: int, value: int) -> str:
    ends = f'min="{least}" max="{most}" step="1" value="{value}" autocomplete="off"'
    return (
        f'<div class="field"><label><span>{_say(name)}</span>'
        f'<input type="number" name="{name}" inputmode="numeric" {ends}></label>'
        f'<input type="range" name="{name}" aria-label="{_say(f"{name}_slider")}" {ends}></div>'
    )


def _name(preset: Preset) -> str:
    return f"{preset['label']}, {preset['events']} of {preset['n']}"


def _origin(shown: Preset | None, href: Callable[[Preset], str | None]) -> str:
    if shown is None:
        return _say("own")
    words = escape(f"{shown['title']} · {shown['source']}")
    address = href(shown)
    return words if address is None else f'<a href="{escape(address)}">{words}</a>'


def _svg(events: int, n: int, now: Described) -> str:
    # All that is horizontal is in percent: the drawing takes any width without a script, and text keeps its size.
    at = f"{100 * events / n:.3f}%"
    grid = "".join(
        f'<line class="grid" x1="{x}%" x2="{x}%" y1="0" y2="{_FOOT}"/>' for x in (0, 25, 50, 75, 100)
    )
    ticks = "".join(
        f'<text class="tick" x="{x}%" y="{_HEIGHT - 6}" text-anchor="{anchor}">{x}%</text>'
        for x, anchor in ((0, "start"), (25, "middle"), (50, "middle"), (75, "middle"), (100, "end"))
    )
    marks = {
        "exact": f'<circle class="point" r="6" cx="{at}" cy="{_ROWS["exact"] + _LINE}"/>',
        "wilson": f'<rect class="point" width="11" height="11" x="{at}" y="{_ROWS["wilson"] + _LINE}" '
        'transform="translate(-5.5 -5.5)"/>',
    }
    drawn = {"exact": now["exact"], "wilson": now["wilson"], "three": now["three"]}
    rows = "".join(_row(name, marks.get(name, ""), drawn[name]) for name in _ROWS)
    label = escape(now["said"])
    return (
        f'<svg class="intervals" role="img" aria-label="{label}" height="{_HEIGHT}">{grid}{rows}{ticks}</svg>'
    )


def _row(name: str, mark: str, drawn: tuple[Bounds, str] | None) -> str:
    (low, high), ends = drawn or (Bounds(0.0, 0.0), "")
    left, right, top = f"{100 * low:.3f}%", f"{100 * high:.3f}%", _ROWS[name]
    line = top + _LINE
    caps = "".join(
        f'<line class="cap" x1="{x}" x2="{x}" y1="{line - 7}" y2="{line + 7}"/>' for x in (left, right)
    )
    return (
        f'<g data-row="{name}"{"" if drawn else " hidden"}>'
        f'<text class="name" x="0" y="{top}">{_say(name)}</text>'
        f'<text class="ends" x="100%" y="{top}" text-anchor="end">{escape(ends)}</text>'
        f'<line class="span" x1="{left}" x2="{right}" y1="{line}" y2="{line}"/>{caps}{mark}</g>'
    )


def _table(presets: Sequence[Preset], shown: Preset | None, events: int, n: int, now: Described) -> str:
    columns: list[str] = _catalogue()["columns"]
    rows = [(_say("now"), events, n, now, say("own") if shown is None else shown["source"])]
    for each in presets:
        described_here = described(each["events"], each["n"])
        rows.append((escape(each["label"]), each["events"], each["n"], described_here, each["source"]))
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(
        f'<tr{" class=now" if number == 0 else ""}><th scope="row">{name}</th><td>{some} of {all_}</td>'
        f"<td>{what['share']}</td><td>{escape(what['exact'][1])}</td><td>{escape(what['wilson'][1])}</td>"
        f"<td>{escape(source)}</td></tr>"
        for number, (name, some, all_, what, source) in enumerate(rows)
    )
    return (
        f'<details class="data"><summary>{_say("table")}</summary>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{_say("table_label")}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></details>"
    )
