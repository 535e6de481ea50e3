"""What a page says of how many records there are."""

from dataclasses import replace
from typing import get_args

import pytest

from _ext.ledger.tally import tally
from outcomes import ledger
from outcomes.model import Claim

VERDICTS = get_args(Claim.model_fields["verdict"].annotation)


def test_the_verdicts_add_up_to_the_claims():
    assert sum(tally(ledger(), f"claims {verdict}") for verdict in VERDICTS) == len(ledger().claims)
    assert tally(ledger(), "claims") == len(ledger().claims)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_without_claims_none_have_any_verdict(verdict):
    assert tally(replace(ledger(), claims={}), f"claims {verdict}") == 0


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("claims outdatet", r"no claims are 'outdatet' \(did you mean outdated\?\)"),
        ("sources abstrakt", r"no sources are 'abstrakt' \(did you mean abstract\?\)"),
        ("claim", "'claim': the ledger counts nothing by that name"),
        ("facts confirmed", "'facts confirmed': the ledger counts nothing by that name"),
    ],
)
def test_what_is_not_there_is_refused_with_what_may_be_meant(said, why):
    with pytest.raises(KeyError, match=why):
        tally(ledger(), said)
