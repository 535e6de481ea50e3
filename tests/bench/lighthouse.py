"""What Lighthouse says of each page of the book on a telephone: its scores, and when and how steadily it is seen.

It is no dependency of the course: `npm install --prefix _build/lighthouse lighthouse` puts it where it is found.
"""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

from build import ROOT, SITE
from chromium import FLAGS
from machine import chromium

LIGHTHOUSE = ROOT / "_build" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
LEAST = {"performance": 100, "accessibility": 98, "best-practices": 98, "seo": 98}
"""What each page is to score [of 100]."""
MOST = {"largest-contentful-paint": (1200, "ms"), "cumulative-layout-shift": (0, "")}
"""What each page is to stay under, and its unit."""
MINUTES = 3


def lighthouse_scores() -> list[dict[str, object]]:
    """Return the worst page of each score and time, and every page that misses an aim."""
    if not LIGHTHOUSE.exists():
        why = f"npm install --prefix {LIGHTHOUSE.parents[2].relative_to(ROOT)} lighthouse"
        return [{"what": "Lighthouse", "value": "not measured", "unit": why}]
    from _ext.site.serve import running

    with running(SITE) as address:
        pages = sorted(path.relative_to(SITE).as_posix() for path in (SITE / "book").glob("*.html"))
        found = {page: _measured(address + page) for page in pages}
    rows = []
    for name, least in LEAST.items():
        worst = min(found, key=lambda page: found[page][name])
        missed = [page for page in pages if found[page][name] < least]
        rows.append(_row(name, found[worst][name], "of 100", f"{least} or more", worst, missed))
    for name, (most, unit) in MOST.items():
        worst = max(found, key=lambda page: found[page][name])
        missed = [page for page in pages if found[page][name] > most]
        rows.append(_row(name, found[worst][name], unit, f"{most} or less", worst, missed))
    return [
        *rows,
        {"what": "… processes that wanted a processor", "value": os.getloadavg()[0], "unit": "load"},
    ]


def _row(
    name: str, value: float, unit: str, promise: str, worst: str, missed: list[str]
) -> dict[str, object]:
    """Return what the table says of a score: the worst page, and which others miss the aim."""
    what = f"Lighthouse, telephone, {name.replace('-', ' ')}, {worst.removeprefix('book/')}"
    return {"what": what, "value": value, "unit": unit, "promise": promise, "missed": missed}


def _measured(url: str) -> dict[str, float]:
    """Return scores [of 100] and times of a page, the processor and the network slowed as Lighthouse slows them."""
    # A value with spaces stands between quotes.
    quoted = (re.sub("=(.*)", r'="\1"', flag) for flag in FLAGS)
    flags = f"--chrome-flags=--headless=new --no-sandbox {' '.join(quoted)}"
    command: list[str | Path] = [LIGHTHOUSE, url, "--quiet", "--output=json", "--output-path=stdout", flags]
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        timeout=60 * MINUTES,
        env={**os.environ, "CHROME_PATH": chromium()},
    )
    report: dict[str, Any] = json.loads(done.stdout)
    scores = {name: round(100 * report["categories"][name]["score"]) for name in LEAST}
    return scores | {name: round(report["audits"][name]["numericValue"], 3) for name in MOST}
