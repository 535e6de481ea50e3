"""A real nginx with the course's own configuration, run by whoever runs the tests; or advice on how to get one."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from build import ROOT

CONFIGURATION = ROOT / "deploy" / "nginx.conf"
PACKAGES = ("nginx", "libnginx-mod-http-brotli-static")
BROTLI = "ngx_http_brotli_static_module.so"
# Debian's place is not on everybody's path.
PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
ADVICE = f"""No nginx with its Brotli module was found, and its tests are not skipped. On Debian or Ubuntu:
  sudo apt-get install {" ".join(PACKAGES)}"""

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


class NoNginx(RuntimeError):
    """There is none, and none could be installed."""


@cache
def nginx() -> tuple[str, Path, Path]:
    """Return the program, the folder of its configuration and that of its modules; as root on Debian, install it."""
    found = _installed()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's nginx for the tests of deploy/; this takes a minute.", flush=True)
        # At run level 1 Debian starts no service: the tests run their own, and only while they last.
        quiet = {**os.environ, "RUNLEVEL": "1", "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES]):
            subprocess.run(["apt-get", *command], env=quiet, check=False, stdout=subprocess.DEVNULL)
        found = _installed()
    if found is None:
        raise NoNginx(ADVICE)
    return found


def _installed() -> tuple[str, Path, Path] | None:
    program = shutil.which("nginx", path=PLACES)
    if program is None:
        return None
    said = subprocess.run([program, "-V"], check=True, capture_output=True, text=True).stderr
    options = dict(re.findall(r"--(conf-path|modules-path)=(\S+)", said))
    modules = Path(options.get("modules-path", ""))
    if not (modules / BROTLI).is_file():
        return None
    return program, Path(options["conf-path"]).parent, modules


@contextmanager
def served(site: Path, folder: Path) -> Iterator[str]:
    """Serve the site as deploy/nginx.conf says, on a free port; its own files go into the folder."""
    program, configured, modules = nginx()
    # The socket is made here and handed over: the port cannot be lost to others, and nobody waits for nginx.
    with socket.create_server(("127.0.0.1", 0), backlog=511) as listening:
        port = listening.getsockname()[1]
        (folder / "course.conf").write_text(yours(CONFIGURATION.read_text("utf-8"), port, site), "utf-8")
        around = AROUND.format(
            user="user root;" if os.geteuid() == 0 else "",
            folder=folder,
            configured=configured,
            modules=modules,
            brotli=BROTLI,
        )
        (folder / "nginx.conf").write_text(around, "utf-8")
        with (folder / "said").open("w") as said:
            running = subprocess.Popen(
                [program, "-p", str(folder), "-c", str(folder / "nginx.conf")],
                env={**os.environ, "NGINX": f"{listening.fileno()};"},
                pass_fds=[listening.fileno()],
                stderr=said,
            )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait(timeout=60)
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
