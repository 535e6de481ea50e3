"""What it costs to analyze a class in Python, in DuckDB and in Spark: time and memory, and how both grow.

The answers are made, with a fixed seed; what the queries find has to be what Python finds, or nothing is measured.
Spark is measured where `make spark` has set it up.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from class_files import OPTIONS, SEED, write_banks

from agreement import disagreements
from cohort import memory
from warehouse import QUERIES

if TYPE_CHECKING:
    import numpy as np
    import polars as pl

    from quizzes.cohorts.question_tables import QuestionTables

ROOT = Path(__file__).parents[2]
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
"""Answers; each student gave 90, and left 10 questions out."""
TESTS = ("index", "final-test")
GIVEN = 90

IN_PYTHON = """
import sys, time
from pathlib import Path
from agreement import python
from quizzes.cohorts.cohort import cohort
folder = Path(sys.argv[1])
start = time.perf_counter()
tables = python(cohort(folder / "responses.parquet", bank=folder / "banks"), *sys.argv[2:])
(folder / "python.seconds").write_text(str(time.perf_counter() - start))
for name, table in tables.items():
    table.write_ipc(folder / f"{name}.arrow")
"""


def costs_by_engine() -> list[dict[str, object]]:
    """Return seconds and memory of each engine for each size."""
    spark = ROOT / "_build" / "spark" / "bin" / "python"
    warehouse = ROOT / "tests" / "sql" / "warehouse.py"
    rows = []
    for answers in SIZES:
        with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as place:
            folder = Path(place)
            _write_tables(folder, answers)
            rows += _cost(f"{answers:,} answers, Python", [sys.executable, "-c", IN_PYTHON, folder, *TESTS])
            for engine, python in (("duckdb", sys.executable), ("spark", spark)):
                if Path(python).exists():
                    name = {"duckdb": "DuckDB", "spark": "Spark"}[engine]
                    rows += _cost(f"{answers:,} answers, {name}", [python, warehouse, engine, folder])
                    _agree(folder, engine)
    return rows


def _cost(what: str, command: Sequence[str | Path]) -> list[dict[str, object]]:
    """Return the seconds of a command, start of its program included, and the most memory it and its children held."""
    places = (ROOT, ROOT / "tests" / "sql")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, places))}
    start, most = time.perf_counter(), 0.0
    process = subprocess.Popen([*map(str, command)], env=environment, cwd=ROOT)
    while process.poll() is None:
        most = max(most, memory(process.pid))
        time.sleep(0.1)
    took = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{what}: ended with {process.returncode}")
    return [
        {"what": what, "value": round(took, 1), "unit": "s", "promise": ""},
        {"what": "… memory at the most", "value": round(most), "unit": "MB", "promise": ""},
    ]


def _agree(folder: Path, engine: str) -> None:
    import polars as pl

    found = json.loads((folder / f"{engine}.json").read_text("utf-8"))["rows"]
    for name in QUERIES:
        table = pl.read_ipc(folder / f"{name}.arrow")
        differences = disagreements(name, found[name], table)
        if differences:
            raise RuntimeError(f"{engine} differs {len(differences)} times, first: {differences[0]}")


def _write_tables(folder: Path, answers: int) -> None:
    """Write banks and the tables of a class that gave so many answers."""
    from quizzes.cohorts.cohort import cohort
    from quizzes.cohorts.question_tables import question_tables

    write_banks(folder / "banks")
    made = folder / "made.parquet"
    _made_up(question_tables(folder / "banks"), answers).write_parquet(made)
    cohort(made, bank=folder / "banks").write_tables(folder, *TESTS)
    made.unlink()


def _made_up(questions: "QuestionTables", answers: int) -> "pl.DataFrame":
    """Return responses of students who differ in what they know; in one bank an answer may earn a part."""
    import numpy as np
    import polars as pl

    from quizzes.cohorts.result_files.responses import RESPONSES

    chance = np.random.default_rng(SEED)
    items = questions.items.height
    students = answers // GIVEN + 1
    asked = np.argsort(chance.random((students, items), dtype=np.float32), axis=1)[:, :GIVEN]
    item = np.sort(asked.astype(np.uint8), axis=1).ravel()[:answers]
    student = np.repeat(np.arange(students, dtype=np.uint32), GIVEN)[:answers]
    score, pick = _earned(
        chance, student, item, partly=(questions.items["bank"] == "chapter-three").to_numpy()
    )
    certainty = chance.integers(0, 4, answers, dtype=np.int8)
    ids, digests = (questions.items[name].cast(pl.String).gather(item) for name in ("item", "digest"))
    picks = pl.Series(
        [[OPTIONS[0]], *([one] for one in OPTIONS[1:]), OPTIONS[:2], []], dtype=RESPONSES["chosen"]
    )
    names = pl.Series([f"Student {number}" for number in range(students)]).cast(pl.Categorical())
    at = np.full(answers, 1_769_860_800_000) - chance.integers(0, 10**9, answers)
    columns = {
        "student": names.gather(student), "item": ids, "digest": digests, "chosen": picks.gather(pick),
        "checked": pl.repeat(True, answers, eager=True), "score": score, "certainty": certainty,
        "hints": pl.repeat(0, answers, eager=True), "flagged": pl.repeat(False, answers, eager=True), "at": at,
        "ms": chance.integers(4_000, 90_000, answers),
    }  # fmt: skip
    return pl.DataFrame(columns).cast(RESPONSES)  # type: ignore[arg-type]


def _earned(
    chance: "np.random.Generator", student: Any, item: Any, *, partly: Any
) -> tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]:
    """Return the score of each answer, and which of the picks it was: the right one is the first."""
    import numpy as np

    able = chance.normal(size=int(student[-1]) + 1)[student]
    luck = able + 0.1 * (item % 20.0 - 10) + chance.logistic(size=len(item))
    whole = (luck > 0).astype(float)
    parts = np.array([0, 1 / 3, 1 / 2, 2 / 3, 1])[np.clip(luck + 2, 0, 4).astype(int)]
    score = np.where(partly[item], parts, whole)
    return score, np.where(score == 1, 0, chance.integers(1, 6, len(item)))
