"""A copy of the engine of the questions, to be changed: another catalogue, another kind."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from build import ROOT


def copied(folder: Path) -> Path:
    """Put the packages' code, without what is built, into a folder."""
    leave = shutil.ignore_patterns("_bundle", "__pycache__")
    shutil.copytree(ROOT / "quizzes", folder / "quizzes", ignore=leave)
    shutil.copytree(ROOT / "outcomes", folder / "outcomes", ignore=leave)
    for name in ("bundle.js", "package.json"):
        shutil.copy(ROOT / name, folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


def bundle(folder: Path) -> None:
    """Bundle the front end of a copy."""
    subprocess.run(["node", "bundle.js"], cwd=folder, check=True, capture_output=True)


def python(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the packages of a copy."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, env=environment, check=False
    )
