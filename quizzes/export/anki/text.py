"""The cards of the deck as a text with tabs: for Anki's own import of text, and for programs that read no decks."""

import csv
import io

import genanki

from quizzes.export.anki.note import ALONE, KEPT, back, deck_name, front, notes
from quizzes.export.format import Format
from quizzes.export.question import Questions


def write(found: Questions) -> bytes:
    """Return a line for each card: what identifies it, its deck, front and back as HTML, tags."""
    target = io.StringIO()
    target.write("#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\n")
    target.write(f"# {found.credit}\n")
    # Every cell in quotes: a line that began with # would be no card.
    lines = csv.writer(target, "excel-tab", quoting=csv.QUOTE_ALL, lineterminator="\n")
    for chapter, question in found.each():
        for note in notes(found, question):
            # Another identity than in the deck: there the same card is a note of another type.
            own = genanki.guid_for(*note.identity, "text")
            lines.writerow((own, deck_name(found, chapter), front(note), back(note), " ".join(note.tags)))
    return target.getvalue().encode()


FORMAT = Format(
    name="anki-text",
    title="Cards as text",
    suffix=".txt",
    sign="#guid column:1\n",
    use=(
        "For Anki's File, Import, into a note type with a front and a back, and for other programs and spreadsheets "
        "that read a text with tabs. " + ALONE
    ),
    kept=KEPT,
    not_kept={},
    write=write,
    deck=True,
)
