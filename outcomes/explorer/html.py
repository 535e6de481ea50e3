"""The interval explorer as HTML: a figure and table that need no script, and controls that a script brings to life.

Page and notebook show the same markup; `frontend/explorer/explorer.js` only sets values.
"""

import json
import math
from collections.abc import Callable, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, TypedDict

from outcomes.intervals import Bounds, clopper_pearson, rule_of_three, wilson
from records.markup import Markup, data_script, tag

MIME = "application/vnd.course.explorer+json"
"""By which whoever builds a page recognizes the explorer, and makes it anew from the data."""

CATALOG = Path(__file__).parent / "words.json"
MOST = 500
"""The largest n that can be set."""

_ROWS = {"exact": 12, "wilson": 62, "three": 112}  # px from the top of the drawing to a row's words
_LINE = 20  # from there to its interval
_FOOT, _HEIGHT = 164, 186


class Preset(TypedDict):
    """Counts of a study to begin with: an estimate of the ledger, its label, and the text of its card."""

    id: str
    group: str
    label: str
    events: int
    n: int
    title: str
    source: str
    address: str | None


class Described(TypedDict):
    """What is shown for two counts; `three` only if nobody or everybody had the event."""

    share: str
    exact: tuple[Bounds, str]
    wilson: tuple[Bounds, str]
    three: tuple[Bounds, str] | None
    said: str


@cache
def _catalog() -> dict[str, Any]:
    words: dict[str, Any] = json.loads(CATALOG.read_text("utf-8"))
    return words


def say(key: str, **values: object) -> str:
    """Return a text of the catalog with its values filled in.

    >>> say("range", low="1%", high="3%")
    '1% to 3%'
    """
    return str(_catalog()[key]).format(**values)


def _tenths(value: float) -> str:
    # Halves round up, as in the front end; Python's own rounding goes to even.
    return f"{math.floor(value * 10 + 0.5) / 10:.1f}"


def percent(share: float) -> str:
    """Return a proportion, 0..1, as text; only none and all read 0% and 100%.

    >>> percent(0), percent(0.0004), percent(12 / 49), percent(0.9999), percent(1)
    ('0%', '<0.1%', '24.5%', '>99.9%', '100%')
    """
    if share in (0, 1):
        return f"{100 * share:.0f}%"
    text = _tenths(100 * share)
    return {"0.0": "<0.1%", "100.0": ">99.9%"}.get(text, f"{text}%")


def described(events: int, n: int) -> Described:
    """Return everything that is shown for two counts, as `frontend/explorer/words.js` does.

    Parameters
    ----------
    events : int
        Patients with the event, 0 to `n`.
    n : int
        Patients observed, 1 or more.

    Raises
    ------
    ValueError
        If the counts are impossible.

    Examples
    --------
    >>> described(0, 52)["exact"][1], described(0, 52)["three"][1]
    ('0% to 6.8%', 'up to 5.8%')
    """
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
) -> Markup:
    """Return the explorer.

    Parameters
    ----------
    presets : sequence of Preset
        Counts to choose from, in the order of their groups.
    start : str
        Id of the preset that is drawn first.
    sources : str
        The studies, and those behind the methods, as the caption names them.
    counts : tuple of int, optional
        Events and n to show instead of those of `start`; needed where no preset is `start`.
    name : str
        The figure's address on its page, if it has one.
    href : callable
        From a preset to the address of its source, or None.

    Raises
    ------
    ValueError
        If the counts are impossible.
    """
    events, n = counts or next((each["events"], each["n"]) for each in presets if each["id"] == start)
    shown = next(
        (each for each in presets if (each["id"], each["events"], each["n"]) == (start, events, n)), None
    )
    now = described(events, n)
    return tag(
        "figure",
        tag("p", say("finding"), class_="finding"),
        tag("p", say("summary"), class_="summary"),
        _controls(presets, "" if shown is None else start, events, n),
        _svg(events, n, now),
        tag("p", now["said"], class_="said"),
        tag("p", _origin(shown, href), class_="from"),
        _table(presets, shown, events, n, now),
        tag("p", class_="aloud", role="status"),
        _data(presets, href),
        tag("figcaption", say("caption", sources=sources)),
        class_="explorer",
        id=name or None,
        data_events=events,
        data_n=n,
    )


def _data(presets: Sequence[Preset], href: Callable[[Preset], str | None]) -> Markup:
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
    return data_script(kept)


