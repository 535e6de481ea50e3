"""Who resolves evidence: the one that is installed, however often."""

from importlib.metadata import EntryPoint

import pytest

import outcomes
from quizzes import evidence


@pytest.fixture
def installed(monkeypatch):
    """Find the resolver among entry points of these values."""

    def find(*values):
        points = [EntryPoint(f"ledger-{n}", value, evidence.GROUP) for n, value in enumerate(values)]
        monkeypatch.setattr(evidence, "entry_points", lambda group: points)
        return evidence.resolver.__wrapped__()

    return find


def test_a_project_installed_under_two_names_has_one_resolver(installed):
    assert installed("outcomes:cite", "outcomes:cite") is outcomes.cite


@pytest.mark.parametrize(
    ("values", "named"), [((), "none"), (("outcomes:cite", "other:cite"), "outcomes:cite, other:cite")]
)
def test_none_or_two_that_differ_are_refused_by_name(installed, values, named):
    with pytest.raises(LookupError, match=f"found: {named}"):
        installed(*values)
