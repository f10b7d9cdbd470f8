"""Clients that send one request after the other on a connection they keep, and wait for each answer."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from time import perf_counter

HEADERS = {
    "Host": "learn.example.org",
    "X-Forwarded-Proto": "https",
    "Origin": "https://learn.example.org",
    "Accept": "text/html",
    "Accept-Language": "en-GB",
}


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `body` is a form, as a browser sends it, unless the headers say what else it is."""

    method: str
    path: str
    cookie: str = ""
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    location: str
    body: bytes


class WrongAnswer(RuntimeError):
    """The server did something else than what is measured."""


def send_all(port: int, requests: Iterable[Request], is_right: Callable[[Answer], bool]) -> list[float]:
    """Send them on one connection. Returns how long each took, in seconds. Raises WrongAnswer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.connect()
    times = []
    try:
        for request in requests:
            began = perf_counter()
            answer = _send(connection, request)
            times.append(perf_counter() - began)
            if not is_right(answer):
                raise WrongAnswer(f"{request.method} {request.path}: {answer.status} {answer.location}")
    finally:
        connection.close()
    return times


def send_side_by_side(
    port: int, shares: Iterable[Iterable[Request]], is_right: Callable[[Answer], bool]
) -> list[float]:
    """Send each share on a connection of its own, all at the same time."""
    shares = list(shares)
    with ThreadPoolExecutor(len(shares)) as clients:
        done = [clients.submit(send_all, port, share, is_right) for share in shares]
        return [seconds for each in done for seconds in each.result()]


def _send(connection: HTTPConnection, request: Request) -> Answer:
    headers = HEADERS | ({"Cookie": request.cookie} if request.cookie else {})
    if request.body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    headers |= request.headers
    connection.request(request.method, request.path, request.body.encode() or None, headers)
    response = connection.getresponse()
    return Answer(response.status, response.getheader("Location", ""), response.read())
