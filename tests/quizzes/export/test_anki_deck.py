"""The deck in Anki itself: `anki` from PyPI, which only the tests use."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from every_kind import FOLDER, cite

from quizzes.export.anki import deck, key_points
from quizzes.export.anki.deck import FORMAT, side, style
from quizzes.export.anki.note import FIELDS, TYPE
from quizzes.export.question import Question, Questions
from quizzes.export.selection import questions

STEPS = 3
"""Of the one case: those at which something is decided."""
AGAIN = "2031-01-01T00:00:00Z"
HOSTILE = "<script>alert(1)</script> MARB1::THB2 & P < 0.05 [sound:x.mp3] {{Stem}} \\(x\\)"


@pytest.fixture(scope="module")
def every() -> Questions:
    found = questions(FOLDER, cite=cite)
    return replace(found, identity="marble-thumb", title="Marble thumb")


@pytest.fixture
def collection(tmp_path) -> Iterator[Collection]:
    """An empty collection, as a new reader of Anki has it."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def bring(collection, tmp_path) -> Callable:
    """Import an edition as Anki's window does, and return what it says of it."""

    def give(found: Questions):
        path = tmp_path / "deck.apkg"
        path.write_bytes(FORMAT.write(found))
        options = ImportAnkiPackageOptions(with_scheduling=False, with_deck_configs=False)
        asked = ImportAnkiPackageRequest(package_path=str(path), options=options)
        return collection.import_anki_package(asked).log

    return give


def changed(found: Questions, name: str, stem: str) -> Questions:
    """The next edition, in which one question reads otherwise."""

    def new(question: Question) -> Question:
        return replace(question, stem=stem, changed=AGAIN) if question.id == name else question

    chapters = (replace(each, questions=tuple(map(new, each.questions))) for each in found.chapters)
    return replace(found, chapters=tuple(chapters))


def note_of(collection: Collection, name: str):
    return next(note for note in map(collection.get_note, collection.find_notes("")) if note["Id"] == name)


@pytest.fixture
def once(bring, every):
    return bring(every)


def objectives(found: Questions) -> int:
    return len({question.tags[0] for _, question in found.each()})


def test_every_question_is_a_card_and_a_case_is_one_a_step(once, collection, every):
    assert len(once.new) == every.count - 1 + STEPS + objectives(every)
    assert collection.card_count() == len(once.new)
    assert collection.fix_integrity()[1] is True
    names = {each.name for each in collection.decks.all_names_and_ids()}
    assert names == {"Default", "Marble thumb", "Marble thumb::every-kind", "Marble thumb::Key points"}


def test_an_objective_asks_for_its_key_points_and_names_their_sources(once, collection, every):
    (card,) = note_of(collection, "every-kind/figures").cards()
    shown = card.render_output()
    asked = [each for _, each in every.each() if each.tags[0] == ("every-kind", "figures")]
    assert asked[0].objective in shown.question_text
    for each in asked:
        assert each.learning_point not in shown.question_text
        assert each.learning_point in unescape(shown.answer_text)
        assert all(study.source in shown.answer_text for study in each.studies)
    assert collection.decks.name(card.did) == "Marble thumb::Key points"


def test_who_has_the_deck_without_key_points_gets_them_and_keeps_the_rest(
    bring, every, collection, monkeypatch
):
    with monkeypatch.context() as before:
        before.setattr(key_points, "key_points", lambda _found: ())
        bring(every)
    (card,) = note_of(collection, "every-kind-single").cards()
    card.start_timer()
    collection.sched.answerCard(card, 3)
    kept = [(note.id, note.mod, note.fields) for note in map(collection.get_note, collection.find_notes(""))]
    due = collection.get_card(card.id).due

    log = bring(every)

    assert (len(log.new), len(log.updated), len(log.conflicting)) == (objectives(every), 0, 0)
    now = {note.id: note for note in map(collection.get_note, collection.find_notes(""))}
    assert [(name, now[name].mod, now[name].fields) for name, *_ in kept] == kept
    assert (collection.get_card(card.id).reps, collection.get_card(card.id).due) == (1, due)


def test_every_card_renders_without_a_field_left_open(once, collection):
    for name in collection.find_cards(""):
        shown = collection.get_card(name).render_output()
        for text in (shown.question_text, shown.answer_text):
            assert "{{" not in text
            assert "{ev}" not in text
            assert "[...]" not in text
            assert "<script" not in text


def test_text_is_text_on_a_card(bring, every, collection):
    bring(changed(every, "every-kind-single", stem=HOSTILE))
    (card,) = note_of(collection, "every-kind-single").cards()
    shown = card.render_output()
    front = shown.question_text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; MARB1::THB2 &amp; P &lt; 0.05 &#91;sound:x.mp3]" in front
    assert "{{Stem}}" in front  # as written: no template is filled in twice
    assert shown.question_av_tags == []
    assert "\\(" not in re.sub("<[^>]*>", "\0", front)


