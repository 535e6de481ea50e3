"""How tests and benchmarks start Chromium: with no host but this machine's, and no calls of its own."""

import os
from typing import Any

from machine import chromium

FLAGS = (
    # A proxy of the machine would be asked for every host, whatever is said of hosts below.
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def launch_options() -> dict[str, Any]:
    """Return what Playwright is given to launch it; without the sandbox where it is root's."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": chromium(), "args": [*FLAGS, *root]}
