"""Who may be counted twice, or two as one: names and first answers that stand for one person, or may not."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

import polars as pl

from quizzes.cohorts.result_files.handed_in import BETWEEN
from records.look import look

FIRST = 3
"""So many first answers, the same in question, pick and millisecond, are of one record."""


def alike(students: Iterable[str]) -> list[list[str]]:
    """Return the groups of names that look the same, or differ only in capitals or spaces: one person each, perhaps.

    >>> alike(["Ada L", "adal", "Stra\u00dfe", "STRASSE", "Bo"])
    [['Ada L', 'adal'], ['STRASSE', 'Straße']]
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for student in sorted(students):
        groups["".join(look(student.upper().lower()).split())].append(student)
    return [groups[name] for name in sorted(groups) if len(groups[name]) > 1]


def one_record(responses: pl.DataFrame) -> list[list[str]]:
    """Return the groups of names whose first answers are the same, and so may come from one record each.

    One person exported twice, under two names or none, or two people answered in one browser. Where a file has fewer
    than `FIRST` answers, all of them are compared.

    Parameters
    ----------
    responses : polars.DataFrame
        As `responses.responses` makes them.
    """
    order = [pl.col("at"), pl.col("item").cast(pl.String)]
    firsts = (
        responses.lazy()
        .filter("checked")
        .select("student", "item", "at", "chosen")
        .group_by("student")
        .agg(pl.col("item", "at", "chosen").sort_by(order).head(FIRST))
        .with_columns(pl.col("student").cast(pl.String))
        .sort("student")
        .collect()
    )
    answers: dict[str, tuple[Hashable, ...]] = {
        student: tuple(zip(items, times, map(BETWEEN.join, picks), strict=True))
        for student, items, times, picks in firsts.iter_rows()
    }
    known = set(answers.values())
    groups: dict[tuple[Hashable, ...], list[str]] = defaultdict(list)
    for student, own in answers.items():
        shortest = next(own[:many] for many in range(1, len(own) + 1) if own[:many] in known)
        groups[shortest].append(student)
    return sorted(names for names in groups.values() if len(names) > 1)


def strangers(table: pl.DataFrame, pairs: pl.DataFrame) -> list[int]:
    """Return which files share no answer with the newer file of the same name, so that they may be another person's.

    Parameters
    ----------
    table : polars.DataFrame
        Responses with `file`, the number of the file that each came from.
    pairs : polars.DataFrame
        The numbers of files: `number`, and `kept`, the newer one. Those without an answer are nobody's in particular.
    """
    given = table.filter("checked").select(
        pl.col("file").cast(pl.Int64),
        "item",
        "at",
        chosen=pl.col("chosen").cast(pl.List(pl.String)).list.join(BETWEEN),
    )
    numbers = pairs.select(pl.col("number", "kept").cast(pl.Int64))
    known = given["file"].unique().implode()
    same = (
        numbers.join(given, left_on="number", right_on="file")
        .join(given, left_on=["kept", "item", "at", "chosen"], right_on=["file", "item", "at", "chosen"], how="semi")
    )  # fmt: skip
    return (
        numbers.filter(pl.col("number").is_in(known) & pl.col("kept").is_in(known))
        .join(same, on="number", how="anti")["number"]
        .to_list()
    )
