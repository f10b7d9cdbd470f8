"""An OpenID provider behind real HTTP, on this machine."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.openid_plays import ON_THE_WIRE, Play
from tests.fakes.openid_provider import OpenIDProvider
from tests.fakes.record_store import Answer

WIRELESS = b"<html>Welcome to the hospital's wireless network</html>"
INSTEAD = {
    Play.DOWN: Answer(503, b"Closed for maintenance."),
    Play.NONSENSE: Answer(200, WIRELESS, {"Content-Type": "text/html"}),
    Play.LIST: Answer.json(200, ["access_token"]),
    Play.HUGE: Answer(200, b"{" + b" " * 2_000_000 + b"}", {"Content-Type": "application/json"}),
    Play.ELSEWHERE: Answer(302, b"", {"Location": "http://127.0.0.1:9/"}),
}


@contextmanager
def serving(provider: OpenIDProvider, *, slowness: float = 1.0) -> Iterator[OpenIDProvider]:
    """Serve a provider, and tell it its address. `slowness` is how long, in seconds, a slow answer takes."""

    class Handler(_Handler):
        pass

    Handler.provider, Handler.slowness = provider, slowness
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    provider: OpenIDProvider
    slowness: float
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, *args: Any) -> None:
        """Keep quiet."""

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        play, here = self.provider.play, urlsplit(self.path).path
        happens = play in ON_THE_WIRE and self.provider.play_at in ("", here) and here != "/authorise"
        with suppress(ConnectionError):  # the other side may have given up
            if not happens:
                self._answer(self.provider.handle(self.command, self.path, self.headers, body))
            elif play == Play.SLOW:
                time.sleep(self.slowness)
                self._drop()
            elif play == Play.DRIPPING:
                self._drip()
            else:
                self._answer(INSTEAD[play])

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(20):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(self.slowness / 20)
        self._drop()

    def _drop(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def _answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)
