"""A real nginx with the course's own configuration, run by whoever runs the tests."""

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build import ROOT
from machine import BROTLI, nginx
from patience import PATIENCE

CONFIGURATION = ROOT / "deploy" / "nginx.conf"
# What stands around a site's own file in Debian's nginx.conf, without what only root may do.
AROUND = """
{user}
daemon off;
worker_processes auto;
pid {folder}/pid;
error_log stderr warn;
load_module {modules}/{brotli};
events {{ worker_connections 1024; }}
http {{
    sendfile on;
    tcp_nopush on;
    include {configured}/mime.types;
    default_type application/octet-stream;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/course.conf;
}}
"""


@contextmanager
def served(site: Path, folder: Path) -> Iterator[str]:
    """Serve the site as deploy/nginx.conf says, on a free port; its own files go into the folder."""
    found = nginx()
    # The socket is made here and handed over: the port cannot be lost to others, and nobody waits for nginx.
    with socket.create_server(("127.0.0.1", 0), backlog=511) as listening:
        # nginx believes that what it is handed does not block: two of its workers wake for one connection, and the
        # one that comes second would wait in `accept` for the next, with every page that it has begun.
        listening.setblocking(False)
        port = listening.getsockname()[1]
        (folder / "course.conf").write_text(yours(CONFIGURATION.read_text("utf-8"), port, site), "utf-8")
        around = AROUND.format(
            user="user root;" if os.geteuid() == 0 else "",
            folder=folder,
            configured=found.configuration,
            modules=found.modules,
            brotli=BROTLI,
        )
        (folder / "nginx.conf").write_text(around, "utf-8")
        with (folder / "said").open("w") as said:
            running = subprocess.Popen(
                [found.program, "-p", str(folder), "-c", str(folder / "nginx.conf")],
                env={**os.environ, "NGINX": f"{listening.fileno()};"},
                pass_fds=[listening.fileno()],
                stderr=said,
            )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait(timeout=PATIENCE)
    complaints = (folder / "said").read_text("utf-8")
    if running.returncode or "[emerg]" in complaints:
        raise RuntimeError(f"nginx did not run as it should:\n{complaints}")


def yours(configuration: str, port: int, site: Path) -> str:
    """Return the configuration with the lines changed that say "yours", as whoever copies it changes them."""
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("server_name course.example.org;", "server_name localhost;"),
        ("root /srv/course;", f"root {site};"),
    ):
        if configuration.count(old) != 1:
            raise ValueError(f"deploy/nginx.conf should say {old!r} once")
        configuration = configuration.replace(old, new)
    return configuration
