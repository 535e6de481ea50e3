"""A figure as the page shows it: finding, summary, drawing, data or words, source, in that order."""

from html import escape
from typing import Any

from quizzes.page.card import json_script

# A chart says these of itself in `layout.meta` (outcomes/charts/theme.py).
REQUIRED = ("finding", "summary", "table", "caption", "heights", "margin", "narrow", "dark")
# Only the notebook shows these; on the page the words around the drawing are text.
NOTEBOOK_ONLY = "notebook"


def figure_html(figure: dict[str, Any], name: str = "figure-1") -> str:
    """Return the `<figure>` of a plotly figure given as its JSON; `name` is its address on its page.

    Raises
    ------
    ValueError
        If the chart lacks its words: a figure without a finding, a summary or its data is not shown.
    """
    layout = dict(figure["layout"])
    meta = layout.get("meta") or {}
    missing = [name for name in REQUIRED if not meta.get(name)]
    if missing:
        raise ValueError(
            f"the figure lacks {', '.join(missing)} in layout.meta; see outcomes/charts/theme.py"
        )
    layout.pop("title", None)
    layout.pop("height", None)
    layout.pop("modebar", None)
    layout["paper_bgcolor"] = layout["plot_bgcolor"] = "rgba(0,0,0,0)"  # the page is the paper
    layout["margin"] = meta["margin"]
    layout["annotations"] = [
        annotation for annotation in layout.get("annotations", ()) if annotation.get("name") != NOTEBOOK_ONLY
    ]
    layout["meta"] = {name: meta[name] for name in ("narrow", "dark")}
    wide, narrow = meta["heights"]["wide"], meta["heights"]["narrow"]
    return (
        f'<figure class="chart" id="{escape(name)}">'
        f'<p class="finding">{escape(meta["finding"])}</p><p class="summary">{escape(meta["summary"])}</p>'
        f'<div class="drawing" aria-hidden="true" style="--wide:{wide:d}px;--narrow:{narrow:d}px"></div>'
        f'<script type="application/json">{json_script({"data": figure["data"], "layout": layout})}</script>'
        f"{_table(meta)}<figcaption>{escape(meta['caption'])}</figcaption></figure>"
    )


def drawing_html(drawing: dict[str, Any], name: str = "figure-1") -> str:
    """Return the `<figure>` of a drawing (outcomes/drawings/drawing.py): the same frame, and nothing to load."""
    return (
        f'<figure class="chart" id="{escape(name)}" data-drawn="svg">'
        f'<p class="finding">{escape(drawing["finding"])}</p>'
        f'<p class="summary">{escape(drawing["summary"])}</p>'
        f'{drawing["picture"]}<details class="data"><summary>The drawing in words, with its sources</summary>'
        f"{drawing['words']}</details><figcaption>{escape(drawing['caption'])}</figcaption></figure>"
    )


def _table(meta: dict[str, Any]) -> str:
    columns, rows = meta["table"]["columns"], meta["table"]["rows"]
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return (
        '<details class="data"><summary>Data as a table</summary>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="Data: {escape(meta["finding"])}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></details>"
    )
