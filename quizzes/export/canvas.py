"""QTI 1.2 in the manner of Canvas: a quiz for each chapter, in one package. ExamSoft reads it too."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from textwrap import shorten
from typing import Any

from quizzes.export import html
from quizzes.export.archive import zipped
from quizzes.export.format import CASE_IN_STEPS, LISTED_SPELLINGS, Format
from quizzes.export.html import line, mark, text
from quizzes.export.question import Chapter, Question, Questions, in_steps
from quizzes.export.task import Case, Choices, Number, Order, Pairs, Words
from quizzes.strings import say
from records.markup import Markup, tag

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
METADATA = "http://www.imsglobal.org/xsd/imsmd_v1p2"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
RESPONSE = "response1"


def write(found: Questions) -> bytes:
    """Return the package: a manifest, and for each chapter its questions and what Canvas calls its settings."""
    files: dict[str, bytes] = {}
    names: list[str] = []
    for chapter in in_steps(found).chapters:
        name = f"{found.identity}-{chapter.name}"
        names.append(name)
        files[f"{name}/{name}.xml"] = _file(_assessment(found, chapter, name))
        files[f"{name}/assessment_meta.xml"] = _file(_settings(found, chapter, name))
    return zipped({"imsmanifest.xml": _file(_manifest(found, names)), **files})


def _manifest(found: Questions, names: Iterable[str]) -> ET.Element:
    root = ET.Element("manifest", {"xmlns": PACKAGE, "xmlns:imsmd": METADATA, "identifier": found.identity})
    metadata = ET.SubElement(root, "metadata")
    _add(metadata, "schema", "IMS Content")
    _add(metadata, "schemaversion", "1.1.3")
    lom = ET.SubElement(metadata, "imsmd:lom")
    general = ET.SubElement(lom, "imsmd:general")
    _add(ET.SubElement(general, "imsmd:title"), "imsmd:string", found.title)
    rights = ET.SubElement(lom, "imsmd:rights")
    _add(ET.SubElement(rights, "imsmd:copyrightAndOtherRestrictions"), "imsmd:value", "yes")
    _add(ET.SubElement(rights, "imsmd:description"), "imsmd:string", found.credit)
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    for name in names:
        quiz = ET.SubElement(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
        ET.SubElement(quiz, "file", href=f"{name}/{name}.xml")
        ET.SubElement(quiz, "dependency", identifierref=f"{name}-settings")
        settings = f"{name}/assessment_meta.xml"
        kind = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
        beside = ET.SubElement(resources, "resource", identifier=f"{name}-settings", type=kind, href=settings)
        ET.SubElement(beside, "file", href=settings)
    return root


def _settings(found: Questions, chapter: Chapter, name: str) -> ET.Element:
    root = ET.Element("quiz", xmlns=CANVAS, identifier=name)
    _add(root, "title", f"{found.title}: {chapter.title}")
    _add(root, "description", line(found.credit))
    _add(root, "shuffle_answers", "true" if all(map(_shuffles, chapter.questions)) else "false")
    _add(root, "scoring_policy", "keep_highest")
    _add(root, "quiz_type", "practice_quiz")
    points = sum(not isinstance(question.task, Case) for question in chapter.questions)
    _add(root, "points_possible", f"{points:.1f}")
    _add(root, "show_correct_answers", "true")
    _add(root, "allowed_attempts", "-1")
    _add(root, "available", "false")
    return root


def _shuffles(question: Question) -> bool:
    return not (isinstance(question.task, Choices | Pairs) and question.task.fixed)


def _assessment(found: Questions, chapter: Chapter, name: str) -> ET.Element:
    root = ET.Element("questestinterop", xmlns=QTI)
    assessment = ET.SubElement(root, "assessment", ident=name, title=f"{found.title}: {chapter.title}")
    _fields(assessment, {"cc_maxattempts": "unlimited"})
    section = ET.SubElement(assessment, "section", ident="root_section")
    for question in chapter.questions:
        section.append(_item(found, question))
    return root


def _item(found: Questions, question: Question) -> ET.Element:
    kind, answered = _TYPES[type(question.task)]
    title = shorten(f"{question.id}: {question.stem}", 200, placeholder="…")
    item = ET.Element("item", ident=question.id, title=title)
    score = "0" if isinstance(question.task, Case) else "1"
    if isinstance(question.task, Choices) and question.task.how:
        kind = "multiple_answers_question"
    said = {"question_type": kind, "points_possible": score, "assessment_question_identifierref": question.id}
    _fields(ET.SubElement(item, "itemmetadata"), said)
    presentation = ET.SubElement(item, "presentation")
    asked = _Answering(presentation)
    how = answered(asked, question.task)
    presentation.insert(0, _material(html.asked(question, *how)))
    if score == "0":
        return item
    processing = ET.SubElement(item, "resprocessing")
    outcomes = ET.SubElement(processing, "outcomes")
    ET.SubElement(outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    condition = _condition(processing, "Yes", feedback="general_fb")
    ET.SubElement(condition, "other")
    asked.conditions(processing)
    for name, said_of in {
        "general_fb": html.learned(found, question, *asked.after),
        **asked.feedback,
    }.items():
        told = ET.SubElement(item, "itemfeedback", ident=name)
        ET.SubElement(told, "flow_mat").append(_material(said_of))
    return item


class _Answering:
    """What a kind of question puts into the item: how it is answered, what scores, what is said of an answer."""

    def __init__(self, presentation: ET.Element) -> None:
        self.presentation = presentation
        self.feedback: dict[str, Markup] = {}
        self.after: list[Markup] = []
        self._answers: list[tuple[str, str]] = []
        self._scoring: list[Callable[[ET.Element], None]] = []

    def choices(
        self, ident: str, rows: Iterable[tuple[str, str]], cardinality: str, *, prompt: str | None = None
    ) -> None:
        """Offer rows to choose from, each an id and its text."""
        response = ET.SubElement(self.presentation, "response_lid", ident=ident, rcardinality=cardinality)
        if prompt is not None:
            response.append(_material(text(prompt)))
        render = ET.SubElement(response, "render_choice")
        for name, said in rows:
            ET.SubElement(render, "response_label", ident=name).append(_material(text(said)))

    def field(self, **kind: str) -> None:
        """Offer a line to write an answer on."""
        response = ET.SubElement(self.presentation, "response_str", ident=RESPONSE, rcardinality="Single")
        ET.SubElement(ET.SubElement(response, "render_fib", kind), "response_label", ident="answer1")

    def tell(self, answer: str, name: str, said: Markup) -> None:
        """Have a text shown after one answer."""
        self.feedback[name] = said
        self._answers.append((answer, name))

    def score(self, scoring: Callable[[ET.Element], None]) -> None:
        """Add a function that writes a condition, and what it scores, into the element it is given."""
        self._scoring.append(scoring)

    def conditions(self, processing: ET.Element) -> None:
        """Write all conditions: the texts after answers first, then the scores."""
        for answer, name in self._answers:
            _equal(_condition(processing, "Yes", feedback=name), answer)
        for scoring in self._scoring:
            scoring(processing)


def _choices(asked: _Answering, task: Choices) -> tuple[str, ...]:
    several = bool(task.how)
    rows = [(option.id, option.text) for option in task.options]
    asked.choices(RESPONSE, rows, "Multiple" if several else "Single")
    for option in task.options:
        why = tag("p", tag("b", mark(option.right, option.harmful)), tag("br"), text(option.why))
        asked.tell(option.id, f"{option.id}_fb", why)

    def scoring(processing: ET.Element) -> None:
        if not several:
            for option in task.keys:
                _equal(_condition(processing, "No", score="100"), option.id)
            return
        when = ET.SubElement(_condition(processing, "No", score="100"), "and")
        for option in task.options:
            _equal(when if option.right else ET.SubElement(when, "not"), option.id)

    asked.score(scoring)
    return (task.how,)


def _number(asked: _Answering, task: Number) -> tuple[str, ...]:
    asked.field(fibtype="Decimal")

    def scoring(processing: ET.Element) -> None:
        either = ET.SubElement(_condition(processing, "No", score="100"), "or")
        _equal(either, f"{task.value:.15g}")
        both = ET.SubElement(either, "and")
        for name, end in (("vargte", task.value - task.tolerance), ("varlte", task.value + task.tolerance)):
            ET.SubElement(both, name, respident=RESPONSE).text = f"{end:.15g}"

    asked.score(scoring)
    asked.after.append(html.all_reasons(task))
    return f"{say('unit')}: {task.unit.text}", task.how


def _order(asked: _Answering, task: Order) -> tuple[str, ...]:
    asked.choices(RESPONSE, ((entry.id, entry.text) for entry in task.mixed), "Ordered")

    def scoring(processing: ET.Element) -> None:
        when = _condition(processing, "No", score="100")
        for entry in task.entries:
            _equal(when, entry.id)

    asked.score(scoring)
    asked.after.append(html.all_reasons(task))
    return ()


def _pairs(asked: _Answering, task: Pairs) -> tuple[str, ...]:
    rows = [(answer.id, answer.text) for answer in task.answers]
    share = f"{100 / len(task.prompts):.2f}"
    for prompt in task.prompts:
        ident = f"response_{prompt.id}"
        asked.choices(ident, rows, "Single", prompt=prompt.text)

        def scoring(processing: ET.Element, ident: str = ident, answer: str = prompt.answer) -> None:
            _equal(_condition(processing, None, score=share, action="Add"), answer, ident)

        asked.score(scoring)
    asked.after.append(html.all_reasons(task))
    return (say("how_matching"),)


def _words(asked: _Answering, task: Words) -> tuple[str, ...]:
    asked.field()
    for spelling in task.accepted:
        asked.tell(spelling, "right_fb", line(task.why))
    for number, each in enumerate(task.mistaken, start=1):
        for spelling in each.answers:
            asked.tell(spelling, f"wrong{number}_fb", line(each.why))

    def scoring(processing: ET.Element) -> None:
        when = _condition(processing, "No", score="100")
        for spelling in task.accepted:
            _equal(when, spelling)

    asked.score(scoring)
    asked.after.append(html.all_reasons(task))
    return ()


def _case(_asked: _Answering, _task: Case) -> tuple[str, ...]:
    return ()


_TYPES: dict[type, tuple[str, Callable[[_Answering, Any], tuple[str, ...]]]] = {
    Choices: ("multiple_choice_question", _choices),
    Number: ("numerical_question", _number),
    Order: ("ordering_question", _order),
    Pairs: ("matching_question", _pairs),
    Words: ("short_answer_question", _words),
    Case: ("text_only_question", _case),
}


def _condition(
    processing: ET.Element,
    goes_on: str | None,
    *,
    feedback: str | None = None,
    score: str | None = None,
    action: str = "Set",
) -> ET.Element:
    """Add a condition with what follows from it, and return the element that says when it holds."""
    condition = ET.SubElement(processing, "respcondition", {"continue": goes_on} if goes_on else {})
    when = ET.SubElement(condition, "conditionvar")
    if score is not None:
        ET.SubElement(condition, "setvar", action=action, varname="SCORE").text = score
    if feedback is not None:
        ET.SubElement(condition, "displayfeedback", feedbacktype="Response", linkrefid=feedback)
    return when


def _equal(when: ET.Element, answer: str, response: str = RESPONSE) -> None:
    ET.SubElement(when, "varequal", respident=response).text = answer


def _material(content: Markup) -> ET.Element:
    made = ET.Element("material")
    ET.SubElement(made, "mattext", texttype="text/html").text = content
    return made


def _fields(parent: ET.Element, said: dict[str, str]) -> None:
    metadata = ET.SubElement(parent, "qtimetadata")
    for name, value in said.items():
        field = ET.SubElement(metadata, "qtimetadatafield")
        _add(field, "fieldlabel", name)
        _add(field, "fieldentry", value)


def _add(parent: ET.Element, name: str, content: str) -> None:
    ET.SubElement(parent, name).text = content


def _file(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


FORMAT = Format(
    name="canvas",
    title="Canvas package (QTI 1.2)",
    suffix=".zip",
    sign=CANVAS,
    use=(
        "For teachers with Canvas: Settings, Import Course Content, QTI .zip file. It makes a quiz of each chapter, "
        "not published yet. ExamSoft takes the package as an export of Canvas."
    ),
    kept={
        "single-best-answer": "",
        "multiple-response": "Canvas gives points for picks in its own way.",
        "numeric": "The unit is given and not asked for.",
        "ordering": "New Quizzes only: all of it in order, or nothing. The reasons stand together, after the answer.",
        "matching": "The reasons stand together, after the answer.",
        "key-feature": "There is no limit to the picks, and harm counts like any wrong pick.",
        "short-answer": LISTED_SPELLINGS,
        "case": CASE_IN_STEPS,
    },
    not_kept={},
    write=write,
)
