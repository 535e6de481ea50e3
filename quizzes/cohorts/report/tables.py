"""The tables of a report. On a phone a row is a card; a table that is still too wide scrolls by itself."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from course import course
from quizzes.cohorts.report.numbers import (
    NONE,
    bank_page,
    bank_title,
    number,
    number_range,
    percent,
    percent_range,
    points,
    points_range,
)
from quizzes.cohorts.report.pictures import share_bar
from quizzes.strings import say
from records.markup import Child, Markup, join, tag

Row = dict[str, Any]


def table(
    name: str, heads: Sequence[str], rows: Sequence[Sequence[Child | Markup]], wide: Sequence[int] = (0,)
) -> Markup:
    """Return a table with its name; the first cell of a row names it."""

    def cell(at: int, content: Child) -> Markup:
        if at == 0:
            return tag("th", content, scope="row", class_="wide" if at in wide else None)
        return tag(
            "td", content, class_="wide" if at in wide else "mid", data_column=heads[at] if content else None
        )

    head = tag("tr", *(tag("th", text, scope="col") for text in heads))
    body = [tag("tr", *(cell(at, content) for at, content in enumerate(row))) for row in rows]
    whole = tag("table", tag("thead", head), tag("tbody", *body), aria_label=name)
    return tag(
        "div", whole, class_="scroll", tabindex="0", role="region", aria_label=say("class_table", name=name)
    )


def with_small(text: str, *small: str | None) -> Markup:
    """Return a figure with its qualifications below it."""
    return join(text, *(tag("small", part) for part in small if part and part != NONE))


def warning(text: str | None) -> Markup:
    """Return a warning, or nothing."""
    return tag("small", text, class_="warn") if text else join()


def questions(items: pl.DataFrame, options: pl.DataFrame, mistakes: pl.DataFrame) -> Markup:
    """Return one row per question, with what was picked folded up below it."""
    picked, wrong = (
        {key[0]: part for key, part in frame.partition_by("item", as_dict=True).items()}
        for frame in (options, mistakes)
    )
    rows = [
        [
            join(
                asked(row, course().site),
                tag("small", row["item"]),
                picks(picked.get(row["item"])),
                _mistakes(wrong.get(row["item"])),
            ),
            f"{row['n']:,}",
            join(
                with_small(
                    percent(row["facility"]), percent_range(row["facility_low"], row["facility_high"])
                ),
                share_bar(row["facility"], row["facility_low"], row["facility_high"]),
            ),
            with_small(
                number(row["discrimination"]),
                number_range(row["discrimination_low"], row["discrimination_high"]),
            ),
            warning(row["warning"]),
        ]
        for row in items.iter_rows(named=True)
    ]
    heads = ("question", "answers", "facility", "discrimination", "mind")
    return table(say("class_questions"), [say(f"class_{head}") for head in heads], rows)


def asked(row: Row, site: str | None) -> Markup:
    """Return a question, which leads to its place in the book where that is read at an address.

    >>> str(asked({"bank": "index", "item": "index-why", "place": 2, "question": "Why?"}, "https://example.org/c"))
    '<a href="https://example.org/c/book/index.html#index-why" dir="auto">2. Why?</a>'
    >>> str(asked({"bank": "index", "item": "index-why", "place": 2, "question": "Why?"}, None))
    '<span dir="auto">2. Why?</span>'
    """
    page, text = bank_page(row["bank"]), f"{row['place']}. {row['question']}"
    if not site or not page:
        return tag("span", text, dir="auto")
    return tag("a", text, href=f"{site}/book/{page}#{row['item']}", dir="auto")


def picks(options: pl.DataFrame | None) -> Markup | None:
    """Return how often each option was picked, folded up."""
    if options is None:
        return None
    lines = [
        tag(
            "li",
            tag("span", row["text"], dir="auto", class_="right" if row["correct"] else None),
            say("class_right") if row["correct"] else None,
            say("class_pick", picked=f"{row['picked']:,}", share=percent(row["share"])),
            share_bar(row["share"]),
            warning(row["warning"]),
        )
        for row in options.iter_rows(named=True)
    ]
    return tag("details", tag("summary", say("class_picked")), tag("ol", *lines))


def _mistakes(mistakes: pl.DataFrame | None) -> Markup | None:
    """Return the commonest wrong answers, as they were given."""
    if mistakes is None:
        return None
    lines = [
        tag(
            "li",
            tag("bdi", row["answer"] or say("class_nothing")),
            say("class_mistake", students=f"{row['students']:,}", score=number(row["score"])),
        )
        for row in mistakes.iter_rows(named=True)
    ]
    return tag("details", tag("summary", say("class_mistakes")), tag("ol", *lines))


def gains(gain: pl.DataFrame) -> Markup:
    """Return one row per objective."""
    rows = [
        [
            tag("span", row["text"] or "All shared objectives", dir="auto"),
            f"{row['students']:,}",
            percent(row["before"]),
            percent(row["after"]),
            with_small(points(row["gain"]), points_range(row["low"], row["high"])),
            number(row["normalized"]),
            warning(row["warning"]),
        ]
        for row in gain.iter_rows(named=True)
    ]
    heads = ["Objective", "Students", "Before", "After", "Gain in points", "Normalized", "Mind"]
    return table("Gain", heads, rows)


def reliabilities(reliability: pl.DataFrame) -> Markup:
    """Return one row per bank."""
    rows = [
        [
            bank_title(row["bank"]),
            with_small(f"{row['questions']:,}", _left_out(row["left_out_questions"])),
            with_small(f"{row['students']:,}", _left_out(row["left_out_students"])),
            with_small(number(row["mean"]), None if row["sd"] is None else f"SD {number(row['sd'])}"),
            with_small(number(row["value"]), number_range(row["low"], row["high"]), row["method"]),
            warning(row["warning"]),
        ]
        for row in reliability.iter_rows(named=True)
    ]
    return table("Reliability", ["Bank", "Questions", "Students", "Mean points", "Reliability", "Mind"], rows)


def certainties(calibration: pl.DataFrame) -> Markup:
    """Return one row per certainty."""
    rows = [
        [
            str(row["certainty"]),
            with_small(f"{row['n']:,}", f"of {row['students']:,} students"),
            with_small(percent(row["share"]), percent_range(row["low"], row["high"])),
            percent_range(row["fits_from"], row["fits_to"]),
            number(row["mark"]),
            join(row["verdict"], warning(row["warning"])),
        ]
        for row in calibration.iter_rows(named=True)
    ]
    return table(
        "Certainty", ["Certainty", "Answers", "Right", "Fits", "Mean mark", "Verdict"], rows, wide=()
    )


def as_table(name: str, heads: Sequence[str], frame: pl.DataFrame) -> Markup:
    """Return a data frame of texts and counts as a table."""
    rows = [[tag("bdi", str(value)) for value in row] for row in frame.iter_rows()]
    return table(name, heads, rows)


def _left_out(count: int) -> str | None:
    return f"{count:,} left out" if count else None
