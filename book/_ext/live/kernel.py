"""A kernel for the browser: npm's Pyodide, and beside it the packages of this environment, as wheels.

Whatever is pure Python is packed as it is installed here, so that no version is named twice. The two packages that
cannot be are fetched from PyPI.
"""

import hashlib
import importlib.metadata
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ..sources import ROOT

PYODIDE = ROOT / "node_modules" / "pyodide"
LOCK = "pyodide-lock.json"
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
# What the cells of a chapter and the kernel itself import; what these need is found.
NEEDED = ("anywidget", "ipython", "ipywidgets", "jedi", "plotly", "pydantic", "pyyaml")
# Parts of widgets that run in the page, which has them.
IN_THE_PAGE = {"jupyterlab-widgets", "widgetsnbextension"}
COMPILED = "pydantic-core"
INSTALLER = "micropip"  # without which the kernel does not start; of the version that Pyodide names
# The kernel's own, which its extension brings; stubs of two packages among them.
EXTENSION = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
OWN_WHEELS = ("ipykernel-*.whl", "piplite-*.whl", "pyodide_kernel-*.whl", "widgetsnbextension-4.*.whl")
# Scripts run in the page, and what this machine compiled runs nowhere else.
LEFT_OUT = {".js", ".map", ".pyc", ".so"}
# plotly asks its version before it shows a chart, and nothing else of it; it stands on what no browser has.
ONLY_ITS_VERSION = "nbformat"
OWN = ("course", "outcomes", "quizzes", "records")
OWN_FILES = {".css", ".html", ".js", ".json", ".mjs", ".py", ".yml"}
OWN_LEFT_OUT = {"frontend", "scorm", "template"}


def write_kernel(folder: Path) -> list[str]:
    """Write the kernel and its packages to a folder; return the names of the packages, in order."""
    folder.mkdir(parents=True)
    for name in CORE:
        shutil.copy(PYODIDE / name, folder)
    lock = json.loads((PYODIDE / LOCK).read_text("utf-8"))
    platform = lock["info"]
    pack(folder, platform)
    _fetch(COMPILED, importlib.metadata.version(COMPILED), folder, platform)
    _fetch(INSTALLER, lock["packages"][INSTALLER]["version"], folder, platform)
    for pattern in OWN_WHEELS:
        for wheel in Path(sys.prefix, EXTENSION).glob(pattern):
            shutil.copy(wheel, folder)
    packages = {entry["name"]: entry for entry in map(_locked, sorted(folder.glob("*.whl")))}
    (folder / LOCK).write_text(json.dumps({"info": platform, "packages": packages}))
    return sorted(packages)


def pack(folder: Path, platform: Mapping[str, str]) -> None:
    """Write as wheels the course and what it needs on the platform that Pyodide's lock names, if it is pure Python."""
    for name in sorted(closure(NEEDED, platform) - {COMPILED}):
        _pack(importlib.metadata.distribution(name), folder)
    _pack_own(folder)
    _pack_version(ONLY_ITS_VERSION, folder)


def imported_in(folder: Path) -> frozenset[str]:
    """Return the names of all that can be imported in the kernel of a folder."""
    found = set(sys.stdlib_module_names)
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as package:
            found.update(name.split("/")[0].removesuffix(".py") for name in package.namelist())
    return frozenset(found)


def closure(names: Iterable[str], platform: Mapping[str, str]) -> set[str]:
    """Return packages of this environment, and all that they need on the platform that Pyodide's lock names."""
    kernel = {
        "extra": "",
        "platform_machine": platform["arch"],
        "platform_system": "Emscripten",
        "python_full_version": platform["python"],
        "python_version": _minor(platform),
        "sys_platform": "emscripten",
    }
    found: set[str] = set()
    left = list(names)
    while left:
        name = canonicalize_name(left.pop())
        if name in found or name in IN_THE_PAGE:
            continue
        found.add(name)
        for line in importlib.metadata.requires(name) or []:
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate(kernel):
                left.append(requirement.name)
    return found


def _minor(platform: Mapping[str, str]) -> str:
    return platform["python"].rpartition(".")[0]


def _pack(package: importlib.metadata.Distribution, folder: Path) -> None:
    """Write a package of this environment as a wheel."""
    inside = (file for file in package.files or () if file.parts[0] != ".." and file.suffix not in LEFT_OUT)
    _zip(folder, package, ((file.as_posix(), Path(str(file.locate()))) for file in inside))


def _pack_own(folder: Path) -> None:
    """Write the course's own packages, with evidence and questions, as a wheel."""
    package = importlib.metadata.distribution("course")
    said = [file for file in package.files or () if file.name in ("METADATA", "WHEEL", "entry_points.txt")]
    _zip(
        folder,
        package,
        [
            *((path.relative_to(ROOT).as_posix(), path) for path in _own_files()),
            *((file.as_posix(), Path(str(file.locate()))) for file in said),
        ],
    )


def _pack_version(name: str, folder: Path) -> None:
    version = importlib.metadata.version(name)
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(zipfile.ZipInfo(f"{name}.py"), f'__version__ = "{version}"\n')


def _own_files() -> Iterator[Path]:
    yield from (ROOT / "course.yml", ROOT / "_toc.yml")
    # What course.yml names has to be there.
    yield from (path for path in (ROOT / "book").iterdir() if path.suffix in (".md", ".svg"))
    for name in OWN:
        for path in (ROOT / name).rglob("*"):
            if path.suffix in OWN_FILES and not OWN_LEFT_OUT & set(path.relative_to(ROOT).parts):
                yield path


def _zip(folder: Path, package: importlib.metadata.Distribution, files: Iterable[tuple[str, Path]]) -> None:
    name = canonicalize_name(package.metadata["Name"]).replace("-", "_")
    with zipfile.ZipFile(folder / f"{name}-{package.version}-py3-none-any.whl", "w") as wheel:
        for inside, path in sorted(files):
            # One time for all: the same packages are the same bytes.
            wheel.writestr(zipfile.ZipInfo(inside), path.read_bytes(), zipfile.ZIP_DEFLATED)


def _fetch(name: str, version: str, folder: Path, platform: Mapping[str, str]) -> None:
    """Fetch a package as it is built for the kernel."""
    subprocess.run(  # noqa: S603 - the course's own words
        [
            sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
            "--only-binary", ":all:", "--implementation", "cp", "--python-version", _minor(platform),
            "--abi", f"cp{_minor(platform).replace('.', '')}",
            "--platform", f"pyemscripten_{platform['abi_version']}_{platform['arch']}",
            "--dest", folder, f"{name}=={version}",
        ],
        check=True,
    )  # fmt: skip


def _locked(wheel: Path) -> dict[str, Any]:
    """Return what Pyodide's lock says of a package. Each is loaded at the start, so none need name another."""
    name, version = wheel.name.split("-")[:2]
    return {
        "name": canonicalize_name(name),
        "version": version,
        "file_name": wheel.name,
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "install_dir": "site",
        "package_type": "package",
        "imports": [],
        "depends": [],
        "unvendored_tests": False,
    }
