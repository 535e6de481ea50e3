"""`python -m outcomes check [FOLDER]`: is the evidence sound?"""

import argparse
import sys
from pathlib import Path

from outcomes.load import LedgerFault, load_ledger


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 0 if sound, 1 if faults were found, 2 if not understood."""
    parser = argparse.ArgumentParser(prog="python -m outcomes", description="The evidence ledger.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="list every fault of the evidence, or count the records")
    check.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent)
    folder = parser.parse_args(arguments).folder
    try:
        ledger = load_ledger(folder)
    except LedgerFault as fault:
        print(fault)
        print(_count(len(fault.faults), "fault"), file=sys.stderr)
        return 1
    numbers = sum(len(fact.numbers) for fact in ledger.facts.values())
    print(
        f"{_count(len(ledger.sources), 'source')}, {_count(len(ledger.estimates), 'estimate')},"
        f" {_count(len(ledger.claims), 'claim')}, {_count(len(ledger.facts), 'fact')}"
        f" with {_count(numbers, 'number')}: sound"
    )
    return 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


if __name__ == "__main__":
    raise SystemExit(main())
