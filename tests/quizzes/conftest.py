"""A small bank, and somebody who knows its evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import every_kind
import pytest
import yaml

from quizzes.authoring.load import load_bank
from quizzes.kinds.shown import ShownItem
from quizzes.resolve import Way, resolve

BANKS = Path(__file__).parent / "banks"
# A kind only in a copy of the engine.
collect_ignore = ["ninth_kind"]


@dataclass(frozen=True)
class Said:
    id: str
    text: str
    title: str
    detail: str
    source: str


def cite(reference: str) -> Said:
    """Know one number, `blue-share`, and its counts."""
    texts = {"blue-share": "62%", "blue-share counts": "8 of 13"}
    if reference not in texts:
        raise KeyError(f"no evidence {reference!r}; is 'blue-share' meant?")
    return Said("blue-share", texts[reference], "Share of blue: 62%", "All skies, n = 13.", "Nobody 2020")


@pytest.fixture
def someone() -> Callable[[str], Said]:
    return cite


@pytest.fixture
def bank(someone):
    return load_bank("example-chapter", BANKS, cite=someone)


@pytest.fixture
def shown(bank, someone):
    return resolve(
        bank,
        cite=someone,
        evidence_href=lambda name: f"evidence.html#{name}",
        paragraph_way=lambda _, label: Way(f"#{label}", "The sky") if label == "the-sky" else None,
    )


@pytest.fixture
def written() -> dict[str, Any]:
    """Return the example as plain data, to be spoiled by a test."""
    return yaml.safe_load((BANKS / "example-chapter.yml").read_text("utf-8"))


@pytest.fixture
def kinds_shown() -> dict[str, ShownItem]:
    """Return a question of each kind as shown."""
    shown = resolve(load_bank("every-kind", every_kind.FOLDER, cite=every_kind.cite), cite=every_kind.cite)
    return {item["kind"]: item for item in reversed(shown["items"])}
