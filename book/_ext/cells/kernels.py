"""The kernels in which a build runs the cells: quick to start, and no one else on the machine can listen in."""

import atexit
import json
import os
import socket
import subprocess
import sys
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import Any

import jupyter_cache.executors.utils as executing
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from nbclient import execute
from sphinx.application import Sphinx

FORK_SERVER = Path(__file__).with_name("fork_server.py")
STARTUP = 300
"""Seconds until a kernel must have answered. A machine that others use stands still for a minute at times."""


class EncryptedProvisioner(LocalProvisioner):
    """Starts a kernel as usual, forked if it is Python's own, and encrypts its messages where it can."""

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a launch takes
        """Return the arguments of the launch."""
        return await super().pre_launch(**{**kwargs, "transport_encryption": "auto"})

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:  # noqa: ANN401 - as the class above
        """Launch a kernel by its command, and return how it is reached."""
        interpreter, *module = cmd[:3]
        if interpreter != sys.executable or module != ["-m", "ipykernel_launcher"]:
            return await super().launch_kernel(cmd, **kwargs)
        self.cwd = kwargs.get("cwd", Path.cwd())
        self.process = _fork_server().fork(cmd[2:], kwargs["env"], str(self.cwd))  # type: ignore[assignment]
        self.pid = self.pgid = self.process.pid
        return self.connection_info


class ForkedKernel:
    """A kernel that is no child of this process, with as much of a process as a provisioner asks for."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """Return None while it runs, then 0: only its parent knows how it ended."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self) -> int:
        """Return 0, once a provisioner has seen it end."""
        return 0

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)


class ForkServer:
    """The process that kernels are forked from; it ends with this one."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            # Nothing is found beside the file itself, as nothing is beside a kernel.
            command = [sys.executable, "-P", str(FORK_SERVER), str(theirs.fileno())]
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()])  # noqa: S603
        self._socket, self._answers = ours, ours.makefile("r", encoding="utf-8")
        self._lock = Lock()
        atexit.register(self.close)

    def fork(self, argv: list[str], env: dict[str, str], cwd: str) -> ForkedKernel:
        """Return a new kernel.

        Raises
        ------
        RuntimeError
            If the server has ended; it has written why to standard error.
        """
        with self._lock:
            self._socket.sendall(json.dumps({"argv": argv, "env": env, "cwd": cwd}).encode() + b"\n")
            answer = self._answers.readline()
        if not answer:
            raise RuntimeError(f"{FORK_SERVER.name} has ended, so that no kernel can be started")
        return ForkedKernel(int(answer))

    def close(self) -> None:
        """Let the process end, and wait until it has."""
        self._answers.close()
        self._socket.close()
        self._process.wait()


@cache
def _fork_server() -> ForkServer:
    """Return the one of this process, started when the first cell is run."""
    return ForkServer()


def setup_kernels(_app: Sphinx) -> None:
    """Make it the default, under its name in pyproject.toml: the code that executes notebooks reads no settings."""
    KernelProvisionerFactory.instance().default_provisioner_name = "encrypted"
    executing.executenb = partial(execute, startup_timeout=STARTUP)
