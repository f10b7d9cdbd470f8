"""Secrets of webhooks: made here, shown once, kept encrypted. The key stands in the environment alone."""

import base64
import hashlib
import hmac
import secrets

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

PREFIX = "whsec_"


class NoKey(RuntimeError):
    """The environment has no key, or not the one by which this was sealed."""


def can_seal() -> bool:
    """Whether the environment has a key that is one."""
    try:
        _box()
    except NoKey:
        return False
    return True


def new_secret() -> str:
    """A secret, as a receiver types it into its settings."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def seal(secret: str) -> str:
    """Encrypt."""
    return _box().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """Decrypt. Raises NoKey."""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken as problem:
        raise NoKey("ACCESS_WEBHOOK_KEYS has not the key by which this secret was sealed.") from problem


def signature(secret: str, *, key: str, timestamp: int, body: bytes) -> str:
    """HMAC-SHA256 over id, timestamp and body, as the Standard Webhooks specification writes it."""
    signed = f"{key}.{timestamp}.".encode() + body
    made = hmac.new(base64.b64decode(secret.removeprefix(PREFIX)), signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(made).decode()}"


def _box() -> MultiFernet:
    try:
        keys = [Fernet(key) for key in settings.ACCESS_WEBHOOK_KEYS]
    except ValueError as problem:
        raise NoKey("ACCESS_WEBHOOK_KEYS holds what is no key.") from problem
    if not keys:
        raise NoKey("ACCESS_WEBHOOK_KEYS is not set.")
    return MultiFernet(keys)
