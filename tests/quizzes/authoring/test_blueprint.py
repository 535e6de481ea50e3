"""The blueprint: objectives by Bloom's level, and what is not asked."""

import pytest
import yaml

from quizzes.authoring.bank import Bank
from quizzes.authoring.blueprint import blueprint, gaps


@pytest.fixture
def lines(written, tmp_path, someone):
    def made() -> list[str]:
        (tmp_path / "example-chapter.yml").write_text(yaml.safe_dump(written), "utf-8")
        return blueprint(tmp_path, cite=someone).splitlines()

    return made


def test_every_objective_is_a_row_with_its_questions_by_level(lines):
    assert [" ".join(line.split()) for line in lines()[:4]] == [
        "example-chapter",
        "remember understand apply analyze evaluate create all objective, with its own level",
        "1 1 . 1 . . . 2 understand: Tell the colours apart.",
        "all 1 . 1 . . . 2",
    ]


def test_the_shares_are_told(lines):
    assert "to apply or more: 1 of 2 (50%); with a vignette: 1 of 2 (50%)" in lines()


def test_a_level_that_is_never_asked_is_a_gap(lines):
    assert (
        "gap: objective 1 (colours) is to understand, and no question asks for that; asked: remember, apply"
        in lines()
    )


def test_a_bank_without_gaps_says_so(written, lines):
    written["objectives"][0]["bloom"] = "apply"
    assert lines()[-1] == "no gaps"


def test_an_objective_with_too_few_questions_is_a_gap(written):
    # The loader refuses such a bank; the blueprint must not hide it from whoever made it otherwise.
    written["objectives"][0]["bloom"] = "apply"
    bank = Bank.model_validate(written)
    thin = bank.model_copy(update={"items": bank.items[:1]})
    assert list(gaps(thin)) == ["objective 1 (colours) is tested by 1; at least 2"]


def test_the_blueprint_is_the_same_each_time(lines):
    assert lines() == lines()
