"""Git as the commands here need it, and what is wrong where it cannot be had."""

import os
import shutil
import subprocess
from pathlib import Path

from records.faults import Refused


def git(*command: str | Path, at: Path) -> str:
    """Run git in a folder and return what it says.

    Raises
    ------
    Refused
        If there is no git, or it refuses; the message is its own.
    """
    if shutil.which("git") is None:
        raise Refused(["git: is not installed; install it, and give the same command again"])
    # Nobody is asked for a password, and a hook or a folder of another repository has no say.
    outside = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    done = subprocess.run(  # noqa: S603 - the commands stand in this package
        ["git", *command],  # noqa: S607 - found above
        cwd=at,
        env={**outside, "GIT_TERMINAL_PROMPT": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refused([f"git {command[0]}: {' '.join(done.stderr.split()) or 'failed'}"])
    return done.stdout.strip()
