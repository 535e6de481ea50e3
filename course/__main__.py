"""`python -m course check|identity|new|update`: what this course is, another one, and a newer engine."""

import argparse
import json
import sys
from pathlib import Path

from course.new import new
from course.record import ROOT, course
from course.update import update
from records.faults import Refused

IDENTITY = ROOT / "quizzes" / "book.json"
"""Made from `course.yml`; the front end is bundled with it."""


def check() -> None:
    """Say that the course is sound."""
    found = course()
    print(f"{found.title}: documents {len(found.documents)}; sound")


def identity() -> None:
    """Write the identity of the readers' record for the front end."""
    IDENTITY.write_text(json.dumps({"book": course().identity}) + "\n", "utf-8")


def make(asked: argparse.Namespace) -> None:
    """Make a course, and ask at a terminal for what was not said."""
    title, disease = asked.title or _answer("Title"), asked.disease or _answer("Disease")
    authors = asked.author or [
        name for name in _answer("Authors, with commas between").split(",") if name.strip()
    ]
    new(asked.folder, title, disease, authors)
    print(f"The course is in {asked.folder}: 'make book' there builds it, 'make test' runs every check.")


def bring(where: str) -> None:
    """Bring another engine to this course."""
    done = update(ROOT, where)
    counted = f"changed {done.changed}, new {done.added}, gone {done.removed}"
    print(f"The engine is that of {done.commit[:12]}: files {counted}. Run 'make test', then commit.")


def _answer(question: str) -> str:
    try:
        return input(f"{question}: ") if sys.stdin.isatty() else ""
    except EOFError:
        return ""


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 done, 1 refused, 2 not understood."""
    parser = argparse.ArgumentParser(
        prog="python -m course", description="A course, and the engine below it."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="list every fault of course.yml")
    commands.add_parser("identity", help="write quizzes/book.json, which the front end is bundled with")
    making = commands.add_parser(
        "new", help="make another course; at a terminal it asks for what is not said"
    )
    making.add_argument("folder", type=Path, help="where, not there yet or empty")
    making.add_argument("--title")
    making.add_argument("--disease")
    making.add_argument("--author", action="append", help="once for each")
    bringing = commands.add_parser("update", help="bring another version of the engine to this course")
    bringing.add_argument(
        "where", help="address or path of its repository, with @tag where it is not the newest"
    )
    asked = parser.parse_args(arguments)
    try:
        match asked.command:
            case "check":
                check()
            case "identity":
                identity()
            case "new":
                make(asked)
            case "update":
                bring(asked.where)
    except Refused as fault:
        print("\n".join([*fault.faults, f"course: {len(fault.faults)} to mend"]), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
