"""A class written as columns is read again as the same class, by this course and by any database."""

import polars as pl
import pytest
from class_room import FLAGS, SKY, answer, hand_in, result_file

from quizzes.cohorts.cohort import NoCohort


def test_what_is_written_as_columns_is_read_again_as_the_same_class(tmp_path, read, known):
    answers = {SKY: answer(known[SKY]), FLAGS: answer(known[FLAGS], ["blue", "red"], 2 / 3, certainty=2)}
    hand_in(tmp_path, "class/kim.json", result_file(answers))
    hand_in(tmp_path, "class/lee.json", result_file({SKY: answer("0" * 12)}, "Lee"))
    found = read(tmp_path / "class")
    found.write_parquet(tmp_path / "class.parquet")
    again = read(tmp_path / "class.parquet")
    assert again.responses.equals(found.responses)
    assert again.students.drop("file", "exported").equals(found.students.drop("file", "exported"))


def test_columns_are_plain_ones_that_any_database_reads(tmp_path, read, sky):
    hand_in(tmp_path, "class/kim.json", result_file(sky))
    read(tmp_path / "class").write_parquet(tmp_path / "class.parquet")
    plain = pl.read_parquet_schema(tmp_path / "class.parquet")
    assert list(plain) == [
        "student", "item", "digest", "chosen", "checked", "score", "certainty", "hints", "flagged", "at", "ms",
    ]  # fmt: skip
    table = pl.read_parquet(tmp_path / "class.parquet").cast({"student": pl.String, "item": pl.String})
    table.write_parquet(tmp_path / "other.parquet")  # as a database would, without categories
    assert read(tmp_path / "other.parquet").students["student"].to_list() == ["Kim"]


@pytest.mark.parametrize("content", [b"", b"PAR1", b"no table"])
def test_columns_that_are_none_are_refused_with_the_name(tmp_path, read, content):
    (tmp_path / "bad.parquet").write_bytes(content)
    with pytest.raises(NoCohort, match=r"bad\.parquet: cannot be read as a table of responses"):
        read(tmp_path / "bad.parquet")


WRONG = {
    "student": (pl.lit(None, pl.String), "student: is empty somewhere"),
    "chosen": (pl.lit([None], pl.List(pl.String)), "chosen: holds what no result file may say"),
    "score": (pl.lit(float("nan")), "score: holds what no result file may say"),
    "checked": (pl.lit(value=False), "score: holds what no result file may say"),
    "certainty": (pl.lit(4), "certainty: holds what no result file may say"),
    "hints": (pl.lit(-1), "hints: holds what no result file may say"),
    "ms": (pl.lit(-1), "ms: holds what no result file may say"),
}


@pytest.mark.parametrize("column", WRONG)
def test_a_value_that_no_result_file_may_hold_is_refused_with_its_column(tmp_path, read, sky, column):
    hand_in(tmp_path, "class/kim.json", result_file(sky))
    value, why = WRONG[column]
    table = read(tmp_path / "class").responses.drop("state").with_columns(value.alias(column))
    table.write_parquet(tmp_path / "class.parquet")
    with pytest.raises(NoCohort, match=f"class.parquet: {why}$"):
        read(tmp_path / "class.parquet")


def test_nobody_answers_twice_where_several_classes_are_read_as_one(tmp_path, read, sky):
    for name in ("one", "other"):
        hand_in(tmp_path, f"{name}/kim.json", result_file(sky))
        read(tmp_path / name).write_parquet(tmp_path / f"{name}.parquet")
    with pytest.raises(
        NoCohort, match=f"student 'Kim' answers '{SKY}' twice: .* two people have one pseudonym"
    ):
        read(tmp_path / "*.parquet")
