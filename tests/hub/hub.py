"""A real JupyterHub with its real proxy, on this machine only, for as long as a test lasts."""

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import psutil

from build import ROOT
from patience import PATIENCE

# Where `make hub` puts the proxy; it is no part of the course.
PROXY = ROOT / "_build" / "hub" / "node_modules" / ".bin" / "configurable-http-proxy"
READY = "JupyterHub is now running"
PASSWORD = "for-the-tests"

CONFIGURATION = """
c.JupyterHub.bind_url = "http://127.0.0.1:{outside}"
c.JupyterHub.hub_port = {inside}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{steering}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.ConfigurableHTTPProxy.log_level = "warn"
c.JupyterHub.db_url = "sqlite:///:memory:"
c.JupyterHub.cookie_secret = bytes(32)
c.JupyterHub.cleanup_servers = True
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = {password!r}
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r}
c.Spawner.args = ["--allow-root"]
c.Spawner.start_timeout = c.Spawner.http_timeout = {patience}
"""


@dataclass
class Memory:
    """What processes hold: `own` alone [MB, USS], and `share` with a fair part of what they share [MB, PSS]."""

    own: float = 0
    share: float = 0

    def add(self, process: psutil.Process) -> None:
        """Count a process in."""
        held = process.memory_full_info()
        self.own += held.uss / 1e6
        self.share += held.pss / 1e6


class Hub:
    """A running JupyterHub; each student's files are in `homes / name`, and `address` ends with a slash."""

    def __init__(self, folder: Path) -> None:
        self.homes = folder / "homes"
        outside, inside, steering = _free_ports(3)
        configuration = folder / "jupyterhub_config.py"
        configuration.write_text(
            CONFIGURATION.format(
                outside=outside,
                inside=inside,
                steering=steering,
                proxy=str(PROXY),
                password=PASSWORD,
                homes=f"{self.homes}/{{username}}",
                patience=PATIENCE,
            )
        )
        self.address = f"http://127.0.0.1:{outside}/"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", configuration],
            cwd=folder,
            env=_environment(folder),
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        self._wait_until_ready()

    def _wait_until_ready(self) -> None:
        giving_up = threading.Timer(PATIENCE, self._process.kill)
        giving_up.start()
        for line in self._process.stderr:
            self.said.append(line)
            if READY in line:
                break
        giving_up.cancel()
        if READY not in self.said[-1]:
            raise RuntimeError("JupyterHub did not start:\n" + "".join(self.said))
        # Somebody has to go on reading, or the hub stops at a full pipe.
        self._reading = threading.Thread(target=self.said.extend, args=(self._process.stderr,), daemon=True)
        self._reading.start()

    def memory(self) -> dict[str, Memory]:
        """Return what each student's server and kernel hold, by name; hub and proxy together are `hub`."""
        held: dict[str, Memory] = defaultdict(Memory)
        hub = psutil.Process(self._process.pid)
        for process in (hub, *hub.children(recursive=True)):
            held[process.environ().get("JUPYTERHUB_USER", "hub")].add(process)
        return dict(held)

    def stop(self) -> None:
        """Stop the hub; it stops the students' servers and the proxy. What it leaves behind is ended by its number."""
        started = psutil.Process(self._process.pid).children(recursive=True)
        self._process.terminate()
        self._process.wait(timeout=PATIENCE)
        for process in started:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self._reading.join()
        self._process.stderr.close()


def _free_ports(number: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment that knows nothing of this machine's Jupyter, and the tools beside this Python first."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
    tools = os.pathsep.join((str(Path(sys.executable).parent), rest.get("PATH", "")))
    return {**rest, "PATH": tools, "HOME": str(folder), "JUPYTER_CONFIG_DIR": str(folder / "config")}
