"""Whatever a page or a question names exists: evidence, sources, terms, paragraphs, objectives."""

import re

import pytest

from chapters import BOOK, LABEL, banks, chapters, pages, roles, source
from outcomes import cite, ledger

GLOSSARY = (BOOK / "glossary.md").read_text("utf-8").split("```{glossary}\n", 1)[1]
# A term is a line of its own; what it means is indented below it.
TERMS = {line.strip().casefold() for line in GLOSSARY.splitlines() if re.match(r"\w", line)}
ITEMS = [(bank, item) for bank in banks().values() for item in bank.items]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
class TestEveryPage:
    def test_cites_evidence_that_the_ledger_knows(self, page):
        for reference in roles(page, "ev"):
            assert cite(reference).text

    def test_cites_sources_that_were_seen(self, page):
        sources = ledger().sources
        for text in roles(page, "cite"):
            for key in re.split(r",\s*", text):
                assert key in sources
                assert sources[key].level_seen != "not read", key

    def test_uses_terms_that_the_glossary_explains(self, page):
        for text in roles(page, "term"):
            term = re.sub(r"^.*<(.*)>$", r"\1", text)
            assert term.casefold() in TERMS


@pytest.mark.parametrize(("bank", "item"), ITEMS, ids=lambda part: getattr(part, "id", ""))
class TestEveryItem:
    def test_rests_on_known_evidence_and_sources(self, bank, item):
        assert item.evidence or item.sources
        for name in item.evidence:
            assert cite(name).text
        assert set(item.sources) <= set(ledger().sources)

    def test_leads_back_to_a_paragraph_of_the_chapter_that_teaches_it(self, bank, item):
        page = next(page for page in chapters() if page.stem == item.home(bank.chapter))
        assert item.paragraph in LABEL.findall(source(page))


class TestAboutThisCourse:
    """The page tells how much of each work was read, and goes on being right when the ledger grows."""

    page = BOOK / "about.md"

    def told(self, how):
        """Return the keys that the sentence with these words cites."""
        sentence = next(line for line in self.page.read_text("utf-8").splitlines() if how in line)
        return {key for keys in re.findall(r"\{cite\}`([^`]+)`", sentence) for key in keys.split(",")}

    def read(self, how):
        return {key for key, work in ledger().sources.items() if work.level_seen == how}

    def test_counts_every_way_of_reading_once(self):
        counted = [
            text.removeprefix("sources ") for text in roles(self.page, "tally") if text.startswith("sources ")
        ]
        assert sorted(counted) == sorted({work.level_seen for work in ledger().sources.values()})

    def test_names_every_work_that_was_read_whole(self):
        documents = {key for one in ledger().corrections.values() for key in one.documents}
        assert self.told("Read whole") == self.read("full text") - documents

    def test_names_every_work_that_was_read_in_part(self):
        assert self.told("were read in part.") == self.read("full text in part")


@pytest.mark.parametrize("bank", banks().values(), ids=lambda bank: bank.chapter)
def test_every_objective_is_asked_twice_or_more(bank):
    asked = [item.objective for item in bank.items]
    own = [objective.id for objective in bank.objectives if "/" not in objective.id]
    assert {name: asked.count(name) >= 2 for name in own} == dict.fromkeys(own, True)


def test_every_claim_of_the_two_documents_is_treated_in_a_chapter():
    treated = {name for page in chapters() for name in roles(page, "claim")}
    assert set(ledger().claims) - treated == set()
    assert treated - set(ledger().claims) == set()
