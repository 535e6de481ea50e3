"""QTI 3 in a player of QTI 3, `qti3-item-player` from npm: answered right and wrong, with score and what is told."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from every_kind import FOLDER, cite
from playwright.sync_api import Page, expect

from build import ROOT
from quizzes.export.qti import qti3
from quizzes.export.selection import questions

MODULES = ROOT / "node_modules"
MRI, REFER = "Order an MRI with contrast", "Refer to a sarcoma center"


@pytest.fixture(scope="module")
def items() -> dict[str, str]:
    """A question of every kind but a case, as a package holds it, by its short name."""
    carried, _ = qti3.FORMAT.sort(questions(FOLDER, cite=cite))
    with zipfile.ZipFile(io.BytesIO(qti3.write(carried))) as package:
        return {
            Path(name).stem.removeprefix("every-kind-"): package.read(name).decode()
            for name in package.namelist()
            if name.startswith("items/")
        }


@pytest.fixture(scope="module")
def player(tmp_path_factory) -> Path:
    """The page of the player."""
    folder = tmp_path_factory.mktemp("player")
    for name in ("vue", "qti3-item-player"):
        (folder / name).symlink_to(MODULES / name)
    return Path(shutil.copy(Path(__file__).with_name("qti_player.html"), folder))


@pytest.fixture
def take(browser, player, items):
    """Open a question in the player; return what shows it, and what ends the attempt and returns the score."""
    page = browser.new_page()

    def show(name: str, state: dict | None = None) -> Page:
        page.goto(player.as_uri())
        page.wait_for_function("window.player")
        page.evaluate("([xml, state]) => load(xml, state)", [items[name], state])
        page.wait_for_function("window.shown")
        return page

    def end() -> float:
        page.evaluate("player.endAttempt('end')")
        page.wait_for_function("window.ended")
        told = page.get_by_text("Take-home point:")
        expect(told).to_be_visible()
        return page.evaluate("ended.outcomeVariables.find(({ identifier }) => identifier === 'SCORE').value")

    yield show, end
    page.close()


@pytest.mark.parametrize(
    ("name", "picks", "score"),
    [
        ("single", ["Deaths from the sarcoma"], 1),
        ("single", ["Deaths from any cause"], 0),
        ("multiple", ["Chest CT", "Brain MRI"], 1),
        ("multiple", ["Chest CT"], 0.5),
        ("multiple", ["Chest CT", "Colonoscopy"], 0),
        ("key-feature", [MRI, REFER], 1),
        ("key-feature", [MRI, REFER, "Look again in a year"], 2 / 3),
        ("key-feature", [MRI, "Excise it under local anesthesia"], 0),
    ],
)
def test_picks_score_as_in_the_book(take, name, picks, score):
    show, end = take
    page = show(name)
    for pick in picks:
        page.get_by_text(pick, exact=True).click()
    assert end() == pytest.approx(score)


@pytest.mark.parametrize(
    ("typed", "unit", "score"), [("7.5", "months", 1), ("7.9", "weeks", 0.5), ("9", "months", 0)]
)
def test_a_number_and_its_unit(take, typed, unit, score):
    show, end = take
    page = show("numeric")
    page.get_by_role("textbox").fill(typed)
    page.get_by_role("button", name="Choose").click()
    page.get_by_role("option", name=unit, exact=True).click()
    assert end() == score


@pytest.mark.parametrize(("typed", "score"), [("thb2", 1), ("THB3", 0), ("", 0)])
def test_a_word(take, typed, score):
    show, end = take
    show("short").get_by_role("textbox").fill(typed)
    assert end() == score


@pytest.mark.parametrize(
    ("name", "answer", "score"),
    [
        ("ordering", ["mri", "biopsy", "stage", "board"], 1),
        ("ordering", ["biopsy", "mri", "stage", "board"], 0),
        ("matching", ["p-os a-overall", "p-dss a-specific", "p-pfs a-progression", "p-orr a-response"], 1),
        ("matching", ["p-os a-overall", "p-dss a-control"], 0.25),
    ],
)
def test_an_order_and_pairs_as_they_were_left(take, name, answer, score):
    """The state of an attempt is what a platform keeps: with an answer put into it, the player goes on from there."""
    show, end = take
    page = show(name)
    end()
    state = page.evaluate("ended")
    kept = {part: _plain(said) if isinstance(said, list) else said for part, said in state.items()}
    next(each for each in kept["responseVariables"] if each["identifier"] == "RESPONSE")["value"] = answer
    show(name, kept)
    assert end() == score


def _plain(variables: list[dict]) -> list[dict]:
    """Without records, which this player writes and does not read."""
    return [each for each in variables if each.get("cardinality") != "record"]
