"""`python -m course check`: is `course.yml` sound?  `python -m course identity`: hand the identity to the front end."""

import argparse
import json
import sys

from course.record import ROOT, CourseFault, course

IDENTITY = ROOT / "quizzes" / "book.json"
"""Made from `course.yml`; the front end is bundled with it."""


def check() -> None:
    """Say that the course is sound."""
    found = course()
    print(f"{found.title}: documents {len(found.documents)}; sound")


def identity() -> None:
    """Write the identity of the readers' record for the front end."""
    IDENTITY.write_text(json.dumps({"book": course().identity}) + "\n", "utf-8")


COMMANDS = {
    "check": ("list every fault of course.yml", check),
    "identity": ("write quizzes/book.json, which the front end is bundled with", identity),
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 done, 1 faults found, 2 not understood."""
    parser = argparse.ArgumentParser(prog="python -m course", description="What this course is.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (purpose, _) in COMMANDS.items():
        commands.add_parser(name, help=purpose)
    try:
        COMMANDS[parser.parse_args(arguments).command][1]()
    except CourseFault as fault:
        print("\n".join([*fault.faults, f"course: {len(fault.faults)} to mend"]), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
