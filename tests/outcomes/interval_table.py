"""The table that tests the front end's arithmetic and words: made from scipy's intervals, kept in the repository.

python tests/outcomes/interval_table.py
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = Path(__file__).parent / "intervals.json"
# Every small study, the presets' sizes, and the largest that can be set.
SIZES = [*range(1, 21), 29, 30, 37, 49, 52, 86, 97, 120, 286, 500]


def counts() -> list[tuple[int, int]]:
    """Return events and n: all of the smallest, then none, one, some, half, most, all but one, and all."""
    pairs = []
    for n in SIZES:
        some = range(n + 1) if n <= 10 else {0, 1, 2, n // 10, n // 4, n // 2, (9 * n) // 10, n - 1, n}
        pairs += [(events, n) for events in sorted(some)]
    return pairs


def rows() -> list[dict[str, object]]:
    """Return the table."""
    from scipy.stats import binomtest

    from outcomes.explorer.html import described

    made = []
    for events, n in counts():
        test = binomtest(events, n)
        exact, score = test.proportion_ci(method="exact"), test.proportion_ci(method="wilson")
        ends = {"exact": [exact.low, exact.high], "wilson": [score.low, score.high]}
        rounded = {name: [round(float(end), 12) for end in pair] for name, pair in ends.items()}
        made.append({"events": events, "n": n, **rounded, "said": described(events, n)["said"]})
    return made


def text() -> str:
    """Return the table as it is kept, one row a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows())
    return f"[\n{lines}\n]\n"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    TABLE.write_text(text(), "utf-8")
