"""The kernels that a build runs the cells in: nobody else on the machine reads along."""

from typing import Any

from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from sphinx.application import Sphinx


class EncryptedProvisioner(LocalProvisioner):
    """Starts a kernel as usual, and encrypts what it is told and what it answers, where it can."""

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a launch takes
        """Return the arguments of the launch."""
        return await super().pre_launch(**{**kwargs, "transport_encryption": "auto"})


def setup_kernels(_app: Sphinx) -> None:
    """Choose it, by the name that pyproject.toml gives it: what executes a build's notebooks reads no settings."""
    KernelProvisionerFactory.instance().default_provisioner_name = "encrypted"
