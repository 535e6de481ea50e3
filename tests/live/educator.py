"""A JupyterLab of its own for the tests, and an educator who has a notebook open in it."""

import json
import re
import shutil
import subprocess
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from binder import Image
from playwright.sync_api import (
    APIRequestContext,
    Browser,
    Locator,
    Page,
    Request,
    Response,
    WebSocket,
    expect,
)

from patience import PATIENCE

TOKEN = "for-the-tests"
HAS_RUN = re.compile(r"\[\d+\]")
# JupyterLab builds what is far from the screen when it has nothing else to do; who runs or counts cells must wait.
COMPLETE = """() => {
  const cells = jupyterapp.shell.currentWidget?.content?.widgets ?? [];
  return cells.length > 0 && cells.every(cell => !cell.isPlaceholder());
}"""
# None of the course's: one asks the network for news, the other reads MyST that a plain JupyterLab shows raw.
PAGE_CONFIG = """{"disabledExtensions": {
  "@jupyterlab/apputils-extension:announcements": true, "jupyterlab-myst": true}}"""


class Lab:
    """A running JupyterLab, of Binder's image, with the packages of a book; it knows no settings of this machine.

    `address` ends with a slash; the live copies are in `live`, copied, so that the image stays as it was made;
    settings and what it writes are in `folder` too.
    """

    def __init__(self, folder: Path, image: Image, book: Path) -> None:
        root = folder / "course"
        self.live = root / "_live"
        shutil.copytree(book / "_live", self.live)
        environ = {**image.environ_in(folder), "PYTHONPATH": str(book)}
        labconfig = Path(environ["JUPYTER_CONFIG_DIR"], "labconfig")
        labconfig.mkdir(parents=True)
        (labconfig / "page_config.json").write_text(PAGE_CONFIG)
        command = [
            *(image.python, "-m", "jupyterlab", "--no-browser"),
            *("--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", "--ServerApp.allow_root=True"),
            *("--ServerApp.terminals_enabled=False", "--LabApp.extension_manager=readonly"),
            "--LabApp.expose_app_in_browser=True",
            *(f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={root}"),
        ]
        self._server = subprocess.Popen(command, env=environ, cwd=root, stderr=subprocess.PIPE, text=True)
        self.address = self._wait_for_address()

    def _wait_for_address(self) -> str:
        giving_up = threading.Timer(PATIENCE, self._server.kill)
        giving_up.start()
        said = []
        for line in self._server.stderr:
            said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                break
        giving_up.cancel()
        if not found:
            raise RuntimeError("JupyterLab did not start:\n" + "".join(said))
        # Somebody has to go on reading, or the server stops at a full pipe.
        self._reading = threading.Thread(target=deque, args=(self._server.stderr, 0), daemon=True)
        self._reading.start()
        return found[0]

    def page_of(self, name: str) -> str:
        """Return where a notebook opens, in a workspace of its own: the usual one opens what was open before."""
        return f"{self.address}lab/workspaces/{name}/tree/_live/{name}.ipynb?token={TOKEN}"

    @contextmanager
    def opened(self, name: str, browser: Browser) -> Iterator["Notebook"]:
        """Open a notebook and run it; its kernel ends with it. Other hosts are cut off by `launch_options`."""
        here = (self.address, self.address.replace("http", "ws", 1), "data:", "blob:")
        foreign: list[str] = []

        def note(asked: Request | WebSocket) -> None:
            if not asked.url.startswith(here):
                foreign.append(asked.url)

        context = browser.new_context(viewport={"width": 1280, "height": 900}, has_touch=True)
        context.on("request", note)
        notebook = Notebook(context.new_page(), foreign)
        notebook.page.on("websocket", note)
        notebook.page.goto(self.page_of(name))
        notebook.run_all()
        yield notebook
        self._end(name, context.request)
        context.close()

    def _end(self, name: str, request: APIRequestContext) -> None:
        sessions, token = self.address + "api/sessions", {"Authorization": f"token {TOKEN}"}
        for session in request.get(sessions, headers=token).json():
            if session["name"] == f"{name}.ipynb":
                request.delete(f"{sessions}/{session['id']}", headers=token)

    def stop(self) -> None:
        """Stop the server and its kernels."""
        self._server.terminate()
        self._server.wait(timeout=PATIENCE)
        self._reading.join()
        self._server.stderr.close()


@dataclass
class Notebook:
    """A notebook, open in JupyterLab; `foreign` are the requests to other hosts."""

    page: Page
    foreign: list[str]

    @property
    def code(self) -> Locator:
        """The cells that hold code."""
        return self.page.locator(".jp-CodeCell")

    @property
    def figures(self) -> Locator:
        """The drawings."""
        return self.page.locator(".js-plotly-plot")

    def ready(self) -> None:
        """Wait until the notebook has its kernel, that has nothing to do, and every cell is there."""
        self.page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        self.page.wait_for_function(COMPLETE)

    def run_all(self) -> None:
        """Choose Run, Run All Cells, and wait until each has run."""
        self.ready()
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        waiting = self.code.locator(".jp-InputPrompt").filter(has_not_text=HAS_RUN)
        expect(waiting).to_have_count(0)

    def start(self, code: str) -> Locator:
        """Type code into a new cell at the end, and start it; return the cell."""
        before = self.code.count()
        # Not by the mouse: outputs that are still being drawn above move the button between press and release.
        self.page.locator(".jp-Notebook-footer").dispatch_event("click")
        expect(self.code).to_have_count(before + 1)
        cell = self.code.nth(before)
        cell.locator(".cm-content").fill(code)
        self.page.keyboard.press("Control+Enter")
        return cell

    def run(self, code: str) -> Locator:
        """Type code into a new cell at the end, and wait until it has run; return the cell."""
        cell = self.start(code)
        expect(cell.locator(".jp-InputPrompt")).to_have_text(HAS_RUN)
        return cell

    def tell(self, code: str) -> Any:
        """Return the value of an expression in Python."""
        # The page sends one change at a time: the last is on its way once the kernel has answered something else.
        self.run("import json")
        said = self.run(f"print(json.dumps({code}))").locator(".jp-OutputArea-output")
        return json.loads(said.inner_text())

    def save(self) -> None:
        """Save the notebook, and wait until that is done."""

        def saved(answer: Response) -> bool:
            # JupyterLab keeps its layout and its settings in the same way.
            return answer.request.method == "PUT" and "/api/contents/" in answer.url

        with self.page.expect_response(saved):
            self.page.get_by_role("menuitem", name="File", exact=True).click()
            self.page.get_by_role("menuitem", name=re.compile("^Save Notebook(?! As)")).click()


def answer(card: Locator, *options: str) -> None:
    """Pick options of a question by their texts, and check."""
    # The first click makes the cell the active one, to which JupyterLab may scroll.
    card.locator("legend").first.click()
    for option in options:
        card.get_by_label(option, exact=True).check()
    card.get_by_role("button", name="Check").click()
