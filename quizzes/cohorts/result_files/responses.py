"""The table of responses: its columns, and how answers become its rows."""

from collections.abc import Sequence

import polars as pl

from quizzes.cohorts.question_tables import QuestionTables
from quizzes.cohorts.result_files.handed_in import BETWEEN, Answer, HandedIn
from records.written import shown

NAME = pl.Categorical()
MOMENT = pl.Datetime("ms", "UTC")
STATE = pl.Enum(["current", "changed", "gone"])
"""Whether the question is still the one that was answered, has changed since, or is gone."""

RESPONSES: dict[str, pl.DataType] = {
    "student": NAME,
    "item": NAME,
    "digest": NAME,
    "chosen": pl.List(NAME),
    "checked": pl.Boolean(),
    "score": pl.Float64(),
    "certainty": pl.Int8(),
    "hints": pl.Int32(),
    "flagged": pl.Boolean(),
    "at": MOMENT,
    "ms": pl.Int64(),
}
"""The columns, one row per student and question; `with_state` adds `state`."""

_PLAIN = ("digest", "checked", "score", "certainty", "hints", "flagged", "at", "ms")
_WIRE: dict[str, pl.DataType] = {
    **{name: RESPONSES[name] for name in _PLAIN},
    "digest": pl.String(),
    **dict.fromkeys(("certainty", "hints", "at", "ms"), pl.Float64()),
}
"""Types in which the values leave Python."""


def responses(handed_in: Sequence[HandedIn]) -> pl.DataFrame:
    """Return the answers of several files as a table, with `file`, which counts the files from 0."""
    items: list[str] = []
    answers: list[Answer] = []
    for each in handed_in:
        items += each.answers
        answers += each.answers.values()
    lengths = pl.Series("file", [len(each.answers) for each in handed_in], dtype=pl.UInt32)
    counted = pl.int_range(pl.len(), dtype=pl.UInt32).repeat_by("file").explode(empty_as_null=False)
    file = pl.select(lengths).select(file=counted).to_series()
    students = pl.Series([each.student for each in handed_in], dtype=pl.String).cast(NAME)
    # Lists of Python lists take polars a hundred times longer than the same as one text each.
    chosen = pl.Series([BETWEEN.join(answer["chosen"]) for answer in answers], dtype=pl.String)
    columns = {name: [answer[name] for answer in answers] for name in _PLAIN}  # type: ignore[literal-required]
    table = pl.DataFrame(
        {
            "file": file,
            "student": students.gather(file),
            "item": pl.Series(items, dtype=pl.String),
            "chosen": pl.select(
                pl.when(chosen != "").then(chosen.str.split(BETWEEN)).otherwise([])
            ).to_series(),
            **{name: pl.Series(values, dtype=_WIRE[name]) for name, values in columns.items()},
        }
    )
    return table.cast(RESPONSES)  # type: ignore[arg-type]


def with_state(table: pl.DataFrame, questions: QuestionTables) -> pl.DataFrame:
    """Add `state` to responses: whether each question is `current`, `changed` or `gone`."""
    present = questions.items.select("item", present="digest")
    gone, changed = pl.col("present").is_null(), pl.col("digest") != pl.col("present")
    state = (
        pl.when(gone).then(pl.lit("gone")).when(changed).then(pl.lit("changed")).otherwise(pl.lit("current"))
    )
    return (
        table.join(present, on="item", how="left", maintain_order="left")
        .with_columns(state=state.cast(STATE))
        .drop("present")
    )


def amiss(table: pl.DataFrame) -> str | None:
    """Return what is wrong with responses that were kept as columns, None if they can be those of a class.

    The values are held to what a result file may say (`handed_in.Answer`), and nobody answers a question twice.
    """
    empty = [
        name for name, count in table.null_count().row(0, named=True).items() if count and name != "score"
    ]
    if empty:
        return f"{empty[0]}: is empty somewhere"
    score = pl.col("score").fill_null(0)
    sound = {
        "chosen": ~pl.col("chosen").list.eval(pl.element().is_null()).list.any(),
        "score": score.is_between(0, 1) & (pl.col("checked") | pl.col("score").is_null()),
        "certainty": pl.col("certainty").is_between(0, 3),
        "hints": pl.col("hints") >= 0,
        "ms": pl.col("ms") >= 0,
    }
    fine = (
        table.lazy()
        .select(each.all().alias(name) for name, each in sound.items())
        .collect()
        .row(0, named=True)
    )
    wrong = [name for name, is_fine in fine.items() if not is_fine]
    if wrong:
        return f"{wrong[0]}: holds what no result file may say"
    twice = table.filter(table.select("student", "item").is_duplicated())
    if twice.height:
        student, item = twice.select(pl.col("student", "item").cast(pl.String)).row(0)
        return (
            f"student {shown(student)} answers {shown(item)} twice: a table stands here twice, "
            "or two people have one pseudonym"
        )
    return None
