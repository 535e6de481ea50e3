"""What a chapter becomes for the browser's own kernel, what that kernel is given, and what a reader is told first.

That a chapter runs there, `make lite-chapter` shows.
"""

import json
import re
from pathlib import Path

import nbformat
import pytest

from _ext.live.kernel import LOCK, NEEDED, PYODIDE, closure
from _ext.live.launch import launch_page
from _ext.live.lite import for_the_browser, parts

KNOWN = {"os", "outcomes"}
PLATFORM = json.loads((PYODIDE / LOCK).read_text("utf-8"))["info"]


def of_cells(*sources):
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    return nbformat.v4.new_notebook(cells=cells)


@pytest.mark.parametrize(
    "source",
    ["import polars as pl", "import os, polars", "from polars.testing import x", "if 1:\n  import polars"],
)
def test_a_cell_that_needs_what_no_browser_has_is_shown_with_the_reason(source):
    notebook = for_the_browser(of_cells(source, "import os"), KNOWN)
    assert [cell.cell_type for cell in notebook.cells] == ["markdown", "code"]
    assert notebook.cells[0].source.startswith("*No browser has polars")
    assert source in notebook.cells[0].source
    nbformat.validate(notebook)


def test_every_other_cell_stays_as_it_is():
    sources = ["from outcomes import ledger\nledger()", "'import polars'", "import os"]
    notebook = for_the_browser(of_cells(*sources), KNOWN)
    assert [(cell.cell_type, cell.source) for cell in notebook.cells] == [
        ("code", source) for source in sources
    ]


def test_it_opens_with_the_browsers_kernel():
    assert for_the_browser(of_cells(), KNOWN).metadata["kernelspec"]["name"] == "python"


def test_the_kernel_has_what_a_chapter_imports_and_nothing_that_is_built_for_a_machine():
    needed = closure(NEEDED, PLATFORM)
    assert needed >= {"pydantic-core", "traitlets", "narwhals", "psygnal"}
    # Of ipython's, those of a terminal; the rest would weigh more than all others together.
    assert needed.isdisjoint({"pexpect", "numpy", "scipy", "polars", "jupyterlab", "sphinx"})


def test_beside_jupyterlab_stands_what_draws_and_computes_and_nothing_that_asks_a_server():
    setting = parts()["LiteBuildConfig"]
    assert setting["ignore_sys_prefix"] == ["federated_extensions"]
    kept = {Path(path).name for path in setting["federated_extensions"]}
    assert kept >= {"anywidget", "jupyterlab-manager", "jupyterlab-plotly", "pyodide-kernel-extension"}
    assert "jupyterlab-jupytext" not in kept


def test_a_reader_is_told_size_and_time_before_anything_is_loaded():
    page = launch_page({"one": "One < two", "three": "Three"}, kernel=27_400_000)
    assert re.search(r"loads <strong>about \d\d MB</strong>", page)
    assert "a quarter of a minute to a minute" in page
    assert re.findall("<script[^>]*>", page) == [
        '<script type="application/json" id="jupyter-config-data" data-jupyter-lite-root=".">'
    ]
    assert 'id="one"><a href="lab/index.html?path=one.ipynb">One &lt; two</a>' in page
