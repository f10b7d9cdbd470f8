"""Who vouches for a statement."""

from typing import Any

from django.conf import settings

from learners.record_store.models import Client


def of(client: Client | None) -> dict[str, Any]:
    """The service, or a client, as an Agent."""
    name = f"client/{client.uuid}" if client else "service"
    account = {"homePage": f"{settings.XAPI_HOME}/xapi/authority", "name": name}
    return {"objectType": "Agent", "account": account}
