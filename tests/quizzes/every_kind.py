"""A bank with one question of every kind, from the examples beside the kinds, and a ledger of its own."""

import atexit
import shutil
import tempfile
from functools import partial
from pathlib import Path

from build import ROOT
from outcomes import load_ledger
from outcomes.phrase import cite_from
from quizzes.kinds import register

NAME = "every-kind"
HEAD = """chapter: every-kind
objectives:
- id: staging
  text: "Choose the examinations that stage a newly diagnosed sarcoma."
  bloom: apply
- id: figures
  text: "Read a figure by its endpoint and its denominator."
  bloom: understand
items:
"""
EVIDENCE = ROOT / "course" / "template" / "outcomes"

cite = partial(cite_from, load_ledger(EVIDENCE))
"""Say what a number of the invented ledger says."""


def bank() -> str:
    """Return the bank as an author would write it."""
    kinds = Path(register.__file__).parent
    examples = (kinds / folder / "example.yml" for folder in register.FOLDERS)
    return HEAD + "\n".join(example.read_text("utf-8") for example in examples)


FOLDER = Path(tempfile.mkdtemp(prefix="every-kind-"))
"""Where the bank lies, as `every-kind.yml`."""
atexit.register(shutil.rmtree, FOLDER)
(FOLDER / f"{NAME}.yml").write_text(bank(), "utf-8")
