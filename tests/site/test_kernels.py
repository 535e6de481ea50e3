"""The kernels of a build: what they are told is encrypted, and they have nothing to warn of."""

import nbformat
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from nbclient import execute

from _ext.cells.kernels import setup_kernels

HAS_A_KEY = """from ipykernel.connect import get_connection_info
'curve_secretkey' in get_connection_info(unpack=True)"""


def test_a_cell_runs_in_a_kernel_that_is_encrypted_and_says_nothing_beside(monkeypatch, capfd):
    monkeypatch.setattr(KernelProvisionerFactory.instance(), "default_provisioner_name", "local-provisioner")
    setup_kernels(None)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(HAS_A_KEY)])
    (output,) = execute(notebook).cells[0].outputs
    assert output.data["text/plain"] == "True"
    assert capfd.readouterr().err == ""
