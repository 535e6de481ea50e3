"""The environment that Binder makes of the repository: its files, in its order, in a copy, as clean as its own.

Kept in `_build/binder`, for it takes minutes. What decides it is part of its digest: a changed requirement makes a new
virtual environment, a changed front end runs `postBuild` again, anything else is only copied. Where nothing has changed
nothing is touched, for another worker may be running it; so nobody writes into it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from build import ROOT

FOLDER = ROOT / "_build" / "binder"
REPO2DOCKER = "jupyter-repo2docker==2026.4.0"
PINS = ("requirements.txt", "pyproject.toml", ".binder/*")
FRONT_END = (
    "package*.json",
    ".npmrc",
    "bundle.js",
    "*/frontend/*",
    "*/frontend/*/*",
    "quizzes/kinds/*.js",
    "quizzes/kinds/*/*.js",
    "quizzes/kinds/*/*.css",
    "quizzes/kinds/*/words.json",
    "quizzes/strings.json",
    "quizzes/book.json",
    "outcomes/explorer/words.json",
)
BUNDLES = ("quizzes/_bundle", "outcomes/_bundle")
NOT_COPIED = shutil.ignore_patterns(
    *(
        ".git",
        ".lock",
        ".venv",
        "node_modules",
        "_build",
        "_live",
        "_bundle",
        "__pycache__",
        ".*_cache",
        ".hypothesis",
        "*.egg-info",
    )
)
# Of Python's and Jupyter's variables, none of the developer's reaches a clean environment.
FOREIGN = ("PYTHON", "VIRTUAL_ENV", "JUPYTER", "IPYTHON", "npm_")


@dataclass(frozen=True)
class Image:
    """What stands for Binder's image: a copy of the repository after `postBuild`, and its virtual environment."""

    root: Path
    venv: Path

    @property
    def python(self) -> str:
        """Its Python."""
        return str(self.venv / "bin" / "python")

    @property
    def environ(self) -> dict[str, str]:
        """Its environment variables."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        # Tools of this machine's developer are none of the image's.
        path = [part for part in kept["PATH"].split(os.pathsep) if Path(part) != Path(sys.executable).parent]
        return {**kept, "PATH": os.pathsep.join([str(self.venv / "bin"), *path])}

    def environ_in(self, folder: Path) -> dict[str, str]:
        """Its environment variables, with Jupyter's settings, and whatever Jupyter writes, in a folder."""
        names = ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"]
        names += ["JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"]
        return {**self.environ, **{name: str(folder / name.lower()) for name in names}}

    def run(self, *command: str, folder: str = ".") -> None:
        """Run a command in it; what it says is the error where it fails."""
        done = subprocess.run(
            command, cwd=self.root / folder, env=self.environ, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def image() -> Image:
    """Return the image, made anew as far as something has changed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with FileLock(FOLDER / ".lock"):
        made = Image(FOLDER / "course", FOLDER / "venv")
        pins = _digest(_matching(PINS), sys.version)
        front_end = _digest(_matching(FRONT_END), pins)
        everything = _digest(_copied(), front_end)
        if _is_of(FOLDER / ".everything", everything):
            return made
        (FOLDER / ".everything").unlink(missing_ok=True)
        if not _is_of(made.venv / ".pins", pins):
            shutil.rmtree(made.venv, ignore_errors=True)
            subprocess.run([sys.executable, "-m", "venv", made.venv], check=True)
            (made.venv / ".pins").write_text(pins)
        _copy(made.root)
        if _is_of(made.venv / ".front-end", front_end):
            made.run("python", "-m", "_ext.live.copy", folder="book")
        else:
            _post_build(made)
            (made.venv / ".front-end").write_text(front_end)
        (FOLDER / ".everything").write_text(everything)
        return made


def repo2docker() -> str:
    """Return a repo2docker in an environment of its own: it would bring 15 packages that nothing else needs."""
    venv = FOLDER / "repo2docker"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with FileLock(FOLDER / ".lock-repo2docker"):
        if not _is_of(venv / ".ready", REPO2DOCKER):
            shutil.rmtree(venv, ignore_errors=True)
            subprocess.run([sys.executable, "-m", "venv", venv], check=True)
            pip: list[str | Path] = [venv / "bin" / "python", "-m", "pip", "install", "--quiet", REPO2DOCKER]
            subprocess.run(pip, check=True, capture_output=True)
            (venv / ".ready").write_text(REPO2DOCKER)
    return str(venv / "bin" / "jupyter-repo2docker")


def _post_build(made: Image) -> None:
    (made.venv / ".front-end").unlink(missing_ok=True)
    for name in BUNDLES:
        shutil.rmtree(made.root / name, ignore_errors=True)
    # As repo2docker does: the requirements where there are some, then postBuild.
    if (made.root / ".binder" / "requirements.txt").is_file():
        made.run("python", "-m", "pip", "install", "--quiet", "-r", ".binder/requirements.txt")
    made.run(".binder/postBuild")


def _copy(target: Path) -> None:
    fresh = target.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    for path in _copied():
        copy = fresh / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    for name in BUNDLES:
        if (target / name).is_dir():
            shutil.move(target / name, fresh / name)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def _copied() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        left_out = NOT_COPIED(folder, [*folders, *files])
        folders[:] = sorted(set(folders) - left_out)
        yield from (Path(folder, name) for name in sorted(set(files) - left_out))


def _matching(patterns: tuple[str, ...]) -> Iterator[Path]:
    for pattern in patterns:
        yield from sorted(path for path in ROOT.glob(pattern) if path.is_file())


def _digest(files: Iterable[Path], start: str) -> str:
    digest = hashlib.sha256(start.encode())
    for path in files:
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _is_of(mark: Path, digest: str) -> bool:
    return mark.is_file() and mark.read_text() == digest
