"""Surprises of YAML and of keyboards: each is told with its line, what was read, and the cure in what was written."""

from typing import Annotated

import pytest
from pydantic import Field

from records.record import Record
from records.text import Text
from records.wording import taken_file
from records.written import repeated


class Molecule(Record):
    text: Text = "THB2"
    dose: Annotated[float, Field(ge=0)] = 1.0


def told(written, line: str) -> list[str]:
    """Return what is told of a file whose second line this is."""
    data, faults = written(f"# A molecule.\n{line}\n")
    return faults + (taken_file(Molecule, data)[1] if data is not None else [])


NUMBER = "text: line 2: YAML reads this as the number {}: put it in quotes, {}"
OTHER = "text: line 2: YAML reads this as the number {}: write it in decimal digits, or in quotes, {}"
FALSE, TRUE, NOTHING = (
    f"text: line 2: YAML reads this as {what}: put it in quotes, " for what in ("false", "true", "nothing")
)
DATE = "text: line 2: YAML reads this as a date: put it in quotes, "
UNSEEN = "text: line 2: in double quotes YAML reads {} as {}: write \\{}, or put the text in single quotes"
COMMENT = (
    "text: line 2: YAML takes {} for a comment and leaves it out: put the whole in quotes, {}, "
    "or the comment on a line of its own"
)
START = (
    "line 2: is not YAML: while scanning for the next token (begun on line 2), "
    "found character that cannot start any token"
)
SIGN = f"{START}; a text that begins with such a sign needs quotes, "

# What is typed, and the first fault that is told of it.
SURPRISES = {
    "text: 57:01": OTHER.format(3421, '"57:01"'),
    "text: 1:10": OTHER.format(70, '"1:10"'),
    "text: 10:00": OTHER.format(600, '"10:00"'),
    "text: 12:30:45": OTHER.format(45045, '"12:30:45"'),
    "text: 010": OTHER.format(8, '"010"'),
    "text: 007": OTHER.format(7, '"007"'),
    "text: 1_000": OTHER.format(1000, '"1_000"'),
    "text: 0x1F": OTHER.format(31, '"0x1F"'),
    "text: 0b11": OTHER.format(3, '"0b11"'),
    "text: .NaN": OTHER.format("nan", '".NaN"'),
    "text: 1.10": NUMBER.format("1.1", '"1.10"'),
    "text: +5": NUMBER.format(5, '"+5"'),
    "text: .5": NUMBER.format("0.5", '".5"'),
    "text: 5.": NUMBER.format("5.0", '"5."'),
    "text: .inf": NUMBER.format("inf", '".inf"'),
    "{text: 0,62}": 'text: line 2: a comma in braces begins another field: put the whole in quotes, "0,62"',
    "text: no": f'{FALSE}"no"',
    "text: Off": f'{FALSE}"Off"',
    "text: Yes": f'{TRUE}"Yes"',
    "text: ON": f'{TRUE}"ON"',
    "text: ~": f'{NOTHING}"~"',
    "text: Null": f'{NOTHING}"Null"',
    "text:": "text: is empty: fill it in or leave the field out",
    "text: 2024-02-21": f'{DATE}"2024-02-21"',
    "text: 2024-02-31": f'{DATE}"2024-02-31"',
    "text: =": 'text: line 2: YAML reads this as a sign of its own: put it in quotes, "="',
    "text: <<": "text: line 2: takes over the fields of another mapping: write them out",
    "text: grade 3 #4": COMMENT.format("#4", '"grade 3 #4"'),
    "text: #4": COMMENT.format("#4", '"#4"'),
    'text: "\\beta"': UNSEEN.format("\\b", "a control character", "\\b"),
    'text: "\\alpha"': UNSEEN.format("\\a", "a control character", "\\a"),
    'text: "\\tau"': UNSEEN.format("\\t", "a tab", "\\t"),
    'text: "\\n-glycan"': UNSEEN.format("\\n", "a line break", "\\n"),
    'text: "H\\_2"': UNSEEN.format("\\_", "a space", "\\_"),
    'text: "\\x07"': UNSEEN.format("\\x07", "a control character", "\\x07"),
    'text: "\\u2028"': UNSEEN.format("\\u2028", "a line break", "\\u2028"),
    'text: "\\ufffe"': UNSEEN.format("\\ufffe", "a character that YAML does not allow", "\\ufffe"),
    'text: "\\uFEFF"': UNSEEN.format("\\uFEFF", "a character that YAML does not allow", "\\uFEFF"),
    'text: "\\U0000202E"': UNSEEN.format("\\U0000202E", "a hidden character that turns text around", "\\U0000202E"),
    'text: "\\lambda"': (
        "line 2: is not YAML: while parsing a quoted scalar (begun on line 2), found unknown escape character; "
        "in double quotes a backslash begins a code: put the text in single quotes, '\\lambda'"
    ),
    "text: MARB1: THB2": (
        "line 2: is not YAML: mapping values are not allowed in this context; "
        'a text with a colon and a space in it needs quotes, "MARB1: THB2"'
    ),
    "text: - 5": (
        "line 2: is not YAML: block sequence entries are not allowed in this context; "
        'a text that begins with a hyphen and a space needs quotes, "- 5"'
    ),
    "text: ? a": (
        "line 2: is not YAML: mapping keys are not allowed in this context; "
        'a text that begins with a question mark needs quotes, "? a"'
    ),
    "text: >5%": (
        "line 2: is not YAML: while scanning a block scalar (begun on line 2), did not find expected comment or line "
        'break; a text that begins with > or | needs quotes, ">5%"'
    ),
    "text: @4 weeks": f'{SIGN}"@4 weeks"',
    "text: %CV": f'{SIGN}"%CV"',
    "text: {ev}`one`": f'{SIGN}"{{ev}}`one`"',
    "text: `one`": f'{SIGN}"`one`"',
    "\ttext: one": f"{START}; indent with spaces, not with a tab",
    "text: 'it's'": (
        "line 2: is not YAML: while parsing a block mapping (begun on line 2), did not find expected key; "
        "a quote is missing, or one within a text is not doubled"
    ),
    "text: *5": "line 2: uses an alias, *5: write out what it stands for",
    "text: &5 mg": (
        "text: line 2: YAML takes &5 for a name of what follows and leaves it out: put the text in quotes"
    ),
    "text: !5": "line 2: says its own type, !5: take that out, and put in quotes what is text",
    "text: one\u202eowt": "line 2: holds a hidden character that turns text around, U+202E: remove it",
    "text: \u200b": "text: is empty: fill it in or leave the field out",
    "text: one\x00": "line 2: holds a character that YAML does not allow, U+0000: remove it",
    "text: one\ntext: two": "text: is written twice, on line 2 and again on line 3",
    "txet: one": "txet: is not a field (did you mean text?)",
    "dose: 1,5": "dose: must be one number, is '1,5': write it as 1.5",
    "dose: \u22125": "dose: must be one number, is '\u22125': write it as -5",
    "dose: '5'": "dose: must be one number, is '5': write it without quotes",
    "dose: 1e3": "dose: YAML reads '1e3' as a text: write its digits out, without quotes: 1000",
}  # fmt: skip


