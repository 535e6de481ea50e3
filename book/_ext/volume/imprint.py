"""What stands before the text of the volume: what it is, by whom, of when, under which license."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime

from course import course
from quizzes.export.question import LICENSE

ADVICE = "It teaches. It gives no medical advice, on any patient."


@dataclass(frozen=True)
class Imprint:
    """Title, description, authors, the moment of the edition, and where the book is published, if it is."""

    title: str
    description: str
    authors: str
    moment: datetime
    site: str | None

    @property
    def terms(self) -> str:
        """The license, as a sentence."""
        return f"License of text, questions and evidence: {LICENSE.name} ({LICENSE.address})."

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it as sentences, one a line."""
        edition = f"Edition of {self.moment:%B} {self.moment.day}, {self.moment.year}."
        where = (
            (f"The newest edition, with what can be tried and searched: {self.site}.",) if self.site else ()
        )
        return (
            edition,
            self.terms,
            *where,
            ADVICE,
        )


def imprint() -> Imprint:
    """Return the imprint of this course; its moment is `SOURCE_DATE_EPOCH` [s since 1970], or now."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(said), UTC) if said else datetime.now(UTC).replace(microsecond=0)
    about = course()
    return Imprint(about.title, about.description, about.authors, moment, about.site)
