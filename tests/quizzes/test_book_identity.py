"""A book's answers stay its own: its name stands in `course.yml`, and all that is kept or handed in follows it."""

import json
import shutil
import subprocess
from datetime import UTC, datetime

import pytest

from build import ROOT
from course import course
from quizzes.cohorts.result_files import handed_in

BOOK = course().identity
PLACES = ("course", "quizzes", "outcomes", "records", "book/_ext", "book/_theme")
CODE = {".py", ".js", ".json", ".html"}
TELL = """const { KEY, OLD_KEY, BOOK, nothing } = await import("./quizzes/frontend/record/record.js");
const { written } = await import("./quizzes/frontend/record/transfer.js");
console.log(JSON.stringify([BOOK, KEY, OLD_KEY, JSON.parse(written(nothing(), 0)).format]));"""

WRITE = """const { nothing } = await import("./quizzes/frontend/record/record.js");
const { written } = await import("./quizzes/frontend/record/transfer.js");
console.log(written(nothing(), Date.UTC(2026, 0, 31)));"""


def test_of_what_is_code_the_name_stands_only_in_what_is_made_from_course_yml():
    files = (path for place in PLACES for path in (ROOT / place).rglob("*") if path.suffix in CODE)
    named = [path for path in files if "_bundle" not in path.parts and BOOK in path.read_text("utf-8")]
    assert named == [ROOT / "quizzes" / "book.json"]


@pytest.mark.parametrize("name", [BOOK, "another-course"])
def test_the_front_end_keeps_and_exports_under_the_name(name, tmp_path):
    shutil.copytree(ROOT / "quizzes" / "frontend", tmp_path / "quizzes" / "frontend")
    (tmp_path / "quizzes" / "book.json").write_text(json.dumps({"book": name}), "utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    told = subprocess.run(
        ["node", "--input-type=module", "--eval", TELL], cwd=tmp_path, check=True, capture_output=True
    )
    assert json.loads(told.stdout) == [name, f"{name}.v2", f"{name}.v1", f"{name}-results"]


def test_python_reads_what_the_front_end_exports(tmp_path):
    wrote = subprocess.run(
        ["node", "--input-type=module", "--eval", WRITE], cwd=ROOT, check=True, capture_output=True, text=True
    )
    exported = tmp_path / "results.json"
    exported.write_text(wrote.stdout, "utf-8")
    assert handed_in.read(exported, now=datetime(2026, 2, 1, tzinfo=UTC)).exported.year == 2026
