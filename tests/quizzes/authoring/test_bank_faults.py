"""A bank that is not as it must be is refused, and its author told everything at once."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from outcomes import LedgerFault
from quizzes.__main__ import main
from quizzes.authoring.load import BankFault, load_bank, load_banks

BANKS = Path(__file__).parents[1] / "banks"
FILE = "example-chapter.yml"
SKY, FLAGS = "example-chapter-sky", "example-chapter-flags"


def faults_of(folder, someone) -> list[str]:
    with pytest.raises(BankFault) as refused:
        load_banks(folder, cite=someone)
    return refused.value.faults


def spoiled(bank, place, value):
    """Set what stands at a place such as `items.0.stem`; None takes it away."""
    *path, last = [int(step) if step.isdigit() else step for step in place.split(".")]
    inner = bank
    for step in path:
        inner = inner[step]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return bank


CASES = {
    "unknown field": ("items.0.stemm", "x", f"{SKY}: stemm: is not a field (did you mean stem?)"),
    "unknown field of an option": (
        "items.0.options.1.why",
        "x",
        f"{SKY}: options.green.why: is not a field",
    ),
    "missing id": ("items.0.id", None, "items 1: id: is missing"),
    "missing stem": ("items.0.stem", None, f"{SKY}: stem: is missing"),
    "empty stem": ("items.0.stem", "  ", f"{SKY}: stem: is empty: fill it in"),
    "stem of which nothing is seen": (
        "items.0.stem",
        " \u200b\u00ad\u3164 ",
        f"{SKY}: stem: is empty: fill it in",
    ),
    "rationale of one hidden sign": (
        "items.0.options.2.rationale",
        "\u2060",
        f"{SKY}: options.red.rationale: is empty: fill it in",
    ),
    "id used twice": ("items.1.id", SKY, f"{SKY}: id: is used twice in this file"),
    "id of another chapter": ("items.0.id", "other-sky", "other-sky: id: does not start with the chapter"),
    "id with capitals": ("items.0.id", "example-chapter-Sky", "example-chapter-Sky: id: "),
    "unknown objective": ("items.0.objective", "colour", f"{SKY}: objective: 'colour' is none of the"),
    "objective asked once": ("items.0.objective", "colour", "colours: items: is tested by 1;"),
    "objective asked by nobody": (
        "objectives",
        [{"id": "shapes", "text": "Know.", "bloom": "apply"}],
        "shapes: items: is tested by 0;",
    ),
    "unknown level": (
        "items.0.bloom",
        "guess",
        f"{SKY}: bloom: must be one of remember, understand,",
    ),
    "unknown kind": (
        "items.0.kind",
        "essay",
        f"{SKY}: kind: must be one of single-best-answer, multiple-response, numeric, ",
    ),
    "missing kind": ("items.0.kind", None, f"{SKY}: kind: is missing"),
    "no correct option": ("items.0.options.0.correct", None, f"{SKY}: options: no option is correct"),
    "two keys in single best answer": (
        "items.0.options.1.correct",
        True,
        f"{SKY}: options: 2 options are correct (blue, green)",
    ),
    "pick that is not the number of keys": (
        "items.1.pick",
        2,
        f"{FLAGS}: pick: says 2, but 3 options are correct",
    ),
    "pick in quotes": (
        "items.1.pick",
        "3",
        f"{FLAGS}: pick: must be a whole number, is '3': write it without quotes",
    ),
    "missing pick": ("items.1.pick", None, f"{FLAGS}: pick: is missing"),
    "pick where one is best": ("items.0.pick", 1, f"{SKY}: pick: is not a field"),
    "two options": ("items.0.options.2", None, f"{SKY}: options: has 2 options; 3 to 5 are allowed"),
    "no options": ("items.0.options", None, f"{SKY}: options: is missing"),
    "six options where one is best": (
        "items.0.options",
        [{"id": f"o{n}", "text": f"{n}!", "rationale": "r", "correct": n == 0} for n in range(6)],
        f"{SKY}: options: has 6 options; 3 to 5 are allowed",
    ),
    "seven options": (
        "items.1.options",
        [{"id": f"o{n}", "text": f"{n}!", "rationale": "r", "correct": n < 3} for n in range(7)],
        f"{FLAGS}: options: has 7 options; 3 to 6 are allowed",
    ),
    "option without rationale": (
        "items.0.options.1.rationale",
        None,
        f"{SKY}: options.green.rationale: is missing",
    ),
    "two options of one id": ("items.0.options.1.id", "blue", f"{SKY}: options: two options have the id"),
    "two options that read alike": ("items.0.options.1.text", "Blue", f"{SKY}: options: two options read"),
    "two options that differ in white space": (
        "items.0.options",
        [
            {"id": f"o{n}", "text": text, "rationale": "r", "correct": n == 0}
            for n, text in enumerate(["Pale blue", "Pale  blue ", "Red"])
        ],
        f"{SKY}: options: two options read 'Pale blue'",
    ),
    "unknown evidence": ("items.0.evidence", ["gone"], f"{SKY}: evidence: no evidence 'gone'"),
    "unknown evidence in a text": (
        "items.0.options.2.rationale",
        "{ev}`gone n`",
        f"{SKY}: options.red.rationale: no evidence 'gone n'",
    ),
    "token with a space": ("items.0.stem", "{ev} `blue-share`", f"{SKY}: stem: '{{ev}} `blue-share`' is no"),
    "token without an end": ("items.0.stem", "{ev}`blue-share", f"{SKY}: stem: '{{ev}}`blue-share' is no"),
    "neither evidence nor source": ("items.1.sources", None, f"{FLAGS}: evidence: names no evidence"),
    "another chapter than the file's": ("chapter", "other", "chapter: says 'other'"),
    "no such day": ("items.0.written", "2026-02-31", f"{SKY}: written: is not a day of the calendar"),
    "items that are no list": ("items", {"a": 1}, "items: must be a list, is a mapping"),
    "an item that is no mapping": (
        "items.0",
        "text",
        "items 1: must be a mapping of names to values, is 'text'",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_names_file_id_and_field(case, written, tmp_path, someone):
    place, value, expected = CASES[case]
    text = yaml.safe_dump(spoiled(written, place, value), allow_unicode=False)
    (tmp_path / FILE).write_text(text, "utf-8")
    assert any(fault.startswith(f"{FILE}: {expected}") for fault in faults_of(tmp_path, someone))


def test_ids_may_begin_with_the_name_that_a_chapter_had_before_and_with_no_other(written, tmp_path, someone):
    text = yaml.safe_dump(
        {**written, "chapter": "renamed", "kept_as": "example-chapter"}, allow_unicode=False
    )
    (tmp_path / "renamed.yml").write_text(text.replace(SKY, "other-sky"), "utf-8")
    told = "renamed.yml: other-sky: id: does not start with the chapter; write renamed-…"
    assert faults_of(tmp_path, someone) == [told]


def test_unknown_sources_are_told_with_those_near_and_with_every_other_fault(written, tmp_path, someone):
    spoiled(written, "items.1.sources", ["some-bok", "nothing-like-it"])
    spoiled(written, "items.0.evidence", ["gone"])
    (tmp_path / FILE).write_text(yaml.safe_dump(written), "utf-8")
    with pytest.raises(BankFault) as refused:
        load_banks(tmp_path, cite=someone, sources={"some-book", "other"})
    assert refused.value.faults[1:] == [
        f"{FILE}: {FLAGS}: sources: no source has the key 'some-bok' (did you mean some-book?)",
        f"{FILE}: {FLAGS}: sources: no source has the key 'nothing-like-it'",
    ]
    assert refused.value.faults[0].startswith(f"{FILE}: {SKY}: evidence: ")


TEXTS = {
    "broken YAML": (b"chapter: a\nitems: }\n", "line 2: is not YAML"),
    "an empty file": (b"", "is empty"),
    "only a comment": (b"# later\n", "is empty"),
    "a list": (b"- a\n", "holds a list, not a mapping of names to values"),
    "not UTF-8": ("chapter: é\n".encode("latin-1"), "line 1: is not UTF-8"),
    "a control sign": (b"chapter: a\nitems: \x07\n", "line 2: holds a character"),
    "a key written twice": (
        b"chapter: a\nchapter: b\n",
        "chapter: is written twice, on line 1 and again on line 2",
    ),
    "a date without quotes": (
        b"chapter: 2024-02-21\n",
        'chapter: line 1: YAML reads this as a date: put it in quotes, "2024-02-21"',
    ),
    "a date that is none": (
        b"chapter: 2024-02-31\n",
        'chapter: line 1: YAML reads this as a date: put it in quotes, "2024-02-31"',
    ),
    "half a character": (
        b'chapter: "\\ud83d"\n',
        "line 1: holds half a character, or none: write the character",
    ),
    "a no without quotes": (
        b"chapter: no\n",
        'chapter: line 1: YAML reads this as false: put it in quotes, "no"',
    ),
    "a number without quotes": (
        b"chapter: 5\n",
        'chapter: line 1: YAML reads this as the number 5: put it in quotes, "5"',
    ),
    "a list that contains itself": (
        b"items:\n- id: sky\n  options: &o\n  - *o\n",
        "line 4: uses an alias, *o: write out what it stands for",
    ),
    "an item that contains itself": (
        b"items:\n- &it\n  stem: a\n  hint: {self: *it}\n",
        "line 4: uses an alias, *it: write out what it stands for",
    ),
    "a file that contains itself": (b"&all\nchapter: *all\n", "line 2: uses an alias, *all: write out"),
    "two documents": (b"chapter: a\n---\nchapter: b\n", "line 2: is not YAML"),
    "nothing but brackets": (b"[" * 5000, "line 1: is nested too deeply: 20 levels at most"),
}


@pytest.mark.parametrize("case", TEXTS)
def test_a_file_that_yaml_reads_otherwise_is_refused(case, tmp_path, someone):
    content, expected = TEXTS[case]
    (tmp_path / FILE).write_bytes(content)
    assert any(fault.startswith(f"{FILE}: {expected}") for fault in faults_of(tmp_path, someone))


def test_an_anchor_that_is_used_again_is_told_with_each_line(written, tmp_path, someone):
    written["items"][1]["sources"] = written["items"][0]["sources"] = ["some-book"]
    text = yaml.safe_dump(written)
    line = text[: text.index("*id001")].count("\n") + 1
    (tmp_path / FILE).write_text(text, "utf-8")
    assert faults_of(tmp_path, someone) == [
        f"{FILE}: line {line}: uses an alias, *id001: write out what it stands for"
    ]


def test_aliases_that_multiply_beyond_all_bounds_are_told_like_any_other_fault(tmp_path, someone):
    levels = [f"- id: level-{n}\n  stem: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)]
    text = "items:\n- id: level-0\n  stem: &a0 [x, x]\n" + "".join(levels)
    (tmp_path / FILE).write_text(text, "utf-8")
    assert f"{FILE}: line 25: uses an alias, *a10: write out what it stands for" in faults_of(
        tmp_path, someone
    )


@pytest.mark.parametrize("place", ["items.0.bloom", "items.0.kind"])
def test_a_word_that_is_none_of_those_there_are_is_told_with_the_nearest(place, written, tmp_path, someone):
    meant = {"items.0.bloom": "apply", "items.0.kind": "single-best-answer"}[place]
    (tmp_path / FILE).write_text(yaml.safe_dump(spoiled(written, place, meant[:-1])), "utf-8")
    assert any(
        fault.endswith(f", is {meant[:-1]!r} (did you mean {meant}?)")
        for fault in faults_of(tmp_path, someone)
    )


def test_a_field_that_is_left_empty_is_a_fault_whether_it_is_needed_or_not(written, tmp_path, someone):
    text = yaml.safe_dump(written).replace("  stem:", "  hint:\n  stem:", 1)
    (tmp_path / FILE).write_text(text, "utf-8")
    assert any(
        fault.endswith(": hint: is empty: fill it in or leave the field out")
        for fault in faults_of(tmp_path, someone)
    )


def test_all_faults_of_all_files_are_told_at_once(written, tmp_path, someone):
    item = written["items"][0]
    item["stemm"] = "x"
    item["written"] = 20260131
    item["options"][0]["correct"] = False
    del item["options"][1]["rationale"]
    (tmp_path / FILE).write_text(yaml.safe_dump(written), "utf-8")
    (tmp_path / "second.yml").write_text("", "utf-8")
    assert faults_of(tmp_path, someone) == [
        f"{FILE}: {SKY}: written: line 25: YAML reads this as the number 20260131: put it in quotes, \"20260131\"",
        f"{FILE}: {SKY}: options.green.rationale: is missing",
        f"{FILE}: {SKY}: stemm: is not a field (did you mean stem?)",
        f"{FILE}: {SKY}: options: no option is correct; mark one with `correct: true`",
        "second.yml: is empty",
    ]  # fmt: skip


def test_an_id_used_in_two_files_is_a_fault_of_the_second(written, tmp_path, someone):
    for name in ("example", "example-chapter"):
        (tmp_path / f"{name}.yml").write_text(yaml.safe_dump({**written, "chapter": name}), "utf-8")
    assert faults_of(tmp_path, someone) == [
        f"example.yml: {name}: id: is used in {FILE} already; ids are never reused" for name in (SKY, FLAGS)
    ]


@pytest.mark.parametrize("name", ["other.yaml", "other.YML"])
def test_a_file_that_would_not_be_read_is_a_fault(name, tmp_path, someone):
    (tmp_path / name).write_text("", "utf-8")
    assert faults_of(tmp_path, someone)[0] == f"{name}: must end in .yml to be read"


def test_a_file_in_place_of_a_folder_is_told_with_its_folder(someone):
    assert faults_of(BANKS / FILE, someone) == [
        f"{FILE}: is a file: a folder of banks is wanted, such as {BANKS}"
    ]


def test_an_unknown_chapter_is_answered_with_those_there_are(someone):
    with pytest.raises(BankFault, match="elsewhere: there are no questions for it; there are for: example-"):
        load_bank("elsewhere", BANKS, cite=someone)


def test_a_good_bank_is_loaded_in_the_order_it_is_written(someone):
    banks = load_banks(BANKS, cite=someone)
    assert [item.id for item in banks["example-chapter"].items] == [SKY, FLAGS]


def test_the_command_lists_every_fault_and_fails(tmp_path):
    (tmp_path / FILE).write_text("chapter: no\nchapter: yes\n", "utf-8")
    (tmp_path / "second.yml").write_text("", "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "quizzes", "check", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert f"{FILE}: chapter: is written twice, on line 1 and again on line 2" in run.stderr
    assert "second.yml: is empty" in run.stderr


@pytest.mark.parametrize("command", ["check", "lint", "blueprint"])
def test_faults_of_the_evidence_come_before_those_of_the_questions(command, monkeypatch, capsys):
    unsound = ["studies/roe-2020.yml: roe-m1: events: 41 events among 40 patients", "claims.yml: is empty"]

    def ledger():
        raise LedgerFault(unsound)

    monkeypatch.setattr("outcomes.phrase.ledger", ledger)
    monkeypatch.setattr("sys.argv", ["quizzes", command, str(BANKS)])
    assert main() == 1
    assert capsys.readouterr().err.splitlines() == [
        *unsound,
        "quizzes: 2 to mend in the evidence first; the questions rest on it and come after",
    ]


def test_importing_the_package_starts_no_widget():
    code = "import quizzes, sys; assert not {'ipywidgets', 'anywidget', 'sphinx'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
