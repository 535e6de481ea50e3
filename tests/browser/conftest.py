"""Pages with a question of every kind, served beside the site's own assets."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kinds_page import write_page
from playwright.sync_api import Page


@pytest.fixture(scope="session")
def kinds_folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site's assets and `kinds.html`; a test may write more pages into it."""
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "_static").symlink_to(site / "_static")
    write_page(folder)
    return folder


@pytest.fixture(scope="session")
def kinds_address(kinds_folder: Path) -> Iterator[str]:
    """Where that folder is served."""
    from _ext.serve import server

    serving = server(kinds_folder)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}/"
    serving.shutdown()
    serving.server_close()


@pytest.fixture
def open_kinds(new_reader, kinds_address: str) -> Callable[..., Page]:
    """Open a page of that folder for a new reader, whose browser may be given options."""

    def open_page(name: str = "kinds.html", **options: object) -> Page:
        reader = new_reader(**options)
        reader.address = kinds_address
        return reader.open(name)

    return open_page
