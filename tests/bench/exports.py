"""How long the questions take in every format, and how long Anki takes to import their deck."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from anki.collection import Collection, ImportAnkiPackageRequest

from quizzes.export.register import FORMATS
from quizzes.export.selection import questions


def export_times() -> list[dict[str, object]]:
    """Return seconds for all formats together, for each alone, and for the import into an empty collection."""
    start = time.perf_counter()
    found = questions()
    read = time.perf_counter() - start
    took: dict[str, float] = {}
    files: dict[str, bytes] = {}
    for name, format_ in FORMATS.items():
        start = time.perf_counter()
        files[name] = format_.write(format_.sort(found).carried)
        took[name] = time.perf_counter() - start
    return [
        _row("all formats of the whole bank, reading it included", read + sum(took.values()), "20 or less"),
        _row("… reading the questions and the evidence", read),
        *(_row(f"… {name}, {len(files[name]) / 1e6:.2f} MB", seconds) for name, seconds in took.items()),
        _row("Anki's import of the deck", _import(files["anki"]), "1 or less"),
    ]


def _import(deck: bytes) -> float:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        path.write_bytes(deck)
        collection = Collection(str(Path(folder) / "collection.anki2"))
        start = time.perf_counter()
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path)))
        took = time.perf_counter() - start
        collection.close()
    return took


def _row(what: str, seconds: float, promise: str = "") -> dict[str, object]:
    return {"what": what, "value": round(seconds, 2), "unit": "s", "promise": promise}
