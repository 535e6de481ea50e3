"""What the charts of a page are drawn from: a script beside the page, loaded when a reader asks something of one.

A script and no JSON, because a book opened by double-click may load nothing else.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..files import fill

FOLDER = "_static/charts"
CHARTS = "charts"  # metadata of a page: what each of its charts is drawn from, by the id of its figure


def keep_chart(env: BuildEnvironment, name: str, drawn_from: dict[str, Any]) -> None:
    """Keep what a figure of the page that is being read is drawn from."""
    env.metadata[env.docname].setdefault(CHARTS, {})[name] = drawn_from


def charts_script(charts: Mapping[str, dict[str, Any]]) -> str:
    """Return the script of a page; book/_theme/static/figures.js draws from what it leaves."""
    return f"courseCharts={json.dumps(charts, ensure_ascii=False, separators=(',', ':'))};\n"


def setup_charts(app: Sphinx) -> None:
    """Write the scripts once the pages are written."""
    app.connect("build-finished", _write)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        scripts = {
            f"{page.rpartition('/')[2]}.js": charts_script(data[CHARTS])
            for page, data in app.env.metadata.items()
            if CHARTS in data
        }
        fill(Path(app.outdir) / FOLDER, scripts)
