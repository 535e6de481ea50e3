"""A JupyterLab of its own for the tests, and an educator who has a chapter open in it."""

import json
import re
import subprocess
import threading
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from binder import Image
from playwright.sync_api import Locator, Page, expect

TOKEN = "for-the-tests"
PATIENCE = 120_000  # [ms] a cold kernel that imports plotly, on a slow machine with two cores
HAS_RUN = re.compile(r"\[\d+\]")
# None of the course's: one asks the network for news, the other reads MyST that a plain JupyterLab shows raw.
PAGE_CONFIG = """{"disabledExtensions": {
  "@jupyterlab/apputils-extension:announcements": true, "jupyterlab-myst": true}}"""


class Lab:
    """A running JupyterLab, of Binder's image, that knows nothing of this machine's settings.

    `address` ends with a slash; notebooks are in `root`; settings and what it writes are in `folder`.
    """

    def __init__(self, folder: Path, image: Image) -> None:
        self.root = image.root
        labconfig = folder / "config" / "labconfig"
        labconfig.mkdir(parents=True)
        (labconfig / "page_config.json").write_text(PAGE_CONFIG)
        command = [
            *(image.python, "-m", "jupyterlab", "--no-browser"),
            *("--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", "--ServerApp.allow_root=True"),
            *("--ServerApp.terminals_enabled=False", "--LabApp.extension_manager=readonly"),
            *(f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={self.root}"),
        ]
        self._server = subprocess.Popen(
            command, env=_environment(folder, image), cwd=self.root, stderr=subprocess.PIPE, text=True
        )
        self.address = self._wait_for_address()

    def _wait_for_address(self) -> str:
        giving_up = threading.Timer(PATIENCE / 1000, self._server.kill)
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

    def page_of(self, chapter: str) -> str:
        """Return where a live copy opens, in a workspace of its own: the usual one opens what was open before."""
        return f"{self.address}lab/workspaces/{chapter}/tree/_live/{chapter}.ipynb?token={TOKEN}"

    def stop(self) -> None:
        """Stop the server and its kernels."""
        self._server.terminate()
        self._server.wait(timeout=PATIENCE / 1000)
        self._reading.join()
        self._server.stderr.close()


def _environment(folder: Path, image: Image) -> dict[str, str]:
    names = ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"]
    names += ["JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"]
    own = {name: str(folder / name.lower()) for name in names}
    return {**image.environ, **own, "JUPYTER_CONFIG_DIR": str(folder / "config")}


@dataclass
class Notebook:
    """A chapter, open in JupyterLab; `foreign` are the requests to other hosts."""

    chapter: Path
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
        """Wait until the notebook has its kernel, and that has nothing to do."""
        self.page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()

    def run_all(self) -> None:
        """Choose Run, Run All Cells, and wait until each has run."""
        self.ready()
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        for cell in self.code.all():
            expect(cell.locator(".jp-InputPrompt")).to_have_text(HAS_RUN, timeout=PATIENCE)

    def start(self, code: str) -> Locator:
        """Type code into a new cell at the end, and start it; return the cell."""
        before = self.code.count()
        # Not by the mouse: outputs that are still being drawn above move the button between press and release.
        self.page.locator(".jp-Notebook-footer").dispatch_event("click")
        expect(self.code).to_have_count(before + 1, timeout=PATIENCE)
        cell = self.code.nth(before)
        cell.locator(".cm-content").fill(code)
        self.page.keyboard.press("Control+Enter")
        return cell

    def run(self, code: str) -> Locator:
        """Type code into a new cell at the end, and wait until it has run; return the cell."""
        cell = self.start(code)
        expect(cell.locator(".jp-InputPrompt")).to_have_text(HAS_RUN, timeout=PATIENCE)
        return cell

    def tell(self, code: str) -> Any:
        """Return the value of an expression in Python."""
        # The page sends one change at a time: the last is on its way once the kernel has answered something else.
        self.run("pass")
        said = self.run(f"print(json.dumps({code}))").locator(".jp-OutputArea-output")
        return json.loads(said.inner_text())

    def save(self) -> None:
        """Save the notebook, and wait until that is done."""
        with self.page.expect_response(lambda response: response.request.method == "PUT"):
            self.page.get_by_role("menuitem", name="File", exact=True).click()
            self.page.get_by_role("menuitem", name=re.compile("^Save Notebook(?! As)")).click()

    def answer(self, number: int, *options: str) -> Locator:
        """Pick options of a question, counted from 1, by their texts, and check; return its card."""
        card = self.page.get_by_role("group", name=f"Question {number} of ")
        # The first click makes the cell the active one, to which JupyterLab may scroll.
        card.locator("legend").first.click()
        for option in options:
            card.get_by_label(option, exact=True).check()
        card.get_by_role("button", name="Check").click()
        return card
