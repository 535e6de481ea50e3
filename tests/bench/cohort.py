"""What it costs to read a class and to analyze it: time, memory, and how both grow."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from class_files import write_banks, write_class

SIZES = (10_000, 30_000, 100_000)
"""Files in a class; each student answers 100 questions, so the largest has 10 million responses."""

STEPS = """
import json, os, sys, time
from pathlib import Path
from quizzes import cohort
source, bank = sys.argv[1], Path(sys.argv[2])
start = time.perf_counter()
read = cohort(source, bank=bank)
took = time.perf_counter() - start
work = sum(os.times()[:4])
start = time.perf_counter()
for figure in (read.items, read.options, read.mistakes, read.reliability, read.gain, read.calibration):
    figure()
analyzed = time.perf_counter() - start
start = time.perf_counter()
if len(sys.argv) > 3:
    read.write_parquet(sys.argv[3])
print(json.dumps({"read": took, "work": work, "analyzed": analyzed, "written": time.perf_counter() - start,
                  "students": read.students.height, "responses": read.responses.height}))
"""


def class_costs() -> list[dict[str, object]]:
    """Return seconds and memory for classes of three sizes, from files and from columns."""
    from quizzes.cohorts.question_tables import question_tables

    rows: list[dict[str, object]] = []
    work: dict[int, float] = {}
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as place:
        folder = Path(place)
        write_banks(folder / "banks")
        items = question_tables(folder / "banks").items
        digests = dict(zip(items["item"], items["digest"], strict=True))
        for students in SIZES:
            last = students == SIZES[-1]
            write_class(folder / "class", students, digests)  # the same students again, and more
            found, memory = _measured(folder / "class", folder / "banks", folder / "class.parquet")
            work[students] = found["work"]
            what = f"class of {students:,} files"
            rows += [
                _row(f"{what}, read", round(found["read"], 1), "s", "60 or less" if last else ""),
                _row("… processor time of all processes", round(found["work"], 1), "s"),
                _row(f"{what}, memory at the most", round(memory), "MB", "2000 or less" if last else ""),
            ]
            if found["students"] != students:
                raise RuntimeError(f"{found['students']} of {students} students were read")
        columnar, memory = _measured(folder / "class.parquet", folder / "banks")
        size = (folder / "class.parquet").stat().st_size / 1e6
    whole = columnar["read"] + columnar["analyzed"]
    smallest, *_, largest = SIZES
    growth = (work[largest] / largest) / (work[smallest] / smallest)
    return [
        *rows,
        _row("… work a file, largest to smallest class", round(growth, 2), "times", "1.25 or less"),
        _row(
            f"{columnar['responses']:,} responses in columns, read and analyzed",
            round(whole, 1),
            "s",
            "20 or less",
        ),
        _row("… of it reading", round(columnar["read"], 1), "s"),
        _row("… memory at the most", round(memory), "MB", "2000 or less"),
        _row("… the file", round(size), "MB"),
        _row("load while measuring (1 min, 5 min)", "{:.1f} {:.1f}".format(*os.getloadavg()), ""),
    ]


def _row(what: str, value: object, unit: str, promise: str = "") -> dict[str, object]:
    return {"what": what, "value": value, "unit": unit, "promise": promise}


def _measured(*arguments: Path) -> tuple[dict[str, float], float]:
    """Return what a process of its own found, and the most memory [MB] that it and its children held together."""
    command = [sys.executable, "-c", STEPS, *map(str, arguments)]
    root = Path(__file__).parents[2]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)
    most = 0.0
    while process.poll() is None:
        most = max(most, memory(process.pid))
        time.sleep(0.1)
    output = process.communicate()[0]
    if process.returncode:
        raise RuntimeError("the class could not be read")
    return json.loads(output), most


def memory(parent: int) -> float:
    """Return the memory [MB] of a process and its children; what they share counts once for each."""
    import psutil

    try:
        whole = psutil.Process(parent)
        return sum(each.memory_info().rss for each in (whole, *whole.children(recursive=True))) / 1e6
    except psutil.NoSuchProcess:
        return 0.0
