"""What can be seen of a wrong set-up before anything is sent."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

NEARBY = {"localhost", "127.0.0.1", "::1"}


@register(Tags.security)
def record_store_address(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The store's address is one, and keeps its secrets out of logs."""
    endpoint = settings.XAPI_STORE["endpoint"]
    if not endpoint:
        return []
    address = urlsplit(endpoint)
    if address.scheme not in ("https", "http") or not address.hostname:
        return [
            Error(
                "XAPI_ENDPOINT is no address: it should look like https://store.example.org/xapi.",
                id="statements.E001",
            )
        ]
    if address.username or address.password:
        return [
            Error(
                "XAPI_ENDPOINT holds credentials, and addresses are written to logs.",
                hint="Set XAPI_USERNAME and XAPI_PASSWORD instead.",
                id="statements.E002",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def record_store_is_reached_safely(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Statements and credentials cross the network encrypted."""
    address = urlsplit(settings.XAPI_STORE["endpoint"])
    if address.scheme == "http" and address.hostname not in NEARBY:
        return [Warning("XAPI_ENDPOINT is not encrypted: use https.", id="statements.W001")]
    return []
