"""A folder of files that students handed in, as tables."""

import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import polars as pl

from quizzes.cohorts.question_tables import QuestionTables
from quizzes.cohorts.result_files.batches import Named, batches
from quizzes.cohorts.result_files.doubles import strangers
from quizzes.cohorts.result_files.handed_in import DAY, tidy
from quizzes.cohorts.result_files.responses import MOMENT, RESPONSES, responses, with_state
from quizzes.strings import say

FILES: dict[str, pl.DataType] = {
    "file": pl.String(),
    "student": pl.String(),
    "exported": MOMENT,
    "good": pl.Boolean(),
}
REFUSED: dict[str, pl.DataType] = {"file": pl.String(), "reason": pl.String()}


class FolderContents(NamedTuple):
    """What a folder holds: responses (with `state`), the files they came from, and what did not count.

    `beside` is how many files systems and programs left there, handed in by nobody.
    """

    responses: pl.DataFrame
    files: pl.DataFrame
    refused: pl.DataFrame
    set_aside: pl.DataFrame
    beside: int


def read_folder(folder: Path, questions: QuestionTables, *, now: datetime) -> FolderContents:
    """Return the contents of the files in a folder and in the folders below it.

    Each student counts once, with the newest export; of two from the same moment, with the first by name. A file
    that cannot be used is in `refused` with the reason, and so is a folder that may not be opened.

    Parameters
    ----------
    folder : Path
        Where the files are; one that cannot be opened is itself in `refused`.
    questions : QuestionTables
        The questions as they are now, from which `state` follows.
    now : datetime
        The present: no export can be later, unless its clock was ahead.
    """
    files: list[tuple[str, str, datetime, bool]] = []
    tables: list[pl.DataFrame] = []
    beside = 0
    paths, refused = _below(folder)
    for batch in batches(sorted(paths), now=now):
        refused += batch.refused
        beside += batch.beside
        table = with_state(batch.table, questions)
        wrong = dict(_inconsistent(table, questions, now).iter_rows())
        refused += [(batch.files[at][0], reason) for at, reason in wrong.items()]
        if wrong:
            table = table.filter(~pl.col("file").is_in(list(wrong)))
        tables.append(table.with_columns(pl.col("file") + len(files)))
        files += [(*file, at not in wrong) for at, file in enumerate(batch.files)]
    return _counted(tables, files, refused, questions, beside)


def _below(folder: Path) -> tuple[list[Named], list[tuple[str, str]]]:
    """Return every file below a folder with its relative name, and every folder that cannot be opened, and why.

    Links to folders are among the files, and not followed.
    """
    found: list[Named] = []
    closed: list[tuple[str, str]] = []

    def named(path: Path) -> str:
        # A name that is not text must not stop the report that mentions it.
        return tidy(os.fsencode(path.relative_to(folder)).decode("utf-8", "replace"))

    def tell(error: OSError) -> None:
        closed.append((named(Path(error.filename)), say("class_is_closed", why=error.strerror)))

    for place, folders, files in os.walk(folder, onerror=tell):
        here = Path(place)
        links = [each for each in folders if _is_link(here / each)]
        found += [(named(here / each), here / each) for each in (*files, *links)]
    return found, closed


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # its name is too long; nobody can open it either
        return False


def _inconsistent(table: pl.DataFrame, questions: QuestionTables, now: datetime) -> pl.DataFrame:
    """Return (file, reason) for the first impossible answer in each file.

    Answers are graded by the front end alone. A single best answer has one key, against which a score that was
    edited by hand shows.
    """
    keys = questions.items.select("item", "key")
    only = pl.col("chosen").list.len() == 1
    right = only & (pl.col("chosen").list.first() == pl.col("key"))
    marked = (pl.col("state") == "current") & pl.col("key").is_not_null() & pl.col("score").is_not_null()
    reason = (
        pl.when(pl.col("at") > now + DAY)
        .then(pl.lit(say("class_fault_future")))
        .when(~pl.col("checked") & pl.col("score").is_not_null())
        .then(pl.lit(say("class_fault_unchecked")))
        .when(marked & (pl.col("score") != right.cast(pl.Float64)))
        .then(pl.lit(say("class_fault_unearned")))
    )
    return (
        table.lazy()
        .join(keys.lazy(), on="item", how="left", maintain_order="left")
        .select("file", "item", reason=reason)
        .filter(pl.col("reason").is_not_null())
        .group_by("file", maintain_order=True)
        .first()
        .select("file", pl.format(say("class_fault", place="answers.{}", fault="{}"), "item", "reason"))
        .collect()
    )


def _counted(
    tables: list[pl.DataFrame],
    files: list[tuple[str, str, datetime, bool]],
    refused: list[tuple[str, str]],
    questions: QuestionTables,
    beside: int,
) -> FolderContents:
    """Return the tables of the files that count: neither refused nor older than another of the same student."""
    rows = pl.DataFrame(files, schema=FILES, orient="row").with_row_index("number")
    good = rows.filter("good").sort("exported", "number", descending=[True, False])
    counted = good.unique("student", keep="first", maintain_order=True)
    newest = counted.select("student", newer="file", kept="number", made="exported")
    older = good.join(newest, on="student").filter(pl.col("number") != pl.col("kept"))
    reason = (
        pl.when("stranger")
        .then(pl.format(say("class_is_stranger", newer="{}"), "newer"))
        .when(pl.col("exported") == pl.col("made"))
        .then(pl.format(say("class_is_copy", newer="{}"), "newer"))
        .otherwise(pl.format(say("class_is_older", newer="{}"), "newer"))
    )
    others: list[int] = []
    if older.height:
        numbers, doubled = older["number"].implode(), pl.concat([older["number"], older["kept"]]).implode()
        others = strangers(
            pl.concat([table.filter(pl.col("file").is_in(doubled)) for table in tables]), older
        )
        tables = [table.filter(~pl.col("file").is_in(numbers)) for table in tables]
    older = older.with_columns(stranger=pl.col("number").is_in(others))
    found = pl.concat(tables) if tables else with_state(responses([]), questions)
    return FolderContents(
        found.select(*RESPONSES, "state"),
        counted.sort("number").select("student", "file", "exported"),
        pl.DataFrame(refused, schema=REFUSED, orient="row").sort("file"),
        older.select("file", "student", "newer", "stranger", reason=reason).sort("file"),
        beside,
    )
