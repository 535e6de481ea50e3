"""Ten students sign in to a JupyterHub at once, and each runs the same chapter from top to bottom.

Run it with `make hub`. It is no part of `make test`: it needs a hub and a proxy that nothing else of the course needs,
and twenty processes that start at once keep two cores busy for minutes. What it measures goes to `_build/hub.json`.
"""

import json
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
import yaml

from _ext.live.copy import live_notebook
from build import ROOT
from hub import Hub, Memory
from measured import CHAPTER
from student import Student

STUDENTS = [f"student-{number}" for number in range(1, 11)]
PLOTLY = "application/vnd.plotly.v1+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
UNITS = {"M": 2**20, "G": 2**30}


@dataclass
class Class:
    """What the students did, what their servers hold, and how long all of it took [s]."""

    students: list[Student]
    held: dict[str, Memory]
    took: float


@pytest.fixture(scope="module")
def chapter():
    return live_notebook(ROOT / "book" / f"{CHAPTER}.md")


@pytest.fixture(scope="module")
def lesson(chapter, tmp_path_factory) -> Class:
    """The class, once everybody has run the chapter and nobody has left."""
    hub = Hub(tmp_path_factory.mktemp("hub"))
    try:
        before = time.perf_counter()
        with ThreadPoolExecutor(len(STUDENTS)) as room:
            students = list(
                room.map(lambda name: Student(name, hub).attend(chapter, f"{CHAPTER}.ipynb"), STUDENTS)
            )
        took = time.perf_counter() - before
        lesson = Class(students, hub.memory(), took)
    finally:
        hub.stop()
    _report(lesson)
    return lesson


def _report(lesson: Class) -> None:
    servers = [lesson.held[name] for name in STUDENTS]
    rows = {
        "students at once": len(lesson.students),
        "memory of a student's own, server and kernel, median [MB, USS]": _median(m.own for m in servers),
        "memory of a student's own, most [MB, USS]": round(max(m.own for m in servers)),
        "memory of a student with a share of what all use, median [MB, PSS]": _median(
            m.share for m in servers
        ),
        "memory of hub and proxy [MB, PSS]": round(lesson.held["hub"].share),
        "memory of the whole class [MB, PSS]": round(sum(m.share for m in lesson.held.values())),
        "server ready after, median [s]": _median(s.started_in for s in lesson.students),
        "chapter run in, median [s]": _median(s.ran_in for s in lesson.students),
        "everybody done after [s]": round(lesson.took),
    }
    (ROOT / "_build" / "hub.json").write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    print("", *(f"{what}: {value}" for what, value in rows.items()), sep="\n")


def _median(values: Iterator[float]) -> int:
    return round(statistics.median(values))


def test_every_student_runs_every_cell_without_an_error(lesson, chapter):
    cells = sum(cell.cell_type == "code" for cell in chapter.cells)
    assert [student.errors for student in lesson.students] == [[]] * len(STUDENTS)
    assert [student.cells_run for student in lesson.students] == [cells] * len(STUDENTS)


def test_every_student_sees_the_charts_and_the_questions(lesson):
    first = lesson.students[0].kinds_shown
    assert PLOTLY in first
    assert WIDGET in first
    assert [student.kinds_shown for student in lesson.students] == [first] * len(STUDENTS)


def test_a_student_fits_into_what_the_values_for_kubernetes_grant(lesson):
    granted = yaml.safe_load((ROOT / "deploy" / "jupyterhub-values.yaml").read_text("utf-8"))
    memory = granted["singleuser"]["memory"]
    guarantee, limit = (
        int(memory[name][:-1]) * UNITS[memory[name][-1]] / 1e6 for name in ("guarantee", "limit")
    )
    most = max(lesson.held[name].own for name in STUDENTS)
    # In a pod nothing is shared with other students: what a server would hold alone is below the limit with room.
    assert most < guarantee
    assert 2 * most < limit
