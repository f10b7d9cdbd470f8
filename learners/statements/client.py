"""The one door to a record store: a small xAPI client on httpx.

Certificates are verified, nothing waits without end, redirects are not followed, and credentials are never logged.
"""

import datetime
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from types import TracebackType
from typing import Any, Self

import httpx

from learners.outward import Doorkeeper, GuardedTransport, NotAllowed
from learners.statements.waiting import asked_to_wait

NEWEST, OLDEST = "2.0.0", "1.0.3"
LONGEST_BODY = 4 * 1024 * 1024  # bytes of an answer; what is longer is none that we asked for
LONGEST_REASON = 500  # characters of an answer that are kept as a reason


class StoreProblem(Exception):
    """The store did not do its work. `status` is None where it did not answer at all."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.status = reason, status


class StoreRefuses(StoreProblem):
    """The address or the credentials are wrong: only a person can mend that."""


class StoreBusy(StoreProblem):
    """It asked to be left alone, for `wait` where it said how long."""

    def __init__(self, reason: str, status: int, wait: datetime.timedelta | None) -> None:
        super().__init__(reason, status)
        self.wait = wait


class StoreFails(StoreProblem):
    """No answer, an error of its own, or an answer that is no xAPI."""


@dataclass(frozen=True, slots=True)
class Stored:
    """It has them all now."""

    status: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """It may have some of them already (409), or answered what can't be understood: ask for each."""

    status: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """It has stored none, for something in what was sent."""

    status: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    body: bytes

    @property
    def reason(self) -> str:
        """The start of the answer as one line that any database can hold."""
        text = self.body[: 4 * LONGEST_REASON].decode("utf-8", "replace").replace("\x00", "")
        return f"{self.status} {' '.join(text.split())[:LONGEST_REASON]}".strip()

    def json(self) -> Any:
        """The answer as JSON. Raises StoreFails where it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as problem:
            raise StoreFails(f"The store answered what is not JSON: {self.reason}", self.status) from problem


class RecordStore:
    """A record store at an address. Use it as a context manager; it holds connections."""

    def __init__(
        self,
        *,
        endpoint: str,
        username: str,
        password: str,
        timeout: float,
        doorkeeper: Doorkeeper | None = None,
    ) -> None:
        """Make a client. `endpoint` is what stands before `/statements`; `timeout` is in seconds, for each step.

        With a doorkeeper, it connects only where that one lets it.
        """
        self._endpoint = endpoint.rstrip("/")
        self._patience = 4 * timeout  # for a whole answer, however slowly it drips
        self._http = httpx.Client(
            auth=(username, password),
            timeout=timeout,
            follow_redirects=False,
            transport=GuardedTransport(doorkeeper) if doorkeeper else None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def about(self) -> list[str]:
        """The xAPI versions that it offers. Raises StoreProblem."""
        reply = self._ask("GET", "about", versioned=False)
        about = reply.json()
        versions = about.get("version") if isinstance(about, dict) else None
        if not isinstance(versions, list):
            raise StoreFails(f"The store does not say what it is: {reply.reason}", reply.status)
        return [str(version) for version in versions]

    @cached_property
    def version(self) -> str:
        """The version we speak with it. Asked for once."""
        return NEWEST if NEWEST in self.about() else OLDEST

    def post_statements(self, payloads: Sequence[str], *, ids: Sequence[str]) -> Stored | Unclear | Rejected:
        """Send statements, all or none. Raises StoreProblem."""
        body = f"[{','.join(payloads)}]".encode()
        reply = self._ask("POST", "statements", content=body, expected=(200, 204, 400, 409, 413, 422))
        if reply.status in (400, 413, 422):
            return Rejected(reply.status, reply.reason)
        if reply.status == 409 or not _names(reply.body, ids):
            return Unclear(reply.status)
        return Stored(reply.status)

    def get_statement(self, statement_id: str) -> dict[str, Any] | None:
        """A statement by its id, voided or not; None where it has none. Raises StoreProblem."""
        for parameter in ("statementId", "voidedStatementId"):
            reply = self._ask("GET", "statements", params={parameter: statement_id}, expected=(200, 404))
            if reply.status == 200:
                statement = reply.json()
                if not isinstance(statement, dict) or "id" not in statement:
                    raise StoreFails(f"The store answered what is no statement: {reply.reason}", reply.status)
                return statement
        return None

    def has_statement(self, statement_id: str) -> bool:
        """Whether it has a statement, voided or not. Raises StoreProblem."""
        return self.get_statement(statement_id) is not None

    def _ask(
        self,
        method: str,
        resource: str,
        *,
        expected: Sequence[int] = (200,),
        versioned: bool = True,
        **request: Any,
    ) -> _Reply:
        """Send a request and read its answer, or raise what kind of problem there is."""
        headers = {"X-Experience-API-Version": self.version} if versioned else {}
        if "content" in request:
            headers["Content-Type"] = "application/json"
        url = f"{self._endpoint}/{resource}"
        try:
            with self._http.stream(method, url, headers=headers, **request) as response:
                reply = _Reply(response.status_code, self._read(response))
        except NotAllowed as problem:
            is_for_now = isinstance(problem.__cause__, OSError)  # the name could not be looked up
            raise (StoreFails if is_for_now else StoreRefuses)(str(problem)) from problem
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as problem:
            raise StoreFails(f"No answer from the store ({type(problem).__name__}).") from problem
        if reply.status in expected:
            return reply
        raise _problem(reply, response.headers.get("Retry-After"))

    def _read(self, response: httpx.Response) -> bytes:
        deadline, body = time.monotonic() + self._patience, b""
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > LONGEST_BODY or time.monotonic() > deadline:
                raise StoreFails("The store's answer is too long or too slow.", response.status_code)
        return body


def _names(body: bytes, ids: Sequence[str]) -> bool:
    """Whether the body of a success is empty, as stores may leave it, or names just the statements sent."""
    if not body.strip():
        return True
    try:
        named = json.loads(body)
    except (ValueError, RecursionError):
        return False
    return isinstance(named, list) and sorted(str(name).lower() for name in named) == sorted(ids)


def _problem(reply: _Reply, retry_after: str | None) -> StoreProblem:
    if reply.status in (401, 403, 404, 405):
        return StoreRefuses(reply.reason, reply.status)
    if reply.status in (429, 503):
        wait = asked_to_wait(retry_after, now=datetime.datetime.now(datetime.UTC))
        return StoreBusy(reply.reason, reply.status, wait)
    return StoreFails(reply.reason, reply.status)
