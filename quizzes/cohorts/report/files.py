"""Whose files a report rests on, and what did not count, each file by name."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from quizzes.cohorts.findings import Findings
from quizzes.cohorts.report import tables
from quizzes.cohorts.report.numbers import count
from quizzes.strings import say
from records.markup import Child, Markup, join, tag


def short_of(findings: Findings) -> str:
    """Return what did not count, in a sentence."""
    older = count(findings.set_aside.height, "older export or copy", "older exports and copies")
    return f"{count(findings.refused.height, 'file')} refused, {older} set aside; each is named under Files."


def marks(refused: pl.DataFrame, set_aside: pl.DataFrame) -> dict[str, str]:
    """Return how a report calls each file that it mentions, since the name of a file may be that of a person."""
    names = {*refused["file"], *set_aside["file"], *set_aside["newer"]}
    return {name: say("class_mark", number=at) for at, name in enumerate(sorted(names), start=1)}


def doubts(findings: Findings) -> Markup | None:
    """Return names that may stand for two people, or several for one; None where there are none."""
    strange = findings.set_aside.filter("stranger")["student"].unique().sort()
    lists = (
        _doubt("two_people", [[name] for name in strange]),
        _doubt("one_record", findings.one_record.to_list()),
        _doubt("alike", findings.alike.to_list()),
    )
    found = [one for one in lists if one is not None]
    return join(*found) if found else None


def files(findings: Findings) -> Markup:
    """Return the students, and what did not count."""
    called = marks(findings.refused, findings.set_aside)
    refused = findings.refused.with_columns(
        file=pl.Series([called[name] for name in findings.refused["file"]], dtype=pl.String)
    )
    aside = pl.DataFrame(
        [
            (called[row["file"]], row["student"], _with_mark(row, called))
            for row in findings.set_aside.to_dicts()
        ],
        schema={"file": pl.String, "student": pl.String, "reason": pl.String},
        orient="row",
    )
    lists = (
        ("refused", ["file", "reason"], refused),
        ("aside", ["file", "student", "reason"], aside),
        ("unusable", ["question", "state", "students"], findings.unusable),
    )
    parts: list[Child] = [_roster(findings.students)]
    for name, heads, frame in lists:
        title = say(f"class_{name}")
        parts.append(tag("h3", say("class_counted", title=title, count=f"{frame.height:,}")))
        if frame.height:
            parts.append(tables.as_table(title, [say(f"class_{head}") for head in heads], frame))
    parts.append(tag("p", say("class_numbered")) if called else None)
    parts.append(tag("p", say("class_beside", count=f"{findings.beside:,}")) if findings.beside else None)
    return join(*parts)


def _with_mark(row: dict[str, Any], called: Mapping[str, str]) -> str:
    """Return why a file was set aside, with the mark of the newer one in place of its name."""
    known = ("class_is_stranger", "class_is_copy", "class_is_older")
    reason = next((key for key in known if row["reason"] == say(key, newer=row["newer"])), "class_is_older")
    return say(reason, newer=called[row["newer"]])


def _roster(students: pl.DataFrame) -> Markup:
    """Return every pseudonym, folded up."""
    names = (tag("li", tag("bdi", name)) for name in students["student"].sort())
    return tag(
        "details", tag("summary", count(students.height, "student")), tag("ul", *names, class_="names")
    )


def _doubt(name: str, groups: list[list[str]]) -> Markup | None:
    """Return what may be wrong with names, what to do, and each group of them."""
    if not groups:
        return None
    named = (
        tag("li", *(join(", " if at else None, tag("bdi", f"“{name}”")) for at, name in enumerate(one)))
        for one in groups
    )
    return join(
        tag("h3", say(f"class_{name}", count=f"{len(groups):,}")),
        tag("p", say(f"class_{name}_ask")),
        tag("ul", *named),
    )
