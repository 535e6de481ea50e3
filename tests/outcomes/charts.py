"""Each chart of the course, drawn once: tests look at charts, and none changes one."""

import re
from functools import cache
from typing import Any

from plotly.graph_objects import Figure

import outcomes


@cache
def chart(name: str) -> Figure:
    """Return the chart of that name from the course's own ledger."""
    return getattr(outcomes, name)(outcomes.ledger())


def axes(figure: Figure) -> dict[str, Any]:
    """Return the scales, in the order of their panels."""
    layout = figure.to_dict()["layout"]
    return {
        axis: part for axis, part in layout.items() if axis.startswith("xaxis")
    }  # in the order of their panels


def headings(figure: Figure) -> dict[str, str]:
    """Return what each panel measures, by the name of its axis; without a scale of its own, as the last told."""
    layout = figure.to_dict()["layout"]
    titles = {
        axis: re.sub(r"<[^>]+>", " ", part["title"]["text"])
        for axis, part in layout.items()
        if axis.startswith("xaxis") and part.get("title", {}).get("text")
    }
    told = ""
    for axis, part in axes(figure).items():
        if axis not in titles:
            continue
        if part.get("showticklabels", True):
            told = titles[axis]
        else:
            titles[axis] = f"{told} {titles[axis]}"
    for note in layout["annotations"]:
        axis = "xaxis" + str(note.get("xref", "")).removeprefix("x").removesuffix(" domain")
        if note["text"].startswith("<b>") and axis in titles:
            titles[axis] += " " + note["text"]
    return titles
