"""Whatever stands in a field or a file of evidence is at most a fault, and never a traceback."""

import contextlib

import pytest
import yaml
from evidence_folder import FILES, faults_of, write

from by_hand import by_hand
from outcomes import LedgerFault, load_ledger

RUBBISH: tuple[object, ...] = (
    None,
    True,
    -1,
    2.5,
    float("nan"),
    float("inf"),
    10**400,
    -(10**307),
    "",
    "x",
    "no one",
    [],
    ["x"],
    [None],
    {},
    {"low": "x"},
    {1: 2},
)


@pytest.mark.parametrize("name", FILES)
def test_whatever_stands_in_a_field_is_at_most_a_fault(name, tmp_path):
    """Each field of each record in turn holds each of these, and the rest is as it should be."""
    write(tmp_path, {})
    for rubbish in RUBBISH:
        whole = yaml.safe_load(FILES[name])
        for record in _mappings(whole):
            for field in list(record):
                kept, record[field] = record[field], rubbish
                (tmp_path / name).write_text(by_hand(whole), "utf-8")
                with contextlib.suppress(LedgerFault):
                    load_ledger(tmp_path)
                record[field] = kept


def _mappings(value: object):
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(inner)


HOSTILE = {
    "code to run": "!!python/object:os.system x",
    "brackets that never close": "[" * 5000,
    "brackets that all close": "claims: " + "[" * 400 + "]" * 400,
    "a null character": "a: \0",
    "a list as a name": "? [1]\n: 2",
    "a bare equals sign": "=",
    "half a binary number": "a: 0b_",
    "an anchor that holds itself": "claims: &a [*a]",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_yaml_is_a_fault_like_any_other(case, tmp_path):
    (tmp_path / "claims.yml").write_text(HOSTILE[case], encoding="utf-8")
    assert all(fault.startswith("claims.yml: ") for fault in faults_of(tmp_path))


def test_a_fault_is_one_line_of_bounded_length_whatever_it_quotes(tmp_path):
    write(tmp_path, {})
    path = tmp_path / "conflicts.yml"
    rubbish = r"\n".join(["- roe"] * 3000)
    path.write_text(f"conflicts:\n- id: one\n  sources: [\"{rubbish}\", 'poe-2021']\n", "utf-8")
    told = faults_of(tmp_path)
    assert any("no source has the key" in fault for fault in told)
    assert [fault for fault in told if len(fault.splitlines()) != 1 or len(fault) > 1001] == []
