"""A figure as the page shows it: finding, summary, legend, tools, table or drawing, caption, in that order."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from html import unescape
from typing import Any

from outcomes.chart.forest import LAYOUTS, forest, rows_of
from outcomes.chart.picture import panel, picture
from records.markup import Markup, as_made, tag

# What a chart says about itself in `layout.meta` (outcomes/chart/theme.py).
REQUIRED = ("finding", "summary", "table", "caption", "heights", "margin", "narrow", "dark")
# The shapes of outcomes/chart/theme.py, drawn around 0 within 8 each way.
SHAPES = {
    "circle": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "diamond": "M0-7.5L7.5 0L0 7.5L-7.5 0z",
    "square": "M-5.5-5.5h11v11h-11z",
    "triangle-up": "M0-7L7 6h-14z",
    "star": "M0-7.5L1.9-2.6L7.1-2.3L3.1 1L4.4 6.1L0 3.2L-4.4 6.1L-3.1 1L-7.1-2.3L-1.9-2.6z",
    "line-ns": "M-1.5-8h3v16h-3z",
}
SIDE = 230  # px of a panel that is seen alone
# Ways to take a figure along, which are there from the start: what a script added would push the others aside.
TAKING = {"enlarge": "Enlarge", "take": "Share"}


def figure_html(figure: dict[str, Any], name: str = "figure-1") -> Markup:
    """Return the `<figure>` of a plotly figure given as its JSON; `name` is its id on the page.

    Raises
    ------
    ValueError
        If the chart lacks its words: a figure without a finding, a summary or its data is not shown.
    """
    meta = figure["layout"].get("meta") or {}
    missing = [name for name in REQUIRED if not meta.get(name)]
    if missing:
        raise ValueError(f"the figure lacks {', '.join(missing)} in layout.meta; see outcomes/chart/theme.py")
    one_at_a_time = meta.get("one_at_a_time")
    says = any(trace.get("hoverinfo") != "skip" for trace in figure["data"])
    return tag(
        "figure",
        tag("p", meta["finding"], class_="finding"),
        tag("p", meta["summary"], class_="summary"),
        _legend(meta),
        toolbar_of("forest" if "forest" in meta else None),
        _table(meta, name),
        _switch(figure, one_at_a_time, name) if one_at_a_time else _drawing(figure),
        _caption(meta["caption"], meta.get("intervals", "")),
        class_="chart",
        id=name,
        data_chart="forest" if "forest" in meta else "points" if says else None,
        data_drawn=None if says else "svg",
    )


def _drawing(figure: dict[str, Any]) -> Markup:
    drawn = {layout: _drawn(figure, layout) for layout in LAYOUTS}
    size = ";".join(f"--{layout}:{height}px" for layout, (_, height) in drawn.items())
    return tag("div", *(svg for svg, _ in drawn.values()), class_="drawing", aria_hidden="true", style=size)


def _drawn(figure: dict[str, Any], layout: str) -> tuple[Markup, int]:
    """Return the picture of a chart in a layout, and its height [px]."""
    meta = figure["layout"]["meta"]
    if "forest" in meta:
        return forest(meta["forest"], layout)
    return picture(figure, layout), meta["heights"][layout]


def _switch(figure: dict[str, Any], panels: list[list[str]], name: str) -> Markup:
    """Return the panels of a figure, of which the reader chooses one; the style sheet shows it, without a script."""
    parts = []
    for number, (label, said) in enumerate(panels, start=1):
        choice = tag("input", type="radio", name=f"{name}-series", checked="" if number == 1 else None)
        shown = tag("div", panel(figure, number, SIDE), aria_hidden="true", class_="panel")
        parts += [
            tag("label", choice, label),
            tag("div", shown, tag("p", tag("b", f"{label}: "), said), class_="one"),
        ]
    return tag("fieldset", tag("legend", "Series"), *parts, class_="switch")


def drawn_from(figure: dict[str, Any], href: Callable[[str], str | None] = lambda _: None) -> dict[str, Any]:
    """Return what a script has a chart answer with: a forest, or what each point says, if any says something.

    Points stand in the order of the picture's marks, each with its lines, the study last, and the address of its
    number; one that says nothing is None. The figure is one that `figure_html` accepts; `href` says where a number
    leads.
    """
    meta = figure["layout"]["meta"]
    if "forest" in meta:
        forest = deepcopy(meta["forest"])
        for row in rows_of(forest):
            row["href"] = href(row["id"])
        return {"forest": forest}
    points = [point for trace in figure["data"] for point in _points(trace, href)]
    return {"points": points} if any(points) else {}


def _points(trace: dict[str, Any], href: Callable[[str], str | None]) -> Iterator[dict[str, Any] | None]:
    """Yield what the marks of a trace say."""
    if "markers" not in trace["mode"]:
        return
    if trace.get("hoverinfo") == "skip":
        yield from (None for _ in trace["x"])
        return
    for name, text in zip(trace["customdata"], trace["hovertext"], strict=True):
        lines = [unescape(line) for line in re.sub(r"</?b>", "", text).split("<br>")]
        yield {"text": lines, "href": href(name)}


def drawing_html(drawing: dict[str, Any], name: str = "figure-1") -> Markup:
    """Return the `<figure>` of a drawing (outcomes/svg/drawing.py): the same frame, and nothing to load."""
    words = tag("summary", "The drawing in words, with its sources")
    return tag(
        "figure",
        tag("p", drawing["finding"], class_="finding"),
        tag("p", drawing["summary"], class_="summary"),
        toolbar_of(None),
        as_made(drawing["picture"]),
        tag("details", words, as_made(drawing["words"]), class_="data"),
        _caption(drawing["caption"]),
        class_="chart",
        id=name,
        data_drawn="svg",
    )


def _legend(meta: dict[str, Any]) -> Markup | None:
    """Return what the marks stand for, each next to its mark; the legend comes before the drawing."""

    def mark(hue: str, shape: str) -> Markup:
        return tag("svg", tag("path", d=SHAPES[shape]), class_=hue, viewBox="-8 -8 16 16", aria_hidden="true")

    marks = [tag("li", mark(hue, shape), text) for hue, shape, text in meta.get("legend", ())]
    signs = [tag("li", sign) for sign in meta.get("signs", ())]
    return tag("ul", *marks, *signs, class_="legend", aria_label="Legend") if marks or signs else None


def toolbar_of(chart: str | None) -> Markup:
    """Return what can be done with a figure by scripts, beside the way to its table; a forest has controls."""
    opener = tag("button", "Choose and compare", type="button", class_="choose", aria_expanded="false")
    ways = (tag("button", words, type="button", class_=act) for act, words in TAKING.items())
    return tag("div", opener if chart == "forest" else None, *ways, class_="toolbar")


def _caption(words: str, intervals: str = "") -> Markup:
    """Return the caption: two lines of it, and the rest when asked for; `intervals` is what it says of those."""
    before, said, after = words.partition(intervals) if intervals else (words, "", "")
    apart = tag("span", said, class_="of-intervals") if said else None
    return tag("figcaption", tag("details", tag("summary", tag("span", before, apart, after))))


def _table(meta: dict[str, Any], name: str) -> Markup:
    """Return the table, which takes the place of the drawing while it is open."""
    columns, rows = meta["table"]["columns"], meta["table"]["rows"]
    head = tag("tr", *(tag("th", column, scope="col") for column in columns))
    body = (
        tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in rest)) for first, *rest in rows
    )
    table = tag("table", tag("thead", head), tag("tbody", *body))
    region = {
        "tabindex": 0,
        "role": "region",
        "aria_label": f"Data: {meta['finding']}",
        "id": f"{name}-table",
    }
    sources = tag("p", meta["sources"], class_="of") if meta.get("sources") else None
    return tag(
        "details",
        tag("summary", "Table"),
        tag("div", table, class_="scroll", **region),
        sources,
        class_="data",
    )
