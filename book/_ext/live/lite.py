"""The chapters live in a reader's own browser: JupyterLite with a Pyodide kernel, in `_build/lite`, for any host.

cd book && python -m _ext.live.lite

Everything comes from that folder, and nothing is asked of another host.
"""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Set as AbstractSet
from pathlib import Path

import nbformat

from course.pages import heading

from ..site.theme import LITE
from ..sources import ROOT
from .copy import live_notebook, pages_with_cells
from .kernel import imported_in, write_kernel
from .launch import launch_page

FOLDER = ROOT / "_build" / LITE
WORK = ROOT / "_build" / f"{LITE}-parts"
LABEXTENSIONS = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
# What these add to JupyterLab a server does, and a browser has none.
OF_A_SERVER = frozenset({"jupyterlab-jupytext"})
KERNELSPEC = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}


def main() -> int:
    """Write the folder afresh."""
    for folder in (FOLDER, WORK):
        shutil.rmtree(folder, ignore_errors=True)
    kernel = WORK / "static" / "pyodide"  # where JupyterLite looks for one
    packages = write_kernel(kernel)
    (WORK / "jupyter-lite.json").write_text(json.dumps(_settings(packages)))
    (WORK / "jupyter_lite_config.json").write_text(json.dumps(parts()))
    known = imported_in(kernel)
    (WORK / "notebooks").mkdir()
    paths = pages_with_cells()
    live = frozenset(path.stem for path in paths)
    for path in paths:
        notebook = for_the_browser(live_notebook(path, live), known)
        nbformat.write(notebook, WORK / "notebooks" / f"{path.stem}.ipynb")
    subprocess.run(  # noqa: S603 - the course's own words
        [
            sys.executable, "-m", "jupyterlite_core.app", "build", "--no-sourcemaps", "--apps", "lab",
            "--lite-dir", WORK, "--contents", WORK / "notebooks", "--output-dir", FOLDER,
        ],
        check=True, cwd=WORK, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    titles = {path.stem: heading(ROOT, path.stem) or path.stem for path in paths}
    size = sum(path.stat().st_size for path in kernel.iterdir())
    (FOLDER / "index.html").write_text(launch_page(titles, size), "utf-8")
    print(f"{len(titles)} notebooks in {FOLDER.relative_to(ROOT)}/: a host has it as {LITE}/ beside the book")
    return 0


def for_the_browser(notebook: nbformat.NotebookNode, known: AbstractSet[str]) -> nbformat.NotebookNode:
    """Return a live copy for the browser's kernel: a cell that imports what is not known there is shown instead."""
    notebook.metadata["kernelspec"] = KERNELSPEC
    for at, cell in enumerate(notebook.cells):
        if cell.cell_type == "code" and (lacking := _imports(cell.source) - known):
            names = ", ".join(sorted(lacking))
            said = f"*No browser has {names}; elsewhere this cell runs:*\n\n```python\n{cell.source}\n```"
            notebook.cells[at] = nbformat.v4.new_markdown_cell(said, id=cell.id)
    return notebook


def _imports(source: str) -> set[str]:
    """Return the names of the packages that a cell imports."""
    found = list(ast.walk(ast.parse(source)))
    names = [alias.name for each in found if isinstance(each, ast.Import) for alias in each.names]
    names += [each.module for each in found if isinstance(each, ast.ImportFrom) and each.module]
    return {name.partition(".")[0] for name in names}


def parts() -> dict[str, dict[str, list[str]]]:
    """Return the setting of what is put beside JupyterLab, instead of all that is installed."""
    found = (*LABEXTENSIONS.glob("*/package.json"), *LABEXTENSIONS.glob("@*/*/package.json"))
    kept = sorted(str(path.parent) for path in found if path.parent.name not in OF_A_SERVER)
    ways = {"ignore_sys_prefix": ["federated_extensions"], "federated_extensions": kept}
    return {"LiteBuildConfig": ways}


def _settings(packages: list[str]) -> dict[str, object]:
    # JupyterLab has what draws a chart: its script, 5 MB, need not be in the output of each.
    options = {"packages": packages, "env": {"PLOTLY_RENDERER": "plotly_mimetype"}}
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": options}
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            # Whoever teaches, and the tests, can reach the application from the browser's console.
            "exposeAppInBrowser": True,
            "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel},
        },
    }


if __name__ == "__main__":
    sys.exit(main())
