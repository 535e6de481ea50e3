"""The queries in a real Spark find in a class what Python finds: two workers, each in a process of its own.

Run it with `make spark`. It is no part of `make test`: Spark is large and needs Java.
"""

import json
import subprocess

import pytest

import warehouse
from agreement import disagreements, python
from build import ROOT
from edge_cases import CLASSES, TESTS, write_class
from warehouse import QUERIES

PYTHON = ROOT / "_build" / "spark" / "bin" / "python"


@pytest.fixture(scope="module")
def classes(tmp_path_factory):
    """Each class, as Python's tables and as the rows of the queries."""
    folders = {name: tmp_path_factory.mktemp("class") for name in CLASSES}
    tables = {name: python(write_class(folder, name), *TESTS) for name, folder in folders.items()}
    subprocess.run([PYTHON, warehouse.__file__, "spark", *folders.values()], check=True)
    rows = {name: json.loads((folder / "spark.json").read_text("utf-8")) for name, folder in folders.items()}
    return {name: (tables[name], rows[name]["rows"]) for name in CLASSES}


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("which", CLASSES)
def test_a_query_finds_what_python_finds(classes, which, name):
    tables, rows = classes[which]
    assert disagreements(name, rows[name], tables[name]) == []
