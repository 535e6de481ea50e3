"""The live copy: each chapter as a notebook that any Jupyter opens, with none of the book's markup left raw.

cd book && python -m _ext.live.copy
"""

import hashlib
import json
import re
import sys
from pathlib import Path

import jupytext
import nbformat
from sphinx_external_toc.parsing import parse_toc_yaml

from outcomes import LedgerFault
from quizzes import BankFault

from ..sources import ROOT
from .plain import EXPLORER, QUIZ, Chapter, RawMarkup, has_cells

LIVE = ROOT / "_live"
DIGEST = "course_digest"
IN_PYTHON = """*What is kept:* your answers last as long as the kernel. Running the cell again keeps them; restarting \
the kernel or closing it ends them, and saving the notebook does not save them. The built page keeps them on your \
device.

*For teaching:* answers reach Python as they are given. In a cell of your own, `questions.results()` \
is a table of them, `questions.responses` what was chosen, and `questions.score` the points so far, of \
`questions.total`."""
EXPLORED = re.compile(rf"^{EXPLORER}\(ledger\(\)\)$", re.M)
COUNTS_IN_PYTHON = """*For teaching:* in a cell of your own, `explorer.events` and `explorer.n` are what is set \
above, and `explorer.n = 100` sets it."""


def live_notebook(path: Path, live: frozenset[str] = frozenset()) -> nbformat.NotebookNode:
    """Return the chapter as a notebook whose text is plain Markdown.

    Raises
    ------
    RawMarkup
        Naming file, line and markup of everything that would reach a reader raw.
    """
    notebook: nbformat.NotebookNode = jupytext.reads(Chapter(path, live).plain(), fmt="md:myst")
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        if cell.cell_type == "code" and QUIZ.search(cell.source):
            cell.source = QUIZ.sub(r'questions = quiz("\1")\nquestions', cell.source)
            cells.append(nbformat.v4.new_markdown_cell(IN_PYTHON))
        elif cell.cell_type == "code" and EXPLORED.search(cell.source):
            cell.source = EXPLORED.sub(r"explorer = \g<0>\nexplorer", cell.source)
            cells.append(nbformat.v4.new_markdown_cell(COUNTS_IN_PYTHON))
    for number, cell in enumerate(cells, start=1):
        cell.id = f"cell-{number}"  # the same each time, so that an unchanged chapter is an unchanged file
    notebook.cells = cells
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": notebook.metadata["kernelspec"], DIGEST: digest(notebook)}
    )
    return notebook


def digest(notebook: nbformat.NotebookNode) -> str:
    """Return a digest of the cells' sources, which running them does not change."""
    sources = [[cell["cell_type"], cell["source"]] for cell in notebook["cells"]]
    return hashlib.sha256(json.dumps(sources).encode()).hexdigest()[:16]


def write(notebook: nbformat.NotebookNode, path: Path) -> Path | None:
    """Write a notebook. One that has been edited is moved aside first; return where it went, or None."""
    kept = None
    if path.exists() and _edited(path):
        taken = {other.name for other in path.parent.iterdir()}
        names = (f"{path.stem}.edited-{number}.ipynb" for number in range(1, len(taken) + 2))
        kept = path.rename(path.with_name(next(name for name in names if name not in taken)))
    nbformat.write(notebook, path)
    return kept


def _edited(path: Path) -> bool:
    try:
        notebook = nbformat.read(path, as_version=4)
    except (ValueError, nbformat.ValidationError):
        return True  # no longer a notebook, so someone has changed it
    written: str | None = notebook["metadata"].get(DIGEST)
    return written != digest(notebook)


def pages_with_cells() -> list[Path]:
    """Return the pages with code cells, in the order of `_toc.yml`."""
    names = [str(name) for name in parse_toc_yaml(ROOT / "_toc.yml")]
    paths = [ROOT / f"{name}.md" for name in names]
    return [path for path in paths if has_cells(path)]


def main() -> int:
    """Write every chapter with code to `_live/`, or none of them if one has a fault."""
    paths = pages_with_cells()
    live = frozenset(path.stem for path in paths)
    try:
        notebooks = {path.stem: live_notebook(path, live) for path in paths}
    except (RawMarkup, LedgerFault, BankFault) as faults:
        print(faults, file=sys.stderr)
        return 1
    LIVE.mkdir(exist_ok=True)
    for name, notebook in notebooks.items():
        kept = write(notebook, LIVE / f"{name}.ipynb")
        if kept is not None:
            print(f"{name}.ipynb had been edited; it is kept as {kept.relative_to(ROOT)}")
    print(f"{len(notebooks)} chapter(s) as notebooks in {LIVE.relative_to(ROOT)}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
