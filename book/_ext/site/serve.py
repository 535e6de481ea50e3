"""Serve the built site as a real host would: compressed, and with its security policy as a header.

cd book && python -m _ext.site.serve [PORT]
"""

import gzip
import io
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from ..sources import ROOT
from .theme import CONTENT_SECURITY_POLICY

SITE = ROOT / "_build" / "html"
TEXT = {".html", ".css", ".js", ".json", ".svg", ".txt", ".inv"}
# What a host sends with every answer; deploy/nginx.conf sends the same, which a test compares.
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Handler(SimpleHTTPRequestHandler):
    """Static files with the headers that the README asks of a host."""

    def end_headers(self) -> None:
        """Send the policies with every answer."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_head(self) -> io.BytesIO | io.BufferedReader | None:
        """Send text compressed where the browser accepts it."""
        place = self.translate_path(self.path)
        path = Path(place)
        try:
            os.stat(place)  # noqa: PTH116 - a path would drop the slash behind what is a file
        except (OSError, ValueError):  # not there, or no name that a file could have
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        if (
            path.suffix not in TEXT
            or not path.is_file()
            or "gzip" not in self.headers.get("Accept-Encoding", "")
        ):
            return super().send_head()  # type: ignore[return-value]
        body = _compressed(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the library's
        """Log no requests: what someone reads is not recorded, not even here."""


@lru_cache(maxsize=64)
def _compressed(text: bytes) -> bytes:
    return gzip.compress(text, 6)


class Server(ThreadingHTTPServer):
    """A server that stays quiet when a reader leaves before a page has arrived."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Report every other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def server(site: Path = SITE, port: int = 0, handler: type[SimpleHTTPRequestHandler] = Handler) -> Server:
    """Return a server of the folder on the loopback address; port 0 takes any that is free.

    Raises
    ------
    OSError
        If the port is taken.
    """
    return Server(("127.0.0.1", port), partial(handler, directory=str(site)))


@contextmanager
def running(site: Path = SITE, handler: type[SimpleHTTPRequestHandler] = Handler) -> Iterator[str]:
    """Serve a folder for as long as the context lasts, and yield its address, which ends with a slash."""
    with server(site, handler=handler) as serving:
        threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{serving.server_port}/"
        finally:
            serving.shutdown()


def main() -> None:
    """Serve until stopped; if the port is taken, use any that is free."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    try:
        serving = server(port=wanted)
    except OSError:
        serving = server()
    print(f"The course is at http://127.0.0.1:{serving.server_port}/ - stop with Ctrl+C.", flush=True)
    try:
        serving.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
