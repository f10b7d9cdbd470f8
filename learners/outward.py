"""Sending to addresses that somebody typed in: by HTTPS, to the open internet, and only where that was looked at.

A name is resolved once; each address that it gives must be public; and the connection goes to one of these, with the
name for the certificate. So nobody can point us at a machine inside, nor by a name that changes its mind meanwhile.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

type Resolve = Callable[[str, int], Iterable[str]]


class NotAllowed(ValueError):
    """We do not send there. Its text is a sentence for an administrator."""


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
class Doorkeeper:
    """Says where we may send. `resolve` and `allows` are there for tests."""

    resolve: Resolve = resolve
    allows: Callable[[str], bool] = is_public

    def check(self, address: str) -> str:
        """The internet address to connect to for a URL. Raises NotAllowed."""
        host, port = _host_and_port(address)
        try:
            found = list(self.resolve(host, port))
        except (OSError, UnicodeError) as problem:
            raise NotAllowed(f"The name {host} is not known.") from problem
        if not found or not all(self.allows(each.partition("%")[0]) for each in found):
            raise NotAllowed(f"{host} is not on the open internet.")
        return found[0]


class GuardedTransport(httpx.BaseTransport):
    """Connects to what the doorkeeper looked at, request by request. Raises NotAllowed."""

    def __init__(self, doorkeeper: Doorkeeper, *, verify: ssl.SSLContext | bool = True) -> None:
        self._doorkeeper = doorkeeper
        self._inner = httpx.HTTPTransport(verify=verify, trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send to the pinned address, under the name."""
        url = request.url
        pinned = self._doorkeeper.check(str(url))
        request.headers["Host"] = url.netloc.decode("ascii")
        request.extensions = {**request.extensions, "sni_hostname": url.raw_host.decode("ascii")}
        request.url = url.copy_with(host=pinned)
        return self._inner.handle_request(request)

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


def _host_and_port(address: str) -> tuple[str, int]:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or 443
    except ValueError as problem:
        raise NotAllowed("This is not an address.") from problem
    if parts.scheme != "https" or not host:
        raise NotAllowed("The address must begin with https://.")
    if parts.username or parts.password:
        raise NotAllowed("The address must not hold a name or a password.")
    return host, port
