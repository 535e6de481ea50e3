"""Which questions are exported: all of a folder of banks, or some chapters of them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from course import course
from course.pages import heading, names
from course.record import ROOT
from quizzes.authoring.bank import Bank
from quizzes.authoring.load import BANK, load_banks
from quizzes.evidence import Cite, resolver
from quizzes.export.changes import dated
from quizzes.export.question import Chapter, Paragraph, Question, Questions, Study
from quizzes.export.task import task
from quizzes.resolve import resolve
from records.faults import Refused, nearest


class NotThere(Refused):
    """What was asked for by name is not there; `.faults` lists what is."""


def choose(name: str, known: Iterable[str], what: str) -> None:
    """Make sure that a name is known.

    Raises
    ------
    NotThere
        If it is not; `what` names what it ought to be, as in `chapter with questions`.
    """
    known = list(known)
    if name not in known:
        raise NotThere(
            [f"{name}: is no {what}{nearest(name, known)}; there are: {', '.join(known) or 'none'}"]
        )


def questions(
    folder: Path = BANK, *, cite: Cite | None = None, banks: Mapping[str, Bank] | None = None
) -> Questions:
    """Return every question of a folder of banks, chapter by chapter in the order of the book.

    Whoever has loaded the `banks` of the folder already hands them over, and they are not read again.

    Raises
    ------
    BankFault
        If a bank has faults.
    CourseFault
        If `course.yml` has.
    """
    cite = cite or resolver()
    said = course()
    order = {name: place for place, name in enumerate(names(ROOT))}
    banks = load_banks(folder, cite=cite) if banks is None else banks
    in_order = sorted(banks.items(), key=lambda each: order.get(each[0], len(order)))
    tests = (said.pre_test, said.final_test)
    chapters = (
        Chapter(name, _title(name), name in tests, tuple(_questions(bank, cite, said.site)))
        for name, bank in in_order
    )
    found = Questions(said.identity, said.title, said.authors, said.year, said.site, tuple(chapters))
    return dated(found, folder)


def of_chapters(found: Questions, wanted: Iterable[str]) -> Questions:
    """Return the questions of the chapters that are named, all if none is.

    Raises
    ------
    NotThere
        If one is unknown; what is said lists those there are.
    """
    wanted = list(wanted)
    faults: list[str] = []
    for name in wanted:
        try:
            choose(name, [chapter.name for chapter in found.chapters], "chapter with questions")
        except NotThere as fault:
            faults += fault.faults
    if faults:
        raise NotThere(faults)
    return found.only(lambda chapter, _: chapter.name in wanted) if wanted else found


def _questions(bank: Bank, cite: Cite, site: str | None) -> Iterable[Question]:
    shown = resolve(bank, cite=cite)
    for item, asked in zip(bank.items, shown["items"], strict=True):
        home = item.home(bank.chapter)
        yield Question(
            id=item.id,
            digest=asked["digest"],
            kind=item.kind,
            bloom=item.bloom,
            objective=asked["objective"]["text"],
            vignette=item.vignette,
            stem=asked["stem"],
            lead_in=asked["lead_in"],
            hint=asked.get("hint"),
            learning_point=asked["learning_point"],
            studies=tuple(Study(each["title"], each["detail"], each["source"]) for each in asked["evidence"]),
            paragraph=_paragraph(home, item.paragraph, site),
            written=item.written,
            tags=(
                (home, item.objective.rpartition("/")[2]),
                ("bloom", item.bloom),
                ("kind", item.kind),
            ),
            task=task(asked),
            address=_address(bank.chapter, item.id, site),
        )


def _paragraph(page: str, label: str, site: str | None) -> Paragraph:
    return Paragraph(page, label, _title(page), _address(page, label, site))


def _address(page: str, label: str, site: str | None) -> str | None:
    return f"{site}/book/{page}.html#{label}" if site else None


def _title(page: str) -> str:
    return heading(ROOT, page) or page
