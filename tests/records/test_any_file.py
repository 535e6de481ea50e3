"""Whatever a file holds, its reader returns what is sound or says in words what is wrong, soon and in little memory.

The suite tries some dozens of each sort. `RUNS=10000 python -m pytest tests/records/test_any_file.py -n 1` tries ten
thousand, in an address space that `ulimit -v` may bound.
"""

import json
import os
import random
import resource
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import polars as pl
import pytest
from class_room import answer, result_file
from evidence_folder import FILES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sphinx.errors import ExtensionError

from _ext.home.paths import load_paths
from _ext.search.synonyms import load_synonyms
from _ext.site import edition
from course import load_course
from course.engine import LOCK, Lock
from outcomes import load_ledger
from quizzes.authoring.load import load_banks
from quizzes.cohorts.cohort import NoCohort, cohort
from quizzes.cohorts.result_files.handed_in import FileRefused, read
from quizzes.cohorts.result_files.responses import RESPONSES
from quizzes.export import changes
from records.faults import Refused

RUNS = int(os.environ.get("RUNS", "60"))
SECONDS = 30
"""Of processor time for one file; by hand the slowest of 10,000 took a tenth of it."""

MEGABYTES = 256
"""By how much memory may grow over all files of a reader."""

SIGNS = (
    *"[]{},:-?&*!|>'\"%@`#~=<.\t\n\r \x00\x07\x85\xa0\ufeff\u2028\u202e\u00e9\U0001d4b3",
    "\n", "\n  ", "- ", ": ", "? ", "<<: ", "&a ", "*a", "!!int ", "!!bool x", "!!timestamp ", "!!float ''",
    "!!python/name:os ", "%TAG ! x\n", "---\n", "...\n", "0x", "57:01", "no", "2024-02-31", ".nan", "1e999", "~",
    '"\\beta"', '"\\UFFFFFFFF"', "[" * 3000, "{a: " * 3000, "- " * 3000, "9" * 3000, "a: 1\n" * 3000, "\n" * 3000,
    "<script>", "{ev}`", "\\",
)  # fmt: skip
"""What a hand or a program may put anywhere in a file."""

ROOT = Path(__file__).parents[2]
BANK = (ROOT / "tests/quizzes/banks/example-chapter.yml").read_text("utf-8")
KINDS = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "quizzes/kinds").glob("*/example.yml")))
COURSE = (ROOT / "tests/small/course.yml").read_text("utf-8")
PATHS = (ROOT / "tests/small/book/paths.yml").read_text("utf-8")
SYNONYMS = "same:\n- [marble thumb, MARB]\n- [x-ray, radiograph, plain film]\n"
CITATION = (
    'cff-version: 1.2.0\ntitle: Thumbs\nversion: 1.2.0\ndate-released: "2026-01-02"\nlicense: [CC-BY-4.0]\n'
)
CHANGED = json.dumps(
    {f"q-{at}": ["0123456789ab", f"2026-01-0{at}T12:00:00Z"] for at in range(1, 9)}, indent=1
)
ENGINE = json.dumps({"source": "../engine", "commit": "0" * 40, "files": {"a.py": "0" * 16}}, indent=2)


def cite(name: str) -> SimpleNamespace:
    """Know whatever is asked for."""
    return SimpleNamespace(id=name, text="62%", title="A share", detail="In all.", source="Nobody 2020")


@st.composite
def spoiled(draw, text: str | bytes) -> bytes:
    """A file with pieces put in, taken out, doubled or exchanged, maybe in another encoding, or any bytes at all."""
    if draw(st.integers(0, 19)) == 0:
        return draw(st.binary(max_size=200))
    chance = random.Random(draw(st.integers(0, 2**32)))
    if isinstance(text, bytes):
        return with_other_bytes(text, chance)
    for _ in range(draw(st.integers(1, 4))):
        at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        to = min(to, at + chance.randrange(40))
        how = chance.randrange(4)
        piece = chance.choice(SIGNS) if how < 2 else text[at:to] * (how - 2) * 2
        text = text[:at] + piece + text[at if how == 0 else to :]
    return text.encode(chance.choice(["utf-8"] * 8 + ["utf-16", "utf-8-sig"]), "surrogatepass")


def with_other_bytes(data: bytes, chance: random.Random) -> bytes:
    """A file with some bytes put in, taken out or exchanged, at its end above all, where Parquet says what it holds."""
    for _ in range(chance.randint(1, 4)):
        end = len(data) if chance.random() < 0.5 else min(len(data), 1200)
        at = len(data) - chance.randrange(end + 1)
        piece = chance.randbytes(chance.randrange(20))
        data = data[:at] + piece + data[at + chance.choice([0, 1, len(piece), chance.randrange(30)]) :]
    return data


