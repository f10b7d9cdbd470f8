"""Calls to providers: short, small, and never sent on to somewhere else."""

import time
from typing import Any

import requests

CONNECT, READ = 3.05, 5.0  # seconds: for a connection, and between two pieces of an answer
TOTAL = 10.0  # seconds: for a whole answer
MOST = 512 * 1024  # bytes: a large set of keys has some 50 KiB


class Caller(requests.Session):
    """A session that raises `requests.RequestException` where an answer is slow, large or leads elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.auth = _as_it_is  # or requests would look for passwords in a .netrc

    def request(self, method: str, url: str, **kwargs: Any) -> requests.Response:  # type: ignore[override]
        """Call, and read the whole answer."""
        until = time.monotonic() + TOTAL
        limits = {"timeout": (CONNECT, READ), "allow_redirects": False, "stream": True}
        response = super().request(method, url, **(kwargs | limits))
        if response.is_redirect:
            response.close()
            raise requests.TooManyRedirects("The provider sends us elsewhere.")
        response._content = _read(response, until)  # as requests itself does after reading
        return response


def _read(response: requests.Response, until: float) -> bytes:
    body = b""
    for piece in response.iter_content(16 * 1024):
        body += piece
        if len(body) > MOST or time.monotonic() > until:
            response.close()
            raise requests.RequestException("The answer is too large or takes too long.")
    return body


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request
