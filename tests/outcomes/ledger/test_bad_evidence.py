"""Bad evidence is refused as a whole: every fault, with file, id and field, and never a traceback."""

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from evidence_folder import FILES, STUDY, TOPIC, Files, faults_of, spoil, write

from outcomes import load_ledger
from outcomes.__main__ import main
from outcomes.endpoints import Endpoint
from outcomes.model import Reading


def run_check(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "outcomes", "check", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


ENDPOINTS = ", ".join(Endpoint)
READINGS = ", ".join(get_args(Reading))

# name: (what is spoiled, the whole fault)
CASES: dict[str, tuple[Files, str]] = {
    "a YAML syntax error, with its line": (
        spoil(STUDY, "  year: 2020", "  year: [2020"),
        "studies/roe-2020.yml: line 7: is not YAML: while parsing a flow sequence (begun on line 6),"
        " did not find expected ',' or ']'"
        '; a text that begins with a bracket or a brace needs quotes, "[2020"',
    ),
    "an empty file": ({STUDY: ""}, "studies/roe-2020.yml: is empty"),
    "a file of comments only": ({"claims.yml": "# nothing yet\n"}, "claims.yml: is empty"),
    "a list where a mapping is wanted": (
        {"conflicts.yml": "- one\n- two\n"},
        "conflicts.yml: holds a list, not a mapping of names to values",
    ),
    "a file that is not UTF-8": (
        {"claims.yml": "claims: []  # Schöffski".encode("latin-1")},
        "claims.yml: line 1: is not UTF-8: save the file as UTF-8",
    ),
    "a key that stands twice in one mapping": (
        spoil(STUDY, "  value: 62\n", "  value: 62\n  value: 68\n"),
        "studies/roe-2020.yml: roe-os5: value: is written twice, on line 17 and again on line 18",
    ),
    "an alias": (
        spoil(TOPIC, "sources: [poe-2021]", "sources: &it [poe-2021, *it]"),
        "topics/staging.yml: line 17: uses an alias, *it: write out what it stands for",
    ),
    "a file that nobody would read": (
        {"studies/roe-2021.yaml": FILES[STUDY]},
        "studies/roe-2021.yaml: is not a file of the ledger: it belongs to studies/NAME.yml, topics/NAME.yml"
        " or one of claims.yml, corrections.yml, conflicts.yml, comparability.yml",
    ),
    "a file that nobody would read for its capitals": (
        {"studies/roe-2021.YML": FILES[STUDY]},
        "studies/roe-2021.YML: is not a file of the ledger: it belongs to studies/NAME.yml, topics/NAME.yml"
        " or one of claims.yml, corrections.yml, conflicts.yml, comparability.yml",
    ),
    "a study whose file has another name": (
        {
            "studies/roe-2019.yml": "source:\n  key: doe-2019\n  authors: Doe J\n  title: T\n  journal: J\n"
            "  design: series\n  level_seen: abstract\n"
        },
        "studies/roe-2019.yml: doe-2019: key: must be the file's name, roe-2019",
    ),
    "an unknown list": (
        spoil("claims.yml", "claims:\n", "claim:\n"),
        "claims.yml: claim: is not a field (did you mean claims?)",
    ),
    "an unknown field": (
        spoil(STUDY, "  events: 10", "  evnts: 10"),
        "studies/roe-2020.yml: roe-m1: evnts: is not a field (did you mean events?)",
    ),
    "a missing id": (
        spoil(STUDY, "- id: roe-m1\n  topic", "- topic"),
        "studies/roe-2020.yml: estimates 2: id: is missing",
    ),
    "a missing field": (
        spoil(STUDY, "  design: retrospective series\n", ""),
        "studies/roe-2020.yml: roe-2020: design: is missing",
    ),
    "an empty field": (
        spoil(STUDY, "  timepoint: 5 y", "  timepoint:"),
        "studies/roe-2020.yml: roe-os5: timepoint: is empty: fill it in or leave the field out",
    ),
    "an id that is no id": (
        spoil(STUDY, "- id: roe-m1", "- id: Roe M1"),
        "studies/roe-2020.yml: Roe M1: id: must be lower-case words and digits joined by hyphens,"
        " is 'Roe M1'",
    ),
    "a duplicate id in one file": (
        spoil(STUDY, "- id: roe-m1", "- id: roe-change"),
        "studies/roe-2020.yml: roe-change: id: stands already in studies/roe-2020.yml",
    ),
    "a duplicate id across files": (
        spoil(TOPIC, "- id: stage-size", "- id: claim-one"),
        "topics/staging.yml: claim-one: id: stands already in claims.yml",
    ),
    "a duplicate number in a fact": (
        spoil(
            TOPIC,
            "  sources: [poe",
            "  - {id: upper-limit, measure: the same, value: 5, unit: cm}\n  sources: [poe",
        ),
        "topics/staging.yml: stage-size: numbers.upper-limit.id: stands twice in this fact",
    ),
    "a duplicate source key": (
        spoil(TOPIC, "- key: poe-2021", "- key: roe-2020"),
        "topics/staging.yml: roe-2020: key: stands already in studies/roe-2020.yml",
    ),
    "one DOI under two keys": (
        spoil(
            TOPIC, "  title: An invented review\n", "  title: An invented review\n  doi: 10.1000/roe.2020\n"
        ),
        "topics/staging.yml: poe-2021: doi: 10.1000/roe.2020 is also that of roe-2020:"
        " use one key, or say part_of",
    ),
    "a DOI that is an address": (
        spoil(STUDY, "doi: 10.1000/roe.2020", "doi: https://doi.org/10.1000/roe.2020"),
        "studies/roe-2020.yml: roe-2020: doi: must be the bare DOI in lower case,"
        " e.g. 10.1000/roe.2020, is 'https://doi.org/10.1000/roe.2020'",
    ),
    "a way of reading a source that is none": (
        spoil(STUDY, "  level_seen: abstract", "  level_seen: abstract start"),
        f"studies/roe-2020.yml: roe-2020: level_seen: must be one of {READINGS}, is 'abstract start'"
        " (did you mean abstract in part?)",
    ),
    "a way of reading for a fact that is none": (
        spoil(TOPIC, "level_seen: table or excerpt", "level_seen: table or excerpt; seen"),
        f"topics/staging.yml: stage-size: level_seen: must be one of {READINGS},"
        " or some of them with '; ' between, is 'seen'",
    ),
    "an unknown source of a fact": (
        spoil(TOPIC, "sources: [poe-2021]", "sources: [poe-2012]"),
        "topics/staging.yml: stage-size: sources: no source has the key poe-2012",
    ),
    "an unknown source of a number": (
        spoil(TOPIC, "    unit: cm\n", "    unit: cm\n    source: moe-1999\n"),
        "topics/staging.yml: stage-size: numbers.upper-limit.source: no source has the key moe-1999",
    ),
    "an unknown source of a claim": (
        spoil("claims.yml", "  source: roe-2020", "  source: moe-1999"),
        "claims.yml: claim-one: source: no source has the key moe-1999",
    ),
    "an unknown claim": (
        spoil("corrections.yml", "claims: [claim-one]", "claims: [claim-two]"),
        "corrections.yml: corr-one: claims: no claim has the id claim-two",
    ),
    "an unknown fact": (
        spoil("conflicts.yml", "facts: [stage-size]", "facts: [stage-sighs]"),
        "conflicts.yml: conflict-one: facts: no fact has the id stage-sighs",
    ),
    "an unknown estimate": (
        spoil("comparability.yml", "[roe-os5]", "[roe-os10]"),
        "comparability.yml: axis-one: estimates: no estimate has the id roe-os10",
    ),
    "more events than patients": (
        spoil(STUDY, "  events: 10", "  events: 41"),
        "studies/roe-2020.yml: roe-m1: events: 41 events among 40 patients",
    ),
    "a negative count": (
        spoil(STUDY, "  events: 10", "  events: -1"),
        "studies/roe-2020.yml: roe-m1: events: must be greater than or equal to 0, is -1",
    ),
    "an interval upside down": (
        spoil(STUDY, "{low: 50, high: 74,", "{low: 74, high: 50,"),
        "studies/roe-2020.yml: roe-os5: interval.low: 74 is above high, 50",
    ),
    "an interval that excludes the value": (
        spoil(STUDY, "{low: 50, high: 74,", "{low: 63, high: 74,"),
        "studies/roe-2020.yml: roe-os5: interval: does not contain the value, 62",
    ),
    "an interval without bounds": (
        spoil(STUDY, "{low: 50, high: 74, level: 95}", "{level: 95}"),
        "studies/roe-2020.yml: roe-os5: interval.low: is missing: an interval has at least one bound",
    ),
    "an interval without a level": (
        spoil(STUDY, ", level: 95", ""),
        "studies/roe-2020.yml: roe-os5: interval.level: is missing",
    ),
    "a level that is a proportion": (
        spoil(STUDY, "level: 95", "level: 0.95"),
        "studies/roe-2020.yml: roe-os5: interval.level: must be greater than or equal to 50, is 0.95",
    ),
    "a percentage above 100": (
        spoil(
            STUDY,
            "  value: 62\n  unit: '%'\n  n: 40\n  interval: {low: 50, high: 74, level: 95}\n",
            "  value: 162\n  unit: '%'\n",
        ),
        "studies/roe-2020.yml: roe-os5: value: 162% is not within 0 to 100"
        " (only a change or a difference may be)",
    ),
    "a negative percentage that is no change": (
        spoil(STUDY, "median change in target lesions", "median share of target lesions"),
        "studies/roe-2020.yml: roe-change: value: -8.3% is not within 0 to 100"
        " (only a change or a difference may be)",
    ),
    "a percentage that is not its counts": (
        spoil(STUDY, "  value: 25\n", "  value: 27\n"),
        "studies/roe-2020.yml: roe-m1: value: 27% is not 10/40, which is 25.0%",
    ),
    "a date without quotes": (
        spoil(STUDY, "  timepoint: 5 y", "  timepoint: 2024-02-21"),
        'studies/roe-2020.yml: roe-os5: timepoint: line 22: YAML reads this as a date: put it in quotes, "2024-02-21"',
    ),
    "a day that does not exist": (
        spoil(STUDY, "  timepoint: 5 y", "  timepoint: 2024-02-31"),
        'studies/roe-2020.yml: roe-os5: timepoint: line 22: YAML reads this as a date: put it in quotes, "2024-02-31"',
    ),
    "a word that YAML takes for false": (
        spoil("claims.yml", "  note: They are not.", "  note: no"),
        'claims.yml: claim-one: note: line 8: YAML reads this as false: put it in quotes, "no"',
    ),
    "a number where text is wanted": (
        spoil(STUDY, "pmid: '12345678'", "pmid: 12345678"),
        "studies/roe-2020.yml: roe-2020: pmid: line 8: YAML reads this as the number 12345678: put it in quotes, "
        '"12345678"',
    ),
    "a number in quotes": (
        spoil(STUDY, "  value: 25\n", "  value: '25'\n"),
        "studies/roe-2020.yml: roe-m1: value: must be one number, is '25': write it without quotes",
    ),
    "a range in one field": (
        spoil(STUDY, "  value: 25\n", "  value: 20-58\n"),
        "studies/roe-2020.yml: roe-m1: value: must be one number, is '20-58':"
        " write a range as range: {low: 20, high: 58}",
    ),
    "two values in one field": (
        spoil(STUDY, "  value: 25\n", "  value: [25, 30]\n"),
        "studies/roe-2020.yml: roe-m1: value: must be one number, is a list:"
        " write a range as range: {low: 20, high: 58}",
    ),
    "two values in two fields": (
        spoil(STUDY, "  value: 62\n", "  value: 62\n  range: {low: 58, high: 65}\n"),
        "studies/roe-2020.yml: roe-os5: range: two values: value and range are given, one is wanted",
    ),
    "no value at all": (
        spoil(STUDY, "  value: -8.3\n", ""),
        "studies/roe-2020.yml: roe-change: value: is missing: give a value, a range, or events and n",
    ),
    "computed, and nobody says how": (
        spoil(STUDY, "  method: 10/40\n", ""),
        'studies/roe-2020.yml: roe-m1: method: is missing: a computed value says how, e.g. method: "48/74"',
    ),
    "a survival without an endpoint": (
        spoil(STUDY, "  endpoint: overall survival\n", ""),
        "studies/roe-2020.yml: roe-os5: endpoint: is missing: the measure names a survival or a response"
        " (overall survival)",
    ),
    "an endpoint that is none": (
        spoil(STUDY, "  endpoint: overall survival\n", "  endpoint: overal survival\n"),
        f"studies/roe-2020.yml: roe-os5: endpoint: must be one of {ENDPOINTS}, is 'overal survival'"
        " (did you mean overall survival?)",
    ),
    "an endpoint that the words deny": (
        spoil(STUDY, "  endpoint: overall survival\n", "  endpoint: disease-specific survival\n"),
        "studies/roe-2020.yml: roe-os5: endpoint: disease-specific survival,"
        " but the measure's words say overall survival",
    ),
    "a bare survival called overall": (
        spoil(STUDY, "5-year overall survival", "5-year survival"),
        "studies/roe-2020.yml: roe-os5: endpoint: overall survival,"
        " but the measure's words say survival (endpoint not named)",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_fault_is_named_with_file_id_and_field(case, tmp_path):
    spoiled, fault = CASES[case]
    assert fault in faults_of(write(tmp_path, spoiled))


@pytest.mark.parametrize("case", CASES)
def test_the_command_lists_the_fault_and_fails_without_a_traceback(case, tmp_path, capsys):
    spoiled, fault = CASES[case]
    assert main(["check", str(write(tmp_path, spoiled))]) == 1
    assert fault in capsys.readouterr().out.splitlines()


def test_a_faulty_folder_ends_the_command_with_its_faults_and_how_many(tmp_path):
    spoiled, fault = CASES["a YAML syntax error, with its line"]
    run = run_check(write(tmp_path, spoiled))
    assert run.returncode == 1
    assert fault in run.stdout.splitlines()
    assert run.stderr.endswith("fault\n") or run.stderr.endswith("faults\n")


def test_a_sound_folder_passes_with_its_counts(tmp_path):
    run = run_check(write(tmp_path, {}))
    assert (run.returncode, run.stdout) == (
        0,
        "2 sources, 3 estimates, 1 claim, 1 fact with 1 number: sound\n",
    )


def test_all_faults_of_all_files_come_at_once(tmp_path):
    spoiled: Files = {}
    for case in (
        "more events than patients",
        "an unknown source of a fact",
        "an unknown list",
        "a list where a mapping is wanted",
        "an unknown claim",
    ):
        spoiled |= CASES[case][0]
    found = faults_of(write(tmp_path, spoiled))
    assert {fault.partition(":")[0] for fault in found} == {
        "studies/roe-2020.yml",
        "topics/staging.yml",
        "claims.yml",
        "conflicts.yml",
        "corrections.yml",
    }


def test_all_faults_of_one_record_come_at_once(tmp_path):
    spoiled = spoil(
        STUDY,
        "  events: 10\n  n: 40\n  processing: computed\n  method: 10/40\n",
        "  evnts: 10\n  events: 41\n  n: 40\n  processing: computed\n  note: 2024-02-21\n",
    )
    assert sorted(faults_of(write(tmp_path, spoiled))) == [
        "studies/roe-2020.yml: roe-m1: events: 41 events among 40 patients",
        "studies/roe-2020.yml: roe-m1: evnts: is not a field (did you mean events?)",
        'studies/roe-2020.yml: roe-m1: method: is missing: a computed value says how, e.g. method: "48/74"',
        'studies/roe-2020.yml: roe-m1: note: line 33: YAML reads this as a date: put it in quotes, "2024-02-21"',
    ]


def test_a_broken_file_does_not_make_its_records_unknown_to_others(tmp_path):
    broken: Files = {STUDY: FILES[STUDY] + "broken: [", TOPIC: FILES[TOPIC] + "broken: ["}
    assert [fault.partition(": ")[0] for fault in faults_of(write(tmp_path, broken))] == [STUDY, TOPIC]


def test_parts_of_one_publication_may_share_its_doi(tmp_path):
    shared = "  title: An invented review\n  doi: 10.1000/roe.2020\n  part_of: roe-2020\n"
    ledger = load_ledger(write(tmp_path, spoil(TOPIC, "  title: An invented review\n", shared)))
    assert ledger.sources["poe-2021"].part_of == "roe-2020"


def test_a_folder_that_is_not_there_is_a_fault(tmp_path):
    run = run_check(tmp_path / "nowhere")
    assert run.returncode == 1
    assert run.stdout == f"{tmp_path / 'nowhere'}: is no folder\n"


def test_a_folder_without_evidence_is_a_fault(tmp_path):
    assert faults_of(tmp_path) == [f"{tmp_path}: holds no studies/*.yml, no topics/*.yml and no claims.yml"]
