"""Whether the service works, for whoever watches it."""

from typing import Any

from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from learners.statements.selectors import OutboxState, outbox_state, outbox_states


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 while the database answers, else 503. A record store that is away is no fault of ours.

    `statements` says whether a store is configured, how many statements wait for it (counted to 10,000) and since
    when, and how many it refused for good; so for every store that was added. No secrets, and nothing about anybody.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        outbox, others = outbox_state(), outbox_states()
    except Error:
        return JsonResponse({"status": "no database", "database": "away"}, status=503)
    statements = {
        "store": "configured" if outbox.store_is_configured else "none",
        **_numbers(outbox),
    }
    added = [
        {"name": each.name, "in_use": each.is_active, **_numbers(state), "fails": bool(state.problem)}
        for each, state in others
    ]
    return JsonResponse(
        {"status": "ok", "database": "ok", "statements": statements | {"other_stores": added}}
    )


def _numbers(outbox: OutboxState) -> dict[str, Any]:
    since = outbox.oldest_waiting_since
    return {
        "waiting": outbox.waiting,
        "oldest_waiting_since": since.isoformat() if since else None,
        "dead": outbox.dead,
    }
