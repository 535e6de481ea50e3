"""Moodle XML: a category for each chapter, the id of a question as its ID number. Wooclap reads it too."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from textwrap import shorten
from typing import Any

from quizzes.export import html
from quizzes.export.format import CASE_IN_STEPS, LISTED_SPELLINGS, Format
from quizzes.export.html import line, mark, text
from quizzes.export.question import Chapter, Question, Questions, in_steps
from quizzes.export.task import Case, Choices, Number, Order, Pairs, Words
from quizzes.strings import say
from records.markup import Markup, tag

NAME = 200
"""The most of a question's name [characters]; Moodle holds 255."""
ELSEWHERE = "1000000"
"""The multiplier of a wrong unit: the number is right as typed, and the unit is not."""
# What Moodle lets an answer be worth, in percent; any other number stops its import.
_FROM_HALF = (100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50)
_BELOW = (40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5)
WORTHS = (*_FROM_HALF, *_BELOW)


def write(found: Questions) -> bytes:
    """Return the file; the day of its newest question names the category, since Moodle never updates a question."""
    root = ET.Element("quiz")
    for chapter in in_steps(found).chapters:
        root.append(_category(found, chapter))
        for question in chapter.questions:
            root.append(_question(found, question))
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def fault(question: Question) -> str | None:
    """Return why Moodle cannot hold a question."""
    task = question.task
    if isinstance(task, Number) and task.value == 0 and len(task.units) > 1:
        return "asks for 0 and for its unit, and to Moodle 0 of every unit is the same"
    if isinstance(task, Choices) and task.most > 1 and len(task.keys) > 1 and _share(len(task.keys)) is None:
        return f"has {len(task.keys)} right options, and Moodle cannot weigh each of so many"
    return None


def _category(found: Questions, chapter: Chapter) -> ET.Element:
    made = ET.Element("question", type="category")
    # A slash opens a category below; two are a slash.
    levels = (level.replace("/", "//") for level in (f"{found.title} {found.day}", chapter.title))
    _plain(made, "category", "/".join(("$course$/top", *levels)))
    _html(made, "info", line(found.credit))
    _value(made, "idnumber", "")
    return made


def _question(found: Questions, question: Question) -> ET.Element:
    kind, answered = _TYPES[type(question.task)]
    made = ET.Element("question", type=kind)
    _plain(made, "name", shorten(f"{question.id}: {question.stem}", NAME, placeholder="…"))
    how = answered(made, question.task)
    task = question.task
    after = [html.all_reasons(task)] if isinstance(task, Number | Order | Pairs | Words) else []
    _html(made, "questiontext", html.asked(question, *how))
    _html(made, "generalfeedback", html.learned(found, question, *after))
    _value(made, "defaultgrade", "0" if kind == "description" else "1")
    _value(made, "penalty", "0")
    _value(made, "hidden", "0")
    _value(made, "idnumber", question.id)
    if question.hint:
        _html(made, "hint", line(question.hint))
    tags = ET.SubElement(made, "tags")
    for way in question.tags:
        _plain(tags, "tag", ": ".join(way))
    return made


def _choices(made: ET.Element, task: Choices) -> tuple[str, ...]:
    one = task.most == 1 and not task.how
    _value(made, "single", "true" if one else "false")
    _value(made, "shuffleanswers", "false" if task.fixed else "true")
    _value(made, "answernumbering", "ABCD")
    _value(made, "showstandardinstruction", "0")
    for option, worth in zip(task.options, worths(task), strict=True):
        why = tag("p", tag("b", mark(option.right, option.harmful)), tag("br"), text(option.why), dir="auto")
        _answer(made, text(option.text), worth, why)
    return (task.how,)


def worths(task: Choices) -> list[float]:
    """Return what picking each option counts [percent, -100..100], in the order of the options.

    Where as many are right as are to be picked, a wrong one takes off as much as a right one gives, as in the book.
    Where the question does not say how many are right, all wrong ones together take off everything, and so does each
    harmful one by itself.
    """
    one = task.most == 1 and not task.how
    share = 100.0 if one else _share(len(task.keys)) or 0.0
    wrong = sum(not option.right and not option.harmful for option in task.options)
    if one:
        off = 0.0
    elif len(task.keys) == task.most and not any(option.harmful for option in task.options):
        off = share
    else:
        off = min((worth for worth in WORTHS if wrong and worth >= 100 / wrong - 1e-4), default=100)
    return [share if each.right else -100.0 if each.harmful else 0.0 - off for each in task.options]


def _share(keys: int) -> float | None:
    """Return what one of so many right options counts [percent], None where Moodle has no such number."""
    return next((worth for worth in WORTHS if abs(worth * keys - 100) < 1e-3), None)