@pytest.mark.parametrize("line", SURPRISES)
def test_a_surprise_is_told_with_its_line_what_was_read_and_the_cure(line, written):
    assert told(written, line)[0] == SURPRISES[line]


AS_TYPED = {
    "text: 1e3": "1e3",
    "text: y": "y",
    "text: 2024-02": "2024-02",
    "text: 1/2": "1/2",
    "text: 5\u00a0mg": "5\u00a0mg",
    "text: <5%": "<5%",
    "text: MARB1::THB2": "MARB1::THB2",
    "text: “so”": "“so”",
    "text: a#4": "a#4",
    'text: "a \\"b\\" \\\\c \\/d"': 'a "b" \\c /d',
    'text: "caf\\u00e9"': "café",
    "text: '\\beta' # the Greek letter": "\\beta",
    "text: >\n  two\n  lines": "two lines\n",
    "text: \u2067کتاب\u2069": "\u2067کتاب\u2069",
}


@pytest.mark.parametrize("line", AS_TYPED)
def test_what_is_as_it_looks_is_read_as_it_is_typed(line, written):
    assert written(f"{line}\n") == ({"text": AS_TYPED[line]}, [])


@pytest.mark.parametrize("line", ["dose: 5 # mg", "dose: # later\n  5", "# text\ntext: a"])
def test_a_comment_that_takes_no_text_away_is_a_comment(line, written):
    assert written(f"{line}\n").faults == []


SAME_LOOK = {
    "two spellings of a letter": "Ble\u0301u",
    "a space without width": "Blé\u200bu",
    "a soft hyphen": "Blé\u00adu",
    "white space": " Bléu\u00a0",
    "a letter of another alphabet": "\u0412léu",
}


@pytest.mark.parametrize("case", SAME_LOOK)
def test_texts_that_the_eye_cannot_tell_apart_are_repeated(case):
    assert repeated(["Bléu", SAME_LOOK[case]]) == ["Bléu"]


@pytest.mark.parametrize(
    "pair", [("5\u20111", "5-1"), ("5\u22121", "5-1"), ("1\u00b5g", "1\u03bcg"), ("“a”", '"a"')]
)
def test_so_are_signs_that_look_the_same(pair):
    assert repeated(list(pair)) == [pair[0]]


@pytest.mark.parametrize("pair", [("Mg", "mg"), ("x²", "x2"), ("THB2", "Thb2"), ("1.5", "1,5")])
def test_texts_that_the_eye_can_tell_apart_are_two(pair):
    assert repeated(list(pair)) == []
