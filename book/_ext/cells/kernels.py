"""The kernels in which a build runs the cells: no one else on the machine can listen in."""

from typing import Any

from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from sphinx.application import Sphinx


class EncryptedProvisioner(LocalProvisioner):
    """Starts a kernel as usual and, where it can, encrypts its messages."""

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a launch takes
        """Return the arguments of the launch."""
        return await super().pre_launch(**{**kwargs, "transport_encryption": "auto"})


def setup_kernels(_app: Sphinx) -> None:
    """Make it the default, under its name in pyproject.toml: the code that executes notebooks reads no settings."""
    KernelProvisionerFactory.instance().default_provisioner_name = "encrypted"
