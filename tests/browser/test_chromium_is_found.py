"""Browser tests are never skipped in silence: without a Chromium they stop and say what to install."""

import pytest

from chromium import NoChromium, chromium


@pytest.fixture(autouse=True)
def anew():
    chromium.cache_clear()
    yield
    chromium.cache_clear()


def test_a_named_chromium_is_taken(monkeypatch):
    own = chromium()
    chromium.cache_clear()
    monkeypatch.setenv("CHROMIUM", own)
    assert chromium() == own


def test_a_named_chromium_that_is_not_there_stops_the_tests_and_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "chromium"))
    with pytest.raises(NoChromium, match=r"no such file(.|\n)*apt-get install chromium"):
        chromium()
