"""The process that kernels are forked from: it has imported what cells import, and has read the ledger, once.

A kernel that starts from nothing imports for two seconds, and reads a ledger that grows with the course; one that is
forked has all of that, and is as much a process of its own. kernels.py starts this file, hands it one end of a pair of
sockets, and writes a line for each kernel: its arguments, its environment and its folder. The answer is its number.
"""

import gc
import json
import os
import signal
import socket
import sys

# What a kernel, a chart, a drawing and the questions are made of; but nothing that asks, while it is imported, whether
# it is in a kernel, as plotly's renderers and the widgets do.
IMPORTED = (
    "ipykernel.kernelapp",
    "ipykernel.zmqshell",
    "nbformat",
    "outcomes.chart.panels",
    "outcomes.svg.drawing",
    "quizzes.authoring.load",
)


def main() -> None:
    """Fork a kernel for each line, until the other end is closed."""
    requests = socket.socket(fileno=int(sys.argv[1]))
    # A kernel ends with its parent, which it looks up when it is imported.
    os.environ["JPY_PARENT_PID"] = str(os.getpid())
    # Threads do not survive a fork.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    _prepare()
    signal.signal(signal.SIGCHLD, _bury)
    with requests.makefile("r", encoding="utf-8") as lines:
        for line in lines:
            if os.fork() == 0:
                asked = json.loads(line)
                os.setsid()  # so that a signal reaches what the cells start, too
                requests.sendall(f"{os.getpid()}\n".encode())
                requests.detach()
                os.close(int(sys.argv[1]))
                _become_kernel(asked["argv"], asked["env"], asked["cwd"])
                return


def _prepare() -> None:
    for name in IMPORTED:
        __import__(name)
    from plotly.graph_objects import Figure, Scatter

    from outcomes import clopper_pearson, ledger

    ledger()
    # Both import more when they are first used.
    Figure(Scatter(x=[0], y=[0])).to_plotly_json()
    clopper_pearson(1, 2)
    gc.freeze()


def _bury(_signal: int, _frame: object) -> None:
    """Take leave of the kernels that have ended, so that their numbers name nothing any more."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _become_kernel(argv: list[str], env: dict[str, str], cwd: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    sys.argv = argv
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()


if __name__ == "__main__":
    main()
