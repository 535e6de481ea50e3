"""A bank with one question of every kind, and a ledger of its own: neither changes with the course's."""

from functools import partial
from pathlib import Path

from outcomes import load_ledger
from outcomes.phrase import cite_from

FOLDER = Path(__file__).parent / "banks" / "every-kind"
EVIDENCE = FOLDER.with_name("every-kind-evidence")

cite = partial(cite_from, load_ledger(EVIDENCE))
"""Say what a number of the invented ledger says."""
