"""What surprises those who type YAML: signs that it reads otherwise than they look, and the cure."""

import re
import unicodedata
from typing import Any

import yaml

from records.bounds import unwelcome

LONGEST = 60
"""How long a text may be that a cure repeats [characters]."""

_CODE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_LETTERS = {
    "n": "a line break",
    "t": "a tab",
    "_": "a space",
    "N": "a line break",
    "L": "a line break",
    "P": "a line break",
}
_FIELD = re.compile(r"^\s*(?:- +)*(?:[\w-]+: +)?(.*?)\s*$")
_AT_LINE_END = re.compile(r"[ \t]+(#.*)")


def quoted(text: str) -> str:
    r"""Return a text in the quotes that YAML needs to read it as it is.

    >>> quoted("57:01"), quoted('a "b"'), quoted("\\beta")
    ('"57:01"', '\'a "b"\'', "'\\beta'")
    """
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def lost(event: Any, text: str) -> str:  # noqa: ANN401 - a scalar's event, whose marks are there though its type says maybe
    """Return what YAML reads otherwise than it looks in a scalar, and the cure; an empty text if nothing.

    In double quotes, that is a code for an invisible character, such as the first two signs of a backslash and "beta".
    Without quotes, it is whatever a number sign turns into a comment, and an anchor that names the text for an alias.
    """
    if event.style == '"':
        for found in _CODE.finditer(text, event.start_mark.index, event.end_mark.index):
            if what := _unseen(found[1]):
                return (
                    f"in double quotes YAML reads {found[0]} as {what}: write \\{found[0]}, "
                    "or put the text in single quotes"
                )
    elif event.anchor:
        return (
            f"YAML takes &{event.anchor} for a name of what follows and leaves it out: put the text in quotes"
        )
    elif event.implicit[0] and (after := _AT_LINE_END.match(text, event.end_mark.index)):
        whole = f"{event.value} {after[1]}".lstrip()
        return (
            f"YAML takes {_short(after[1])} for a comment and leaves it out: put the whole in quotes"
            f"{_repeated(whole)}, or the comment on a line of its own"
        )
    return ""


def _unseen(code: str) -> str | None:
    """Return what a code in double quotes stands for, if nothing of it can be seen."""
    if len(code) > 1:
        number = int(code[1:], 16)
        sign = chr(number) if number < 0x110000 else "a"
        kinds = {"Cc": "a control character", "Zl": "a line break", "Zp": "a line break"}
        return kinds.get(unicodedata.category(sign)) or unwelcome(sign)
    return _LETTERS.get(code, "a control character") if code in "0abtnvfreN_LP" else None


_CURES = (
    ("mapping values are not allowed", "a text with a colon and a space in it needs quotes"),
    ("cannot start any token", "a text that begins with such a sign needs quotes"),
    ("block sequence entries are not allowed", "a text that begins with a hyphen and a space needs quotes"),
    ("mapping keys are not allowed", "a text that begins with a question mark needs quotes"),
    ("expected comment or line break", "a text that begins with > or | needs quotes"),
    ("expected a comment or a line break", "a text that begins with > or | needs quotes"),
    ("unknown escape character", "in double quotes a backslash begins a code: put the text in single quotes"),
    ("expected ',' or", "a text that begins with a bracket or a brace needs quotes"),
)


def cure(problem: str, lines: list[str]) -> str:
    """Return the cure for what a parser says, in what the author wrote; an empty text where none is known.

    Parameters
    ----------
    problem : str
        What the parser says.
    lines : list of str
        The lines from where it began to where it ended.
    """
    if lines and lines[0].lstrip(" ").startswith("\t") and "cannot start any token" in problem:
        return "; indent with spaces, not with a tab"
    known = next((what for part, what in _CURES if part in problem), None)
    found = _FIELD.match(lines[0]) if known and lines else None
    if known is None or found is None:
        quote = "expected key" in problem or "block end" in problem or "end of stream" in problem
        return "; a quote is missing, or one within a text is not doubled" if quote else ""
    written = found[1]
    if "unknown escape" in problem:
        written = written.strip('"')
    return f"; {known}{_repeated(written)}"


def number_read(text: str) -> str:
    """Return the number that YAML reads a plain text as, in words.

    >>> number_read("57:01"), number_read("010"), number_read("0b_")
    ('the number 3421', 'the number 8', 'another number')
    """
    try:
        value = yaml.safe_load(text) if len(text) <= LONGEST else None
    except (ValueError, yaml.YAMLError):
        value = None
    return f"the number {value}" if isinstance(value, int | float) else "another number"


def _repeated(text: str) -> str:
    return f", {quoted(text)}" if text and len(text) <= LONGEST else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
