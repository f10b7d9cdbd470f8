"""Secrets of webhooks: made here, shown once. They sign what is sent."""

import base64
import hashlib
import hmac
import secrets

PREFIX = "whsec_"


def new_secret() -> str:
    """A secret, as a receiver types it into its settings."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def signature(secret: str, *, key: str, timestamp: int, body: bytes) -> str:
    """HMAC-SHA256 over id, timestamp and body, as the Standard Webhooks specification writes it."""
    signed = f"{key}.{timestamp}.".encode() + body
    made = hmac.new(base64.b64decode(secret.removeprefix(PREFIX)), signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(made).decode()}"
