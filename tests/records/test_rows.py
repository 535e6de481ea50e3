"""Rows answer as a polars frame does to the little that they answer to, and show themselves as a table."""

import polars
import pytest

from records.rows import Rows

CELLS = [
    {"study": "Kim 2020", "n": 31, "rate": 0.5},
    {"study": "Roe 2021", "n": None, "rate": 0.25},
    {"study": "Poe <2022>", "n": 12, "rate": 0.5},
    {"study": "Lee 2023", "n": 12, "rate": None},
]


@pytest.mark.parametrize(
    "asked",
    [
        lambda table: table.select("n", "study"),
        lambda table: table.filter(rate=0.5),
        lambda table: table.filter(rate=0.5, n=12),
        lambda table: table.sort("n"),
        lambda table: table.sort("n", descending=True, nulls_last=True),
        lambda table: table.head(2),
        lambda table: table.filter(n=12).sort("study").select("study").head(),
    ],
)
def test_what_is_asked_of_both_is_answered_alike(asked):
    assert asked(Rows(CELLS)) == asked(polars.DataFrame(CELLS)).to_dicts()


def test_a_notebook_shows_a_table_in_which_text_is_text():
    shown = Rows(CELLS)._repr_html_()
    assert shown.startswith("<p>4 rows, 3 columns</p><table><thead><tr>")
    assert '<th scope="col">study</th>' in shown
    assert "<td>Poe &lt;2022&gt;</td><td>12</td>" in shown
    assert "<td>Roe 2021</td><td></td>" in shown  # not stated, which is not 0


def test_of_many_rows_a_notebook_shows_ten_and_says_how_many_there_are():
    shown = Rows({"n": n} for n in range(400))._repr_html_()
    assert shown.count("<td>") == 10
    assert "400 rows, 1 columns; the first 10" in shown


def test_no_rows_are_a_table_too():
    assert "0 rows" in Rows()._repr_html_()
