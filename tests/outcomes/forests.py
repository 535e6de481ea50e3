"""Forests as the page draws them, for whatever a reader chose."""

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

DRAWER = Path(__file__).with_name("draw_forests.js")
Asked = tuple[dict[str, Any], dict[str, str]]
"""A forest as it is described, and a choice as an address has it."""


def on_the_page(asked: list[Asked]) -> list[dict[str, Any]]:
    """Return for each forest and choice what is chosen, and what is drawn in each layout with its height."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump([{"forest": forest, "choice": choice} for forest, choice in asked], file)
        file.flush()
        done = subprocess.run(["node", DRAWER, file.name], capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
