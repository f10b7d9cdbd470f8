"""What must hold before the service starts."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

MESSAGE = "OIDC_CLIENT_SECRETS must be a JSON object: the slug of each provider, and its secret as text."


@register
def secrets_are_readable(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The secrets have the shape that they are read in. They are never part of a message."""
    given = settings.OIDC_CLIENT_SECRETS
    fits = isinstance(given, dict) and all(isinstance(secret, str) for secret in given.values())
    return [] if fits else [Error(MESSAGE, id="single_sign_on.E001")]
