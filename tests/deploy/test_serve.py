"""What `make serve` runs says nothing in the terminal of those who read, or stop reading."""

import socket
import struct
import threading

import pytest

from _ext.site.serve import server
from patience import PATIENCE


@pytest.fixture
def port(tmp_path):
    (tmp_path / "large").write_bytes(bytes(50_000_000))
    (tmp_path / "small.html").write_text("<p>Text.</p>")
    serving = server(tmp_path)
    threading.Thread(target=serving.serve_forever, name="serving", daemon=True).start()
    yield serving.server_port
    serving.shutdown()
    serving.server_close()


def ask(port: int, path: str) -> socket.socket:
    """Ask for a file and return the connection once its answer has begun."""
    reader = socket.create_connection(("127.0.0.1", port))
    reader.sendall(f"GET /{path} HTTP/1.0\r\n\r\n".encode())
    assert reader.recv(15) == b"HTTP/1.0 200 OK"
    return reader


def everybody_is_served() -> None:
    for thread in threading.enumerate():
        if "process_request" in thread.name:
            thread.join(timeout=PATIENCE)


def test_a_page_that_is_read_is_not_told(port, capfd):
    with ask(port, "small.html") as reader:
        while reader.recv(1_000):
            pass
    everybody_is_served()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "path", ["%00", "a%00.html", "%ff.html", f"{'a' * 5000}.html", "nowhere.html", "small.html/"]
)
def test_an_address_that_no_file_has_is_not_found_and_not_told(port, capfd, path):
    with socket.create_connection(("127.0.0.1", port)) as reader:
        reader.sendall(f"GET /{path} HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        assert reader.recv(12) == b"HTTP/1.0 404"
    everybody_is_served()
    assert capfd.readouterr() == ("", "")


def test_a_reader_who_goes_before_the_page_has_come_is_not_told(port, capfd):
    reader = ask(port, "large")
    # Hang up at once, whatever is still on its way.
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    reader.close()
    everybody_is_served()
    assert capfd.readouterr() == ("", "")
