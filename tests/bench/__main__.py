"""Measure what the course promises, print it as a table, and keep it in `_build/bench.json`.

A benchmark, not a test: it judges nothing, and its times are those of the machine it ran on.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# The packages first: tests/outcomes is a folder of tests, not the package of that name.
folders = (
    ROOT,
    ROOT / "tests",
    ROOT / "tests" / "content",
    ROOT / "tests" / "quizzes",
    ROOT / "tests" / "sql",
    ROOT / "tests" / "live",
    ROOT / "book",
    Path(__file__).parent,
)
sys.path[:0] = [str(path) for path in folders]

from accessibility import violations  # noqa: E402
from chart_answers import chart_waits  # noqa: E402
from class_page import class_page_costs  # noqa: E402
from cohort import class_costs  # noqa: E402
from exports import export_times  # noqa: E402
from growth import growth_costs  # noqa: E402
from lighthouse import lighthouse_scores  # noqa: E402
from live_start import live_start  # noqa: E402
from past_one_machine import costs_by_engine  # noqa: E402
from questions import question_costs  # noqa: E402
from rebuild import rebuild_times  # noqa: E402
from search import search_quality  # noqa: E402
from serving import served_chapters  # noqa: E402
from weight import page_weights  # noqa: E402


def main() -> None:
    """Run every measurement, or those whose modules are named."""
    rows: list[dict[str, object]] = []
    measures = (
        page_weights,
        question_costs,
        search_quality,
        rebuild_times,
        violations,
        chart_waits,
        lighthouse_scores,
        class_costs,
        class_page_costs,
        costs_by_engine,
        export_times,
        live_start,
        served_chapters,
        growth_costs,
    )
    wanted = set(sys.argv[1:])
    for measure in measures:
        if wanted and measure.__module__ not in wanted:
            continue
        print(f"{measure.__module__} …", file=sys.stderr, flush=True)
        rows += measure()
    target = ROOT / "_build" / "bench.json"
    target.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    width = max(len(str(row["what"])) for row in rows)
    for row in rows:
        print(f"{row['what']:<{width}}  {row['value']!s:>9} {row['unit']:<11} {row.get('promise', '')}")
    print(f"\nWritten to {target.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