def banks(folder: Path, data: bytes) -> object:
    (folder / "example-chapter.yml").write_bytes(data)
    return load_banks(folder, cite=cite)


def ledger(name: str) -> Callable[[Path, bytes], object]:
    def load(folder: Path, data: bytes) -> object:
        for other, text in FILES.items():
            path = folder / other
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        (folder / name).write_bytes(data)
        return load_ledger(folder)

    return load


def course(folder: Path, data: bytes) -> object:
    (folder / "_toc.yml").write_text("root: book/index\n", "utf-8")
    (folder / "course.yml").write_bytes(data)
    return load_course(folder)


def result(folder: Path, data: bytes) -> object:
    (folder / "kim.json").write_bytes(data)
    try:
        return read(folder / "kim.json", now=datetime.now(UTC))
    except FileRefused as why:
        raise Refused([str(why)]) from None


def build(load: Callable[[Path], object], name: str) -> Callable[[Path, bytes], object]:
    """What the build reads, which tells faults in Sphinx's own error."""

    def read_it(folder: Path, data: bytes) -> object:
        (folder / name).write_bytes(data)
        try:
            return load(folder / name)
        except ExtensionError as why:
            raise Refused(str(why).splitlines()) from None

    return read_it


def cited(path: Path) -> object:
    with patch.object(edition, "CITATION", path):
        return edition.edition()


def changed(folder: Path, data: bytes) -> object:
    (folder / changes.FILE).write_bytes(data)
    return changes.newest(folder)


def engine(folder: Path, data: bytes) -> object:
    (folder / LOCK).write_bytes(data)
    return Lock.read(folder)


def columns(folder: Path, data: bytes) -> object:
    (folder / "class.parquet").write_bytes(data)
    try:
        return cohort(folder / "class.parquet", bank=ROOT / "tests/quizzes/banks", cite=cite).report()
    except NoCohort as why:
        raise Refused([str(why)]) from None


def a_class() -> bytes:
    """Twenty answers of two students, as columns."""
    twenty = range(20)
    table = pl.DataFrame(
        {
            "student": ["Kim", "Lee"] * 10,
            "item": [f"q-{at // 2}" for at in twenty],
            "digest": ["0123456789ab"] * 20,
            "chosen": [["a", "b"]] * 20,
            "checked": [True] * 20,
            "score": [0.5] * 20,
            **{name: [1] * 20 for name in ("certainty", "hints", "ms")},
            "flagged": [False] * 20,
            "at": [datetime(2026, 1, 1, tzinfo=UTC)] * 20,
        },
    )
    written = BytesIO()
    table.cast(pl.Schema(RESPONSES)).write_parquet(written)
    return written.getvalue()


def results() -> str:
    return json.dumps(
        result_file({"sky": answer("0123456789ab"), "flags": answer("0123456789ab", ["a", "b"], 0.5)})
    )


READERS: dict[str, tuple[str | bytes, Callable[[Path, bytes], object]]] = {
    "a bank": (BANK, banks),
    "every kind of question": (KINDS, banks),
    **{name: (text, ledger(name)) for name, text in FILES.items() if isinstance(text, str)},
    "course.yml": (COURSE, course),
    "a result file": (results(), result),
    "paths.yml": (PATHS, build(load_paths, "paths.yml")),
    "synonyms.yml": (SYNONYMS, build(load_synonyms, "synonyms.yml")),
    "CITATION.cff": (CITATION, build(cited, "CITATION.cff")),
    "changed.json": (CHANGED, changed),
    "the engine's lock": (ENGINE, engine),
    "a class as columns": (a_class(), columns),
}
"""Of each file that somebody else wrote, a sound one, and what reads it."""


@pytest.mark.parametrize("name", READERS)
def test_a_file_is_read_or_told_in_words_soon_and_in_little_memory(name, tmp_path_factory):
    text, load = READERS[name]
    folder = tmp_path_factory.mktemp("any")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    slowest = 0.0
    told: list[str] = []

    @settings(max_examples=RUNS, database=None, suppress_health_check=list(HealthCheck))
    @given(spoiled(text))
    def one(data: bytes) -> None:
        nonlocal slowest
        begun = time.process_time()
        try:
            found = load(folder, data)
        except Refused as refused:
            found = refused.faults
            told.extend(refused.faults or [""])
        assert found is not None
        slowest = max(slowest, time.process_time() - begun)

    one()
    assert [what for what in told if not what.strip() or len(what.splitlines()) != 1] == []
    assert slowest < SECONDS
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MEGABYTES
    if "RUNS" in os.environ:
        print(f"{name}: the slowest of {RUNS:,} took {slowest:.2f} s")
