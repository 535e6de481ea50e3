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
