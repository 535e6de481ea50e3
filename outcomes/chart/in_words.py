"""A chart in words and as a table, for who reads a notebook where nothing draws it: GitHub, nbconvert, a mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from records.markup import Markup, join, tag

DRAWN_ELSEWHERE = {"plotly_mimetype", "jupyterlab", "nteract", "vscode"}
"""The renderers of plotly that give a figure's data and leave it to the reader's program to draw it."""
NAME = "in_words"


def offer() -> None:
    """Have plotly give the words of each chart beside its data, unless it gives HTML of its own, as in Colab."""
    import plotly.io as pio
    from plotly.io.base_renderers import MimetypeRenderer

    class InWords(MimetypeRenderer):  # type: ignore[misc]  # plotly says no types
        def to_mimebundle(self, figure: Mapping[str, Any]) -> dict[str, str]:
            meta = figure["layout"].get("meta") or {}
            return {"text/html": in_words(meta)} if "finding" in meta else {}

    given = set((pio.renderers.default or "").split("+"))
    if NAME not in pio.renderers and given <= DRAWN_ELSEWHERE:
        pio.renderers[NAME] = InWords()
        pio.renderers.default = f"{pio.renderers.default}+{NAME}"


def in_words(meta: Mapping[str, Any]) -> Markup:
    """Return what a chart says of itself (the `meta` of its layout): finding, summary, table and caption."""
    table = meta["table"]
    head = tag("tr", *(tag("th", column, scope="col") for column in table["columns"]))
    rows = (tag("tr", *(tag("td", str(cell)) for cell in row)) for row in table["rows"])
    return join(
        tag("p", tag("strong", meta["finding"])),
        tag("p", meta["summary"]),
        tag("table", tag("thead", head), tag("tbody", *rows)),
        tag("p", f"{meta['caption']} {meta['sources']}".strip()),
    )
