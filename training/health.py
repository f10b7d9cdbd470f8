"""Whether the service works, for whoever watches it."""

from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from learners.statements.selectors import outbox_state


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 while the database answers, else 503. A record store that is away is no fault of ours.

    `statements` says whether a store is configured, how many statements wait for it (counted to 10,000) and since
    when, and how many it refused for good. No secrets, and nothing about anybody.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        outbox = outbox_state()
    except Error:
        return JsonResponse({"status": "no database", "database": "away"}, status=503)
    since = outbox.oldest_waiting_since
    statements = {
        "store": "configured" if outbox.store_is_configured else "none",
        "waiting": outbox.waiting,
        "oldest_waiting_since": since.isoformat() if since else None,
        "dead": outbox.dead,
    }
    return JsonResponse({"status": "ok", "database": "ok", "statements": statements})