def test_an_answer_that_holds_two_colons_is_whole(once, collection):
    (card,) = note_of(collection, "every-kind-short").cards()
    assert "MARB1::THB2." in card.render_output().answer_text


def test_the_same_edition_again_changes_nothing(once, bring, every):
    log = bring(every)
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 0, 0)
    assert len(log.duplicate) == len(once.new)


def test_a_changed_wording_arrives_and_reviews_and_note_type_stay(once, bring, every, collection):
    before = note_of(collection, "every-kind-single")
    (card,) = before.cards()
    card.start_timer()
    collection.sched.answerCard(card, 3)
    types = [each.name for each in collection.models.all_names_and_ids()]

    log = bring(changed(every, "every-kind-single", stem="Said otherwise."))

    # The card of its objective is as new as its newest question.
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 2, 0)
    after = note_of(collection, "every-kind-single")
    assert (after.id, after["Stem"]) == (before.id, "Said otherwise.")
    assert after.cards()[0].reps == 1
    assert [each.name for each in collection.models.all_names_and_ids()] == types


def test_what_a_reader_wrote_stays_unless_that_question_changed(once, bring, every, collection):
    for name in ("every-kind-single", "every-kind-multiple"):
        mine = note_of(collection, name)
        mine["Extra 1"] = "my own"
        collection.update_note(mine)

    bring(changed(every, "every-kind-single", stem="Said otherwise."))

    assert note_of(collection, "every-kind-multiple")["Extra 1"] == "my own"
    assert note_of(collection, "every-kind-single")["Extra 1"] == ""


def test_a_tag_has_no_space_and_one_root(once, collection):
    tags = collection.tags.all()
    assert "marble-thumb::bloom::apply" in tags
    assert "marble-thumb::every-kind::staging" in tags
    assert {tag.partition("::")[0] for tag in tags} == {"marble-thumb"}


def test_the_note_type_never_changes():
    assert (TYPE["version"], TYPE["name"]) == (1, "Question")
    frozen = "Id Scene Stem Question How Options Hint Answer Reasons Point Studies Source License"
    assert (*frozen.split(), "Extra 1", "Extra 2", "Extra 3") == FIELDS
    assert deck.number("marble-thumb", "question") == 1176251396
    points = key_points.TYPE
    assert (points["version"], points["name"]) == (1, "Key points")
    assert " ".join(key_points.FIELDS) == "Id Chapter Objective Points License Extra 1 Extra 2 Extra 3"
    assert deck.number("marble-thumb", "Key points") == 1786099688
    assert deck.number("marble-thumb") == 1390127705
    assert deck.number("marble-thumb", "every-kind") == 1920588935


@pytest.mark.parametrize(
    ("sides", "kind", "file"), [("", TYPE, "note_type"), ("points_", key_points.TYPE, "key_points_type")]
)
def test_whoever_changes_the_form_of_a_card_says_when(sides, kind, file):
    """Anki takes a new form only if it is newer: write the day, and the digest that this test names."""
    parts = (side(f"{sides}front"), side(f"{sides}back"), style())
    form = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
    assert kind["form"]["digest"] == form, f"write {form}, and now as its time, in {file}.json"


def test_the_same_questions_give_the_same_bytes(every):
    assert FORMAT.write(every) == FORMAT.write(every)


def test_the_file_says_its_license(once, collection, every):
    assert all(
        collection.get_note(name)["License"].endswith(f"CC BY 4.0, {every.license.address}")
        for name in collection.find_notes("")
    )


def test_the_text_comes_in_as_cards_with_front_and_back(tmp_path, collection, every):
    from anki.collection import ImportCsvRequest

    from quizzes.export.anki.text import FORMAT as TEXT

    path = tmp_path / "cards.txt"
    path.write_bytes(TEXT.write(every))
    for count in ("new", "duplicate"):
        metadata = collection.get_csv_metadata(str(path), None)
        log = collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
        assert len(getattr(log, count)) == every.count - 1 + STEPS
    cards = [collection.get_card(name).render_output() for name in collection.find_cards("")]
    assert len(cards) == every.count - 1 + STEPS
    assert any("MARB1::THB2." in card.answer_text for card in cards)
    assert not any("[...]" in card.question_text for card in cards)
    assert "marble-thumb::bloom::apply" in collection.tags.all()
    assert {each.name for each in collection.decks.all_names_and_ids()} >= {"Marble thumb::every-kind"}


def test_the_whole_bank_of_the_course_goes_in(bring, collection):
    found = questions()
    carried, left = FORMAT.sort(found)
    log = bring(carried)
    assert len(log.new) == collection.card_count() >= carried.count
    assert {each.id for each in left} == {question.id for chapter, question in found.each() if chapter.test}
    shown = [collection.get_card(name).render_output() for name in collection.find_cards("")]
    assert not any("{{" in card.question_text + card.answer_text for card in shown)
