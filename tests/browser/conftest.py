"""Readers of the small book, and of a page with a question of every kind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page


@pytest.fixture(scope="session")
def site(small_site: Path) -> Path:
    """The pages that the tests of this folder read: the small book's."""
    return small_site


@pytest.fixture(scope="session")
def address(small_address: str) -> str:
    """Where these are served."""
    return small_address


@pytest.fixture
def open_kinds(new_reader, kinds_address: str) -> Callable[..., Page]:
    """Open a page of that folder for a new reader, with its questions one under the other or one at a time.

    The reader's browser may be given options.
    """

    def open_page(name: str = "kinds.html", *, stacked: bool = True, **options: object) -> Page:
        reader = new_reader(**options)
        reader.address = kinds_address
        return reader.open(f"{name}?questions=all" if stacked else name)

    return open_page
