"""A record store behind real HTTP, on this machine."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.fakes.faults import Fault
from tests.fakes.record_store import Answer, RecordStore

NONSENSE = Answer(
    200, b"<html>Welcome to the hospital's wireless network</html>", {"Content-Type": "text/html"}
)
ANSWERS = {
    Fault.ERROR_BEFORE: Answer(500, b"Something went wrong."),
    Fault.ERROR_AFTER: Answer(500, b"Something went wrong."),
    Fault.NONSENSE_BEFORE: NONSENSE,
    Fault.NONSENSE_AFTER: NONSENSE,
    Fault.BINARY: Answer(502, b"\x00\xff\x00 no text"),
    Fault.REDIRECT: Answer(302, b"", {"Location": "/sign-in"}),
    Fault.BUSY: Answer(429, b"Slow down.", {"Retry-After": "120"}),
    Fault.DOWN: Answer(503, b"Closed for maintenance."),
    Fault.UNAUTHORISED: Answer(401, b"Who are you?"),
}


@contextmanager
def serving(store: RecordStore, *, slowness: float = 1.0, port: int = 0) -> Iterator[str]:
    """Serve a store at the address that is given. `slowness` is how long, in seconds, a slow answer takes."""

    class Handler(_Handler):
        pass

    Handler.store, Handler.slowness = store, slowness
    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/xapi"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    store: RecordStore
    slowness: float
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_PUT(self) -> None:
        self._serve()

    def log_message(self, *args: Any) -> None:
        """Keep quiet."""

    def _serve(self) -> None:
        address = urlsplit(self.path)
        resource = address.path.removeprefix("/xapi/")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fault = self.store.fault_for(resource)
        answer = Answer(200)
        if fault is None or fault.stores:
            query = parse_qs(address.query, keep_blank_values=True)
            answer = self.store.handle(self.command, resource, query, self.headers, body)
        if fault in (Fault.DROP_BEFORE, Fault.DROP_AFTER):
            self._drop()
            return
        if fault in (Fault.SLOW_BEFORE, Fault.SLOW_AFTER):
            time.sleep(self.slowness)
            self._drop()
            return
        self._answer(ANSWERS[fault] if fault else answer)

    def _drop(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)
