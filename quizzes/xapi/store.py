"""A learning record store: statements are sent there with a teacher's own key, and to nowhere else."""

import base64
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence

from quizzes.xapi.statement import Statement

VERSION = "1.0.3"
BATCH = 100
"""How many statements are sent at once."""
PATIENCE = 60
"""How long a store may take [s]."""


class NotSent(Exception):
    """The store did not take the statements; the text says why, and how many it has."""


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Follow no redirection: the key is for the store that was named, and for no other host."""

    def redirect_request(self, *_of: object) -> None:
        """Return no other request."""


def send(found: Sequence[Statement], address: str, key: str) -> None:
    """Send statements to a store.

    Parameters
    ----------
    found : sequence of statements
    address : str
        Of the store, as it names it, with `https://`; `http://` for one on this machine only.
    key : str
        Its name and secret, joined by a colon.

    Raises
    ------
    NotSent
        If the address or the key cannot be one, or the store refuses.
    """
    parts = urllib.parse.urlsplit(address)
    here = parts.hostname in ("127.0.0.1", "::1", "localhost")
    if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and here)):
        raise NotSent(f"{address}: is no address of a store; it begins with https://")
    if ":" not in key:
        raise NotSent("the key of the store is its name and its secret, joined by a colon")
    target = f"{address.rstrip('/')}/statements"
    head = {
        "Authorization": f"Basic {base64.b64encode(key.encode()).decode()}",
        "Content-Type": "application/json",
        "X-Experience-API-Version": VERSION,
    }
    opener = urllib.request.build_opener(_StayHere)
    for start in range(0, len(found), BATCH):
        body = json.dumps(found[start : start + BATCH]).encode()
        request = urllib.request.Request(target, body, head)  # noqa: S310 - its scheme is checked above
        try:
            opener.open(request, timeout=PATIENCE).close()
        except urllib.error.HTTPError as fault:
            said = fault.read(500).decode("utf-8", "replace")
            raise NotSent(f"{target}: answers {fault.code} after {start} statements: {said}") from None
        except OSError as fault:
            raise NotSent(f"{target}: cannot be reached after {start} statements: {fault}") from None
