"""Every other host: whatever an engine asks of one comes here, is written down and refused."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Elsewhere:
    """Where the proxy of an engine listens, and the addresses that have been asked for since the start."""

    port: int
    asked: list[str] = field(default_factory=list)


@contextmanager
def elsewhere() -> Iterator[Elsewhere]:
    """Stand in for every host but this machine."""
    heard: list[str] = []

    class Refusal(BaseHTTPRequestHandler):
        def refuse(self) -> None:
            heard.append(self.path)
            self.send_error(403)

        do_GET = do_POST = do_HEAD = do_CONNECT = refuse

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the library's
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Refusal) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield Elsewhere(serving.server_port, heard)
        serving.shutdown()
