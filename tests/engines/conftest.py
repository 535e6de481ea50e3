"""A reader with another engine than Chromium's, who reads the book from a host or from a folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from elsewhere import Elsewhere, elsewhere
from engine import Engine
from firefox import firefox
from webkit import webkit

# For Debian's own Python, which has WebKit's window.
collect_ignore = ["window.py"]


@dataclass(frozen=True)
class Place:
    """Where a reader reads: where the pages of this book and of the small one begin, and the page with every kind."""

    name: str
    book: str
    small: str
    kinds: str


@pytest.fixture(scope="session", name="elsewhere")
def _elsewhere() -> Iterator[Elsewhere]:
    """Every host but this machine."""
    with elsewhere() as hosts:
        yield hosts


@pytest.fixture(scope="package", params=["firefox", "webkit"])
def engine(
    request: pytest.FixtureRequest,
    playwright: Playwright,
    elsewhere: Elsewhere,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Engine]:
    """One browser, one page, for all journeys; closed after the last of them, for a page that is open is drawn."""
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "downloads").mkdir()
    there = (elsewhere, folder)
    opening = firefox(playwright, *there) if request.param == "firefox" else webkit(*there)
    with opening as engine:
        yield engine


@pytest.fixture(scope="session", params=["host", "folder"])
def place(
    request: pytest.FixtureRequest,
    site: Path,
    address: str,
    small_site: Path,
    small_address: str,
    kinds_folder: Path,
    kinds_address: str,
) -> Place:
    """From a host with its headers, or from a folder by double-click."""
    if request.param == "host":
        return Place("host", address, small_address, f"{kinds_address}kinds.html?questions=all")
    return Place(
        "folder",
        f"{site.as_uri()}/",
        f"{small_site.as_uri()}/",
        f"{kinds_folder.as_uri()}/kinds.html?questions=all",
    )
