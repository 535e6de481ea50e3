"""A study added in memory obeys the rules of the files, is drawn as what it is, and leaves no trace."""

import pytest
from invented import study

from marble_thumb import LEDGER
from outcomes import LedgerFault, with_study
from small.outcomes.figures.charts.cold_again import cold_again
from small.outcomes.figures.charts.remission import remission
from small_book import SMALL


def faults_of(wrong):
    with pytest.raises(LedgerFault) as caught:
        with_study(LEDGER, wrong)
    return caught.value.faults


def files():
    return {path: path.stat().st_mtime_ns for path in (SMALL / "outcomes").rglob("*.yml")}


def test_is_in_the_new_ledger_and_in_no_other_and_in_no_file():
    before = files()
    mine = with_study(LEDGER, study())
    assert mine.added == ("class-2026-orr",)
    assert "class-2026-orr" in mine.quantities
    assert "class-2026-orr" not in LEDGER.quantities
    assert LEDGER.added == ()
    assert files() == before


def test_one_can_be_added_to_another():
    mine = with_study(with_study(LEDGER, study()), study("class-2027"))
    assert mine.added == ("class-2026-orr", "class-2027-orr")


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (study(value=62), "class-2026-orr: value: 62% is not 12/40, which is 30.0%"),
        (study(events=60), "class-2026-orr: events: 60 events among 40 patients"),
        (study(endpoint=None), "class-2026-orr: endpoint: is empty: fill it in or leave the field out"),
        (study(endpoint="overall survival"), "class-2026-orr: endpoint: overall survival, but the measure's words say "
         "objective response rate"),
        (study(valeu=3), "class-2026-orr: valeu: is not a field (did you mean value?)"),
        (study(id="doe-remission"), "doe-remission: id: stands already in the ledger"),
        (study("doe-2021"), "doe-2021: key: stands already in the ledger"),
        ({"estimates": []}, "source: is missing"),
        ({**study(), "estimates": {}}, "estimates: must be a list, is a mapping"),
        ({**study(), "drugs": []}, "drugs: is not a field"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)  # fmt: skip
def test_a_fault_is_told_as_for_a_file(wrong, fault):
    assert fault in faults_of(wrong)


def test_a_doi_of_the_ledger_is_not_used_twice():
    wrong = study()
    wrong["source"]["doi"] = LEDGER.sources["roe-2020"].doi
    assert faults_of(wrong)[0].startswith("class-2026: doi: ")


def test_all_faults_are_told_at_once():
    wrong = study(value="many", unknown=1)
    del wrong["source"]["title"]
    assert len(faults_of(wrong)) == 3


def test_the_chart_is_redrawn_with_it_in_a_panel_of_its_own():
    figure = remission(with_study(LEDGER, study()))
    assert figure.data[0].customdata == ("class-2026-orr",)
    assert figure.data[0].x == (30.0,)
    meta = figure.layout.meta
    assert meta["table"]["rows"][0][1:4] == ["Invented drug", "30%", "12 of 40"]
    assert meta["table"]["rows"][0][5] == "17-47%"  # Clopper-Pearson: 16.56 to 46.53
    assert ["orange", "diamond", "Added in memory"] in meta["legend"]
    assert "The class 2026" in meta["sources"]
    titles = [axis.title.text for axis in figure.select_xaxes()]
    assert "Added in memory" in titles[0]
    assert "Remission within a year" in titles[1].replace("<br>", " ")


def test_a_chart_that_knows_of_no_added_study_is_as_before():
    assert cold_again(with_study(LEDGER, study())) == cold_again(LEDGER)
