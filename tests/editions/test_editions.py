"""What readers have from an earlier edition goes on working: answers, files that they handed in, addresses.

Where a test fails here, mend the code. The files beside it are of editions that are out, and never change.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from every_kind import cite
from pydantic import Field, create_model

from course import course
from outcomes import ledger
from quizzes.authoring.load import load_bank
from quizzes.cohorts.cohort import cohort
from quizzes.cohorts.result_files.handed_in import read
from quizzes.kinds.item import Item
from quizzes.kinds.register import KINDS
from quizzes.resolve import digest

HERE = Path(__file__).parent
FOLDER = HERE / "bank"
BANK = load_bank("every-kind", FOLDER, cite=cite)
AFTER = datetime(2026, 11, 22, tzinfo=UTC)
# Of the first edition with all eight kinds: another digest voids every answer that readers gave to that kind.
DIGESTS = {
    "every-kind-single": "68cfe26bbebf",
    "every-kind-multiple": "ea6167a412dc",
    "every-kind-numeric": "2c5886d4c5cb",
    "every-kind-numeric-one-unit": "88ad9f093f65",
    "every-kind-ordering": "0aa140071ec3",
    "every-kind-matching": "8cbca529f9c5",
    "every-kind-key-feature": "cec4bb71003a",
    "every-kind-short": "0ad5442972f5",
    "every-kind-case": "cd4e36b2190c",
}


def test_each_kind_has_the_digest_that_it_had():
    assert {item.id: digest(item, cite) for item in BANK.items} == DIGESTS
    assert {item.kind for item in BANK.items} == set(KINDS)


@pytest.mark.parametrize("item", BANK.items, ids=lambda item: item.id)
def test_a_new_field_with_a_default_costs_no_reader_an_answer_until_it_is_used(item):
    grown = create_model(
        "Grown", __base__=type(item), minutes=(int, Field(default=2, description="How long it takes."))
    )
    as_it_was = cast("Item", grown.model_validate(item.model_dump(exclude_unset=True)))
    assert digest(as_it_was, cite) == DIGESTS[item.id]
    assert digest(as_it_was.model_copy(update={"minutes": 3}), cite) != DIGESTS[item.id]


def test_a_results_file_is_read_as_it_was_written():
    handed_in = read(HERE / "results-1.json", now=AFTER)
    assert (handed_in.student, handed_in.exported) == ("Kim", datetime(2026, 11, 21, 12, tzinfo=UTC))
    assert {name: answer["chosen"] for name, answer in handed_in.answers.items()} == {
        "every-kind-single": ["sarcoma"],
        "every-kind-multiple": ["chest", "marrow"],
        "every-kind-numeric": ["7.5", "percent"],
        "every-kind-ordering": ["mri", "biopsy", "stage", "board"],
        "every-kind-matching": ["os=overall", "dss=specific", "pfs=progression", "orr=response"],
        "every-kind-key-feature": ["mri"],
        "every-kind-short": ["TFE-3"],
        "every-kind-case": ["visit:mri"],
    }


def test_none_of_its_answers_is_taken_for_one_to_a_changed_question(tmp_path):
    (tmp_path / "kim.json").write_text((HERE / "results-1.json").read_text("utf-8"), "utf-8")
    found = cohort(tmp_path, bank=FOLDER, cite=cite)
    assert set(found.responses["state"]) == {"current"}
    assert dict(found.scored.select("item", "score").cast({"item": str}).iter_rows()) == {
        "every-kind-single": 1,
        "every-kind-multiple": 0,
        "every-kind-numeric": 0.5,
        "every-kind-ordering": 1,
        "every-kind-matching": 1,
        "every-kind-key-feature": 0.5,
        "every-kind-short": 1,
    }


def test_answers_are_kept_exported_and_read_under_the_name_that_they_had():
    assert course().identity == "asps-course"


def test_every_address_that_the_site_ever_had_leads_to_a_page(site):
    addresses = (HERE / "addresses.txt").read_text("utf-8").split()
    assert [address for address in addresses if not (site / address).is_file()] == []


def test_every_page_of_the_site_is_among_them(site):
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    # A study's page comes and goes with its record in the ledger.
    of_studies = {f"book/evidence/{key}.html" for key in ledger().sources}
    assert pages - of_studies <= set((HERE / "addresses.txt").read_text("utf-8").split())


def test_every_record_of_the_ledger_is_where_its_old_address_leads(site):
    records = ledger()
    data = (site / "_static" / "numbers-data.js").read_text("utf-8").partition("=")[2].rstrip(";\n")
    moved = json.loads(data)
    studies = [study[0] for study in moved["studies"]]
    to = {number[0]: studies[number[1]] for number in moved["numbers"]} | moved["facts"]
    texts = {path.stem: path.read_text("utf-8") for path in (site / "book" / "evidence").glob("*.html")}
    here = (site / "book" / "evidence.html").read_text("utf-8")
    kinds = ("quantities", "facts", "claims", "corrections", "conflicts", "comparability")
    ids = [name for kind in kinds for name in getattr(records, kind)]
    ids += ["estimates", "numbers", "claims", "corrections", "conflicts", "comparability", "facts"]
    assert len(ids) > 1700
    assert [name for name in ids if f'id="{name}"' not in (texts[to[name]] if name in to else here)] == []


def test_the_course_keeps_the_name_under_which_its_readers_have_answers():
    assert course().identity == "asps-course"
