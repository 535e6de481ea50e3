"""What can be said of a class, worked out once: all that its report tells, and nothing that it came from."""

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
        Whose files there are, and those that do not count, with the reason.
    unusable : polars.DataFrame
        Answers to questions that changed or are gone.
    alike : polars.Series
        Pseudonyms that may stand for one student.
    items, options, mistakes : polars.DataFrame
        One row a question, a thing to pick, a wrong answer in words.
    reliability, gain, calibration : polars.DataFrame
        One row a bank, an objective, a certainty.
    """

    answers: int
    students: pl.DataFrame
    refused: pl.DataFrame
    set_aside: pl.DataFrame
    unusable: pl.DataFrame
    alike: pl.Series
    items: pl.DataFrame
    options: pl.DataFrame
    mistakes: pl.DataFrame
    reliability: pl.DataFrame
    gain: pl.DataFrame
    calibration: pl.DataFrame
