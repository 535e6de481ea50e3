"""What the charts of a page are drawn from, and the numbers behind them: two scripts beside the page.

Each is loaded when a reader asks for it. Scripts and no JSON, because a book opened by double-click may load nothing
else.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from outcomes.chart.data import COLUMNS, Cell

from ..files import fill

FOLDER = "_static/charts"
CHARTS = "charts"  # metadata of a page: what each of its charts is drawn from, by the id of its figure
DATA = "chart_data"  # and the numbers behind it


def keep_chart(env: BuildEnvironment, name: str, drawn_from: dict[str, Any], data: list[list[Cell]]) -> None:
    """Keep what a figure of the page that is being read is drawn from, and its data (`outcomes.chart.data`)."""
    env.metadata[env.docname].setdefault(CHARTS, {})[name] = drawn_from
    env.metadata[env.docname].setdefault(DATA, {})[name] = data


def charts_script(charts: Mapping[str, dict[str, Any]]) -> str:
    """Return the script of a page; book/_theme/static/figures.js draws from what it leaves."""
    return f"courseCharts={_json(charts)};\n"


def data_script(data: Mapping[str, list[list[Cell]]]) -> str:
    """Return the numbers behind the charts of a page as a script, which outcomes/frontend/take/take.js reads."""
    return f"courseData={_json({'columns': COLUMNS, 'figures': data})};\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def setup_charts(app: Sphinx) -> None:
    """Write the scripts once the pages are written."""
    app.connect("build-finished", _write)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        scripts: dict[str, str] = {}
        for page, data in app.env.metadata.items():
            if CHARTS in data:
                name = page.rpartition("/")[2]
                scripts |= {
                    f"{name}.js": charts_script(data[CHARTS]),
                    f"{name}-data.js": data_script(data[DATA]),
                }
        fill(Path(app.outdir) / FOLDER, scripts)
