"""What the tests of the live copy share: one JupyterLab, and notebooks open and run in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from binder import Image, image
from educator import PATIENCE, Lab, Notebook
from every_kind import EVIDENCE, FOLDER
from playwright.sync_api import Browser, Route

from _ext.live import chapters, write
from _ext.plain import QUIZ

# With questions first: pytest groups tests by a parameter's place in its list, and both lists shall agree.
PAGES = sorted(chapters(), key=lambda path: QUIZ.search(path.read_text("utf-8")) is None)
ASKING = [path for path in PAGES if QUIZ.search(path.read_text("utf-8"))]

EVERY_KIND = f"""import json
from functools import partial
from pathlib import Path
from outcomes import load_ledger
from outcomes.phrase import cite_from
from quizzes.load import load_bank
from quizzes.resolve import resolve
from quizzes.widget import Quiz
cite = partial(cite_from, load_ledger({str(EVIDENCE)!r}))
shown = resolve(load_bank("every-kind", Path({str(FOLDER)!r}), cite=cite), cite=cite)"""


@pytest.fixture(scope="session")
def binder() -> Image:
    """Binder's image of this repository; made in minutes where its requirements are new, else in seconds."""
    return image()


@pytest.fixture(scope="session")
def lab(binder: Image, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab of Binder's image, with the live copies where `postBuild` put them.

    Beside them a notebook for questions of every kind.
    """
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
    cells = [nbformat.v4.new_code_cell(EVERY_KIND)]
    write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), binder.root / "_live" / "every-kind.ipynb")
    lab = Lab(tmp_path_factory.mktemp("lab"), binder)
    yield lab
    lab.stop()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test of a notebook in every page with cells that there is; one of questions where there are some."""
    if "notebook" in metafunc.fixturenames and metafunc.module.__name__.endswith("test_jupyterlab"):
        paths = ASKING if "ask" in metafunc.fixturenames else PAGES
        metafunc.parametrize(
            "notebook", paths, ids=[path.stem for path in paths], indirect=True, scope="module"
        )


@pytest.fixture(scope="module")
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


@pytest.fixture(scope="module")
def for_educators(browser: Browser, lab: Lab) -> Iterator[Notebook]:
    """The page for educators, open and run."""
    with opened(browser, lab, Path("for-educators.md")) as notebook:
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
    notebook.page.goto(lab.page_of(chapter.stem))
    notebook.run_all()
    yield notebook
    context.close()
