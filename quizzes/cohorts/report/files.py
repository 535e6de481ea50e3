"""Whose files a report rests on, and what did not count, each file by name."""

import polars as pl

from quizzes.cohorts.findings import Findings
from quizzes.cohorts.report import tables
from quizzes.cohorts.report.words import count
from quizzes.strings import say
from records.markup import Child, Markup, join, tag


def short_of(findings: Findings) -> str:
    """Return what did not count, in a sentence."""
    older = count(findings.set_aside.height, "older export or copy", "older exports and copies")
    return f"{count(findings.refused.height, 'file')} refused, {older} set aside; each is named under Files."


def files(findings: Findings) -> Markup:
    """Return the students, what did not count, and names that may stand for one student."""
    lists = (
        ("refused", ["file", "reason"], findings.refused),
        ("aside", ["file", "student", "reason"], findings.set_aside),
        ("unusable", ["question", "state", "students"], findings.unusable),
    )
    parts: list[Child] = [_roster(findings.students), _alike(findings.alike)]
    for name, heads, frame in lists:
        title = say(f"class_{name}")
        parts.append(tag("h3", say("class_counted", title=title, count=f"{frame.height:,}")))
        if frame.height:
            parts.append(tables.as_table(title, [say(f"class_{head}") for head in heads], frame))
    parts.append(tag("p", say("class_beside", count=f"{findings.beside:,}")) if findings.beside else None)
    return join(*parts)


def _roster(students: pl.DataFrame) -> Markup:
    """Return every pseudonym, folded up."""
    names = (tag("li", tag("bdi", name)) for name in students["student"].sort())
    return tag(
        "details", tag("summary", count(students.height, "student")), tag("ul", *names, class_="names")
    )


def _alike(names: pl.Series) -> Markup | None:
    """Return which pseudonyms may be one student's."""
    if names.is_empty():
        return None
    pairs = (
        tag("li", *(join(", " if at else None, tag("bdi", f"“{name}”")) for at, name in enumerate(one)))
        for one in names
    )
    return join(
        tag("h3", say("class_alike", count=f"{len(names):,}")),
        tag("p", say("class_alike_ask")),
        tag("ul", *pairs),
    )
