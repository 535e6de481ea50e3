"""How tests and benchmarks start Chromium: without its own calls home; without the sandbox where it is root's."""

import os

from machine import chromium

FLAGS = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")


def launch_options() -> dict[str, object]:
    """Return what Playwright is given to launch it."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": chromium(), "args": [*FLAGS, *root]}
