"""A page with the interval explorer, made as the book makes its own, beside the book's assets."""

from pathlib import Path

from _ext.cells.outputs import explorer_figure
from _ext.site.theme import CONTENT_SECURITY_POLICY
from outcomes.explorer.html import MIME, Preset
from outcomes.explorer.widget import IntervalExplorer

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Intervals</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<link rel="icon" href="_static/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="_static/course.css"><link rel="stylesheet" href="_static/figures.css">
<link rel="stylesheet" href="_static/explorer.css">
<script src="_static/first.js"></script><script src="_static/course.js" defer></script>
<script src="_static/explorer.js" defer></script></head>
<body><header class="bar"><button type="button" class="mode"><span class="to-dark">Dark</span>
<span class="to-light">Light</span></button></header>
<main><h1>Intervals</h1>{explorer}<p id="after">After it.</p></main></body></html>"""


def preset(name: str, label: str, events: int, n: int) -> Preset:
    return {
        "id": name,
        "group": "Remission",
        "label": label,
        "events": events,
        "n": n,
        "title": label,
        "source": f"Poe {n}",
        "address": None,
    }


PRESETS = [
    preset("winter", "Winter clinic", 12, 49),
    preset("placebo", "No mitten", 0, 16),
    preset("clinic", "Clinic", 30, 40),
]


def write_page(folder: Path, site: Path) -> str:
    """Write the page into a folder with the site's own assets; return its name."""
    (folder / "_static").symlink_to(site / "_static")
    data, _ = IntervalExplorer(PRESETS, {"poe-2019": "Poe 2019"})._repr_mimebundle_()
    page = PAGE.replace("{policy}", CONTENT_SECURITY_POLICY).replace(
        "{explorer}", explorer_figure(data[MIME], "figure-1")
    )
    (folder / "intervals.html").write_text(page, "utf-8")
    return "intervals.html"
