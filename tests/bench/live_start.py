"""What an educator waits for: the size of Binder's environment, and the time until JupyterLab serves a chapter."""

import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median
from urllib.error import URLError

from binder import image
from educator import TOKEN, Lab

from measured import CHAPTER

STARTS = 5


def live_start() -> list[dict[str, object]]:
    """Return the size of the environment and of the repository's copy, and the median of some starts."""
    made = image()
    starts = [_start(made) for _ in range(STARTS)]
    return [
        {"what": "environment that Binder installs, unpacked", "value": _megabytes(made.venv), "unit": "MB"},
        {
            "what": "the repository in it, front end and notebooks made",
            "value": _megabytes(made.root),
            "unit": "MB",
        },
        {
            "what": f"from starting JupyterLab to a chapter served, median of {STARTS}",
            "value": round(median(starts), 1),
            "unit": "s",
        },
    ]


def _start(made) -> float:
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        lab = Lab(Path(folder), made, made.root)
        try:
            address = f"{lab.address}api/contents/_live/{CHAPTER}.ipynb?token={TOKEN}"
            while not _serves(address):
                time.sleep(0.05)
            return time.perf_counter() - begun
        finally:
            lab.stop()


def _serves(address: str) -> bool:
    try:
        with urllib.request.urlopen(address) as answer:
            return bool(answer.read())
    except URLError:  # its address is told before it listens
        return False


def _megabytes(folder: Path) -> int:
    said = subprocess.run(["du", "-sm", folder], capture_output=True, text=True, check=True).stdout
    return int(said.split()[0])