def _number(made: ET.Element, task: Number) -> tuple[str, ...]:
    value = f"{task.value:.15g}"
    _answer(made, value, 100, line(task.why)).append(_element("tolerance", f"{task.tolerance:.15g}"))
    several = len(task.units) > 1
    if several:
        units = ET.SubElement(made, "units")
        for unit in sorted(task.units, key=lambda unit: not unit.right):
            each = ET.SubElement(units, "unit")
            _value(each, "multiplier", "1" if unit.right else ELSEWHERE)
            _value(each, "unit_name", unit.text)
    _value(made, "unitgradingtype", "1" if several else "0")
    _value(made, "unitpenalty", "0.5")
    _value(made, "showunits", "2" if several else "3")
    _value(made, "unitsleft", "0")
    return "" if several else f"{say('unit')}: {task.unit.text}", task.how


def _order(made: ET.Element, task: Order) -> tuple[str, ...]:
    _value(made, "layouttype", "VERTICAL")
    _value(made, "selecttype", "ALL")
    _value(made, "selectcount", "0")
    _value(made, "gradingtype", "RELATIVE_ALL_PREVIOUS_AND_NEXT")
    _value(made, "showgrading", "SHOW")
    _value(made, "numberingstyle", "none")
    # Without it Moodle makes up hints that its own database refuses, and the import ends there.
    _value(made, "shownumcorrect", "1")
    for place, entry in enumerate(task.entries, start=1):
        _answer(made, text(entry.text), place, Markup())
    return ()


def _pairs(made: ET.Element, task: Pairs) -> tuple[str, ...]:
    _value(made, "shuffleanswers", "false" if task.fixed else "true")
    wanted = {prompt.answer for prompt in task.prompts}
    rows = [(text(prompt.text), task.text(prompt.answer)) for prompt in task.prompts]
    rows += [(Markup(), answer.text) for answer in task.answers if answer.id not in wanted]
    for prompt, answer in rows:
        _plain(_html(made, "subquestion", prompt), "answer", answer)
    return (say("how_matching"),)


def _words(made: ET.Element, task: Words) -> tuple[str, ...]:
    _value(made, "usecase", "0")
    for spelling in task.accepted:
        _answer(made, _spelling(spelling), 100, line(task.why))
    for each in task.mistaken:
        for spelling in each.answers:
            _answer(made, _spelling(spelling), 0, line(each.why))
    return ()


def _spelling(written: str) -> str:
    """Return a short answer in which no star stands for anything."""
    return written.replace("*", "\\*")


def _case(_made: ET.Element, _task: Case) -> tuple[str, ...]:
    return ()


_TYPES: dict[type, tuple[str, Callable[[ET.Element, Any], tuple[str, ...]]]] = {
    Choices: ("multichoice", _choices),
    Number: ("numerical", _number),
    Order: ("ordering", _order),
    Pairs: ("matching", _pairs),
    Words: ("shortanswer", _words),
    Case: ("description", _case),
}


def _answer(made: ET.Element, said: str, worth: float, why: Markup) -> ET.Element:
    form = "html" if isinstance(said, Markup) else "moodle_auto_format"
    answer = ET.SubElement(made, "answer", fraction=f"{worth:.7g}", format=form)
    _value(answer, "text", said)
    _html(answer, "feedback", why)
    return answer


def _html(made: ET.Element, name: str, content: Markup) -> ET.Element:
    each = ET.SubElement(made, name, format="html")
    _value(each, "text", content)
    return each


def _plain(made: ET.Element, name: str, content: str) -> None:
    _value(ET.SubElement(made, name), "text", content)


def _value(made: ET.Element, name: str, content: str) -> None:
    made.append(_element(name, content))


def _element(name: str, content: str) -> ET.Element:
    made = ET.Element(name)
    made.text = str(content)
    return made


FORMAT = Format(
    name="moodle",
    title="Moodle XML",
    suffix=".xml",
    sign="<quiz>\n <question type=",
    use=(
        "For teachers with Moodle 4.5 or later: Question bank, Import, Moodle XML format. Each import makes new "
        "questions, in a category with the day of this edition; Moodle updates none that it has. Wooclap reads the "
        "file too, but no tolerance."
    ),
    kept={
        "single-best-answer": "",
        "multiple-response": "",
        "numeric": "The reasons of wrong units stand together, after the answer.",
        "ordering": "Nothing is taken off for a pair in the wrong order; the reasons stand together, after the answer.",
        "matching": "A wrong pair takes nothing off; the reasons stand together, after the answer.",
        "key-feature": "There is no limit to the picks: each wrong one takes points off instead, and harm takes all.",
        "short-answer": LISTED_SPELLINGS,
        "case": CASE_IN_STEPS,
    },
    not_kept={},
    write=write,
    fault=fault,
)
