"""The shipped ledger is whole, and everything in it leads somewhere."""

import pytest

from outcomes import ledger


def test_nothing_was_lost_on_the_way_in():
    shipped = ledger()
    numbers = sum(len(fact.numbers) for fact in shipped.facts.values())
    counts = (len(shipped.sources), len(shipped.estimates), len(shipped.claims), len(shipped.facts), numbers)
    came_in = (289, 237, 87, 222, 305)
    assert all(now >= then for now, then in zip(counts, came_in, strict=True)), counts
    assert (len(shipped.corrections), len(shipped.conflicts), len(shipped.references)) == (30, 27, 5)


def test_every_quantity_has_a_source_that_is_in_the_ledger():
    shipped = ledger()
    numbers = sum(len(fact.numbers) for fact in shipped.facts.values())
    assert len(shipped.quantities) == len(shipped.estimates) + numbers
    assert all(shipped.sources_of(name) for name in shipped.quantities)


def test_every_record_is_filed_under_its_own_id():
    shipped = ledger()
    assert all(name == source.key for name, source in shipped.sources.items())
    for records in (shipped.estimates, shipped.facts, shipped.claims, shipped.corrections, shipped.conflicts):
        assert all(name == record.id for name, record in records.items())


def test_no_number_rests_on_a_source_that_was_not_seen():
    shipped = ledger()
    unseen = {key for key, source in shipped.sources.items() if source.level_seen == "not read"}
    assert unseen == {"esmo-2021"}
    assert not [name for name in shipped.quantities for s in shipped.sources_of(name) if s.key in unseen]


@pytest.mark.parametrize(
    "contradicted", ["fuji-dss5-ajcc8-iiib", "fuji-mfs5", "spinnato-diameter", "cws-os5-met"]
)
def test_a_figure_that_its_own_paper_contradicts_stays_off_charts(contradicted):
    assert not ledger().estimates[contradicted].chart


def test_what_the_first_charts_draw_has_a_short_name():
    drawn = ("survival", "stage at presentation", "metastatic sites")
    unnamed = [e.id for e in ledger().estimates.values() if e.topic in drawn and e.chart and not e.label]
    assert unnamed == []


def test_every_interval_is_95_percent_but_the_one_of_casps():
    levels = {e.id: e.interval.level for e in ledger().estimates.values() if e.interval is not None}
    assert {name: level for name, level in levels.items() if level != 95} == {
        "casps-pfs-hr": 90,
        "casps-pfs-hr-first": 90,
    }


def test_a_computed_value_says_how_and_a_reported_one_does_not():
    for quantity in ledger().quantities.values():
        assert (quantity.processing == "computed") == (quantity.method is not None), quantity.id
