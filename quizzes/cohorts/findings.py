"""The findings on a class, worked out once: all that its report needs, without the answers behind them."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Findings:
    """The tables of a class, as `Cohort` gives each of them.

    Attributes
    ----------
    answers : int
        How many checked answers count.
    students, refused, set_aside : polars.DataFrame
        The students, and the files that do not count, with the reason.
    beside : int
        How many files systems and programs left in the folder.
    unusable : polars.DataFrame
        Answers to questions that changed or are gone.
    alike : polars.Series
        Pseudonyms that may stand for one student.
    one_record : polars.Series
        Pseudonyms whose answers may be one student's.
    items, options, mistakes : polars.DataFrame
        One row per question, per option, per wrong answer in words.
    reliability, gain, calibration : polars.DataFrame
        One row per bank, per objective, per certainty.
    """

    answers: int
    students: pl.DataFrame
    refused: pl.DataFrame
    set_aside: pl.DataFrame
    beside: int
    unusable: pl.DataFrame
    alike: pl.Series
    one_record: pl.Series
    items: pl.DataFrame
    options: pl.DataFrame
    mistakes: pl.DataFrame
    reliability: pl.DataFrame
    gain: pl.DataFrame
    calibration: pl.DataFrame
