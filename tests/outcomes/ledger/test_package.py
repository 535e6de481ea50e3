"""The package is quick to import, and says what it does not have."""

import subprocess
import sys

import pytest
import yaml

import outcomes


def test_yaml_is_read_by_the_c_library():
    assert yaml.__with_libyaml__, "PyYAML without libyaml reads the ledger ten times more slowly"


def test_importing_the_package_loads_neither_plotly_nor_polars():
    code = "import sys, outcomes; outcomes.ledger(); print({'plotly', 'polars'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_the_front_door_names_what_is_wrong():
    with pytest.raises(AttributeError, match="module 'outcomes' has no attribute 'clopper'"):
        outcomes.clopper  # noqa: B018
