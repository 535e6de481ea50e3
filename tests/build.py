"""The documented command that builds the book, for tests and benchmark alike."""

import os
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
# The script beside the interpreter: the environment that runs the tests is the one that builds.
JUPYTER_BOOK = Path(sys.executable).parent / "jupyter-book"


def build(book: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Build the book in a folder, one build at a time, warnings as errors; what it printed is in the result."""
    command: list[str | Path] = [JUPYTER_BOOK, "build", ".", "-W", "--keep-going"]
    # A copy of the book is built from its own packages, not from the installed ones.
    own = {**os.environ, "PYTHONPATH": str(book)}
    with FileLock(book / ".lock"):  # make's own
        return subprocess.run(command, cwd=book, env=own, capture_output=True, text=True, check=False)
