"""How long a reader of proofs waits: nothing changed, and one question changed."""

import shutil
import tempfile
import time
from pathlib import Path

from build import ROOT, build
from measured import CHAPTER

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "node_modules", "_live", "__pycache__", ".*_cache")


def rebuild_times() -> list[dict[str, object]]:
    """Return seconds of `make book` with the environment there: unchanged, and after an edit of a question."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book"
        # A copy, so that a run which is stopped half-way leaves no edit behind.
        shutil.copytree(ROOT, book, ignore=LEFT_OUT)
        (book / "node_modules").symlink_to(ROOT / "node_modules")
        _build(book)
        unchanged, _ = _build(book)
        bank = book / "quizzes" / "bank" / f"{CHAPTER}.yml"
        marker = "Edited by the benchmark."
        bank.write_text(bank.read_text("utf-8").replace("lead_in: ", f"lead_in: {marker} ", 1), "utf-8")
        changed, log = _build(book)
        page = (book / "_build" / "html" / "book" / f"{CHAPTER}.html").read_text("utf-8")
    return [
        {"what": "rebuild, nothing changed", "value": unchanged, "unit": "s", "promise": "4 or less"},
        {"what": "rebuild, one question changed", "value": changed, "unit": "s", "promise": "5 or less"},
        {"what": "… and the change is on the page", "value": marker in page, "unit": "", "promise": "True"},
        {
            "what": "… notebooks executed for it",
            "value": log.count("Executing notebook"),
            "unit": "",
            "promise": "0",
        },
    ]


def _build(book: Path) -> tuple[float, str]:
    start = time.perf_counter()
    done = build(book)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return round(time.perf_counter() - start, 1), done.stdout + done.stderr
