"""A test borrows the objectives of the chapters that teach them, and leads back there."""

from pathlib import Path

import pytest
import yaml

from quizzes.authoring.blueprint import gaps
from quizzes.authoring.load import BankFault, load_bank, load_banks
from quizzes.resolve import Way, resolve


@pytest.fixture
def folder(written, tmp_path) -> Path:
    """Return a folder with the example chapter and a test that asks one question on its objective."""
    item = {**written["items"][0], "id": "a-test-sky", "objective": "example-chapter/colours"}
    test = {"chapter": "a-test", "items": [item]}
    (tmp_path / "example-chapter.yml").write_text(yaml.safe_dump(written), "utf-8")
    (tmp_path / "a-test.yml").write_text(yaml.safe_dump(test), "utf-8")
    return tmp_path


def test_the_objective_is_that_of_the_chapter_in_its_own_words(folder, someone):
    borrowed = load_bank("a-test", folder, cite=someone).objectives
    assert [(each.id, each.text) for each in borrowed] == [
        ("example-chapter/colours", "Tell the colours apart.")
    ]


def test_the_way_back_leads_to_the_chapter_that_teaches_it(folder, someone):
    bank = load_bank("a-test", folder, cite=someone)
    shown = resolve(bank, cite=someone, paragraph_way=lambda chapter, label: Way(f"{chapter}#{label}"))
    assert shown["items"][0]["back"] == {"href": "example-chapter#the-sky"}


def test_one_question_on_a_borrowed_objective_is_enough(folder, someone):
    assert list(gaps(load_banks(folder, cite=someone)["a-test"])) == []


@pytest.mark.parametrize(
    ("objective", "fault"),
    [
        ("example-chapter/shapes", "'example-chapter/shapes' is not known; example-chapter.yml has colours"),
        ("nowhere/colours", "'nowhere/colours' is not known; nowhere.yml has no objectives"),
    ],
)
def test_an_objective_that_no_chapter_has_is_a_fault(folder, someone, objective, fault):
    path = folder / "a-test.yml"
    path.write_text(path.read_text("utf-8").replace("example-chapter/colours", objective), "utf-8")
    with pytest.raises(BankFault) as refused:
        load_banks(folder, cite=someone)
    assert refused.value.faults == [f"a-test.yml: a-test-sky: objective: {fault}"]


def test_a_bank_that_has_no_objective_and_borrows_none_is_a_fault(folder, someone, written):
    written["objectives"] = []
    (folder / "example-chapter.yml").write_text(yaml.safe_dump(written), "utf-8")
    with pytest.raises(BankFault) as refused:
        load_banks(folder, cite=someone)
    assert any(
        "objectives: there are none, and no question borrows one" in each for each in refused.value.faults
    )
