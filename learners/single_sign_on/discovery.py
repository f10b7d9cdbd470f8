"""What a provider says of itself: its addresses and keys. Asked when somebody presses the button; kept for minutes."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import requests
from django.core.cache import cache

from learners.single_sign_on.addresses import is_secure
from learners.single_sign_on.calling import Caller
from learners.single_sign_on.failures import NotSignedIn, Reason

KEPT = 10 * 60  # seconds
WELL_KNOWN = "/.well-known/openid-configuration"


@dataclass(frozen=True)
class Configuration:
    """The part of a provider's metadata that we use (OpenID Connect Discovery 1.0, section 3)."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str
    secret_in_body: bool


def configuration_of(issuer: str) -> Configuration:
    """The metadata of a provider. Raises NotSignedIn where it is away, or says something that cannot be used."""
    said = _kept(issuer, WELL_KNOWN, issuer.removesuffix("/") + WELL_KNOWN)
    if said.get("issuer") != issuer:
        raise NotSignedIn(Reason.UNTRUSTED, "the metadata name another issuer")
    return Configuration(
        issuer,
        authorization_endpoint=_address(said, "authorization_endpoint"),
        token_endpoint=_address(said, "token_endpoint"),
        jwks_uri=_address(said, "jwks_uri"),
        userinfo_endpoint=_address(said, "userinfo_endpoint") if "userinfo_endpoint" in said else "",
        secret_in_body=_takes_secret_in_body(said.get("token_endpoint_auth_methods_supported")),
    )


def _address(said: dict[str, Any], name: str) -> str:
    address = said.get(name)
    if not is_secure(address):
        raise NotSignedIn(Reason.UNTRUSTED, f"the metadata give no secure {name}")
    return str(address)


def _takes_secret_in_body(methods: object) -> bool:
    return isinstance(methods, list) and "client_secret_post" in methods


def keys_of(configuration: Configuration, *, afresh: bool = False) -> list[dict[str, Any]]:
    """The provider's public keys, as JWKs. `afresh`: ask again, because it may have new ones."""
    said = _kept(configuration.issuer, "keys", configuration.jwks_uri, afresh=afresh)
    keys = said.get("keys")
    return [key for key in keys if isinstance(key, dict)] if isinstance(keys, list) else []


def answer_in_json(method: str, address: str, **sent: Any) -> dict[str, Any]:
    """Call a provider for a JSON object. Raises NotSignedIn; what was answered is not repeated in it."""
    try:
        with Caller() as caller:
            response = caller.request(method, address, **sent)
            response.raise_for_status()
            said = response.json()
    except requests.JSONDecodeError:
        raise NotSignedIn(Reason.AWAY, "the answer is no JSON") from None
    except requests.RequestException as problem:
        raise NotSignedIn(Reason.AWAY, type(problem).__name__) from None
    if not isinstance(said, dict):
        raise NotSignedIn(Reason.AWAY, "the answer is no JSON object")
    return said


def _kept(issuer: str, what: str, address: str, *, afresh: bool = False) -> dict[str, Any]:
    key = f"single_sign_on:{what}:{sha256(f'{issuer} {address}'.encode()).hexdigest()}"
    said: dict[str, Any] | None = None if afresh else cache.get(key)
    if said is None:
        said = answer_in_json("GET", address)
        cache.set(key, said, KEPT)
    return said
