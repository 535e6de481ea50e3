"""Each page with cells runs on its own in Binder's kernel, with the network cut off, and gives what its cells name."""

import re
from html import escape

import nbformat
import pytest
from kernels import run_all
from nbconvert import MarkdownExporter
from whole_course import kind_of

from _ext.cells.outputs import FIGURE
from _ext.live.copy import pages_with_cells
from _ext.live.plain import QUIZ as ASKS
from outcomes import FIGURES
from outcomes.explorer.html import MIME as EXPLORER
from outcomes.svg.drawing import MIME as DRAWING
from quizzes.authoring.load import load_bank
from quizzes.notebook import MIME as QUIZ

PAGES = {path.stem: path for path in pages_with_cells()}
ASKING = [name for name, path in PAGES.items() if ASKS.search(path.read_text("utf-8"))]
KIND_OF = kind_of(FIGURES)
WIDGET = "application/vnd.jupyter.widget-view+json"
STATES = "application/vnd.jupyter.widget-state+json"
FORMS = {
    "figure": {FIGURE, "text/html"},
    "drawing": {DRAWING, "text/html"},
    "explorer": {EXPLORER, WIDGET},
    "questions": {QUIZ, WIDGET},
    "table": {"text/html"},
}
ASKS_THE_NETWORK = "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:9')"


@pytest.fixture(scope="module")
def run(binder, tmp_path_factory):
    """The live copies as `postBuild` left them, each run in a kernel of its own, and one that asks the network."""
    notebooks = {name: nbformat.read(binder.root / "_live" / f"{name}.ipynb", as_version=4) for name in PAGES}
    asking = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(ASKS_THE_NETWORK)])
    run_all({**notebooks, "asking": asking}, binder, tmp_path_factory.mktemp("kernels"))
    return {**notebooks, "asking": asking}


def outputs_of(notebook):
    """Return the last line of each cell with what it gave."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [(cell.source.splitlines()[-1], cell.outputs) for cell in cells]


def charts_of(notebook):
    return [output.data[FIGURE] for _, (output,) in outputs_of(notebook) if FIGURE in output.get("data", {})]


@pytest.mark.parametrize("name", PAGES)
class TestAPage:
    def test_no_cell_fails_or_says_anything_beside(self, run, name):
        for line, outputs in outputs_of(run[name]):
            said = [output for output in outputs if output.output_type in ("error", "stream")]
            assert said == [], line

    def test_each_cell_gives_what_it_names(self, run, name):
        for line, (output,) in outputs_of(run[name]):
            called = re.match(r"\w+", line)[0]
            assert FORMS[KIND_OF.get(called, "table")] <= set(output.data), line


def test_who_cannot_draw_a_chart_reads_its_finding_and_each_row_of_its_table(run):
    """As GitHub, nbconvert and a mail, which know nothing of plotly's data."""
    notebook = max(run.values(), key=lambda each: len(charts_of(each)))
    text, _ = MarkdownExporter().from_notebook_node(notebook)
    metas = [data["layout"]["meta"] for data in charts_of(notebook)]
    assert metas
    for meta in metas:
        cells = [str(cell) for row in meta["table"]["rows"] for cell in row]
        assert [said for said in (meta["finding"], *cells) if escape(said) not in text] == []


@pytest.mark.parametrize("name", ASKING)
def test_the_questions_are_those_of_the_bank(run, name):
    states = run[name].metadata.widgets[STATES]["state"].values()
    items = [item["id"] for state in states for item in state["state"].get("items", [])]
    assert items == [item.id for item in load_bank(name).items]


def test_a_cell_that_asks_the_network_would_fail(run):
    (_, (output,)) = outputs_of(run["asking"])[0]
    assert "the network is cut off" in output.evalue
