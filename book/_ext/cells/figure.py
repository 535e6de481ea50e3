"""A figure as the page shows it: finding, summary, legend, drawing, data with their sources, caption, in that order."""

from html import escape
from typing import Any

from records.markup import json_script

# A chart says these of itself in `layout.meta` (outcomes/chart/theme.py).
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
        raise ValueError(f"the figure lacks {', '.join(missing)} in layout.meta; see outcomes/chart/theme.py")
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
        f'{_legend(meta)}<div class="drawing" aria-hidden="true" style="--wide:{wide:d}px;--narrow:{narrow:d}px"></div>'
        f'<script type="application/json">{json_script({"data": figure["data"], "layout": layout})}</script>'
        f"{_table(meta)}<figcaption>{escape(meta['caption'])}</figcaption></figure>"
    )


def drawing_html(drawing: dict[str, Any], name: str = "figure-1") -> str:
    """Return the `<figure>` of a drawing (outcomes/svg/drawing.py): the same frame, and nothing to load."""
    return (
        f'<figure class="chart" id="{escape(name)}" data-drawn="svg">'
        f'<p class="finding">{escape(drawing["finding"])}</p>'
        f'<p class="summary">{escape(drawing["summary"])}</p>'
        f'{drawing["picture"]}<details class="data"><summary>The drawing in words, with its sources</summary>'
        f"{drawing['words']}</details><figcaption>{escape(drawing['caption'])}</figcaption></figure>"
    )


def _legend(meta: dict[str, Any]) -> str:
    """Return what the marks stand for, each beside its mark; it comes before the drawing."""
    marks = [
        f'<li><svg class="{hue}" viewBox="-8 -8 16 16" aria-hidden="true"><path d="{SHAPES[shape]}"/></svg>'
        f"{escape(text)}</li>"
        for hue, shape, text in meta.get("legend", ())
    ]
    signs = [f"<li>{escape(sign)}</li>" for sign in meta.get("signs", ())]
    return (
        f'<ul class="legend" aria-label="Legend">{"".join([*marks, *signs])}</ul>' if marks or signs else ""
    )


def _table(meta: dict[str, Any]) -> str:
    columns, rows = meta["table"]["columns"], meta["table"]["rows"]
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    sources = f'<p class="of">{escape(meta["sources"])}</p>' if meta.get("sources") else ""
    return (
        f'<details class="data"><summary>Data as a table{", with sources" if sources else ""}</summary>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="Data: {escape(meta["finding"])}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{sources}</details>"
    )
