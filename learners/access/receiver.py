"""The one door to organisations' webhooks: HTTPS only, and to the open internet only (see learners.outward)."""

import datetime
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx
from django.conf import settings

from learners.organisations.ods.retry_after import pause
from learners.outward import Doorkeeper, GuardedTransport, NotAllowed, Resolve, is_public, resolve

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of sending. `status` is None without an answer; `wait` is for how long it asked to be left alone."""

    status: int | None
    reason: str = ""
    wait: datetime.timedelta | None = None

    @property
    def is_taken(self) -> bool:
        """Whether the receiver has it."""
        return self.status is not None and 200 <= self.status < 300


@dataclass(frozen=True)
class Receiver:
    """A receiver at an address. `resolve`, `allows` and `verify` are there for tests."""

    address: str
    timeout: float = field(default_factory=lambda: settings.ACCESS_WEBHOOK_TIMEOUT)
    resolve: Resolve = resolve
    allows: Callable[[str], bool] = is_public
    verify: ssl.SSLContext | bool = True

    def check(self) -> str:
        """The address to connect to. Raises NotAllowed."""
        return self._doorkeeper.check(self.address)

    def send(self, body: bytes, headers: dict[str, str]) -> Answer:
        """Post, and say what came of it. Raises nothing for what a receiver does."""
        try:
            return self._post(body, headers)
        except NotAllowed as problem:
            return Answer(None, str(problem))
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as problem:
            return Answer(None, f"No answer ({type(problem).__name__}).")

    @property
    def _doorkeeper(self) -> Doorkeeper:
        return Doorkeeper(self.resolve, self.allows)

    def _post(self, body: bytes, headers: dict[str, str]) -> Answer:
        transport = GuardedTransport(self._doorkeeper, verify=self.verify)
        sent = headers | {"Content-Type": "application/json"}
        with (
            httpx.Client(transport=transport, timeout=self.timeout, follow_redirects=False) as http,
            http.stream("POST", self.address, content=body, headers=sent) as response,
        ):
            wait = pause(response.headers.get("Retry-After"), now=datetime.datetime.now(datetime.UTC))
            said = "" if response.is_success else f"Answered {response.status_code} {response.reason_phrase}"
            return Answer(response.status_code, said[:LONGEST_REASON], wait)
