"""The numbers of this ledger read in a sentence as the sources print them, and their cards say what they count."""

import pytest

from outcomes import cite, ledger
from outcomes.phrase import CARD

# As the issue and the source pages print them.
TEXTS = {
    "fuji-dss5-met": "62%",
    "fuji-dss5-met n": "86",
    "atezo-pfs": "20.8 months",
    "m1-fuji": "72% (86/120)",
    "m1-fuji value": "72%",
    "m1-fuji counts": "86 of 120",
    "m1-fuji events": "86",
    "atezo-orr": "37% (19/52; 95% CI 24-51)",
    "atezo-orr interval": "24-51%",
    # 12 of 49: the label prints 13 to 39%; Wilson as in the doctest of `outcomes.intervals.wilson`.
    "atezo-fda-orr exact": "13-39%",
    "atezo-fda-orr wilson": "15-38%",
    # 0 of 11: the upper end solves (1 - p) ** 11 = 0.025.
    "later-netsarc-child exact-low": "0%",
    "later-netsarc-child exact-high": "28%",
    "seer20-css5-dm": "33% (95% CI 24.7-44)",
    "casps-pfs-hr": "0.58 (90% CI 0.33-1.03)",
    "casps-pfs-hr interval": "0.33-1.03",
    "metx-sts-5y": "20-58%",
    "metx-sts-5y value": "20-58%",
    "casps-tml-ced": "-8.3%",
    "chemo-met2010": "0% (0/4)",
    "gept-pfs": "6.9 months (95% CI from 5)",
    "node-seer-sts n": "35,987",
    "gap-vasc-reverse.arterial-embolisation-before-diagnosis": "1 of 14",
    "gap-rec-delay-uk.patient-delay-median": "1 month",
    "gap-rec-golf.patients-in-series": "3018 patients",
    "gap-io-timing.median-time-to-response": "3.6 months (range 2.1-19.1)",
    "gap-io-steps.taper": "4-6 weeks",
    "gap-sx-volume.5-y-death-hazard-ratio-low-volume": "1.24 (95% CI 1.10-1.39)",
    "gap-learn-spaced-rct.score-at-2-years-spaced": "70.2% (SD 9)",
    "gap-stg-worked.8-cm-n0-m0": "stage IIIA",
}


@pytest.mark.parametrize(("reference", "text"), TEXTS.items())
def test_a_number_is_printed_as_a_reader_expects_it(reference, text):
    assert cite(reference).text == text


def test_a_card_tells_what_was_counted_in_whom_and_where_it_was_read():
    card = cite("fuji-dss5-met")
    assert card.title == "Disease-specific survival at 5 years: 62%"
    assert card.detail == "Metastatic at presentation, n = 86. Interval not reported."
    assert card.source == "Fujiwara 2022, BMC Cancer; abstract; Table 1"
    assert card.source_key == "fujiwara-2022"


def test_a_card_says_whether_an_interval_is_reported_or_computed():
    assert "95% CI 24-51% (reported)" in cite("atezo-orr").detail
    # 5 of 5: the lower end solves p ** 5 = 0.025
    card = cite("gap-vasc-t1.haemangiomas-bright-on-t1-and-t2")
    assert "95% CI 48-100% (computed, Clopper-Pearson)" in card.detail


def test_a_card_says_how_a_value_was_computed():
    assert "Value computed: 48/74." in cite("m1-portera").detail


def test_a_survival_percentage_gets_no_interval_from_its_n():
    assert "Clopper-Pearson" not in cite("penn-os5").detail
    with pytest.raises(KeyError, match="has no exact"):
        cite("penn-os5 exact")


def test_an_abbreviated_endpoint_is_spelled_out_on_the_card():
    assert "Endpoint: progression-free survival." in cite("casps-pfs12-ced").detail


def test_a_bare_survival_is_not_passed_off_as_overall():
    assert "Endpoint: survival (endpoint not named)." in cite("lieb-os5").detail


def test_a_number_of_a_fact_names_the_fact_and_its_source():
    card = cite("gap-whoops-residual.residual-tumour-at-re-excision")
    assert card.title == "Residual tumor at re-excision: 53% (75/142)"
    assert "tumor is left behind in about half" in card.detail
    assert card.source.startswith("Charoenlap 2016, ")


def test_a_source_without_known_authors_goes_by_its_journal():
    assert cite("anltqb-orr").source == "Clinical Cancer Research 2024; abstract"


def test_no_citation_is_a_clipped_title():
    for source in ledger().sources.values():
        assert not set("“”…[]") & set(source.short), source.key


def test_every_number_of_the_ledger_can_be_cited():
    for name in ledger().quantities:
        card = cite(name)
        assert card.text, name
        assert card.source_key in ledger().sources, name
        assert "None" not in card.text + card.title + card.detail + card.source, name


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("palette-2012", "van der Graaf 2012, Lancet"),
        ("osullivan-2002", "O'Sullivan 2002, Lancet"),
        ("cruk-referral", "Cancer Research UK, cancerresearchuk.org"),
        ("fda-atezo-2022", "US Food and Drug Administration 2022, FDA web page"),
        ("genevois-netsarc", "Genevois"),
    ],
)
def test_a_source_is_named_by_its_first_author_or_body(key, name):
    assert ledger().sources[key].cited_as == name


def test_no_card_is_longer_than_a_telephone_can_show_and_one_that_is_cut_says_so():
    for name in ledger().quantities:
        said = cite(name)
        detail, source, more = said.card
        assert len(said.title) + len(detail) + len(source) <= CARD, name
        assert more == ((detail, source) != (said.detail, said.source)), name
