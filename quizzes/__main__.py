"""`python -m quizzes check|lint|blueprint|changed [FOLDER]` and `python -m quizzes schema [--check]`.

`python -m quizzes report FOLDER [-o FILE]` reads what a class handed in, `python -m quizzes xapi FOLDER [-o FILE]
[--to ADDRESS]` makes statements of it for a school's record store, `python -m quizzes parquet FOLDER [-o FOLDER]` makes
tables of it for a warehouse; `python -m quizzes export FORMAT [--chapter NAME …] [-o FILE]` writes the questions for
another tool.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizzes.authoring import schema
from quizzes.authoring.blueprint import blueprint
from quizzes.authoring.lint import lint
from quizzes.authoring.load import BANK, BankFault, load_banks
from quizzes.export.changes import FILE, record
from quizzes.export.command import write_export
from quizzes.export.format import NotReady
from quizzes.export.register import FORMATS
from quizzes.export.selection import NotThere, questions
from quizzes.output import NotWritten, claim, write
from quizzes.strings import say
from records.faults import Refused

if TYPE_CHECKING:
    from quizzes.cohorts.cohort import Cohort


def on_good_banks(command: Callable[[Path], int], folder: Path) -> int:
    """Run a command on a folder, or print every fault of its banks or of the evidence. Return the exit code."""
    try:
        return command(folder)
    except BankFault as fault:
        faults, what = fault.faults, "to mend"
    except NotThere as fault:
        faults, what = fault.faults, "to name otherwise"
    except NotReady as fault:
        faults, what = fault.faults, "to do first"
    except NotWritten as fault:
        print(f"quizzes: {fault}", file=sys.stderr)
        return 1
    except Refused as fault:
        faults, what = fault.faults, "to mend in the evidence first; the questions rest on it and come after"
    except LookupError as fault:
        faults, what = [str(fault)], "to mend"
    print("\n".join([*faults, f"quizzes: {len(faults)} {what}"]), file=sys.stderr)
    return 1


def check(folder: Path) -> int:
    """Print what the banks hold. Return the exit code."""
    banks = load_banks(folder)
    items = sum(len(bank.items) for bank in banks.values())
    own = [each for bank in banks.values() for each in bank.objectives if "/" not in each.id]
    print(f"quizzes: chapters {len(banks)}, objectives {len(own)}, items {items}; no faults")
    return 0


def warn(folder: Path) -> int:
    """Print every warning that no item answers. Return the exit code."""
    found = lint(folder)
    if found:
        cure = "mend the words, or answer in the item: lint: {<rule>: <reason>}"
        print("\n".join([*map(str, found), f"quizzes: {len(found)} unanswered; {cure}"]), file=sys.stderr)
        return 1
    print("quizzes: no warning unanswered")
    return 0


def show_blueprint(folder: Path) -> int:
    """Print what the questions cover and what they leave out. Return the exit code."""
    print(blueprint(folder), end="")
    return 0


def record_changes(folder: Path) -> int:
    """Record when each question last changed. Return the exit code."""
    print(f"quizzes: {record(questions(folder), folder)} new or changed; recorded in {folder / FILE}")
    return 0


STORE_KEY = "XAPI_KEY"
"""The variable of the environment that holds the key of a record store: on a command line others could read it."""

COMMANDS: dict[str, tuple[str, Callable[[Path], int]]] = {
    "check": ("list every fault of the questions", check),
    "lint": ("list every rule of good questions that is broken without a reason given", warn),
    "blueprint": ("show objectives by Bloom's level, and the gaps", show_blueprint),
    "changed": ("record when each question last changed, so that decks update what did", record_changes),
}
"""The commands on a folder of banks: what each is for, and what it does."""


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


def read_class(
    source: Path, bank: Path, target: Path, is_own: Callable[[Path], bool], what: str
) -> Cohort | None:
    """Return what a class handed in, or None once it is said why; nothing but `what` is ever written over."""
    from quizzes.cohorts.cohort import NoCohort, cohort

    claim(target, is_own, what)
    try:
        return cohort(source, bank=bank)
    except NoCohort as said:
        print(f"quizzes: {said}", file=sys.stderr)
        return None


def write_report(source: Path, target: Path, bank: Path) -> int:
    """Write the report of a class, and name each file that does not count. Return the exit code."""
    from quizzes.cohorts.report import is_report
    from quizzes.cohorts.report.files import marks

    found = read_class(source, bank, target, is_report, "class report")
    if found is None:
        return 1
    why = {
        file: reason
        for table in (found.refused, found.set_aside)
        for file, reason in table.select("file", "reason").iter_rows()
    }
    for file, mark in marks(found.refused, found.set_aside).items():
        print(f"{mark}: {file}: {why.get(file, say('class_counts'))}", file=sys.stderr)
    if found.students.is_empty():
        print(f"quizzes: {source}: no file in it can be read", file=sys.stderr)
        return 1
    page = found.report()
    write(target, page.encode())
    print(
        f"quizzes: students {found.students.height}, answers {found.scored.height}, "
        f"files refused {found.refused.height}, older exports {found.set_aside.height}; written to {target}"
    )
    return 0


def write_statements(source: Path, target: Path, store: str | None, bank: Path) -> int:
    """Write what a class handed in as statements of xAPI, and send them if a store is named. Return the exit code."""
    from quizzes.xapi.statement import are_statements, statements
    from quizzes.xapi.store import NotSent, send

    class_ = read_class(source, bank, target, are_statements, "file of statements")
    if class_ is None:
        return 1
    for file, reason in class_.refused.select("file", "reason").iter_rows():
        print(f"{file}: {reason}", file=sys.stderr)
    made = list(statements(questions(bank), class_.responses.iter_rows(named=True)))
    left = class_.responses.height - len(made)
    write(target, f"{json.dumps(made, ensure_ascii=False, indent=1)}\n".encode())
    print(
        f"quizzes: statements {len(made)}, answers left out {left} (not checked, or to questions that have changed "
        f"or are gone), files refused {class_.refused.height}; written to {target}"
    )
    if store is None:
        return 0
    try:
        send(made, store, os.environ.get(STORE_KEY, ""))
    except NotSent as fault:
        print(f"quizzes: {fault}", file=sys.stderr)
        return 1
    print(f"quizzes: statements {len(made)} sent to {store}; what the store had already it keeps once")
    return 0


def write_tables(source: Path, target: Path, bank: Path) -> int:
    """Write what a class handed in as the tables that the queries in `cohorts/sql` read. Return the exit code."""
    from quizzes.cohorts.cohort import TABLES

    if target.is_dir() and any(each.name not in TABLES for each in target.iterdir()):
        print(
            f"quizzes: {target}: holds other files, so it is left as it is: name a new folder",
            file=sys.stderr,
        )
        return 1
    class_ = read_class(source, bank, target, lambda _: False, "folder")
    if class_ is None:
        return 1
    for file, reason in class_.refused.select("file", "reason").iter_rows():
        print(f"{file}: {reason}", file=sys.stderr)
    try:
        class_.write_tables(target)
    except OSError as fault:
        print(f"quizzes: {target}: cannot be written: {fault.strerror}", file=sys.stderr)
        return 1
    print(
        f"quizzes: students {class_.students.height}, answers {class_.responses.height}, "
        f"files refused {class_.refused.height}; written to {target}"
    )
    return 0


def main() -> int:
    """Run a command. Return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m quizzes", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (purpose, _) in COMMANDS.items():
        one = commands.add_parser(name, help=purpose)
        one.add_argument("folder", type=Path, nargs="?", default=BANK)
    writing = commands.add_parser("schema", help="write quizzes/schema.json from the model")
    writing.add_argument("--check", action="store_true", help="write nothing; fail if the file is old")
    reporting = commands.add_parser("report", help="write a page on what a class handed in")
    reporting.add_argument(
        "source", type=Path, metavar="FOLDER", help="with the files of students, or one .parquet"
    )
    reporting.add_argument("-o", "--output", type=Path, metavar="FILE", default=Path("class-report.html"))
    reporting.add_argument(
        "--bank", type=Path, default=BANK, help="the questions, if not those of the course"
    )
    stating = commands.add_parser("xapi", help="write what a class handed in as statements of xAPI")
    stating.add_argument(
        "source", type=Path, metavar="FOLDER", help="with the files of students, or one .parquet"
    )
    stating.add_argument("-o", "--output", type=Path, metavar="FILE", default=Path("statements.json"))
    stating.add_argument(
        "--to",
        metavar="ADDRESS",
        help=f"send them to this store too; its key, as name:secret, is taken from ${STORE_KEY}",
    )
    stating.add_argument("--bank", type=Path, default=BANK, help="the questions, if not those of the course")
    tabling = commands.add_parser("parquet", help="write what a class handed in as tables for a warehouse")
    tabling.add_argument(
        "source", type=Path, metavar="FOLDER", help="with the files of students, or one .parquet"
    )
    tabling.add_argument("-o", "--output", type=Path, metavar="FOLDER", default=Path("class-tables"))
    tabling.add_argument("--bank", type=Path, default=BANK, help="the questions, if not those of the course")
    exporting = commands.add_parser(
        "export",
        help="write the questions for another tool",
        description="There are: "
        + "; ".join(f"{each.name} ({each.title})" for each in FORMATS.values())
        + ".",
    )
    exporting.add_argument("format", metavar="FORMAT", help="the name of one of the formats below")
    exporting.add_argument(
        "--chapter", nargs="+", default=[], metavar="NAME", help="these chapters only", dest="chapters"
    )
    exporting.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where; else a name of its own, here"
    )
    exporting.add_argument(
        "--bank", type=Path, default=BANK, help="the questions, if not those of the course"
    )
    arguments = parser.parse_args()
    if arguments.command == "schema":
        return write_schema(only_check=arguments.check)
    if arguments.command == "report":
        return on_good_banks(
            lambda bank: write_report(arguments.source, arguments.output, bank), arguments.bank
        )
    if arguments.command == "xapi":
        return on_good_banks(
            lambda bank: write_statements(arguments.source, arguments.output, arguments.to, bank),
            arguments.bank,
        )
    if arguments.command == "parquet":
        return on_good_banks(
            lambda bank: write_tables(arguments.source, arguments.output, bank), arguments.bank
        )
    if arguments.command == "export":
        return on_good_banks(
            lambda bank: write_export(arguments.format, arguments.chapters, arguments.output, bank),
            arguments.bank,
        )
    return on_good_banks(COMMANDS[arguments.command][1], arguments.folder)


if __name__ == "__main__":
    sys.exit(main())
