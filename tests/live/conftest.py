"""What the tests of the live copy share: one JupyterLab, and notebooks open and run in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from educator import PATIENCE, TOKEN, Lab, Notebook
from kinds_page import FOLDER
from playwright.sync_api import Browser, Route

from _ext.live import chapters, live_notebook, write

# The two tests have questions, and nothing else that a live chapter has.
TAUGHT = [path for path in chapters() if "{chapter-head}" in path.read_text("utf-8")]
EVERY_KIND = f"""import json
from pathlib import Path
from quizzes.evidence import resolver
from quizzes.load import load_bank
from quizzes.resolve import resolve
from quizzes.widget import Quiz
shown = resolve(load_bank("every-kind", Path({str(FOLDER)!r})), cite=resolver())"""


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab that serves the live copies where Binder has them, and a notebook for questions of every kind."""
    folder = tmp_path_factory.mktemp("lab")
    live = folder / "root" / "_live"
    live.mkdir(parents=True)
    for path in chapters():
        write(live_notebook(path), live / f"{path.stem}.ipynb")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
    cells = [nbformat.v4.new_code_cell(EVERY_KIND)]
    write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), live / "every-kind.ipynb")
    lab = Lab(folder, root=live.parent)
    yield lab
    lab.stop()


@pytest.fixture(scope="module", params=TAUGHT, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest, browser: Browser, lab: Lab) -> Iterator[Notebook]:
    """Each chapter in turn, opened in JupyterLab with every other host cut off, and run."""
    chapter: Path = request.param
    with opened(browser, lab, chapter) as notebook:
        yield notebook


@pytest.fixture(scope="module")
def every_kind(browser: Browser, lab: Lab) -> Iterator[Notebook]:
    """A notebook in which `Quiz(shown)` is a new quiz with a question of every kind."""
    with opened(browser, lab, Path("every-kind.md")) as notebook:
        yield notebook


@contextmanager
def opened(browser: Browser, lab: Lab, chapter: Path) -> Iterator[Notebook]:
    """Open a notebook with every other host cut off, and run it."""
    foreign: list[str] = []

    def only_from_the_server(route: Route) -> None:
        if route.request.url.startswith((lab.address, "data:", "blob:")):
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    context = browser.new_context(viewport={"width": 1280, "height": 900}, has_touch=True)
    context.set_default_timeout(PATIENCE)
    context.route("**/*", only_from_the_server)
    notebook = Notebook(chapter, context.new_page(), foreign)
    notebook.page.goto(f"{lab.address}lab/tree/_live/{chapter.stem}.ipynb?token={TOKEN}")
    notebook.run_all()
    yield notebook
    context.close()
