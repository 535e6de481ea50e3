"""Ralph on this machine, for tests, in the environment of `requirements.txt`.

`python ralph_store.py serve FOLDER` keeps statements in a file there, and says at which port it listens; `judge FILE`
holds each statement of a file against Ralph's model of xAPI, which is stricter than its API.
"""

import json
import os
import socket
import sys
from pathlib import Path

KEY = ("teacher", "secret")


def judge(file: Path) -> None:
    from ralph.models.xapi.base.statements import BaseXapiStatement

    found = json.loads(file.read_text("utf-8"))
    for statement in found:
        BaseXapiStatement(**statement)
    print(len(found))


def serve(folder: Path) -> None:
    import bcrypt

    hashed = bcrypt.hashpw(KEY[1].encode(), bcrypt.gensalt(4)).decode()
    agent = {"mbox": "mailto:teacher@example.org"}
    user = {"username": KEY[0], "hash": hashed, "scopes": ["all"], "agent": agent}
    (folder / "auth.json").write_text(json.dumps([user]))
    os.environ |= {
        "RALPH_APP_DIR": str(folder),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "store"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "statements.jsonl",
    }
    from ralph.backends.data.base import BaseOperationType
    from ralph.backends.lrs.fs import FSLRSBackend

    # Left as it is, the store takes one request and refuses the next, since its file is there.
    FSLRSBackend.default_operation_type = BaseOperationType.APPEND
    import uvicorn
    from ralph.api import app

    # Whoever connects from now on waits until it is answered.
    listening = socket.create_server(("127.0.0.1", 0))
    print(listening.getsockname()[1], flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])


if __name__ == "__main__":
    {"serve": serve, "judge": judge}[sys.argv[1]](Path(sys.argv[2]))
