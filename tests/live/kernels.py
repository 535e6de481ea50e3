"""Notebooks run by Binder's own kernel, two at once, with the network cut off from their cells."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from binder import Image
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbformat import NotebookNode

from patience import PATIENCE

AT_ONCE = 2
# What Python itself connects to; the kernel's own sockets are not Python's.
CUT_OFF = """import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        raise ConnectionError(f"the network is cut off: {arguments[-1]}")

sys.addaudithook(refuse)
"""


def run_all(notebooks: dict[str, NotebookNode], image: Image, folder: Path) -> None:
    """Run each notebook in a kernel of its own, to its end, whatever fails; outputs and states are put into it."""
    environ = image.environ_in(folder)
    startup = Path(environ["IPYTHONDIR"], "profile_default", "startup")
    startup.mkdir(parents=True)
    (startup / "cut_off.py").write_text(CUT_OFF)
    specs = _specs(image, folder / "kernels")

    async def run(notebook: NotebookNode, turn: asyncio.Semaphore) -> None:
        # Not in plain text on a port of this machine, of which a kernel would complain.
        kernel = AsyncKernelManager(
            kernel_name="binder", kernel_spec_manager=specs, transport_encryption="required"
        )
        client = NotebookClient(
            notebook,
            km=kernel,
            allow_errors=True,
            shutdown_kernel="immediate",
            startup_timeout=PATIENCE,
            timeout=PATIENCE,
        )
        async with turn:
            await client.async_execute(env=environ, cleanup_kc=True, cwd=image.root / "_live")

    async def run_each() -> None:
        turn = asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(*(run(notebook, turn) for notebook in notebooks.values()))

    # In a thread of its own: where Playwright was started before, this one has a loop that runs.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, run_each()).result()


def _specs(image: Image, folder: Path) -> KernelSpecManager:
    spec = json.loads((image.venv / "share" / "jupyter" / "kernels" / "python3" / "kernel.json").read_text())
    spec["argv"][0] = image.python  # it says `python`, which is the one of whoever starts it
    (folder / "binder").mkdir(parents=True)
    (folder / "binder" / "kernel.json").write_text(json.dumps(spec))
    return KernelSpecManager(kernel_dirs=[str(folder)])
