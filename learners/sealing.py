"""Secrets that must be sent as they are, kept encrypted. The keys stand in the environment alone (SEALING_KEYS)."""

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class NoKey(RuntimeError):
    """The environment has no key, or not the one by which this was sealed."""


def can_seal() -> bool:
    """Whether the environment has a key that is one."""
    try:
        _box()
    except NoKey:
        return False
    return True


def seal(secret: str) -> str:
    """Encrypt, by the first of the keys. Raises NoKey."""
    return _box().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """Decrypt, by any of the keys. Raises NoKey."""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken as problem:
        raise NoKey("SEALING_KEYS has not the key by which this secret was sealed.") from problem


def _box() -> MultiFernet:
    try:
        keys = [Fernet(key) for key in settings.SEALING_KEYS]
    except ValueError as problem:
        raise NoKey("SEALING_KEYS holds what is no key.") from problem
    if not keys:
        raise NoKey("SEALING_KEYS is not set.")
    return MultiFernet(keys)
