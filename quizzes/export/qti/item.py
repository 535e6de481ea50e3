"""Questions as items of QTI 2.2, with the scores of the book: what the packages of 2.2 and of 3.0 are made from."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from textwrap import shorten
from typing import Any

from quizzes.export import html
from quizzes.export.format import LISTED_SPELLINGS
from quizzes.export.question import Question, Questions
from quizzes.export.task import Case, Choices, Number, Order, Pairs, Words
from quizzes.strings import say
from records.markup import Markup

RESPONSE, UNIT, SCORE, FEEDBACK = "RESPONSE", "UNIT", "SCORE", "FEEDBACK"
LEARNED = "learned"

KEPT = {
    "single-best-answer": "",
    "multiple-response": "",
    "numeric": "",
    "ordering": "All of it in order, or nothing.",
    "matching": "",
    "key-feature": "",
    "short-answer": LISTED_SPELLINGS,
}
NOT_KEPT = {"case": "branches, and a question of QTI does not"}


def item(found: Questions, question: Question) -> ET.Element:
    """Return a question as an `assessmentItem`; the reasons of everything are shown once it is answered.

    Raises
    ------
    TypeError
        If it is a case or of a kind without a task, which QTI cannot hold.
    """
    task = question.task
    if task is None or isinstance(task, Case):
        raise TypeError(f"{question.id}: {NOT_KEPT['case']}")
    root = ET.Element(
        "assessmentItem",
        identifier=name(question.id),
        title=shorten(f"{question.id}: {question.stem}", 200, placeholder="…"),
        adaptive="false",
        timeDependent="false",
    )
    body = ET.Element("itemBody")
    how, scoring = _TASKS[type(task)](root, body, task)
    for at, part in enumerate(_elements(html.asked(question, *how))):
        body.insert(at, part)
    for outcome, kind in ((SCORE, "float"), ("MAXSCORE", "float"), (FEEDBACK, "identifier")):
        declared = ET.SubElement(
            root, "outcomeDeclaration", identifier=outcome, cardinality="single", baseType=kind
        )
        if kind == "float":
            _value(ET.SubElement(declared, "defaultValue"), "0" if outcome == SCORE else "1")
    root.append(body)
    processing = ET.SubElement(root, "responseProcessing")
    processing.extend(scoring)
    processing.append(_set(FEEDBACK, _base("identifier", LEARNED)))
    told = ET.SubElement(
        root, "modalFeedback", outcomeIdentifier=FEEDBACK, identifier=LEARNED, showHide="show"
    )
    told.extend(_elements(html.learned(found, question, html.all_reasons(task))))
    return root


def name(written: str) -> str:
    """Return an id as QTI allows it: none may begin with a digit.

    >>> name("mri"), name("5-years")
    ('mri', '_5-years')
    """
    return f"_{written}" if written[:1].isdigit() else written


Answering = tuple[tuple[str, ...], list[ET.Element]]
"""How a question is answered, in words, and what makes its score."""


def _choices(root: ET.Element, body: ET.Element, task: Choices) -> Answering:
    several = bool(task.how)
    declared = _declare(
        root, "multiple" if several else "single", "identifier", (name(key.id) for key in task.keys)
    )
    interaction = ET.SubElement(
        body,
        "choiceInteraction",
        responseIdentifier=RESPONSE,
        shuffle=_yes(not task.fixed),
        maxChoices=str(task.most),
    )
    for option in task.options:
        _offer(interaction, "simpleChoice", option.id, option.text)
    if not several:
        return (), [
            _if(_make("match", _variable(RESPONSE), _correct(RESPONSE)), _set(SCORE, _base("float", "1")))
        ]
    share = 1 / len(task.keys)
    if any(option.harmful for option in task.options) or task.most != len(task.keys):
        _map(declared, ((name(key.id), 1.0) for key in task.keys))
        picked = _make("containerSize", _variable(RESPONSE))
        of = _make("max", _base("integer", str(len(task.keys))), picked)
        points = _set(SCORE, _make("divide", _make("mapResponse", identifier=RESPONSE), of))
        harm = [
            _make("member", _base("identifier", name(each.id)), _variable(RESPONSE))
            for each in task.options
            if each.harmful
        ]
        none = [_if(_make("or", *harm), _set(SCORE, _base("float", "0")))] if harm else []
        return (task.how,), [_if(_make("not", _make("isNull", _variable(RESPONSE))), points), *none]
    worth = ((name(option.id), share if option.right else -share) for option in task.options)
    _map(declared, worth, lowerBound="0", upperBound="1")
    return (task.how,), [_set(SCORE, _make("mapResponse", identifier=RESPONSE))]


def _number(root: ET.Element, body: ET.Element, task: Number) -> Answering:
    value = f"{task.value:.15g}"
    _declare(root, "single", "float", [value])
    line = ET.SubElement(body, "p")
    ET.SubElement(line, "textEntryInteraction", responseIdentifier=RESPONSE, expectedLength="10")
    allowed = f"{task.tolerance:.15g}"
    exact = (
        {"toleranceMode": "absolute", "tolerance": f"{allowed} {allowed}"}
        if task.tolerance
        else {"toleranceMode": "exact"}
    )
    near = _make("equal", _variable(RESPONSE), _base("float", value), **exact)
    if len(task.units) == 1:
        line[-1].tail = f" {task.unit.text}"
        return (task.how,), [_if(near, _set(SCORE, _base("float", "1")))]
    _declare(root, "single", "identifier", [name(task.unit.id)], UNIT)
    line[-1].tail = f" {say('unit')}: "
    menu = ET.SubElement(line, "inlineChoiceInteraction", responseIdentifier=UNIT, shuffle="false")
    for unit in task.units:
        _offer(menu, "inlineChoice", unit.id, unit.text)
    both = _make("and", near, _make("match", _variable(UNIT), _correct(UNIT)))
    half = _make("and", near, _make("not", _make("isNull", _variable(UNIT))))
    condition = _if(both, _set(SCORE, _base("float", "1")))
    condition.append(_make("responseElseIf", half, _set(SCORE, _base("float", "0.5"))))
    return (task.how,), [condition]


def _order(root: ET.Element, body: ET.Element, task: Order) -> Answering:
    _declare(root, "ordered", "identifier", (name(entry.id) for entry in task.entries))
    interaction = ET.SubElement(body, "orderInteraction", responseIdentifier=RESPONSE, shuffle="false")
    for entry in task.mixed:
        _offer(interaction, "simpleChoice", entry.id, entry.text)
    right = _make("match", _variable(RESPONSE), _correct(RESPONSE))
    return (), [_if(right, _set(SCORE, _base("float", "1")))]


def _pairs(root: ET.Element, body: ET.Element, task: Pairs) -> Answering:
    # A prompt and an answer may have the same id in the book, and not in QTI.
    pairs = [f"p-{prompt.id} a-{prompt.answer}" for prompt in task.prompts]
    declared = _declare(root, "multiple", "directedPair", pairs)
    _map(declared, ((pair, 1 / len(pairs)) for pair in pairs), lowerBound="0", upperBound="1")
    interaction = ET.SubElement(
        body,
        "matchInteraction",
        responseIdentifier=RESPONSE,
        shuffle=_yes(not task.fixed),
        maxAssociations=str(len(task.prompts)),
    )
    prompts, answers = (ET.SubElement(interaction, "simpleMatchSet") for _ in range(2))
    for prompt in task.prompts:
        _offer(prompts, "simpleAssociableChoice", f"p-{prompt.id}", prompt.text).set("matchMax", "1")
    for answer in task.answers:
        _offer(answers, "simpleAssociableChoice", f"a-{answer.id}", answer.text).set(
            "matchMax", str(len(pairs))
        )
    return (say("how_matching"),), [_set(SCORE, _make("mapResponse", identifier=RESPONSE))]


def _words(root: ET.Element, body: ET.Element, task: Words) -> Answering:
    _declare(root, "single", "string", task.accepted[:1])
    line = ET.SubElement(body, "p")
    ET.SubElement(line, "textEntryInteraction", responseIdentifier=RESPONSE, expectedLength="30")
    spelt = (
        _make("stringMatch", _variable(RESPONSE), _base("string", each), caseSensitive="false")
        for each in task.accepted
    )
    # Asked first, since a player compares no spelling with nothing.
    condition = _if(_make("isNull", _variable(RESPONSE)), _set(SCORE, _base("float", "0")))
    condition.append(_make("responseElseIf", _make("or", *spelt), _set(SCORE, _base("float", "1"))))
    return (), [condition]


_TASKS: dict[type, Callable[[ET.Element, ET.Element, Any], Answering]] = {
    Choices: _choices,
    Number: _number,
    Order: _order,
    Pairs: _pairs,
    Words: _words,
}


def _declare(
    root: ET.Element, cardinality: str, kind: str, right: Iterable[str], response: str = RESPONSE
) -> ET.Element:
    declared = ET.SubElement(
        root, "responseDeclaration", identifier=response, cardinality=cardinality, baseType=kind
    )
    correct = ET.SubElement(declared, "correctResponse")
    for each in right:
        _value(correct, each)
    return declared


def _map(declared: ET.Element, worth: Iterable[tuple[str, float]], **bounds: str) -> None:
    mapping = ET.SubElement(declared, "mapping", {"defaultValue": "0", **bounds})
    for key, value in worth:
        ET.SubElement(mapping, "mapEntry", mapKey=key, mappedValue=f"{value:.15g}")


def _offer(interaction: ET.Element, element: str, identifier: str, text: str) -> ET.Element:
    made = ET.SubElement(interaction, element, identifier=name(identifier))
    made.text = text
    return made


def _if(condition: ET.Element, then: ET.Element) -> ET.Element:
    return _make("responseCondition", _make("responseIf", condition, then))


def _set(outcome: str, value: ET.Element) -> ET.Element:
    return _make("setOutcomeValue", value, identifier=outcome)


def _variable(identifier: str) -> ET.Element:
    return _make("variable", identifier=identifier)


def _correct(identifier: str) -> ET.Element:
    return _make("correct", identifier=identifier)


def _base(kind: str, value: str) -> ET.Element:
    made = _make("baseValue", baseType=kind)
    made.text = value
    return made


def _make(element: str, *children: ET.Element, **attributes: str) -> ET.Element:
    made = ET.Element(element, attributes)
    made.extend(children)
    return made


def _value(parent: ET.Element, said: str) -> None:
    ET.SubElement(parent, "value").text = said


def _yes(whether: bool) -> str:
    return "true" if whether else "false"


def _elements(written: Markup) -> list[ET.Element]:
    """Return HTML as elements, since QTI is XML: without direction, which its first players do not know."""
    reader = _Reader()
    reader.feed(written)
    return list(reader.root)


class _Reader(HTMLParser):
    """Builds elements from HTML that `records.markup` made, which closes whatever it opens."""

    def __init__(self) -> None:
        super().__init__()
        self.root = ET.Element("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = ET.SubElement(self._open[-1], tag, {key: value or "" for key, value in attrs if key != "dir"})
        if tag != "br":
            self._open.append(made)

    def handle_endtag(self, _tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        parent = self._open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data
