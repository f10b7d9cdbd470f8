"""Links that let somebody answer once, and that are kept nowhere.

A link is made, whenever it is needed, of the person, the survey's salt and the service's own secret; the database has
only its digest. Once a survey is settled, its salt is gone, and nobody can make its links again.
"""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from typing import Any

from django.conf import settings

from learners.surveys.models import Wave


def new_salt() -> str:
    """Something that nobody can guess."""
    return secrets.token_urlsafe(32)


def tokens_for(wave: Wave, person: Any) -> list[str]:
    """What this person's link may be: by today's secret first, then by those that it has replaced."""
    if not wave.salt:
        return []
    return [_token(key, wave.salt, person.actor_id.hex) for key in service_keys()]


def service_keys() -> list[str]:
    """Today's secret first, then those that it has replaced."""
    return [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def digest_of(token: str) -> str:
    """What the database has of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def derived(key: str, salt: str, of_what: str) -> bytes:
    """32 bytes that nobody makes without the service's secret and the survey's salt."""
    return hmac.new(key.encode(), f"learners.surveys:{salt}:{of_what}".encode(), hashlib.sha256).digest()


def _token(key: str, salt: str, person: str) -> str:
    return urlsafe_b64encode(derived(key, salt, person)).decode().rstrip("=")
