"""The one door to the ODS API: a small client on httpx.

Certificates are verified, nothing waits without end, redirects are not followed, and the key is never logged.
"""

import datetime
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from learners.organisations.ods import fhir
from learners.organisations.ods.found import Answer, Found, NotFound, Unavailable
from learners.organisations.ods.retry_after import pause

LONGEST_BODY = 1024**2  # bytes; an organisation comes to some thousand
LONGEST_PAUSE = datetime.timedelta(seconds=5)  # somebody waits for the page meanwhile
TRIES = 3
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
SUCCESSION: dict[str, str | list[str]] = {
    "system": fhir.CODE_SYSTEM,
    "property": ["successor", "predecessor"],
}


class _Fails(Exception):
    """The API gave no answer that helps. `said` is a sentence for an administrator."""

    def __init__(self, said: str, try_again_at: datetime.datetime | None = None) -> None:
        super().__init__(said)
        self.said, self.try_again_at = said, try_again_at


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    body: bytes
    retry_after: str | None

    def json(self) -> Any:
        """The answer as JSON; None where it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


def is_safe(base: str) -> bool:
    """Whether a key may be sent to this address: over HTTPS, or without leaving this machine."""
    try:
        address = urlsplit(base)
        return bool(address.hostname) and (
            address.scheme == "https" or _stays_here(address.scheme, address.hostname)
        )
    except ValueError:
        return False


def _stays_here(scheme: str, host: str | None) -> bool:
    return scheme == "http" and host in LOOPBACK


@dataclass(frozen=True, slots=True)
class OdsApi:
    """The Organisation Data Terminology API at an address. `base` is what stands before `/Organization`.

    `timeout` is in seconds, for each step of a request; a whole answer may take four times as long. `sleep` and
    `now` are there for tests.
    """

    base: str
    key: str = field(repr=False)
    timeout: float
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)
    now: Callable[[], datetime.datetime] = field(
        default=lambda: datetime.datetime.now(datetime.UTC), repr=False
    )

    def look_up(self, code: str) -> Answer:
        """Ask for one organisation, and for what came before and after it."""
        if not is_safe(self.base):
            return Unavailable(
                "The address of the ODS API does not begin with https://, so it was not asked."
            )
        if not (self.key.isascii() and self.key.isprintable()):
            return Unavailable("The key of the ODS API (ODS_API_KEY) has characters that no key has.")
        headers = {"Accept": "application/fhir+json", "Accept-Encoding": "identity"}
        headers |= {"apikey": self.key} if self.key else {}
        try:
            with httpx.Client(headers=headers, timeout=self.timeout, follow_redirects=False) as http:
                return self._look_up(http, code)
        except _Fails as failure:
            return Unavailable(failure.said, failure.try_again_at)

    def _look_up(self, http: httpx.Client, code: str) -> Answer:
        reply = self._ask(http, f"Organization/{code}")
        if reply.status in (404, 410):
            if fhir.says_not_known(reply.json()):
                return NotFound(code, "api")
            raise _Fails("The ODS API is not at the address that is set (ODS_API_BASE).")
        try:
            said = fhir.organisation_in(reply.json(), code=code)
        except fhir.NoOrganisation as problem:
            raise _Fails(f"The answer of the ODS API could not be understood: {problem}.") from problem
        successors, predecessors, warning = self._succession(http, code)
        return Found(
            code=said.code,
            name=said.name,
            active=said.active,
            source="api",
            known_on=self.now(),
            roles=said.roles,
            starts_on=said.starts_on,
            ends_on=said.ends_on,
            successors=successors,
            predecessors=predecessors,
            postcode=said.postcode,
            last_changed=said.last_changed,
            warning=warning,
        )

    def _succession(self, http: httpx.Client, code: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """What came after and before. Where that can't be had, the rest still counts, with a warning."""
        try:
            reply = self._ask(http, "CodeSystem/$lookup", params=SUCCESSION | {"code": code})
            if reply.status in (404, 410):  # it lists no organisation that closed long ago
                return (), (), ""
            return *fhir.succession_in(reply.json()), ""
        except (_Fails, fhir.NoOrganisation):
            return (), (), "What came before and after it could not be asked."

    def _ask(self, http: httpx.Client, path: str, params: dict[str, str | list[str]] | None = None) -> _Reply:
        """Send a request; wait and send it again where the API asks for a short wait. Raises _Fails."""
        wait = None
        for tries_left in reversed(range(TRIES)):
            reply = self._send(http, f"{self.base.rstrip('/')}/{path}", params)
            if reply.status not in (429, 503):
                break
            wait = pause(reply.retry_after, now=self.now())
            if wait is None or wait > LONGEST_PAUSE or not tries_left:
                break
            self.sleep(wait.total_seconds())
        if reply.status in (200, 404, 410):
            return reply
        raise _Fails(_reason(reply.status), self.now() + wait if wait else None)

    def _send(self, http: httpx.Client, url: str, params: dict[str, str | list[str]] | None) -> _Reply:
        deadline, body = time.monotonic() + 4 * self.timeout, b""
        try:
            with http.stream("GET", url, params=params) as response:
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > LONGEST_BODY or time.monotonic() > deadline:
                        raise _Fails("The answer of the ODS API was too long or too slow.")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as problem:
            raise _Fails(f"The ODS API did not answer ({type(problem).__name__}).") from problem
        return _Reply(response.status_code, body, response.headers.get("Retry-After"))


def _reason(status: int) -> str:
    if status in (401, 403):
        return "The ODS API refused our key (ODS_API_KEY)."
    if status in (429, 503):
        return "The ODS API is busy."
    if 300 <= status < 400:
        return "The ODS API sent us to another address. That is not followed."
    if status == 422:
        return "The ODS API could not answer: it says that too much was asked for (422)."
    return f"The ODS API could not answer ({status})."
