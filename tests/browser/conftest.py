"""Readers of a page with a question of every kind."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page


@pytest.fixture
def open_kinds(new_reader, kinds_address: str) -> Callable[..., Page]:
    """Open a page of that folder for a new reader, whose browser may be given options."""

    def open_page(name: str = "kinds.html", **options: object) -> Page:
        reader = new_reader(**options)
        reader.address = kinds_address
        return reader.open(name)

    return open_page
