"""A cell that returns the interval explorer puts it on the page, with its script and studies, and on no other page."""

from build import build


def test_a_cell_puts_the_explorer_on_its_page_only(built, edit):
    edit(
        "book/staging-and-prognosis.md",
        "from outcomes import ledger, metastatic_sites\nmetastatic_sites(ledger())",
        "from outcomes import interval_explorer, ledger\ninterval_explorer(ledger())",
    )
    said = build(built)
    assert said.returncode == 0, said.stderr
    book = built / "_build" / "html" / "book"
    page = (book / "staging-and-prognosis.html").read_text("utf-8")
    assert page.count(' data-events="12" data-n="49">') == 1
    assert "jupyter.widget" not in page
    assert "Jovanovic BD, Levy PS" in page  # in the chapter's sources
    for asset in ("_static/explorer.js", "_static/explorer.css"):
        assert f"../{asset}" in page
        assert (built / "_build" / "html" / asset).is_file()
        assert asset not in (book / "about.html").read_text("utf-8")
