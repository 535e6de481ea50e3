"""A chapter with Python in the browser itself, from the folder that a host serves, with every other host cut off.

Run it with `make lite-chapter`. It is no part of `make test`: a kernel that is WebAssembly takes minutes where two
workers share two cores. What it measures goes to `_build/lite.json`.
"""

import json
import re
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pydantic_core
import pytest
from educator import HAS_RUN, Notebook, answer
from playwright.sync_api import Browser, Request, expect

from _ext.live.kernel import LOCK, PYODIDE, pack
from _ext.live.launch import PYTHON_TAKES
from _ext.live.lite import FOLDER
from _ext.site.serve import Handler, running
from build import ROOT
from measured import CHAPTER
from outcomes import ledger, table
from quizzes.authoring.load import load_bank
from quizzes.evidence import fill_tokens, resolver
from quizzes.kinds.single_best_answer.record import SingleBestAnswer

POLICY = re.search(r'"~/lite/\S+\s+"(.+)";', (ROOT / "deploy" / "nginx.conf").read_text("utf-8"))[1]
LAUNCH = f"{FOLDER.name}/index.html"
PLATFORM = json.loads((PYODIDE / LOCK).read_text("utf-8"))["info"]
# All that the cells of a book call, of the course that this repository holds.
EVERYTHING = """
import outcomes, quizzes, sys
from quizzes.authoring.load import BANK
ledger = outcomes.ledger()
for name in outcomes.CHARTS + outcomes.DRAWINGS:
    getattr(outcomes, name)(ledger)
outcomes.interval_explorer(ledger)
assert len(outcomes.table().select("id")) == len(ledger.estimates)
for path in BANK.glob("*.yml"):
    assert quizzes.quiz(path.stem).results()
print(outcomes.__file__, {"numpy", "scipy", "polars"} & set(sys.modules))
"""
FORGIVEN = 0.1  # of the size that the page tells


class Host(Handler):
    """What `make host` and deploy/nginx.conf make of the folder, below a book."""

    def send_header(self, keyword: str, value: str) -> None:
        """Send the policy of JupyterLite."""
        super().send_header(keyword, POLICY if keyword == "Content-Security-Policy" else value)


class InBrowser(Notebook):
    """A notebook with the browser's own kernel."""

    def ready(self) -> None:
        """Wait until its kernel has nothing to do; the first time, until there is one."""
        self.page.get_by_text("Python (Pyodide) | Idle").wait_for()


@dataclass
class Visit:
    """The notebook, run; what was loaded on the way [bytes], and how long each step took [s]."""

    notebook: Notebook
    page_said: str
    loaded: int
    seconds: dict[str, float]


def _note(request: Request, address: str, foreign: list[str]) -> None:
    if not request.url.startswith((address, "data:", "blob:")):
        foreign.append(request.url)


@pytest.fixture(scope="module")
def visit(browser: Browser):
    """One reader's first visit: from the launch page into a chapter, all of whose cells are run."""
    with running(FOLDER.parent, handler=Host) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        asked: list[Request] = []
        foreign: list[str] = []
        context.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - a built-in method cannot be one
        context.on("request", lambda request: _note(request, address, foreign))
        page = context.new_page()
        page.goto(address + LAUNCH)
        said = page.locator("main").inner_text()
        began = time.perf_counter()
        page.locator(f"#{CHAPTER} a").click()
        notebook = InBrowser(page, foreign)
        notebook.ready()
        ready = time.perf_counter()
        notebook.run_all()
        seconds = {"ready": ready - began, "run": time.perf_counter() - ready}
        loaded = sum(request.sizes()["responseBodySize"] for request in asked)
        (ROOT / "_build" / "lite.json").write_text(json.dumps({"bytes": loaded, **seconds}))
        print(
            f"\n{loaded / 1e6:.1f} MB; Python after {ready - began:.0f} s, the chapter {seconds['run']:.0f} s more"
        )
        yield Visit(notebook, said, loaded, seconds)
        context.close()


def test_the_page_says_what_it_takes_before_it_starts(visit):
    told = int(re.search(r"about (\d+) MB", visit.page_said)[1])
    assert told == pytest.approx(visit.loaded / 1e6, rel=FORGIVEN)
    assert PYTHON_TAKES in visit.page_said


def test_every_cell_runs_and_every_figure_is_drawn(visit):
    notebook = json.loads((FOLDER / "files" / f"{CHAPTER}.ipynb").read_text("utf-8"))
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    expect(visit.notebook.code).to_have_count(len(cells))
    for prompt in visit.notebook.code.locator(".jp-InputPrompt").all():
        expect(prompt).to_have_text(HAS_RUN)
    expect(visit.notebook.page.locator("[data-mime-type*=error], [data-mime-type*=stderr]")).to_have_count(0)
    shown = visit.notebook.page.locator(".js-plotly-plot, .jp-RenderedHTMLCommon figure, .jp-RenderedSVG")
    expect(shown).to_have_count(sum("ledger()" in source for source in cells))


def test_a_question_is_answered_and_python_sees_it(visit):
    cite = resolver()
    items = load_bank(CHAPTER, cite=cite).items
    number, item = next(
        (number, item) for number, item in enumerate(items, 1) if isinstance(item, SingleBestAnswer)
    )
    card = visit.notebook.page.get_by_role("group", name=f"Question {number} of {len(items)}")
    answer(card, next(fill_tokens(option.text, cite) for option in item.options if option.correct))
    expect(card).to_contain_text("Right.")
    assert visit.notebook.tell("questions.score") == 1
    assert visit.notebook.tell("[row['item'] for row in questions.results() if row['correct']]") == [item.id]


def test_the_table_has_the_same_cells_as_in_jupyterlab(visit):
    visit.notebook.run("from outcomes import table")
    names = ["id", "value", "events", "exact_low", "wilson_high"]
    told = visit.notebook.tell(f"[list(row.values()) for row in table().select(*{names})]")
    assert len(told) == len(ledger().estimates)
    assert [pytest.approx(row) for row in told] == [list(row) for row in table().select(names).rows()]


def test_nothing_is_asked_of_another_host(visit):
    assert visit.notebook.foreign == []


def test_what_is_packed_for_the_kernel_draws_asks_and_tabulates_with_nothing_else_installed(tmp_path):
    pack(tmp_path, PLATFORM)
    site = tmp_path / "site"
    for wheel in tmp_path.glob("*.whl"):
        with zipfile.ZipFile(wheel) as package:
            package.extractall(site)
    compiled = Path(pydantic_core.__file__).parent  # for this machine instead of the browser
    (site / compiled.name).symlink_to(compiled)
    code = f"import sys; sys.path.insert(0, {str(site)!r})\n{EVERYTHING}"
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == (f"{site}/outcomes/__init__.py set()\n", "")
