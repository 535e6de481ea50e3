"""The kernels of a build: each a process of its own, what they are told is encrypted, and they say nothing beside."""

import nbformat
import pytest
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from nbclient import execute
from nbclient.exceptions import DeadKernelError

from _ext.cells.kernels import setup_kernels
from _ext.cells.outputs import FIGURE

HAS_A_KEY = """from ipykernel.connect import get_connection_info
'curve_secretkey' in get_connection_info(unpack=True)"""


@pytest.fixture
def run(monkeypatch):
    """Run a cell in a kernel of a build; return what it returned."""
    monkeypatch.setattr(KernelProvisionerFactory.instance(), "default_provisioner_name", "local-provisioner")
    setup_kernels(None)

    def run(source: str) -> dict[str, str]:
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
        (output,) = execute(notebook).cells[0].outputs
        return output.data

    return run


def test_a_cell_runs_in_a_kernel_that_is_encrypted_and_says_nothing_beside(run, capfd):
    assert run(HAS_A_KEY)["text/plain"] == "True"
    assert capfd.readouterr().err == ""


def test_a_kernel_knows_nothing_of_what_the_one_before_did(run):
    run("import outcomes\noutcomes.left_behind = True\noutcomes.left_behind")
    assert run("import outcomes\nhasattr(outcomes, 'left_behind')")["text/plain"] == "False"


def test_what_draws_knows_that_it_is_in_a_kernel(run):
    assert list(run("from plotly.graph_objects import Figure\nFigure()")) == [FIGURE]


def test_a_kernel_that_ends_in_the_middle_of_a_cell_is_said_to_have_died(run):
    with pytest.raises(DeadKernelError):
        run("import os\nos._exit(1)")
