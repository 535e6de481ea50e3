"""Whatever lies in a folder, `cohort` names it or counts it, and a report of it can be made and runs nothing."""

import json
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest
from class_room import BANKS, FLAGS, SKY, answer, cite, digests, hand_in, result_file
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.cohorts.cohort import Cohort, cohort
from quizzes.cohorts.question_tables import question_tables
from quizzes.cohorts.result_files.responses import RESPONSES, STATE

KNOWN = digests(cite)
HOSTILE = [
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus=alert(1) '",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "]]>",
    "<!--",
    "&lt;b&gt;",
    "\u202egnp.exe",
    "\x00",
    "\x1b[31m",
    "${7*7}",
    "{{7*7}}",
    "a" * 80,
    "é\u0301",
    "名前",
    "=HYPERLINK(0)",
]
SETTINGS = settings(max_examples=60)

texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
fields = ["digest", "chosen", "checked", "at", "certainty", "hints", "ms", "flagged", "score"]


@st.composite
def answers(draw):
    """Answers, most of them good, some with a field spoiled, to questions that there are or not."""
    found = {}
    for name in draw(st.lists(st.sampled_from([SKY, FLAGS, "gone-long-ago", *HOSTILE[:3]]), max_size=4)):
        one = answer(
            KNOWN.get(name, "0" * 12),
            draw(st.lists(texts, max_size=3)),
            draw(st.sampled_from([0, 0.5, 1, None])),
        )
        if draw(st.integers(0, 4)) == 0:
            one[draw(st.sampled_from(fields))] = draw(json_values)
        found[name] = one
    return found


@st.composite
def contents(draw):
    """A file: bytes of any kind, any JSON, or a result file, spoiled or not."""
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return draw(st.binary(max_size=60))
    if kind == 1:
        return json.dumps(draw(json_values)).encode("utf-8", "surrogatepass")
    changes = {}
    if kind == 2:
        name = draw(st.sampled_from(["format", "version", "book", "exported", "pseudonym", "answers"]))
        changes = {name: draw(json_values)}
    whole = result_file(draw(answers()), draw(st.none() | texts))
    text = json.dumps(whole | changes).encode("utf-8", "surrogatepass")
    return text[: draw(st.integers(0, len(text)))] if kind == 3 else text


class Seen(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= set(attrs)


def nothing_runs(page: str) -> bool:
    seen = Seen()
    seen.feed(page)
    allowed = {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "nav", "ul", "ol", "li", "a",
        "section", "figure", "svg", "line", "text", "rect", "circle", "path", "div", "table", "thead",
        "tbody", "tr", "th", "td", "span", "small", "bdi", "details", "summary", "dl", "dt", "dd", "strong",
    }  # fmt: skip
    names = {name for name, _ in seen.attributes}
    links = {value or "" for name, value in seen.attributes if name in {"href", "src"}}
    return (
        seen.tags <= allowed
        and not any(name.startswith("on") for name in names)
        and all(link.startswith("#") for link in links)
    )


@SETTINGS
@given(st.lists(contents(), max_size=6))
def test_every_file_is_counted_refused_or_set_aside_and_the_report_runs_nothing(files):
    with tempfile.TemporaryDirectory() as folder:
        for at, content in enumerate(files):
            hand_in(Path(folder), f"{at}.json", content)
        found = cohort(folder, bank=BANKS, cite=cite)
    assert found.students.height + found.refused.height + found.set_aside.height == len(files)
    assert found.scored["score"].is_between(0, 1).all()
    assert nothing_runs(found.report())


@SETTINGS
@given(st.lists(contents(), max_size=4))
def test_rubbish_changes_no_figure_of_the_rest(files):
    with tempfile.TemporaryDirectory() as folder:
        good = Path(folder) / "good"
        hand_in(
            good,
            "kim.json",
            result_file({SKY: answer(KNOWN[SKY]), FLAGS: answer(KNOWN[FLAGS], ["blue"], 1 / 3)}),
        )
        hand_in(good, "lee.json", result_file({SKY: answer(KNOWN[SKY], ["red"], 0)}, "Lee"))
        alone = cohort(good, bank=BANKS, cite=cite)
        for at, content in enumerate(files):
            hand_in(good, f"{at}.json", content)
        mixed = cohort(good, bank=BANKS, cite=cite)
        rubbish = [row["file"] for row in mixed.students.iter_rows(named=True) if row["file"][0].isdigit()]
    if not rubbish and not mixed.set_aside.height:
        assert mixed.items().equals(alone.items())
        assert mixed.reliability().equals(alone.reliability())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stands_in_the_report_as_text(tmp_path, text):
    hand_in(tmp_path, "kim.json", result_file({SKY: answer(KNOWN[SKY], ["red"], 0)}, text[:80]))
    hand_in(tmp_path, "lee.json", result_file({text: answer("0" * 12)}, text[:80]))
    hand_in(tmp_path, "old.json", result_file({}, text[:80], exported="2025-01-31T12:00:00.000Z"))
    found = cohort(tmp_path, bank=BANKS, cite=cite)
    assert nothing_runs(found.report())


def test_a_made_up_class_object_with_hostile_questions_runs_nothing_either():
    known = question_tables(BANKS, cite=cite)
    items = known.items.with_columns(question=pl.lit(HOSTILE[0]), objective_text=pl.lit(HOSTILE[1]))
    rows = [("s1", SKY, "x", [HOSTILE[4]], True, 0.0, 1, 0, False, 0, 1, "current")]
    responses = pl.DataFrame(rows, schema={**RESPONSES, "state": STATE}, orient="row")
    named = pl.DataFrame({"file": [HOSTILE[2]], "reason": [HOSTILE[3]]})
    students = pl.DataFrame({"student": ["s1"]})
    page = Cohort(
        responses,
        students,
        named,
        named.with_columns(student=pl.lit(HOSTILE[4]), newer=pl.lit(HOSTILE[1]), stranger=pl.lit(True)),
        known._replace(items=items),
    ).report()
    assert nothing_runs(page)
