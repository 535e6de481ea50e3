"""Parts of a question as HTML that needs no style and no script, for tools that take HTML."""

from collections.abc import Callable, Iterator
from typing import Any

from quizzes.export.question import Question, Questions
from quizzes.export.task import Case, Choices, Number, Order, Pairs, Task, Words
from quizzes.strings import say
from records.markup import Markup, as_made, join, tag


def text(written: str) -> Markup:
    r"""Return text that the other tools show as it is.

    They take `[sound:…]` for a recording, and `\\(` for the start of a formula.

    >>> text("a < b [sound:x] \\(y")
    'a &lt; b &#91;sound:x] <span>\\</span>(y'
    """
    parts = [as_made(join(piece).replace("[", "&#91;")) for piece in written.split("\\")]
    backslash = tag("span", "\\")
    return join(parts[0], *(each for part in parts[1:] for each in (backslash, part)))


def line(written: str) -> Markup:
    """Return a text as a paragraph."""
    return tag("p", text(written), dir="auto")


def paragraphs(*texts: str) -> Iterator[Markup]:
    """Yield texts as paragraphs, without those that are empty."""
    return (line(each) for each in texts if each)


def listed(*texts: str, marks: str = "A") -> Markup:
    """Return a list with letters, with numbers (`1`), or with neither (`none`)."""
    rows = (tag("li", text(each), dir="auto") for each in texts)
    return tag("ul", *rows) if marks == "none" else tag("ol", *rows, type=marks)


def mark(right: bool, harmful: bool = False) -> str:
    """Return whether something is right, as a sign and in words."""
    return f"✓ {say('right_option')}" if right else f"✗ {say('harmful' if harmful else 'wrong_option')}"


def reasons(*rows: tuple[str, str, str]) -> Markup:
    """Return what could be answered, each with its mark and its reason."""
    return tag(
        "ul",
        *(
            tag("li", text(said), " ", tag("b", judged), tag("br"), text(why), dir="auto")
            for said, judged, why in rows
        ),
    )


def studies(question: Question) -> Markup:
    """Return the numbers behind the answer; nothing where there is none."""
    rows = (tag("li", text(" ".join(part for part in each if part)), dir="auto") for each in question.studies)
    return tag("ul", *rows) if question.studies else Markup()


def source(question: Question) -> Markup:
    """Return where the answer is taught: a link, or in words where no site is known."""
    way = question.paragraph
    return tag("a", way.title, href=way.address) if way.address else text(way.title)


def asked(question: Question, *how: str) -> Markup:
    """Return what is asked, and how it is answered; a case leads to the book."""
    scene = say("vignette") if question.vignette else ""
    leads = isinstance(question.task, Case) and question.address
    link = tag("p", tag("a", say("case_whole"), href=question.address)) if leads else None
    lead_in = tag("p", tag("b", text(question.lead_in)), dir="auto")
    return join(*paragraphs(scene, question.stem), lead_in, *paragraphs(*how), link)


def learned(found: Questions, question: Question, *reasons_why: Markup) -> Markup:
    """Return what is said after any answer: reasons, what to keep, what is behind it, where it is taught, license."""
    point = tag("p", tag("b", say("learning_point")), " ", text(question.learning_point), dir="auto")
    way = tag("p", source(question))
    return join(*reasons_why, point, studies(question), way, line(found.credit))


def all_reasons(task: Task) -> Markup:
    """Return the reason of everything that could be answered, for tools that show them together."""
    return reasons(*_REASONS[type(task)](task))


Row = tuple[str, str, str]


def _of_choices(task: Choices) -> Iterator[Row]:
    return ((each.text, mark(each.right, each.harmful), each.why) for each in task.options)


def _of_number(task: Number) -> Iterator[Row]:
    yield say("number", value=f"{task.value:.15g}", unit=task.unit.text), mark(True), task.why
    yield from ((unit.text, mark(False), unit.why) for unit in task.units if not unit.right)


def _of_order(task: Order) -> Iterator[Row]:
    places = enumerate(task.entries, start=1)
    return ((entry.text, say("place", place=place), entry.why) for place, entry in places)


def _of_pairs(task: Pairs) -> Iterator[Row]:
    said = ((say("pair", prompt=each.text, answer=task.text(each.answer)), each.why) for each in task.prompts)
    return ((pair, mark(True), why) for pair, why in said)


def _of_words(task: Words) -> Iterator[Row]:
    yield task.accepted[0], mark(True), task.why
    yield from ((each.answers[0], mark(False), each.why) for each in task.mistaken)


_REASONS: dict[type, Callable[[Any], Iterator[Row]]] = {
    Choices: _of_choices,
    Number: _of_number,
    Order: _of_order,
    Pairs: _of_pairs,
    Words: _of_words,
}
