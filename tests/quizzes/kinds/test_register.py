"""A kind of question is a folder, and a line in each of two registers."""

import json
import re

import pytest

from build import ROOT
from quizzes.kinds.register import FOLDERS, KINDS
from quizzes.strings import catalog

HERE = ROOT / "quizzes" / "kinds"
CARDS = re.findall(
    r'^export \{ \w+ \} from "\./(\w+)/card\.js";$', (HERE / "cards.js").read_text("utf-8"), re.M
)
PLACES = sorted(path.parent.name for path in HERE.glob("*/record.py"))


def test_every_folder_is_in_the_register_of_python():
    assert sorted(FOLDERS) == PLACES


def test_every_folder_is_in_the_register_of_scripts():
    assert sorted(CARDS) == PLACES


@pytest.mark.parametrize("folder", PLACES)
def test_a_folder_holds_what_a_kind_needs(folder):
    missing = {"record.py", "page.py", "card.js", "example.yml"} - {
        path.name for path in (HERE / folder).iterdir()
    }
    assert missing == set()


def test_a_kind_is_called_like_its_folder():
    assert [name.replace("-", "_") for name in KINDS] == list(FOLDERS)


def test_a_word_that_two_catalogs_have_is_named_with_the_second(tmp_path):
    (tmp_path / "kinds" / "matching").mkdir(parents=True)
    for path, words in (
        ("strings.json", {"pick": "Pick."}),
        ("kinds/matching/words.json", {"pick": "Match."}),
    ):
        (tmp_path / path).write_text(json.dumps(words), "utf-8")
    with pytest.raises(ValueError, match=r"kinds/matching/words.json: stands in another catalog too: pick"):
        catalog(tmp_path)
