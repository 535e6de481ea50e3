"""What the tests of the live copy share: Binder's image, one JupyterLab, and notebooks open and run in it."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from binder import Image, image
from educator import Lab, Notebook
from every_kind import EVIDENCE, FOLDER
from playwright.sync_api import Browser
from whole_course import ASKING, PAGES, Course, whole_course

from small_book import BOOK

EVERY_KIND = f"""import json
from functools import partial
from pathlib import Path
from outcomes import load_ledger
from outcomes.phrase import cite_from
from quizzes.authoring.load import load_bank
from quizzes.resolve import resolve
from quizzes.notebook.widget import Quiz
cite = partial(cite_from, load_ledger({str(EVIDENCE)!r}))
shown = resolve(load_bank("every-kind", Path({str(FOLDER)!r}), cite=cite), cite=cite)"""


@pytest.fixture(scope="session")
def binder() -> Image:
    """Binder's image of this repository; made in minutes where its requirements are new, else in seconds."""
    return image()


@pytest.fixture(scope="package")
def lab(binder: Image, small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab of Binder's image, with the live copies of the small book; stopped after the last of these tests."""
    lab = Lab(tmp_path_factory.mktemp("lab"), binder, BOOK)
    yield lab
    lab.stop()


@pytest.fixture(scope="package")
def course(browser: Browser, lab: Lab) -> Iterator[Course]:
    """Every page of the small book with cells, one after another in one notebook, run."""
    notebook, parts = whole_course(BOOK / "_live", PAGES, ASKING)
    nbformat.write(notebook, lab.live / "whole-course.ipynb")
    with lab.opened("whole-course", browser) as open_:
        yield Course(open_, parts)


@pytest.fixture(scope="module")
def every_kind(browser: Browser, lab: Lab) -> Iterator[Notebook]:
    """A notebook in which `Quiz(shown)` is a new quiz with a question of every kind, run."""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
    cells = [nbformat.v4.new_code_cell(EVERY_KIND)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), lab.live / "every-kind.ipynb")
    with lab.opened("every-kind", browser) as notebook:
        yield notebook
