"""A class: what its students handed in, as tables, and what the tables show."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import polars as pl

from course import course
from quizzes.authoring.load import BANK
from quizzes.cohorts.findings import Findings
from quizzes.cohorts.question_tables import QuestionTables, question_tables
from quizzes.cohorts.report import pictures, report
from quizzes.cohorts.report.pictures import Picture
from quizzes.cohorts.result_files.doubles import alike, one_record
from quizzes.cohorts.result_files.folder import FolderContents, read_folder
from quizzes.cohorts.result_files.responses import RESPONSES, amiss, with_state
from quizzes.evidence import Cite

COLUMNAR = ".parquet"
TABLES = RESPONSES_FILE, ITEMS_FILE, OPTIONS_FILE = "responses.parquet", "items.parquet", "options.parquet"
"""The files that `write_tables` writes."""


class NoCohort(Exception):
    """There is no class to read at the given place; the text says what to do."""


@dataclass(frozen=True, repr=False)
class Cohort:
    """A class. Its tables are ordinary polars data frames; its figures are worked out on request.

    Attributes
    ----------
    responses : polars.DataFrame
        One row per student and question: `student`, `item`, `digest`, `chosen`, `checked`, `score` (0..1, null until
        checked), `certainty` (1..3, 0 if not said), `hints` taken, `flagged`, `at` (time of the last change),
        `ms` it took, and `state`: whether the question is `current`, has `changed` since or is `gone`.
    students : polars.DataFrame
        One row per student: `student`, `file`, `exported`, how many answers were `checked`, and how many of all
        went to questions that `changed` or are `gone`.
    refused : polars.DataFrame
        Every file that could not be used: `file`, `reason`.
    set_aside : polars.DataFrame
        Every good file that did not count because its student exported a newer one: `file`, `student`,
        the `newer` file, whether it may be a `stranger`'s, since the two share no answer, and `reason`.
    beside : int
        How many files systems and programs left in the folder, handed in by nobody.
    """

    responses: pl.DataFrame
    students: pl.DataFrame
    refused: pl.DataFrame
    set_aside: pl.DataFrame
    questions: QuestionTables = field(compare=False)
    beside: int = 0

    @cached_property
    def scored(self) -> pl.DataFrame:
        """What every figure is worked out from: checked answers with a score, to questions as they are now."""
        about = self.questions.items.select("item", "bank", "objective")
        return (
            self.responses.lazy()
            .filter(pl.col("checked") & pl.col("score").is_not_null() & (pl.col("state") == "current"))
            .select("student", "item", "score", "certainty")
            .join(about.lazy(), on="item", how="left")
            .collect()
        )

    def unusable(self) -> pl.DataFrame:
        """Return answers to questions that changed or are gone: `item`, `state`, how many `students` gave one."""
        return (
            self.responses.lazy()
            .filter(pl.col("state") != "current")
            .group_by("item", "state")
            .agg(students=pl.len())
            .with_columns(pl.col("item", "state").cast(pl.String))
            .sort("item", "state")
            .collect()
        )

    def alike(self) -> pl.Series:
        """Return pseudonyms that look the same, as one list per student they may stand for (`doubles.alike`)."""
        return pl.Series("student", alike(self.students["student"]), dtype=pl.List(pl.String))

    def one_record(self) -> pl.Series:
        """Return pseudonyms whose first answers are the same, as one list per record (`doubles.one_record`)."""
        return pl.Series("student", one_record(self.responses), dtype=pl.List(pl.String))

    def items(self) -> pl.DataFrame:
        """Return one row per question: how easy it was, and how well it discriminates (`item_analysis.items`)."""
        from quizzes.cohorts.analysis.item_analysis import items

        return items(self.scored, self.questions)

    def options(self) -> pl.DataFrame:
        """Return one row per option: how often it was picked, and by whom (`item_analysis.options`)."""
        from quizzes.cohorts.analysis.item_analysis import options

        return options(self.responses, self.questions)

    def mistakes(self) -> pl.DataFrame:
        """Return the commonest wrong answers to questions without options (`item_analysis.mistakes`)."""
        from quizzes.cohorts.analysis.item_analysis import mistakes

        return mistakes(self.responses, self.questions)

    def reliability(self) -> pl.DataFrame:
        """Return one row per bank: KR-20 or alpha, with its interval (`reliability.reliability`)."""
        from quizzes.cohorts.analysis.reliability import reliability

        return reliability(self.scored)

    def gain(self, before: str | None = None, after: str | None = None) -> pl.DataFrame:
        """Return what was learned between two tests, over all and for each objective (`gain.gain`).

        They are the pre-test and the final test of `course.yml` unless others are named; of none, nothing is learned.
        """
        from quizzes.cohorts.analysis.gain import gain

        first, second = self._tests(before, after)
        return gain(self.scored, self.questions, before=first, after=second)

    def calibration(self) -> pl.DataFrame:
        """Return one row per certainty: how often answers given with it were right (`calibration.calibration`)."""
        from quizzes.cohorts.analysis.calibration import calibration

        return calibration(self.scored)

    def findings(self) -> Findings:
        """Return all of it, each table worked out once."""
        return Findings(
            answers=self.scored.height,
            students=self.students,
            refused=self.refused,
            set_aside=self.set_aside,
            beside=self.beside,
            unusable=self.unusable(),
            alike=self.alike(),
            one_record=self.one_record(),
            items=self.items(),
            options=self.options(),
            mistakes=self.mistakes(),
            reliability=self.reliability(),
            gain=self.gain(),
            calibration=self.calibration(),
        )

    def report(self) -> str:
        """Return all of it as one HTML page that needs nothing else (`report.report`)."""
        return report(self.findings())

    def picture(self, of: str) -> Picture:
        """Return a drawing, which a notebook shows: of `questions`, `gain`, `reliability` or `calibration`.

        Raises
        ------
        KeyError
            If there is no drawing of that name.
        """
        draw, table = {
            "questions": (pictures.facility_and_discrimination, self.items),
            "gain": (pictures.before_and_after, self.gain),
            "reliability": (pictures.reliabilities, self.reliability),
            "calibration": (pictures.right_by_certainty, self.calibration),
        }[of]
        return draw(table())

    def write_parquet(self, path: str | Path) -> None:
        """Write the responses as one columnar file, which `cohort` and every database can read."""
        self.responses.drop("state").write_parquet(path, compression="zstd", statistics=True)

    def write_tables(self, folder: str | Path, before: str | None = None, after: str | None = None) -> None:
        """Write what the queries in `cohorts/sql` read: `responses`, `items` and `options`, each as `.parquet`.

        `items` and `options` are those of `QuestionTables`; `items.test` says which are of the two tests that `gain`
        compares (`before`, `after`, else null). What else is in the folder stays as it is.
        """
        place, tests = Path(folder), self._tests(before, after)
        place.mkdir(exist_ok=True)
        self.write_parquet(place / RESPONSES_FILE)
        bank = pl.col("bank").cast(pl.String)
        test = pl.when(bank == tests[0]).then(pl.lit("before")).when(bank == tests[1]).then(pl.lit("after"))
        self.questions.items.with_columns(test=test).write_parquet(place / ITEMS_FILE)
        self.questions.options.write_parquet(place / OPTIONS_FILE)

    def _tests(self, before: str | None, after: str | None) -> tuple[str, str]:
        """Return the names of the two tests that are compared; of a test that there is not, nothing."""
        return before or course().pre_test or "", after or course().final_test or ""

    def __repr__(self) -> str:
        return (
            f"<Cohort: {self.students.height:,} students, {self.responses.height:,} answers; "
            f"{self.refused.height:,} files refused, {self.set_aside.height:,} older exports>"
        )


def cohort(source: str | Path, *, bank: Path = BANK, cite: Cite | None = None) -> Cohort:
    """Return the class whose files are in a folder.

    A file that cannot be used is named in `refused` with the reason, and the others still count.

    Parameters
    ----------
    source : str or Path
        A folder with the files that students exported, in folders of their own or not; or what `write_parquet`
        wrote (`.parquet`, also several as in `classes/*.parquet`), which knows nothing of files.
    bank : Path
        The questions as they are now; those of the course by default.
    cite : Cite, optional
        The resolver of their evidence; the installed one (see `quizzes.evidence`) by default.

    Raises
    ------
    NoCohort
        If there is no such folder or file, or its columns or what is in them are not those of a class.
    quizzes.BankFault
        If the questions have faults.
    """
    known = question_tables(bank, cite=cite)
    if str(source).endswith(COLUMNAR):
        return _of(_columnar(str(source), known), known)
    folder = Path(source)
    if not folder.is_dir():
        kind = "is a file; name the folder it lies in" if folder.exists() else "is not there"
        raise NoCohort(f"{folder.absolute()}: {kind}")
    return _of(read_folder(folder, known, now=datetime.now(UTC)), known)


def _columnar(source: str, known: QuestionTables) -> FolderContents:
    """Return responses that were written as columns."""
    try:
        table = pl.scan_parquet(source).select(list(RESPONSES)).cast(RESPONSES).collect()  # type: ignore[arg-type]
    # A damaged file can have the library give up as well, which is no error of its own kind.
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        why = " ".join(str(error).split())
        raise NoCohort(f"{source}: cannot be read as a table of responses: {why}") from None
    if what := amiss(table):
        raise NoCohort(f"{source}: {what}")
    unknown = pl.lit(None, pl.String)
    files = table.lazy().select(pl.col("student").unique(maintain_order=True).cast(pl.String)).collect()
    return FolderContents(
        with_state(table, known),
        files.with_columns(file=unknown, exported=pl.lit(None, RESPONSES["at"])),
        pl.DataFrame(schema={"file": pl.String, "reason": pl.String}),
        pl.DataFrame(
            schema={
                "file": pl.String,
                "student": pl.String,
                "newer": pl.String,
                "stranger": pl.Boolean,
                "reason": pl.String,
            }
        ),
        0,
    )


def _of(found: FolderContents, known: QuestionTables) -> Cohort:
    """Return a class from what was read: each student with a count of answers."""
    state = pl.col("state")
    counts = (
        found.responses.lazy()
        .group_by("student")
        .agg(
            checked=pl.col("checked").sum(),
            changed=(state == "changed").sum(),
            gone=(state == "gone").sum(),
        )
        .with_columns(pl.col("student").cast(pl.String))
        .collect()
    )
    students = found.files.join(counts, on="student", how="left", maintain_order="left")
    return Cohort(
        found.responses,
        students.with_columns(pl.col("checked", "changed", "gone").fill_null(0)),
        found.refused,
        found.set_aside,
        known,
        found.beside,
    )
