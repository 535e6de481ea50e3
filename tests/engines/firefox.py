"""Debian's Firefox, by Playwright over WebDriver BiDi, as a reader's is set."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright

import machine
from elsewhere import Elsewhere
from engine import Engine
from patience import PATIENCE

# Whoever drives a Firefox loosens it; here it is as it comes.
AS_IT_COMES = {
    "security.fileuri.strict_origin_policy": True,
    "network.cookie.cookieBehavior": 5,
    "network.cookie.sameSite.laxByDefault": True,
    "fission.bfcacheInParent": True,
    "browser.sessionhistory.max_total_viewers": -1,
    "browser.cache.disk.enable": True,
    "browser.cache.memory.enable": True,
}
# The list of downloads would take the keys from the page.
STILL = {"browser.download.alwaysOpenPanel": False}
# Its maker's own settings, which it would fetch by the minute; it takes no other address without the variable.
NO_CALLS_HOME = {"services.settings.server": "data:,"}
NO_CALLS_HOME_ENVIRONMENT = {"MOZ_REMOTE_SETTINGS_DEVTOOLS": "1"}


def nothing_leaves(elsewhere: Elsewhere) -> dict[str, str | float | bool]:
    """Say where to whatever is not on this machine."""
    there = {f"network.proxy.{way}": "127.0.0.1" for way in ("http", "ssl")}
    ports = {f"network.proxy.{way}_port": elsewhere.port for way in ("http", "ssl")}
    return {"network.proxy.type": 1, **there, **ports}


class Firefox(Engine):
    """A Firefox, and its one page."""

    name = "firefox"

    def __init__(self, page: Page, folder: Path) -> None:
        super().__init__(page, folder)
        self._said: list[str] = []
        page.on("console", lambda message: self._said.append(f"{page.url}: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self._said.append(f"{page.url}: error: {error}"))

    def said(self) -> list[str]:
        return self._said

    def _resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 900})

    def back(self) -> None:
        # Playwright's own would wait for a page to load, and this one comes as it was left.
        self.page.evaluate("setTimeout(() => history.back())")

    def print(self) -> Path:
        paper = self.folder / "paper.pdf"
        self.page.pdf(path=paper)
        return paper


@contextmanager
def firefox(
    playwright: Playwright, elsewhere: Elsewhere, folder: Path, *, workers: bool = False
) -> Iterator[Firefox]:
    """Open a Firefox that keeps what it has to keep in the folder; `workers` may stand behind the pages."""
    behind = {"dom.serviceWorkers.enabled": workers}
    browser = playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=machine.firefox(),
        headless=True,
        env={**os.environ, **NO_CALLS_HOME_ENVIRONMENT},
        downloads_path=folder / "downloads",
        firefox_user_prefs={**AS_IT_COMES, **behind, **STILL, **NO_CALLS_HOME, **nothing_leaves(elsewhere)},
    )
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    yield Firefox(page, folder)
    browser.close()