def _controls(presets: Sequence[Preset], chosen: str, events: int, n: int) -> Markup:
    def option(each: Preset) -> Markup:
        name = f"{each['label']}, {each['events']} of {each['n']}"
        return tag("option", name, value=each["id"], selected="" if each["id"] == chosen else None)

    groups = [
        tag("optgroup", *map(option, members), label=group)
        for group, members in groupby(presets, key=lambda each: each["group"])
    ]
    menu = tag("select", tag("option", say("own"), value=""), *groups, name="preset")
    keep = tag("input", type="checkbox", name="keep")
    return tag(
        "form",
        tag("p", say("how"), class_="how"),
        tag("label", tag("span", say("preset")), menu, class_="preset"),
        _field("n", 1, MOST, n),
        _field("events", 0, n, events),
        tag("label", keep, " ", tag("span", say("keep")), class_="keep"),
        tag("p", class_="fault", role="alert"),
        class_="controls",
    )


def _field(name: str, least: int, most: int, value: int) -> Markup:
    ends = {"min": least, "max": most, "step": 1, "value": value, "autocomplete": "off"}
    typed = tag("input", type="number", name=name, inputmode="numeric", **ends)
    pulled = tag("input", type="range", name=name, aria_label=say(f"{name}_slider"), **ends)
    return tag("div", tag("label", tag("span", say(name)), typed), pulled, class_="field")


def _origin(shown: Preset | None, href: Callable[[Preset], str | None]) -> str:
    if shown is None:
        return say("own")
    words, address = f"{shown['title']} · {shown['source']}", href(shown)
    return words if address is None else tag("a", words, href=address)


def _svg(events: int, n: int, now: Described) -> Markup:
    # Horizontal lengths are in percent, so the drawing fits any width without a script and text keeps its size.
    at = f"{100 * events / n:.3f}%"
    grid = [tag("line", class_="grid", x1=f"{x}%", x2=f"{x}%", y1=0, y2=_FOOT) for x in (0, 25, 50, 75, 100)]
    ticks = [
        tag("text", f"{x}%", class_="tick", x=f"{x}%", y=_HEIGHT - 6, text_anchor=anchor)
        for x, anchor in ((0, "start"), (25, "middle"), (50, "middle"), (75, "middle"), (100, "end"))
    ]
    square = {"width": 11, "height": 11, "transform": "translate(-5.5 -5.5)"}
    marks = {
        "exact": tag("circle", class_="point", r=6, cx=at, cy=_ROWS["exact"] + _LINE),
        "wilson": tag("rect", class_="point", x=at, y=_ROWS["wilson"] + _LINE, **square),
    }
    drawn = {"exact": now["exact"], "wilson": now["wilson"], "three": now["three"]}
    rows = [_row(name, marks.get(name), drawn[name]) for name in _ROWS]
    return tag(
        "svg", *grid, *rows, *ticks, class_="intervals", role="img", aria_label=now["said"], height=_HEIGHT
    )


def _row(name: str, mark: Markup | None, drawn: tuple[Bounds, str] | None) -> Markup:
    (low, high), ends = drawn or (Bounds(0.0, 0.0), "")
    left, right, top = f"{100 * low:.3f}%", f"{100 * high:.3f}%", _ROWS[name]
    line = top + _LINE
    return tag(
        "g",
        tag("text", say(name), class_="name", x=0, y=top),
        tag("text", ends, class_="ends", x="100%", y=top, text_anchor="end"),
        tag("line", class_="span", x1=left, x2=right, y1=line, y2=line),
        *(tag("line", class_="cap", x1=x, x2=x, y1=line - 7, y2=line + 7) for x in (left, right)),
        mark,
        data_row=name,
        display=None if drawn else "none",
    )


def _table(presets: Sequence[Preset], shown: Preset | None, events: int, n: int, now: Described) -> Markup:
    columns: list[str] = _catalog()["columns"]
    rows = [(say("now"), events, n, now, say("own") if shown is None else shown["source"])]
    for each in presets:
        described_here = described(each["events"], each["n"])
        rows.append((each["label"], each["events"], each["n"], described_here, each["source"]))
    head = tag("tr", *(tag("th", column, scope="col") for column in columns))
    body = []
    for number, (name, some, all_, what, source) in enumerate(rows):
        texts = (f"{some} of {all_}", what["share"], what["exact"][1], what["wilson"][1], source)
        cells = [tag("td", text) for text in texts]
        body.append(tag("tr", tag("th", name, scope="row"), *cells, class_="now" if number == 0 else None))
    table = tag("table", tag("thead", head), tag("tbody", *body))
    scroll = tag("div", table, class_="scroll", tabindex="0", role="region", aria_label=say("table_label"))
    return tag("details", tag("summary", say("table")), scroll, class_="data")
