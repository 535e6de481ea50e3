"""A page with every drawing, made as the book makes its own, beside the book's assets."""

from pathlib import Path

import outcomes
from _ext.cells.figure import drawing_html
from outcomes import ledger
from outcomes.svg.drawing import MIME

DRAWINGS = [getattr(outcomes, name) for name in outcomes.DRAWINGS]
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Every drawing</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="_static/course.css"><link rel="stylesheet" href="_static/figures.css">
<link rel="stylesheet" href="_static/drawing.css"><script src="_static/first.js"></script></head>
<body><main><h1>Every drawing</h1>{figures}</main></body></html>"""


def write_page(folder: Path, static: Path) -> Path:
    """Write the page into a folder, with the folder of assets that it is given; return it."""
    (folder / "_static").symlink_to(static)
    figures = [drawing_html(drawing(ledger())._repr_mimebundle_()[MIME]) for drawing in DRAWINGS]
    page = folder / "drawings.html"
    page.write_text(PAGE.replace("{figures}", "".join(figures)), "utf-8")
    return page
