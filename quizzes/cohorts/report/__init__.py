"""A class on one HTML page: self-contained, without scripts, and nothing in it is ever run."""

from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from quizzes.cohorts.findings import Findings
from quizzes.cohorts.report import pictures, tables
from quizzes.cohorts.report.files import doubts, files, short_of
from quizzes.cohorts.report.first import look_first
from quizzes.cohorts.report.numbers import bank_title, count
from quizzes.strings import say
from records.markup import Child, Markup, document, join, style, tag

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The page may only use its own style; a script could not run even if one got in."""

WHY_NONE = (
    "They are not in the picture: all students scored the same on them, "
    "or too few answered half of the other questions."
)

READING = (
    (say("class_facility"), say("class_how_facility")),
    (say("class_discrimination"), say("class_how_discrimination")),
    (
        "Reliability",
        "KR-20 (alpha where there is partial credit), with Feldt's interval: how far the questions of a bank agree "
        "on who knows more. It rests on students who answered all of them. For a short quiz, 0.5 is usual.",
    ),
    (
        "Gain",
        "The difference of the mean shares of points, in percentage points, of the students who took both tests. "
        "Normalized: the gain as a share of what was left to gain. The tests ask different questions: "
        "part of a gain may be that the second is easier. With one question in each test, the interval is Newcombe's "
        "for paired shares; else that of the paired t test, cut at what can be gained.",
    ),
    (
        "Certainty",
        "Marks are such that certainty 1 pays best below 67% right, 2 from there to 80%, and 3 above. "
        "The interval takes students, not their answers, as independent.",
    ),
    (
        "Verdict",
        "Too sure: the whole interval lies below the band that fits the certainty. Too careful: it lies above. "
        "Fits: it lies within. Open: it crosses an edge of the band, so that more answers are needed to tell.",
    ),
    (say("class_mind"), say("class_how_mind")),
    (say("class_intervals"), say("class_how_intervals")),
    (say("class_scores"), say("class_how_scores")),
)


def report(findings: Findings, *, now: datetime | None = None) -> str:
    """Return the report of a class.

    Parameters
    ----------
    findings : Findings
        The findings on the class (`Cohort.findings`).
    now : datetime, optional
        When the report is made; now by default.
    """
    css = (Path(__file__).parent / "report.css").read_text("utf-8")
    items, options, calibration = findings.items, findings.options, findings.calibration
    asked = doubts(findings)
    sections = {
        **({"ask": (say("class_doubts"), asked)} if asked is not None else {}),
        "look": ("Look at these first", look_first(items, options, calibration)),
        "gain": ("From pre-test to final test", _gain(findings.gain)),
        "questions": (say("class_questions"), _questions(items, options, findings.mistakes)),
        "reliability": ("Reliability", _reliability(findings.reliability)),
        "certainty": ("Certainty", _certainty(calibration)),
        "files": (say("class_files"), files(findings)),
        "reading": (say("class_how"), _reading()),
    }
    head = join(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", say("class_title")),
        style(css),
    )
    made = (now or datetime.now(UTC)).strftime("%Y-%m-%d %H:%M UTC")
    main = tag(
        "main",
        tag("h1", say("class_title")),
        tag(
            "p",
            f"{count(findings.students.height, 'student')}, {count(findings.answers, 'checked answer')}, made {made}.",
        ),
        tag("p", short_of(findings), class_="note")
        if findings.refused.height or findings.set_aside.height
        else None,
        tag(
            "nav",
            tag(
                "ul", *(tag("li", tag("a", title, href=f"#{name}")) for name, (title, _) in sections.items())
            ),
            aria_label="Parts",
        ),
        *(tag("section", tag("h2", title, id=name), content) for name, (title, content) in sections.items()),
    )
    return document(head, tag("body", main))


def is_report(path: Path) -> bool:
    """Return whether a file begins as a report does, so that a newer report may take its place."""
    with path.open("rb") as file:
        beginning = file.read(2000).decode("utf-8", "replace")
    title = tag("title", say("class_title"))
    return beginning.startswith("<!doctype html>") and title in beginning


def _gain(gain: pl.DataFrame) -> Markup:
    if gain.is_empty():
        return tag("p", "Nobody took both the pre-test and the final test.")
    return join(_figure(pictures.before_and_after(gain)), tables.gains(gain))


def _questions(items: pl.DataFrame, options: pl.DataFrame, mistakes: pl.DataFrame) -> Markup:
    if items.is_empty():
        return tag("p", say("class_nobody"))
    missing = items["discrimination"].null_count()
    parts: list[Child] = []
    if missing < items.height:
        parts.append(_figure(pictures.facility_and_discrimination(items)))
    if missing:
        parts.append(
            tag("p", f"Without discrimination: {missing:,} of {count(items.height, 'question')}. {WHY_NONE}")
        )
    for (bank,), part in items.partition_by("bank", as_dict=True, maintain_order=True).items():
        parts += [tag("h3", bank_title(str(bank))), tables.questions(part, options, mistakes)]
    return join(*parts)


def _reliability(reliability: pl.DataFrame) -> Markup:
    if reliability.is_empty():
        return tag("p", "There are no answers to judge by.")
    drawn = reliability["value"].is_not_null().any()
    return join(
        _figure(pictures.reliabilities(reliability)) if drawn else None, tables.reliabilities(reliability)
    )


def _certainty(calibration: pl.DataFrame) -> Markup:
    if calibration.is_empty():
        return tag("p", "Nobody said how certain an answer was.")
    return join(_figure(pictures.right_by_certainty(calibration)), tables.certainties(calibration))


def _reading() -> Markup:
    return tag("dl", *(join(tag("dt", tag("strong", name)), tag("dd", text)) for name, text in READING))


def _figure(picture: pictures.Picture) -> Markup:
    return tag("figure", Markup(picture))
