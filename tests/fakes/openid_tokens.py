"""ID tokens as a provider makes them: good ones, and each of the bad ones."""

import hashlib
import hmac
import json
import time
from base64 import urlsafe_b64encode
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.fakes.openid_plays import Play

HOUR = 3600  # seconds


@cache
def key_pair(name: str) -> rsa.RSAPrivateKey:
    """A key pair of this name, made once for all tests."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def as_jwk(name: str, kid: str) -> dict[str, Any]:
    """The public half of a key pair, as a provider publishes it."""
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key_pair(name).public_key()))
    return {"kty": "RSA", "n": public["n"], "e": public["e"], "kid": kid, "use": "sig", "alg": "RS256"}


def id_token(claims: dict[str, Any], *, key: str, kid: str, secret: str, play: Play | None) -> str:
    """A signed token, or one that is signed as the play says."""
    claims = spoilt(claims, play)
    if play == Play.NO_ALGORITHM:
        return _by_hand({"alg": "none", "kid": kid}, claims, lambda _: b"")
    if play == Play.PUBLIC_KEY_AS_SECRET:
        public = key_pair(key).public_key()
        pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        return _by_hand({"alg": "HS256", "kid": kid}, claims, lambda text: _hmac(pem, text))
    if play == Play.CLIENT_SECRET:
        return _by_hand({"alg": "HS256", "kid": kid}, claims, lambda text: _hmac(secret.encode(), text))
    signer = key_pair("a stranger's" if play == Play.STRANGE_KEY else key)
    return jwt.encode(claims, signer, algorithm="RS256", headers={"kid": kid})


def spoilt(claims: dict[str, Any], play: Play | None) -> dict[str, Any]:
    """The claims, with what the play does to them."""
    now = int(time.time())
    changes: dict[Play | None, dict[str, Any]] = {
        Play.WRONG_NONCE: {"nonce": "of another sign-in"},
        Play.NO_NONCE: {"nonce": None},
        Play.WRONG_AUDIENCE: {"aud": "another-service"},
        Play.SEVERAL_AUDIENCES: {"aud": [claims["aud"], "another-service"], "azp": "another-service"},
        Play.EXPIRED: {"iat": now - 2 * HOUR, "exp": now - HOUR},
        Play.FROM_TOMORROW: {"iat": now + 24 * HOUR, "exp": now + 25 * HOUR},
        Play.WITHOUT_END: {"exp": None},
        Play.WRONG_ISSUER: {"iss": "https://another.example"},
        Play.NO_SUBJECT: {"sub": None},
    }
    return {name: value for name, value in (claims | changes.get(play, {})).items() if value is not None}


def _by_hand(header: dict[str, Any], claims: dict[str, Any], sign: Any) -> str:
    """A token of a kind that PyJWT refuses to make."""
    text = b".".join(_encoded(json.dumps(part).encode()) for part in (header, claims))
    return (text + b"." + _encoded(sign(text))).decode()


def _encoded(part: bytes) -> bytes:
    return urlsafe_b64encode(part).rstrip(b"=")


def _hmac(secret: bytes, text: bytes) -> bytes:
    return hmac.new(secret, text, hashlib.sha256).digest()
