"""What takes long to make, and is the same from build to build as long as what it is made of is."""

import pickle
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pydantic

T = TypeVar("T")


def remembered(path: Path, made_of: str, make: Callable[[], T]) -> T:
    """Return what a file holds, if that was made of the same, the code included; else make it, and keep it there."""
    key = f"{sys.version} {pydantic.VERSION} {made_of}"
    if path.exists():
        # Written by an earlier build, next to its pages. It is unpacked only if this very code has packed it: another
        # version's classes may be gone.
        before, packed = pickle.loads(path.read_bytes())  # noqa: S301
        if before == key:
            found: T = pickle.loads(packed)  # noqa: S301
            return found
    made = make()
    path.parent.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(pickle.dumps((key, pickle.dumps(made))))
    Path(file.name).replace(path)
    return made
