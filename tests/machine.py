"""What the tests need of the machine: found, or as root on Debian installed, before any of them starts.

    python tests/machine.py
    python tests/machine.py chromium   # says where it is

Needs no package, so that it can be asked before there is an environment. What is missing is named all at once, with
the line that installs it; the exit status is then 1.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
# Debian's place of servers is not on everybody's path.
PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
APT = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=600")
OLDEST_FIREFOX = 143  # Playwright asks for a command at its start that earlier ones do not know
PATIENCE = 120  # [s] for a program that is asked whether it starts, on a slow machine
BROTLI = "ngx_http_brotli_static_module.so"
# The bindings of WebKitGTK are those of the system's own Python.
SYSTEM_PYTHON = "/usr/bin/python3"
HAS_WEBKIT = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"
PLAYWRIGHTS_OWN = """from playwright.sync_api import sync_playwright
with sync_playwright() as playwright: print(playwright.chromium.executable_path)"""


class Missing(LookupError):
    """Something is not there, or is there and does not start; the message says what."""


@dataclass(frozen=True)
class WebKit:
    """A WebKit that can be driven: its driver, the Python that opens its window, and the X server to open it on."""

    driver: str
    python: str
    display: str


@dataclass(frozen=True)
class Nginx:
    """An nginx with its Brotli module: the program, and the folders of its configuration and of its modules."""

    program: str
    configuration: Path
    modules: Path


@dataclass(frozen=True)
class Need:
    """One thing that tests need: how it is found, Debian's packages that bring it, and the variable that names one.

    Finding a browser starts it: what cannot start is as good as missing.
    """

    name: str
    find: Callable[[], object]
    packages: tuple[str, ...]
    variable: str = ""

    @property
    def is_named(self) -> bool:
        """Whether somebody names one: then it is theirs to mend, and no package would be taken in its place."""
        return bool(os.environ.get(self.variable))


@cache
def chromium() -> str:
    """Return the path of a Chromium: `$CHROMIUM`, one on the path, or Playwright's own.

    The headless shell comes first: the same engine without a window, at a third of the processor time a page.
    """
    return (
        _named("CHROMIUM")
        or _on_path(
            "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"
        )
        or _playwrights_own()
        or _missing("no chromium is on the path, and Playwright has none of its own")
    )


@cache
def firefox() -> str:
    """Return the path of a Firefox: `$FIREFOX`, or one on the path."""
    return (
        _named("FIREFOX")
        or _on_path("firefox-esr", "firefox")
        or _missing("neither firefox-esr nor firefox is on the path")
    )


@cache
def webkit() -> WebKit:
    """Return what opens and drives a window of WebKit (see `engines/window.py`)."""
    driver = _on_path("WebKitWebDriver") or _missing("WebKitWebDriver is not on the path")
    display = _on_path("Xvfb") or _missing("Xvfb is not on the path")
    if _run(SYSTEM_PYTHON, "-c", HAS_WEBKIT).returncode != 0:
        _missing(f"{SYSTEM_PYTHON} cannot open a window of WebKitGTK 4.1")
    return WebKit(driver, SYSTEM_PYTHON, display)


@cache
def nginx() -> Nginx:
    """Return an nginx that can send what `make host` compressed with Brotli."""
    program = shutil.which("nginx", path=PLACES) or _missing("nginx is not on the path")
    said = _run(program, "-V").stderr
    given = dict(part[2:].split("=", 1) for part in said.split() if part.startswith("--") and "=" in part)
    modules = Path(given.get("modules-path", ""))
    if "conf-path" not in given or not (modules / BROTLI).is_file():
        _missing(f"{program} has no {BROTLI}")
    return Nginx(program, Path(given["conf-path"]).parent, modules)


def java() -> str:
    """Return the path of a Java, in which the checker of HTML runs."""
    program = _on_path("java") or _missing("java is not on the path")
    if _run(program, "-version").returncode != 0:
        _missing(f"{program} does not start")
    return program


def fonts() -> str:
    """Return the path of a font; without one a page is boxes, and every width is wrong."""
    program = _on_path("fc-list") or _missing("fc-list is not on the path, which says what fonts there are")
    there = [
        line for line in _run(program, "--format", "%{file}\n").stdout.splitlines() if "DejaVuSans" in line
    ]
    return there[0] if there else _missing("the font DejaVu Sans is not there")


def starting_chromium() -> str:
    """Return the path of a Chromium that has shown a page."""
    program = chromium()
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        page = ["--headless", f"--user-data-dir={profile}", "--dump-dom", "data:text/html,<p>ready"]
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        said = _run(program, *sandbox, "--disable-gpu", "--no-first-run", *page)
    if "ready" not in said.stdout:
        _missing(f"{program} does not start: {_last_line(said.stderr)}")
    return program


def starting_firefox() -> str:
    """Return the path of a Firefox that says its version, and can be driven."""
    program = firefox()
    said = _run(program, "--version")
    version = re.match(r"Mozilla Firefox (\d+)", said.stdout)
    if version is None:
        _missing(f"{program} does not start: {_last_line(said.stdout + said.stderr)}")
    if int(version[1]) < OLDEST_FIREFOX:
        _missing(f"{program} is Firefox {version[1]}, and {OLDEST_FIREFOX} or later is needed")
    return program


def epubcheck() -> str:
    """Return the path of EPUBCheck, which says whether an e-reader can open the book."""
    archive = Path("/usr/share/java/epubcheck.jar")
    return str(archive) if archive.is_file() else _missing(f"{archive} is not there")


NEEDS = (
    Need("a Chromium", starting_chromium, ("chromium-headless-shell",), "CHROMIUM"),
    Need("a Firefox", starting_firefox, ("firefox-esr",), "FIREFOX"),
    Need("a WebKit", webkit, ("webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb")),
    Need("nginx with Brotli", nginx, ("nginx", "libnginx-mod-http-brotli-static")),
    Need("a Java", java, ("default-jre-headless",)),
    Need("EPUBCheck", epubcheck, ("epubcheck",)),
    Need("a font", fonts, ("fontconfig", "fonts-dejavu-core")),
)


def missing() -> dict[Need, str]:
    """Return each need that the machine does not meet, and why not."""
    for found in (chromium, firefox, webkit, nginx):
        found.cache_clear()
    said: dict[Need, str] = {}
    for need in NEEDS:
        try:
            need.find()
        except Missing as reason:
            said[need] = str(reason)
    return said


def prepare() -> int:
    """Install what is missing where that is allowed, and return the exit status: 0, or 1 with everything named."""
    lacking = missing()
    may_install = os.geteuid() == 0 and shutil.which("apt-get") is not None
    packages = [package for need in lacking if not need.is_named for package in need.packages]
    if packages and may_install:
        print(
            f"Installing what the tests need: {' '.join(packages)}. This takes a minute or two.", flush=True
        )
        if (failed := _install(packages)) is not None:
            print(failed, file=sys.stderr)
        lacking = missing()
    if lacking:
        print(_advice(lacking), file=sys.stderr)
    return 1 if lacking else 0


def _install(packages: list[str]) -> str | None:
    # An install that was cut off is ended first; apt does nothing before.
    if (failed := _as_root("dpkg", "--configure", "-a")) is not None:
        return failed
    with TemporaryDirectory() as folder:
        lists = _with_security_updates(Path(folder))
        # Not every mirror has them.
        if lists and _as_root(*APT, *lists, "update") is not None:
            lists = []
        if not lists and (failed := _as_root(*APT, "update")) is not None:
            return failed
        return _as_root(*APT, *lists, "install", "-y", "--no-install-recommends", *packages)


def _as_root(*command: str) -> str | None:
    """Run a command that asks nothing, and return what it said if it failed."""
    # At run level 1 Debian starts no service: the tests run their own, and only while they last.
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    done = subprocess.run(
        command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return None
    return f"`{' '.join(command)}` ended with {done.returncode}:\n{done.stdout}{done.stderr}".rstrip()


def _with_security_updates(folder: Path) -> list[str]:
    """Return the options by which apt sees Debian's security updates for once, where its lists leave them out.

    Without them a Debian's Firefox is as old as its last point release. The machine's own lists stay as they are.
    """
    parts = sorted(Path("/etc/apt/sources.list.d").glob("*"))
    told = "\n".join(path.read_text("utf-8") for path in [*Path("/etc/apt").glob("sources.list"), *parts])
    archive = re.search(r"https?://\S+/debian(?=/?\s)", told)
    release = platform.freedesktop_os_release().get("VERSION_CODENAME")
    if archive is None or release is None or f"{release}-security" in told:
        return []
    for path in parts:
        shutil.copy(path, folder)
    (folder / "security.list").write_text(f"deb {archive[0]}-security {release}-security main\n", "utf-8")
    return ["-o", f"Dir::Etc::sourceparts={folder}", "-o", "APT::Get::List-Cleanup=0"]


def _advice(lacking: dict[Need, str]) -> str:
    lines = ["The tests were not started: this machine does not have all that they need."]
    lines += [f"  - {need.name}: {reason}" for need, reason in lacking.items()]
    if wanted := [need for need in lacking if not need.is_named]:
        lines += [
            "On Debian this installs it (Ubuntu has no such browsers: take those of their makers, and the rest so):",
            "  sudo apt-get update",
            *(
                f"  sudo apt-get install --no-install-recommends {' '.join(need.packages)}  # {need.name}"
                for need in wanted
            ),
            "A browser that stands elsewhere can be named: CHROMIUM=/path/to/chromium FIREFOX=/path/to/firefox",
        ]
    return "\n".join(lines)


def _named(variable: str) -> str | None:
    path = os.environ.get(variable)
    if path and not Path(path).is_file():
        _missing(f"${variable} is {path!r}, and there is no such file")
    return path or None


def _on_path(*names: str) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _playwrights_own() -> str | None:
    python = ROOT / ".venv" / "bin" / "python"
    if not python.is_file():
        return None
    # A process of its own: Playwright's synchronous API cannot be asked from within a running Playwright.
    path = _run(str(python), "-c", PLAYWRIGHTS_OWN).stdout.strip()
    return path if path and Path(path).is_file() else None


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except OSError as error:  # of another architecture, or not a program at all
        _missing(f"{command[0]} does not start: {error.strerror}")
    except subprocess.TimeoutExpired:
        _missing(f"{command[0]} has not answered in {PATIENCE} seconds")


def _last_line(said: str) -> str:
    lines = said.strip().splitlines()
    return lines[-1] if lines else "it says nothing"


def _missing(why: str) -> NoReturn:
    raise Missing(why)


if __name__ == "__main__":
    if sys.argv[1:] == ["chromium"]:
        print(chromium())
    else:
        sys.exit(prepare())
