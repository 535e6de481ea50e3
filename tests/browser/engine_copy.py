"""A copy of the engine with the small book, to be changed: another catalog, another kind."""

import os
import subprocess
import sys
from pathlib import Path

from small_book import bundle, put_together

__all__ = ["bundle", "put_together", "python"]


def python(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the packages of a copy."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, env=environment, check=False
    )
