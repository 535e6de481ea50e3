"""A page with every drawing, made as the book makes its own, beside the book's assets."""

from pathlib import Path

from _ext.cells.figure import drawing_html
from outcomes import (
    diagnosis_pathway,
    first_hour,
    follow_up_schedule,
    fusion_gene,
    harm_by_grade,
    ledger,
    lesion_over_time,
    microscope,
    mri_signs,
    other_sites,
    primary_sites,
    spread,
    tfe3_ladder,
    timeline,
    treatment_pathway,
)
from outcomes.drawings.drawing import MIME

DRAWINGS = [
    diagnosis_pathway,
    fusion_gene,
    first_hour,
    follow_up_schedule,
    harm_by_grade,
    lesion_over_time,
    microscope,
    mri_signs,
    other_sites,
    primary_sites,
    spread,
    tfe3_ladder,
    timeline,
    treatment_pathway,
]
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Every drawing</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="_static/course.css"><script src="_static/first.js"></script></head>
<body><main><h1>Every drawing</h1>{figures}</main></body></html>"""


def write_page(folder: Path, static: Path) -> Path:
    """Write the page into a folder, with the folder of assets that it is given; return it."""
    (folder / "_static").symlink_to(static)
    figures = [drawing_html(drawing(ledger())._repr_mimebundle_()[MIME]) for drawing in DRAWINGS]
    page = folder / "drawings.html"
    page.write_text(PAGE.replace("{figures}", "".join(figures)), "utf-8")
    return page
