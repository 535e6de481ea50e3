"""A student at the hub: signs in, starts a server, opens a chapter, and runs it cell by cell."""

import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

import nbformat
import requests
import websocket

from hub import PASSWORD, Hub
from patience import PATIENCE


@dataclass
class Student:
    """What one student did and saw; times are in seconds."""

    name: str
    hub: Hub
    started_in: float = 0
    ran_in: float = 0
    cells_run: int = 0
    errors: list[str] = field(default_factory=list)
    kinds_shown: list[str] = field(default_factory=list)

    def attend(self, chapter: nbformat.NotebookNode, name: str) -> "Student":
        """Do all of it, in the order in which a student does it."""
        home = self.hub.homes / self.name
        home.mkdir(parents=True)
        nbformat.write(chapter, home / name)
        before = time.perf_counter()
        token = self._sign_in_and_start()
        ready = time.perf_counter()
        self._run([cell.source for cell in chapter.cells if cell.cell_type == "code"], name, token)
        self.started_in, self.ran_in = ready - before, time.perf_counter() - ready
        return self

    def _sign_in_and_start(self) -> str:
        """Sign in at the form, start a server, wait until the hub says that it is ready; return a token for it."""
        hub, user = self.hub.address + "hub/", f"{self.hub.address}hub/api/users/{self.name}"
        with requests.Session() as browser:

            def ask(method: str, url: str, **options: Any) -> requests.Response:
                # The hub takes a form only from its own page, known by this cookie.
                guard = {"X-XSRFToken": browser.cookies.get("_xsrf", "", path="/hub/")}
                answer = browser.request(method, url, headers=guard, timeout=PATIENCE, **options)
                answer.raise_for_status()
                return answer

            ask("GET", hub + "login")
            form = {
                "username": self.name,
                "password": PASSWORD,
                "_xsrf": browser.cookies.get("_xsrf", path="/hub/"),
            }
            ask("POST", hub + "login?next=/hub/home", data=form)
            ask("POST", f"{user}/server")
            with ask("GET", f"{user}/server/progress", stream=True) as progress:
                for line in progress.iter_lines():
                    said = json.loads(line.removeprefix(b"data:")) if line.startswith(b"data:") else {}
                    if said.get("failed"):
                        raise RuntimeError(f"{self.name}: {said}")
                    if said.get("ready"):
                        break
            token = ask("POST", f"{user}/tokens", json={"note": "the class"}).json()["token"]
            # The page that a student looks at; what it loads is in memory from then on.
            ask("GET", f"{self.hub.address}user/{self.name}/lab")
        return str(token)

    def _run(self, cells: list[str], notebook: str, token: str) -> None:
        """Run the cells one after the other, in the kernel that JupyterLab would start for the notebook."""
        server = f"{self.hub.address}user/{self.name}/"
        key = {"Authorization": f"token {token}"}
        wanted: dict[str, Any] = {
            "path": notebook,
            "name": notebook,
            "type": "notebook",
            "kernel": {"name": "python3"},
        }
        answer = requests.post(server + "api/sessions", headers=key, json=wanted, timeout=PATIENCE)
        answer.raise_for_status()
        kernel = answer.json()["kernel"]["id"]
        address = server.replace("http:", "ws:", 1) + f"api/kernels/{kernel}/channels"
        channel = websocket.create_connection(address, header=key, timeout=PATIENCE)
        try:
            for code in cells:
                self._run_one(channel, code)
        finally:
            channel.close()  # the kernel stays, as it does while a student reads on

    def _run_one(self, channel: websocket.WebSocket, code: str) -> None:
        request = _execute(code)
        channel.send(json.dumps(request))
        replied = idle = False
        while not (replied and idle):
            message = channel.recv()
            if isinstance(message, bytes):
                continue  # a widget's buffers
            said = json.loads(message)
            if said["parent_header"].get("msg_id") != request["header"]["msg_id"]:
                continue
            kind, content = said["msg_type"], said["content"]
            replied |= kind == "execute_reply"
            idle |= kind == "status" and content["execution_state"] == "idle"
            if kind == "error":
                self.errors.append(f"{content['ename']}: {content['evalue']}")
            if kind in ("execute_result", "display_data"):
                self.kinds_shown += content["data"]
        self.cells_run += 1


def _execute(code: str) -> dict[str, Any]:
    header = {
        "msg_id": uuid.uuid4().hex,
        "session": uuid.uuid4().hex,
        "username": "",
        "msg_type": "execute_request",
        "version": "5.3",
    }
    content = {
        "code": code,
        "silent": False,
        "store_history": True,
        "user_expressions": {},
        "allow_stdin": False,
        "stop_on_error": True,
    }
    return {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
