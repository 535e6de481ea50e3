"""What the small book says: its ledger and its questions, as a test compares them with its pages."""

from functools import partial

from outcomes import load_ledger
from outcomes.phrase import cite_from
from quizzes.authoring.load import load_banks
from quizzes.resolve import digest
from small_book import SMALL

NAME = "marble-thumb"
CHAPTER = f"book/{NAME}.html"
"""Its chapter with most of what a page can have."""
STACKED = f"{CHAPTER}?questions=all"
"""Its questions one under the other, as a teacher has them."""
OTHER = "book/warming-it.html"
"""Its chapter with a question of every other kind, a drawing and a table."""
KEY = f"{NAME}.v2"
"""Under which its readers' answers are kept."""

LEDGER = load_ledger(SMALL / "outcomes")
cite = partial(cite_from, LEDGER)
"""Say what a number of its ledger says."""
BANKS = load_banks(SMALL / "quizzes" / "bank", cite=cite, sources=LEDGER.sources)
ASKED = [(item.id, digest(item, cite)) for item in BANKS[NAME].items]
"""The questions of its first chapter: each by its id, with its digest."""
