"""`python -m quizzes check [FOLDER]` and `python -m quizzes schema [--check]`."""

import argparse
import sys
from pathlib import Path

from quizzes import schema
from quizzes.faults import BankFault
from quizzes.load import BANK, load_banks


def check(folder: Path) -> int:
    """Print every fault of a bank, or what it holds. Return the exit code."""
    try:
        banks = load_banks(folder)
    except (BankFault, LookupError) as fault:
        faults = fault.faults if isinstance(fault, BankFault) else [str(fault)]
        print("\n".join([*faults, f"quizzes: {len(faults)} to mend"]), file=sys.stderr)
        return 1
    items = sum(len(bank.items) for bank in banks.values())
    objectives = sum(len(bank.objectives) for bank in banks.values())
    print(f"quizzes: chapters {len(banks)}, objectives {objectives}, items {items}; no faults")
    return 0


def write_schema(*, only_check: bool) -> int:
    """Write the schema, or say whether it is current. Return the exit code."""
    if only_check:
        if schema.is_current():
            return 0
        print(
            "quizzes/schema.json does not fit the model; write it: python -m quizzes schema", file=sys.stderr
        )
        return 1
    schema.write()
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run a command. Return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m quizzes", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="list every fault of the questions")
    checking.add_argument("folder", type=Path, nargs="?", default=BANK)
    writing = commands.add_parser("schema", help="write quizzes/schema.json from the model")
    writing.add_argument("--check", action="store_true", help="write nothing; fail if the file is old")
    asked = parser.parse_args(arguments)
    return check(asked.folder) if asked.command == "check" else write_schema(only_check=asked.check)


if __name__ == "__main__":
    sys.exit(main())
