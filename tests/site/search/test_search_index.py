"""The search index: each text belongs to its place, and what is said elsewhere is left out."""

import json
import re

import pytest
from sphinx.errors import ExtensionError

from _ext.search.index import counted, in_one, index_files
from _ext.search.places import Places
from _ext.search.stemming import stems
from _ext.search.synonyms import THESAURUS, Synonyms, load_synonyms

PAGE = """<nav>Menu</nav><article><section id="top"><h1>A chapter<a class="headerlink">#</a></h1>
<div class="chapter-head">5 min</div>
<p>First <a class="ev">62%<span class="ev-card">The card</span></a>, then <a class="term"><span>a term</span></a>.</p>
<section id="part"><h2>A part</h2><p>Its text.</p>
<figure class="chart" id="figure-1"><p class="finding">It grows</p><script>{"no": 1}</script>
<table><tr><th>Series</th><td>Clinic</td></tr></table></figure><p>After it.</p></section>
<section class="item" id="q-one"><div class="top"><span>Question 1 of 2</span><span title="x">Objective</span></div>
<p class="stem">A case.</p>
<fieldset><legend class="lead">What now?</legend><label class="option">Wait</label></fieldset>
<details class="answer">Because of it.</details></section>
<dl class="glossary"><dt id="t-a">alpha</dt><dt id="t-b">AL</dt><dd><p>The first letter.</p></dd><dt id="t-c">beta</dt>
<dd><p>The second.</p></dd></dl><p>The end.</p>
<table class="ledger">
<tr id="rate"><td data-column="Topic">Response</td><td data-column="What was measured">response rate<small>In two of
four.</small></td><td data-column="Value">50%</td></tr>
<tr id="row"><td data-column="Topic">T</td><td data-column="Fact">It is so.</td><td data-column="In the course">
<details class="uses"><summary>1 place</summary>Elsewhere it says so.</details></td></tr></table>
<details class="record" id="said"><summary>It is said.
<small>Leaflet: outdated</small></summary><p>No longer.</p></details>
</section><section class="study" id="roe-2020"><h1>Roe 2020</h1><p>An invented registry</p></section>
<section id="sources"><h2>Sources</h2>
<ul class="sources"><li>Somebody 2020</li></ul></section><section id="references"><h2>References</h2>
<div class="citation" id="id1">Quoted nowhere else.</div>
<div class="numbers"><table class="ledger"><tr><td>Shown first.</td></tr></table></div></section>
</article><footer>Foot</footer>"""


def places():
    return {place.anchor: place for place in Places(PAGE).found}


def test_text_belongs_to_the_innermost_place():
    found = places()
    assert list(found) == [
        "top",
        "part",
        "figure-1",
        "q-one",
        "t-a",
        "t-c",
        "rate",
        "row",
        "said",
        "roe-2020",
        "references",
    ]
    assert found["top"].shown == "First 62%, then a term. The end."
    assert found["part"].shown == "Its text. After it."
    assert "Clinic" in found["figure-1"].read


def test_titles_are_what_a_reader_would_call_a_place():
    assert {place.anchor: place.title for place in places().values()} == {
        "top": "A chapter",
        "part": "A part",
        "figure-1": "It grows",
        "q-one": "Question 1 of 2: What now?",
        "t-a": "alpha · AL",
        "t-c": "beta",
        "rate": "response rate",
        "row": "It is so.",
        "said": "It is said.",
        "roe-2020": "Roe 2020",
        "references": "References",
    }


def test_a_row_is_found_by_the_study_whose_page_it_is_on():
    found = in_one({"a.html": ("Winter 2018", counted(PAGE)), "b.html": ("Spring 2019", counted(PAGE))})
    rows = {place.anchor: (place.shown, set(words)) for place, words in found if "rate" in place.anchor}
    assert list(rows) == ["a.html#rate"]  # once, where it comes first
    shown, words = rows["a.html#rate"]
    assert shown == "Response · 50% · Winter 2018"
    assert {"winter", "2018"} <= words


def test_where_the_course_uses_a_row_is_not_said_again():
    assert "Elsewhere" not in places()["row"].read


def test_a_row_with_a_value_is_a_number_and_shows_it_before_its_note():
    found = places()
    assert (found["rate"].kind, found["row"].kind) == ("number", "evidence")
    assert found["rate"].shown == "Response · 50%"
    assert "In two of four" in found["rate"].read


def test_a_list_of_sources_is_no_place():
    assert "sources" not in places()


def test_a_work_and_a_number_are_found_on_the_page_of_the_study_alone():
    assert [place.read for place in Places(PAGE).found if place.anchor == "references"] == ["References"]


def test_options_and_answers_are_found_and_not_shown():
    question = places()["q-one"]
    assert "Wait" in question.read
    assert "Because of it" in question.read
    assert question.shown == "A case."


def test_menu_cards_and_scripts_are_left_out():
    everything = " ".join(place.read for place in places().values())
    assert not re.search('Menu|Foot|The card|#|"no"', everything)


def files_of_two_pages():
    return index_files({"a.html": ("A chapter", counted(PAGE)), "b.html": ("Other", counted(PAGE))})


def data(script):
    return json.loads(re.search(r'put\("[^"]+",(.*)\);', script)[1])


def test_the_files_give_each_word_its_places():
    # Fifth place of the first page, and of the second, ten further on; once in each.
    assert data(files_of_two_pages()["words-l"])["letter"] == [4, 1, 10, 1]


def test_a_word_in_the_title_is_told_from_one_in_the_text():
    # Four times for the title, and once for each of its words; 50 says that it is there.
    assert data(files_of_two_pages()["words-g"])["grow"][1] == 50 + 5


