"""ID tokens: believed only when everything about them is right.

django-allauth 65.21 decodes a token that came from the token endpoint without looking at its signature, knows no nonce,
and takes the algorithm from the token itself. So this is done here, by OpenID Connect Core 1.0, section 3.1.3.7.
"""

from collections.abc import Callable
from hmac import compare_digest
from typing import Any

import jwt

from learners.single_sign_on.failures import NotSignedIn, Reason
from learners.single_sign_on.identity import LONGEST_SUBJECT

# Signatures that only the provider can make. Not `none`, and none that a client secret or a public key would make.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
LEEWAY = 60  # seconds by which two clocks may differ

Keys = Callable[[bool], list[dict[str, Any]]]
"""`keys(afresh)`: the provider's keys, as JWKs."""


def verified_claims(token: str, *, keys: Keys, issuer: str, client_id: str, nonce: str) -> dict[str, Any]:
    """The claims of a token. Raises NotSignedIn with what is wrong with it."""
    try:
        header = jwt.get_unverified_header(token)
        algorithm = header.get("alg")
        if algorithm not in ALGORITHMS:
            raise _Wrong("algorithm")
        claims: dict[str, Any] = jwt.decode(
            token,
            key=_key_for(header, algorithm, keys),
            algorithms=[algorithm],
            audience=client_id,
            issuer=issuer,
            leeway=LEEWAY,
            options={"require": ["iss", "sub", "aud", "exp", "iat"]},
        )
    except jwt.PyJWTError as problem:
        raise _Wrong(type(problem).__name__) from None
    _hold_claims(claims, client_id=client_id, nonce=nonce)
    return claims


class _Wrong(NotSignedIn):
    def __init__(self, what: str) -> None:
        super().__init__(Reason.UNTRUSTED, f"ID token: {what}")


def _key_for(header: dict[str, Any], algorithm: str, keys: Keys) -> jwt.PyJWK:
    """The key that the token names; the only one, where it names none. New keys are asked for once."""
    for afresh in (False, True):
        fitting = [key for key in keys(afresh) if _fits(key, header.get("kid"), algorithm)]
        if len(fitting) == 1:
            return jwt.PyJWK(fitting[0], algorithm=algorithm)
    raise _Wrong("no key of the provider fits")


def _fits(key: dict[str, Any], kid: object, algorithm: str) -> bool:
    """Whether a key is for this. A key that a secret makes (`oct`) never is."""
    families = {"RS": "RSA", "PS": "RSA", "ES": "EC", "Ed": "OKP"}
    return (
        key.get("kty") == families[algorithm[:2]]
        and key.get("use", "sig") == "sig"
        and key.get("alg", algorithm) == algorithm
        and (kid is None or key.get("kid") == kid)
    )


def _hold_claims(claims: dict[str, Any], *, client_id: str, nonce: str) -> None:
    """What PyJWT does not look at: the nonce, who asked for the token, and a subject that can be kept."""
    said = claims.get("nonce")
    if not isinstance(said, str) or not compare_digest(said.encode(), nonce.encode()):
        raise _Wrong("nonce")
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else client_id) != client_id:
        raise _Wrong("authorised party")
    subject = claims["sub"]
    if not isinstance(subject, str) or not subject.isprintable() or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise _Wrong("subject")
