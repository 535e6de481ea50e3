"""What the tests of the live copy share: a JupyterLab, and each chapter open and run in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from educator import PATIENCE, TOKEN, Lab, Notebook
from playwright.sync_api import Browser, Route

from _ext.live import chapters, live_notebook, write

# The two tests have questions, and nothing else that a live chapter has.
TAUGHT = [path for path in chapters() if "{chapter-head}" in path.read_text("utf-8")]


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab that serves the live copies where Binder has them."""
    folder = tmp_path_factory.mktemp("lab")
    live = folder / "root" / "_live"
    live.mkdir(parents=True)
    for path in chapters():
        write(live_notebook(path), live / f"{path.stem}.ipynb")
    lab = Lab(folder, root=live.parent)
    yield lab
    lab.stop()


@pytest.fixture(scope="module", params=TAUGHT, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest, browser: Browser, lab: Lab) -> Iterator[Notebook]:
    """Each chapter in turn, opened in JupyterLab with every other host cut off, and run."""
    chapter: Path = request.param
    foreign: list[str] = []

    def only_from_the_server(route: Route) -> None:
        if route.request.url.startswith((lab.address, "data:", "blob:")):
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    context.route("**/*", only_from_the_server)
    notebook = Notebook(chapter, context.new_page(), foreign)
    notebook.page.goto(f"{lab.address}lab/tree/_live/{chapter.stem}.ipynb?token={TOKEN}")
    notebook.run_all()
    yield notebook
    context.close()
