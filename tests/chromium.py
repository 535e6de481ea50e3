"""Find a Chromium, install Debian's where that is allowed, or say what to do. Never go on without one."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ADVICE = """No Chromium was found, and browser tests are not skipped. Do one of these:
  - Debian:  sudo apt-get install chromium
  - anywhere Playwright may download:  .venv/bin/playwright install chromium
  - name one that you have:  CHROMIUM=/path/to/chromium make test"""


class NoChromium(RuntimeError):
    """There is none, and none could be installed."""


@cache
def chromium() -> str:
    """Return the path of a Chromium: $CHROMIUM, one on the PATH, Playwright's own, or Debian's, installed now."""
    named = os.environ.get("CHROMIUM")
    if named is not None:
        if not Path(named).is_file():
            raise NoChromium(f"$CHROMIUM is {named!r}, and there is no such file.\n{ADVICE}")
        return named
    found = _on_path() or _playwrights_own()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's chromium for the browser tests; this takes a minute.", flush=True)
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        found = _on_path()
    if found is None:
        raise NoChromium(ADVICE)
    return found


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def launch_options() -> dict[str, object]:
    """Return how a test starts it: without its own calls home; without the sandbox where it is root's."""
    flags = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")
    return {"executable_path": chromium(), "args": flags}


if __name__ == "__main__":
    print(chromium())
