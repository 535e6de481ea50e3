"""A file of YAML is read as its author meant it, or refused in plain words."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from by_hand import by_hand
from records import nodes
from records.reading import read


def test_a_sound_file_is_read_as_it_is_written(written):
    text = (
        "a: 1\nb: -2.50\nc: 1.0e+3\nd: text\ne: '5'\nf: [true, no]\ng:\n- id: x\n  h: >\n    two\n    lines\n"
    )
    assert written(text) == (
        {
            "a": 1,
            "b": -2.5,
            "c": 1000.0,
            "d": "text",
            "e": "5",
            "f": [True, False],
            "g": [{"id": "x", "h": "two lines\n"}],
        },
        [],
    )


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_mark_of_byte_order_is_no_part_of_the_text(mark, written):
    assert written(f"{mark}a: ä\n").data == {"a": "ä"}


# name: (what is written, what is told of it). Nothing of such a file is read.
REFUSED = {
    "nothing": ("", "is empty"),
    "a comment": ("# later", "is empty"),
    "nothing, in words": ("~", "is empty"),
    "a text": ("a", "holds a text, not a mapping of names to values"),
    "a list": ("- a", "holds a list, not a mapping of names to values"),
    "a syntax error": (
        "a: [1\nb: 2]: 3",
        "line 2: is not YAML: while parsing a flow sequence (begun on line 1), did not find expected ',' or ']'"
        '; a text that begins with a bracket or a brace needs quotes, "[1"',
    ),
    "two documents": ("a: 1\n---\nb: 2", "line 2: is not YAML of one document: another begins here"),
    "another encoding": ("a: 1\nb: ä".encode("latin-1"), "line 2: is not UTF-8: save the file as UTF-8"),
    "a control sign": (
        "a: 1\nb: \x07",
        "line 2: holds a character that YAML does not allow, U+0007: remove it",
    ),
    "a mark of byte order within": (
        "a: \ufeff1",
        "line 1: holds a character that YAML does not allow, U+FEFF: remove it",
    ),
    "half a character": (
        'a: "\\ud83d"',
        "line 1: holds half a character, or none: write the character itself in place of its code",
    ),
    "a character beyond all": (
        'a: "\\UFFFFFFFF"',
        "line 1: holds half a character, or none: write the character itself in place of its code",
    ),
    "a directive": (
        "%TAG ! tag:example.org,2000:\n---\na: 1",
        "line 1: begins with %, like a YAML directive: remove the line",
    ),
    "an alias": ("a: &x 1\nb: *x", "line 2: uses an alias, *x: write out what it stands for"),
    "an alias that holds itself": ("a: &x [*x]", "line 1: uses an alias, *x: write out what it stands for"),
    "a whole number that is none": (
        "a: !!int ''",
        "line 1: says its own type, tag:yaml.org,2002:int: take that out, and put in quotes what is text",
    ),
    "a number that is none": (
        "a: !!float ''",
        "line 1: says its own type, tag:yaml.org,2002:float: take that out, and put in quotes what is text",
    ),
    "a truth that is none": (
        "a: !!bool x",
        "line 1: says its own type, tag:yaml.org,2002:bool: take that out, and put in quotes what is text",
    ),
    "a moment that is none": (
        "a: !!timestamp x",
        "line 1: says its own type, tag:yaml.org,2002:timestamp: take that out, and put in quotes what is text",
    ),
    "code to run": (
        "!!python/object:os.system\na: 1",
        "line 1: says its own type, tag:yaml.org,2002:python/object:os.syste…: take that out,"
        " and put in quotes what is text",
    ),
    "a type without a name": ("a: ! x", "line 1: says its own type, !: take that out, and put in quotes what is text"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_of_which_nothing_can_be_had_says_why_and_where(case, written):
    text, fault = REFUSED[case]
    assert written(text) == (None, [fault])


def test_every_alias_and_every_type_is_told_at_once(written):
    told = written("a: &x 1\nb: *x\nc: !!int 2\nd: *x").faults
    assert [fault.partition(":")[0] for fault in told] == ["line 2", "line 3", "line 4"]


# name: (what is written, what is read of it, what is told). The rest of such a file is looked at all the same.
TOLD = {
    "a key twice": ("a: 1\na: 2", {"a": 2}, "a: is written twice, on line 1 and again on line 2"),
    "a key twice in an entry": (
        "list:\n- {id: one, a: 1,\n  a: 2}",
        {"list": [{"id": "one", "a": 2}]},
        "one: a: is written twice, on line 2 and again on line 3",
    ),
    "a date": (
        "a: 2024-02-21",
        {"a": "2024-02-21"},
        'a: line 1: YAML reads this as a date: put it in quotes, "2024-02-21"',
    ),
    "a day that does not exist": (
        "a: 2024-02-31",
        {"a": "2024-02-31"},
        'a: line 1: YAML reads this as a date: put it in quotes, "2024-02-31"',
    ),
    "a pair of numbers that YAML counts by sixty": (
        "a: 57:01",
        {"a": "57:01"},
        'a: line 1: YAML reads this as the number 3421: write it in decimal digits, or in quotes, "57:01"',
    ),
    "a number that YAML counts by eight": (
        "a: 010",
        {"a": "010"},
        'a: line 1: YAML reads this as the number 8: write it in decimal digits, or in quotes, "010"',
    ),
    "half a binary number": (
        "a: 0b_",
        {"a": "0b_"},
        'a: line 1: YAML reads this as another number: write it in decimal digits, or in quotes, "0b_"',
    ),
    "a bare equals sign": (
        "a: =",
        {"a": "="},
        'a: line 1: YAML reads this as a sign of its own: put it in quotes, "="',
    ),
    "a name that YAML takes for false": (
        "list:\n- {id: one, no: 1}",
        {"list": [{"id": "one", "no": 1}]},
        'one: no: line 2: YAML reads this as true or false: put it in quotes, "no"',
    ),
    "a name that YAML takes for nothing": (
        "~: 1",
        {"~": 1},
        '~: line 1: YAML reads this as nothing: put it in quotes, "~"',
    ),
    "another mapping's fields": (
        "a: {<<: {b: 1}}",
        {"a": {"<<": {"b": 1}}},
        "a.<<: line 1: takes over the fields of another mapping: write them out",
    ),
    "a list for a name": (
        "list:\n- id: one\n  ? [1]\n  : 2",
        {"list": [{"id": "one"}]},
        "one: line 3: has a list for a name: a name is a text",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_what_yaml_guesses_is_told_with_its_place_and_the_cure(case, written):
    text, data, fault = TOLD[case]
    assert written(text) == (data, [fault])


@pytest.mark.parametrize("text", ["'2024-02-21'", '"57:01"', "'no'", '"="'])
def test_what_stands_in_quotes_is_a_text(text, written):
    assert written(f"a: {text}") == ({"a": text[1:-1]}, [])


SIGNS = st.sampled_from(
    [*"[]{},:-?&*!|>'\"%@`#~=<. \n\t01ab", "<<: ", "!!int ", "&a ", "*a", "- ", "a: ", "0x", "é", "\\U"]
)


@settings(max_examples=300)
@given(st.lists(SIGNS, max_size=40).map("".join))
def test_whatever_is_written_is_read_or_told(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.yml"
    path.write_text(text, "utf-8")
    data, faults = read(path)
    assert data is not None or faults
    assert all(fault and "\n" not in fault for fault in faults)


# Signs of which nothing can be seen are told, as nobody types them on purpose.
TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\xa0"), max_size=20
)
PLAIN = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=100)
@given(st.dictionaries(TEXTS, PLAIN, min_size=1, max_size=5))
def test_what_is_written_properly_is_read_as_it_was(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "proper.yml"
    path.write_text(by_hand(data), "utf-8")
    assert read(path) == (data, [])


def test_the_slower_parser_of_a_machine_without_the_quick_one_reads_the_same(written, monkeypatch):
    text = "a: 1\nlist:\n- {id: one, b: [no, 2024-02-21]}\n"
    quick = written(text)
    monkeypatch.setattr(nodes, "_Loader", yaml.SafeLoader)
    assert written(text) == quick
    assert written('a: "\\UFFFFFFFF"').data is None


def test_a_path_may_be_anywhere():
    assert read(Path("/nowhere/some.yml")).faults == ["cannot be read: No such file or directory"]