def test_what_a_part_of_a_section_begins_with_counts_more_than_what_follows():
    text = "<li><b>Alpha.</b> Gamma</li><table><tr><td>Beta</td><td>Delta</td></tr></table>"
    page = f'<article><section id="top"><h1>Title</h1>{text}</section></article>'
    index = index_files({"a.html": ("Title", counted(page))})
    times = {word: data(index[f"words-{word[0]}"])[word][1] for word in ("alpha", "beta", "gamma", "delta")}
    assert times == {"alpha": 3, "beta": 3, "gamma": 1, "delta": 1}


def test_words_of_grammar_are_not_in_the_index():
    page = '<article><section id="top"><h1>Title</h1>She could have more than those.</section></article>'
    index = index_files({"a.html": ("Title", counted(page))})
    assert [name for name in index if name.startswith("words-")] == ["words-t"]


def test_a_section_of_a_page_that_is_no_chapter_is_an_aside():
    page = PAGE.replace('class="chapter-head"', "")
    assert {place.kind for place in Places(PAGE).found} - {place.kind for place in Places(page).found} == {
        "section"
    }


def test_a_section_whose_heading_many_pages_have_is_an_aside():
    chapter = '<div class="chapter-head"></div><section id="{0}"><h1>{0}</h1>Text.</section>'
    recap = '<section id="points"><h2>Key points</h2>Points.</section>'
    pages = {
        f"{name}.html": (name, counted(f"<article>{chapter.format(name)}{recap}</article>"))
        for name in ("one", "two", "three")
    }
    assert data(index_files(pages)["index"])["kinds"] == "sa" * 3


def test_a_figure_shown_again_on_a_later_page_is_found_once():
    files = files_of_two_pages()
    assert data(files["words-c"])["clinic"] == [2, 1]
    index = data(files["index"])
    assert index["pages"] == [["a.html", "A chapter", 11], ["b.html", "Other", 10]]
    assert index["kinds"] == "ssfqttneers" + "ssqttneers"


def test_phrases_of_one_meaning_are_those_of_the_file_and_the_names_of_a_term():
    groups = [["gamma rays", "Photons"], ["gamma rays", "clinic", "ward"]]
    index = data(index_files({"a.html": ("A chapter", counted(PAGE))}, groups)["index"])
    # What the book says comes first; a group of which it says nothing would lead nowhere.
    assert index["same"] == [[["clinic"], ["gamma", "rai"], ["ward"]], [["alpha"], ["al"]]]
    assert index["said"] == [1, 2]


def test_an_abbreviation_means_what_the_text_or_the_glossary_spells_it_out_as():
    page = """<article><section id="top"><h1>Title</h1>
<p>Above the upper limit of normal (ULN), not a remark (NONE).</p>
<dl class="glossary"><dt id="t">SEER</dt><dd>Surveillance, Epidemiology, and End Results, a registry.</dd></dl>
</section></article>"""
    same = data(index_files({"a.html": ("Title", counted(page))})["index"])["same"]
    assert same == [
        [["uln"], ["upper", "limit", "normal"]],
        [["seer"], ["surveil", "epidemiolog", "end", "result"]],
    ]


def test_a_name_is_found_by_its_initials_and_a_short_compound_without_its_hyphen():
    text = "The Spinal Instability Neoplastic Score; PD-L1, a soft-tissue-sarcoma."
    [(_, words)] = counted(f'<article><section id="top"><h1>Title</h1>{text}</section></article>')
    assert {*stems("sins"), *stems("pdl1")} <= set(words)
    assert not [word for word in words if word.startswith("softt")]


def test_who_asks_for_a_figure_or_a_question_finds_those():
    words = {place.anchor: words for place, words in counted(PAGE)}
    assert words["figure-1"]["figur"] == 1
    assert "figur" not in words["part"]


def test_the_words_with_which_a_page_or_a_section_is_asked_for_are_in_its_title():
    pages = {"book/a.html": ("A chapter", counted(PAGE))}
    asked = {"a": ["whole"], "a#part": ["half"], "elsewhere": ["zebra"]}
    files = index_files(pages, asked=asked)
    # Four times, and 50 for the title; the first place of the page, and the second.
    assert data(files["words-w"])["whole"] == [0, 54]
    assert data(files["words-h"])["half"] == [1, 54]
    assert "words-z" not in files


def test_a_number_and_the_unit_after_it_are_two_words():
    assert list(stems("5y and 12cm of T2, 8.3kg")) == ["5", "12", "cm", "t2", "8.3", "kg"]


def test_the_thesaurus_of_the_engine_is_without_a_fault():
    assert len(load_synonyms(THESAURUS).same) > 100


def test_each_fault_of_the_synonyms_is_told_with_its_group(tmp_path):
    path = tmp_path / "synonyms.yml"
    path.write_text("same:\n- [alone]\n- [one, two]\n- [three, One]\n- [the, four]\n- [five, 6]\n")
    with pytest.raises(ExtensionError) as refused:
        load_synonyms(path)
    said = str(refused.value).splitlines()
    assert len(said) == 4
    for line, what in zip(
        said,
        [
            "put it in quotes",
            "“alone” stands alone",
            "“One” stands in group 2 too",
            "“the” has no word that is searched",
        ],
        strict=True,
    ):
        assert line.startswith("book/synonyms.yml: same")
        assert what in line


def test_a_book_needs_no_synonyms(tmp_path):
    assert load_synonyms(tmp_path / "synonyms.yml") == Synonyms()
