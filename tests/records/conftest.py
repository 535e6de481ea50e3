"""A file to read, wherever it is written."""

import pytest

from records.reading import read


@pytest.fixture
def written(tmp_path):
    """Write a file, and return what is read of it."""

    def write(text: str | bytes):
        path = tmp_path / "some.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read(path)

    return write
