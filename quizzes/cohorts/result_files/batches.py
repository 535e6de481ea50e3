"""Files a batch at a time, so that memory stays flat; thousands are read by two processes, as parsing is CPU-bound."""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, NamedTuple

import polars as pl

from quizzes.cohorts.result_files.companions import is_companion
from quizzes.cohorts.result_files.handed_in import FileRefused, HandedIn, read
from quizzes.cohorts.result_files.responses import responses

BATCH = 250
"""How many files are in memory as Python objects at once."""

MANY = 20 * BATCH
"""From this many files on, a second process is worth the second it takes to start."""

Named = tuple[str, Path]
"""A file: its name in reports, and its path."""


class Batch(NamedTuple):
    """The outcome of some files. `table` has `file`, the place of each good file in `files`, from 0."""

    table: pl.DataFrame
    files: list[tuple[str, str, datetime]]
    """Name, student and time of export of each good file."""
    refused: list[tuple[str, str]]
    """Name of each other file, and the reason."""
    beside: int
    """How many more there were that systems and programs leave beside others."""


def batches(paths: Sequence[Named], *, now: datetime) -> Iterator[Batch]:
    """Yield the outcome of all files in order, a batch at a time; a file that cannot be used is in `refused`.

    Parameters
    ----------
    paths : sequence of Named
        The files, in the order in which they count.
    now : datetime
        The present: no export can be later, unless its clock was ahead.

    Raises
    ------
    RuntimeError
        If a process that reads files has died.
    """
    parts = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
    if len(paths) < MANY or (os.cpu_count() or 1) < 2:
        yield from (_batch(part, now) for part in parts)
    else:
        yield from _by_two(parts, now)


def _batch(paths: Sequence[Named], now: datetime) -> Batch:
    good: list[HandedIn] = []
    files: list[tuple[str, str, datetime]] = []
    refused: list[tuple[str, str]] = []
    beside = 0
    for name, path in paths:
        try:
            handed_in = read(path, now=now)
        except FileRefused as why:
            if is_companion(path):
                beside += 1
            else:
                refused.append((name, str(why)))
        else:
            good.append(handed_in)
            files.append((name, handed_in.student, handed_in.exported))
    return Batch(responses(good), files, refused, beside)


def _by_two(parts: Sequence[Sequence[Named]], now: datetime) -> Iterator[Batch]:
    """Let two processes read every other part.

    They are started as separate programs, since `multiprocessing` would run the educator's script again in each.
    """
    command = [sys.executable, "-c", "from quizzes.cohorts.result_files.batches import work; work()"]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "POLARS_MAX_THREADS": "1",
    }
    workers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)  # noqa: S603 - ours
        for _ in range(2)
    ]
    try:
        for at, worker in enumerate(workers):
            if worker.stdin is not None:
                pickle.dump((parts[at::2], now), worker.stdin)
                worker.stdin.close()
        queues = [
            _queue(worker.stdout, len(parts[at::2])) for at, worker in enumerate(workers) if worker.stdout
        ]
        for at in range(len(parts)):
            found = queues[at % 2].get()
            if isinstance(found, Exception):
                raise RuntimeError("a process that reads files has died; is there memory left?") from found
            yield found
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
            if worker.stdout is not None:
                worker.stdout.close()


def _queue(source: IO[bytes], count: int) -> "SimpleQueue[Batch | Exception]":
    """Return a queue that a thread fills with what a process writes, so that neither process waits for the other."""
    queue: SimpleQueue[Batch | Exception] = SimpleQueue()

    def fill() -> None:
        try:
            for _ in range(count):
                queue.put(pickle.load(source))  # noqa: S301 - what our own process wrote
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as fault:
            queue.put(fault)

    Thread(target=fill, daemon=True).start()
    return queue


def work() -> None:
    """Read the parts named on standard input, and write each batch to standard output."""
    parts, now = pickle.load(sys.stdin.buffer)  # noqa: S301 - what the process that started this one wrote
    for part in parts:
        pickle.dump(_batch(part, now), sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)
        sys.stdout.buffer.flush()
