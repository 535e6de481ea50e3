"""The queries in DuckDB find in a class what Python finds; `make spark` asks the same of Spark (`in_spark.py`)."""

import json
import sys
from pathlib import Path

import duckdb
import pytest
from class_room import EXPORTED
from scipy.stats import t

from agreement import disagreements, python
from edge_cases import CLASSES, TESTS, write_class
from quizzes.__main__ import main
from warehouse import QUERIES, in_duckdb


@pytest.fixture(scope="module", params=CLASSES)
def class_(request, tmp_path_factory):
    """A class, as Python's tables and as the rows of the queries."""
    folder = tmp_path_factory.mktemp("class")
    return python(write_class(folder, request.param), *TESTS), in_duckdb(folder)


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_finds_what_python_finds(class_, name):
    tables, rows = class_
    assert disagreements(name, rows[name], tables[name]) == []


@pytest.mark.parametrize("class_", ["everything"], indirect=True)
def test_the_interval_of_a_gain_follows_from_what_the_query_gives(class_):
    tables, rows = class_
    for row, theirs in zip(rows["gain"], tables["gain"].iter_rows(named=True), strict=True):
        half = t.ppf(0.975, row["students"] - 1) * row["sd"] / row["students"] ** 0.5
        limits = (row["gain"] - half, row["gain"] + half)
        assert limits == pytest.approx((theirs["low"], theirs["high"]), abs=1e-9)


def command(monkeypatch, folder: Path, *arguments: Path | str) -> int:
    given = ["quizzes", "parquet", folder / "class", "--bank", folder / "banks", *arguments]
    monkeypatch.setattr(sys, "argv", [*map(str, given)])
    return main()


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """The files of a class whose banks name no evidence that the course does not have."""
    write_class(tmp_path, "everything")
    (tmp_path / "banks" / "every-kind.yml").unlink()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_writes_the_tables_of_a_class_and_writes_them_again(folder, monkeypatch, capsys):
    files = [json.loads(file.read_text("utf-8")) for file in (folder / "class").iterdir()]
    newest = {file["pseudonym"]: file["answers"] for file in files if file["exported"] == EXPORTED}
    answers = sum(map(len, newest.values()))
    (folder / "class" / "notes.txt").write_text("Dear professor,")
    for _ in range(2):
        assert command(monkeypatch, folder) == 0
        out, err = capsys.readouterr()
        assert (
            out
            == f"quizzes: students {len(newest)}, answers {answers}, files refused 1; written to class-tables\n"
        )
        assert err.startswith("notes.txt: ")
    (written,) = duckdb.sql("SELECT count(*) FROM 'class-tables/responses.parquet'").fetchall()
    assert written == (answers,)


def test_the_command_leaves_a_folder_with_other_files_as_it_is(folder, monkeypatch, capsys):
    before = sorted(folder.iterdir())
    assert command(monkeypatch, folder, "-o", folder) == 1
    assert "holds other files, so it is left as it is: name a new folder" in capsys.readouterr().err
    assert sorted(folder.iterdir()) == before
