"""Which addresses of other people's services may be used."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError

THIS_MACHINE = ("localhost", "127.0.0.1")


def is_secure(address: object) -> bool:
    """Whether this is an https address without a password in it. The demonstration may use http on this machine."""
    if not isinstance(address, str) or any(letter.isspace() for letter in address):
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    if not host or "@" in parts.netloc:
        return False
    plain = (settings.DEMO_MODE or settings.OIDC_HTTP_ON_THIS_MACHINE) and host in THIS_MACHINE
    return parts.scheme == "https" or (plain and parts.scheme == "http")


def validate_issuer(address: str) -> None:
    """Refuse what cannot be the name of a provider (OpenID Connect Core 1.0, section 2: `iss`)."""
    if not is_secure(address) or "?" in address or "#" in address:
        raise ValidationError("Give the address of the provider. It starts with https:// and has no ? or #.")
    if "/.well-known/" in address:
        raise ValidationError("Leave out /.well-known/ and what follows it.")
