"""A host of the small book whose owner puts another edition there, and whose network a test cuts."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from _ext.site.offline import list_anew
from _ext.site.serve import Handler, Server, server

STAMP = "document.documentElement.classList.add('script-{0}');"


class Host:
    """Files in a folder, served while the network is there; `asked` are the paths that came, in their order."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self._free: threading.Semaphore | None = None
        self._serving: Server | None = None
        # Where nobody listens, nobody answers; but the address is this host's, and nobody else gets it meanwhile.
        self._place = socket.socket()
        self._place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._place.bind(("127.0.0.1", 0))
        self._port = self._place.getsockname()[1]
        self.on()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def on(self) -> None:
        """Give the network back, at the address it had."""
        host = self

        class Counting(Handler):
            def do_GET(self) -> None:
                free = host._free
                if free is not None:
                    free.acquire()
                host.asked.append(self.path.partition("?")[0])
                super().do_GET()

        self._serving = server(self.folder, self._port, Counting)
        threading.Thread(
            target=self._serving.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        ).start()

    def off(self) -> None:
        """Cut the network: nobody answers any more."""
        if self._serving is not None:
            self._serving.shutdown()
            self._serving.server_close()
            self._serving = None

    def end(self) -> None:
        """Answer whatever waits, and leave the address to others."""
        self.all()
        self.off()
        self._place.close()

    def only(self, count: int) -> None:
        """Answer so many requests more, and let all others wait."""
        self._free = threading.Semaphore(count)

    def all(self) -> None:
        """Answer whatever waits and whatever comes."""
        held, self._free = self._free, None
        if held is not None:
            held.release(10_000)


def put(site: Path, folder: Path, edition: int) -> None:
    """Put an edition of a site into a folder: its pages say which it is, and so does every script that runs."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder)
    for page in folder.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace("<html ", f'<html data-of="{edition}" ', 1), "utf-8")
    for script in (folder / "_static").rglob("*.js"):
        script.write_text(f"{script.read_text('utf-8')}\n{STAMP.format(edition)}", "utf-8")
    list_anew(folder)


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Host a folder for as long as the context lasts."""
    host = Host(folder)
    try:
        yield host
    finally:
        host.end()
