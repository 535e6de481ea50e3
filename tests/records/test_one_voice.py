"""The author of a bank and the author of a study are told the same of the same mistake."""

import pytest

from outcomes import load_ledger
from quizzes.authoring.load import load_banks
from records.faults import Refused

# The last line of each is the seventh.
ITEM = """\
chapter: noon
objectives: []
items:
- id: noon-sky
  objective: hues
  kind: ordering
  {field}
"""
ESTIMATE = """\
source:
  key: noon
estimates:
- id: noon-sky
  topic: hues
  measure: hue
  {field}
"""
OPTIONAL = {"bank": "hint", "ledger": "note"}
FIELDS = {
    "an alias": "OPTIONAL: &x [*x]",
    "a tag": "OPTIONAL: !!int ''",
    "half a character": 'OPTIONAL: "\\ud83d"',
    "a syntax error": "OPTIONAL: [",
    "lists within lists": f"OPTIONAL: {'[' * 30}{']' * 30}",
    "a control sign": "OPTIONAL: \x07",
    "a date without quotes": "OPTIONAL: 2024-02-31",
    "a word that YAML takes for false": "OPTIONAL: no",
    "a number for a text": "OPTIONAL: 5",
    "a list for a text": "OPTIONAL: []",
    "an empty field": "OPTIONAL:",
    "an empty text": "OPTIONAL: ''",
    "a field that is none": "moon: 1",
    "a name that YAML reads": "yes: 1",
    "a key twice": "id: noon-sky",
}


def told_to(author: str, field: str, folder) -> set[str]:
    """Return what is told of one field, without the file's name."""
    written = field.replace("OPTIONAL", OPTIONAL[author])
    if author == "bank":
        (folder / "noon.yml").write_text(ITEM.format(field=written), "utf-8")
        with pytest.raises(Refused) as refused:
            load_banks(folder, cite=lambda _: None)
    else:
        (folder / "studies").mkdir()
        (folder / "studies" / "noon.yml").write_text(ESTIMATE.format(field=written), "utf-8")
        with pytest.raises(Refused) as refused:
            load_ledger(folder)
    faults = {
        fault.partition(": ")[2].replace(f" {OPTIONAL[author]}:", " OPTIONAL:")
        for fault in refused.value.faults
    }
    name = field.partition(":")[0]
    return {fault for fault in faults if fault.startswith((f"noon-sky: {name}: ", "line "))}


@pytest.mark.parametrize("case", FIELDS)
def test_the_same_mistake_is_told_in_the_same_words(case, tmp_path):
    (tmp_path / "bank").mkdir()
    (tmp_path / "ledger").mkdir()
    to_one = told_to("bank", FIELDS[case], tmp_path / "bank")
    assert to_one
    assert told_to("ledger", FIELDS[case], tmp_path / "ledger") == to_one
