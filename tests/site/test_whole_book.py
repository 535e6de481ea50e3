"""The whole book, built by the documented command."""

from build import build


def test_nothing_changed_nothing_written(site):
    def times():
        return {(path.relative_to(site), path.stat().st_mtime_ns) for path in site.rglob("*")}

    before = times()
    built = build()
    assert built.returncode == 0, built.stdout + built.stderr
    assert "no targets are out of date" in built.stdout
    assert times() ^ before == set()


def test_the_explorer_begins_with_a_study_and_names_the_sources_of_its_methods(site):
    page = (site / "book" / "reading-the-evidence.html").read_text("utf-8")
    assert page.count(' data-events="12" data-n="49">') == 1
    assert "jupyter.widget" not in page
    assert "Jovanovic BD, Levy PS" in page
    for asset in ("_static/explorer.js", "_static/explorer.css"):
        assert f"../{asset}" in page
        assert asset not in (site / "book" / "about.html").read_text("utf-8")
