"""A zip whose bytes depend on its content alone, not on the time of the build or the order of a folder."""

import io
import zipfile
from collections.abc import Collection, Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes], stored: Collection[str] = ()) -> bytes:
    """Return files, by name, as a zip in the order in which they are given; those named in `stored` uncompressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target.getvalue()


def unzipped(archive: bytes) -> dict[str, bytes]:
    """Return the files of a zip, by name, in its order.

    Raises
    ------
    zipfile.BadZipFile
        If it is no zip.
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
