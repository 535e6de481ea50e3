"""The small book as a host has it, and a real nginx that serves it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from _ext.site.host import write
from nginx import served


@pytest.fixture(scope="session")
def site(small_site: Path) -> Path:
    """The pages that the tests of this folder host: the small book's."""
    return small_site


@pytest.fixture(scope="package")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make host` writes."""
    folder = tmp_path_factory.mktemp("host") / "site"
    write(site, folder)
    return folder


@pytest.fixture(scope="package")
def address(host: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nginx serves it, with deploy/nginx.conf; readers of these tests read there."""
    with served(host, tmp_path_factory.mktemp("nginx")) as address:
        yield address
