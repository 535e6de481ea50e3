"""WebKit, by its own WebDriver, on a screen that nobody sees."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import Remote
from selenium.webdriver.common.proxy import Proxy
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

import machine
from elsewhere import Elsewhere
from engine import Engine
from patience import PATIENCE
from webkit_page import Page

WINDOW = Path(__file__).with_name("window.py")


@contextmanager
def screen(xvfb: str) -> Iterator[str]:
    """Give the name of a display, the first that is free."""
    reading, writing = os.pipe()
    command = [xvfb, "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as running:
        os.close(writing)
        try:
            with os.fdopen(reading) as number:
                free = number.readline().strip()
            if not free:
                raise RuntimeError(f"{xvfb} gave no display")
            yield f":{free}"
        finally:
            running.terminate()


class WebKit(Engine):
    """A window of WebKit."""

    name = "webkit"
    page: Page

    def _lines(self, name: str) -> list[str]:
        return (self.folder / name).read_text("utf-8").splitlines()

    def said(self) -> list[str]:
        return [line for line in self._lines("said") if " CONSOLE " in line]

    def _resize(self, width: int) -> None:
        self.page.driver.set_window_size(width, 900)

    def back(self) -> None:
        self.page.driver.back()

    def print(self) -> Path:
        paper = self.folder / "paper.pdf"
        paper.unlink(missing_ok=True)
        os.kill(int((self.folder / "process").read_text()), signal.SIGUSR1)
        self.page.wait(lambda _: paper.exists(), "no paper")
        return paper


@contextmanager
def webkit(elsewhere: Elsewhere, folder: Path, *, workers: bool = False) -> Iterator[WebKit]:
    """Open a window that keeps what it has to keep in the folder; `workers` may stand behind the pages."""
    for name in ("said", "asked"):
        (folder / name).touch()
    found = machine.webkit()
    options = Options()
    options.binary_location = found.python
    for argument in (str(WINDOW), str(folder), str(elsewhere.port), *(["workers"] if workers else [])):
        options.add_argument(argument)
    options.set_capability("browserName", "window")
    with screen(found.display) as display:
        quiet = {"LC_ALL": "C.UTF-8", "NO_AT_BRIDGE": "1", "GIO_USE_VFS": "local"}
        service = Service(found.driver, env={**os.environ, **quiet, "DISPLAY": display})
        service.start()
        try:
            # Not by a proxy of the machine: the driver is on this one.
            direct = Proxy({"proxyType": "DIRECT"})
            # The driver gives no answer where a page goes in the middle of a question.
            straight = ClientConfig(service.service_url, proxy=direct, timeout=PATIENCE)
            server = RemoteConnection(client_config=straight)
            with Remote(server, options=options, file_detector=UselessFileDetector()) as driver:
                driver.set_script_timeout(PATIENCE)
                yield WebKit(Page(driver), folder)
        finally:
            service.stop()
