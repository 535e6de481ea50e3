"""What a static host carries: chapters a second from nginx with deploy/nginx.conf, asked by wrk on the same machine."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from measured import CHAPTER
from nginx import served

CHAPTER = f"book/{CHAPTER}.html"
SECONDS = 10
READERS = 64  # connections, each asking anew as soon as it has its answer
MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
WHAT = f"nginx, a chapter, gzip, {READERS} readers at once"


def served_chapters() -> list[dict[str, object]]:
    """Return answers a second and the wait that 99 of 100 stay under; wrk takes its share of the processors."""
    if shutil.which("wrk") is None:
        return [_not_measured("wrk missing: apt-get install wrk")]
    from _ext.site.host import write

    with tempfile.TemporaryDirectory() as folder:
        host = Path(folder) / "site"
        write(host=host)
        with served(host, Path(folder)) as address:
            said = _ask(address + CHAPTER)
        weight = (host / f"{CHAPTER}.gz").stat().st_size
    rate = float(re.search(r"Requests/sec: +([\d.]+)", said)[1])
    wait, unit = re.search(r"99% +([\d.]+)(us|ms|s)", said).groups()
    if failed := re.search(r"Non-2xx or 3xx responses.*|Socket errors.*", said):
        raise RuntimeError(f"nginx did not answer everybody: {failed[0]}")
    load = os.getloadavg()[0]
    return [
        {
            "what": WHAT,
            "value": round(rate),
            "unit": "answers/s",
            "promise": f"load of the machine {load:.1f}",
        },
        {"what": f"{WHAT}: traffic", "value": round(rate * weight * 8 / 1e6), "unit": "Mbit/s"},
        {"what": f"{WHAT}: wait, p99", "value": round(float(wait) * MILLISECONDS[unit], 1), "unit": "ms"},
        {"what": f"{WHAT}: load of the machine meanwhile", "value": round(os.getloadavg()[0], 1), "unit": ""},
    ]


def _ask(url: str) -> str:
    command = ["wrk", "--threads=1", f"--connections={READERS}", f"--duration={SECONDS}s", "--latency"]
    command += ["--header=Accept-Encoding: gzip", url]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _not_measured(why: str) -> dict[str, object]:
    return {"what": WHAT, "value": "not measured", "unit": why}
