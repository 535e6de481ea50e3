"""Parts of a question as HTML that needs no style and no script, for tools that take HTML."""

from collections.abc import Iterator

from quizzes.export.question import Question
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
