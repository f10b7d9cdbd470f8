"""The one door to organisations' webhooks: HTTPS only, to public addresses only, and only to those that were looked at.

A name is resolved once; each address that it gives must be public; and the connection goes to one of these, with the
name for the certificate. So nobody can point us at a machine inside, nor by a name that changes its mind meanwhile.
"""

import datetime
import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx
from django.conf import settings

from learners.organisations.ods.retry_after import pause

LONGEST_REASON = 200

type Resolve = Callable[[str, int], Iterable[str]]


class NotAllowed(ValueError):
    """We do not send there. Its text is a sentence for an administrator."""


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


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name."""
    return list(
        dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    )


def is_public(address: str) -> bool:
    """Whether an address is on the open internet."""
    found = ipaddress.ip_address(address)
    inside = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    return found.is_global and inside.is_global and not found.is_multicast


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
        host, port = self._host_and_port()
        try:
            found = list(self.resolve(host, port))
        except (OSError, UnicodeError) as problem:
            raise NotAllowed(f"The name {host} is not known.") from problem
        if not found or not all(self.allows(each.partition("%")[0]) for each in found):
            raise NotAllowed(f"{host} is not on the open internet.")
        return found[0]

    def send(self, body: bytes, headers: dict[str, str]) -> Answer:
        """Post, and say what came of it. Raises nothing for what a receiver does."""
        try:
            pinned = self.check()
            return self._post(pinned, body, headers)
        except NotAllowed as problem:
            return Answer(None, str(problem))
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as problem:
            return Answer(None, f"No answer ({type(problem).__name__}).")

    def _host_and_port(self) -> tuple[str, int]:
        try:
            parts = urlsplit(self.address)
            host, port = parts.hostname, parts.port or 443
        except ValueError as problem:
            raise NotAllowed("This is not an address.") from problem
        if parts.scheme != "https" or not host:
            raise NotAllowed("The address must begin with https://.")
        if parts.username or parts.password:
            raise NotAllowed("The address must not hold a name or a password.")
        return host, port

    def _post(self, pinned: str, body: bytes, headers: dict[str, str]) -> Answer:
        url = httpx.URL(self.address)
        sent = headers | {"Host": url.netloc.decode("ascii"), "Content-Type": "application/json"}
        with (
            httpx.Client(verify=self.verify, timeout=self.timeout, follow_redirects=False, trust_env=False) as http,
            http.stream(
                "POST", url.copy_with(host=pinned), content=body, headers=sent,
                extensions={"sni_hostname": url.raw_host.decode("ascii")},
            ) as response,
        ):  # fmt: skip
            wait = pause(response.headers.get("Retry-After"), now=datetime.datetime.now(datetime.UTC))
            said = "" if response.is_success else f"Answered {response.status_code} {response.reason_phrase}"
            return Answer(response.status_code, said[:LONGEST_REASON], wait)
