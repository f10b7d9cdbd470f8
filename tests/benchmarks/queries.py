"""How many queries each variant costs, counted in this process with the same settings."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.benchmarks.client import HEADERS, Request
from tests.benchmarks.variants import Variant

TRANSACTIONS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def queries_of(variant: Variant) -> int:
    """The queries of one request, once everything that is cached is cached. Transactions' brackets are not counted."""
    _send(next(variant.requests))
    with CaptureQueriesContext(connection) as captured:
        _send(next(variant.requests))
    return sum(not query["sql"].startswith(TRANSACTIONS) for query in captured.captured_queries)


def _send(request: Request) -> None:
    client = Client(enforce_csrf_checks=True, headers=HEADERS)
    client.cookies.load(request.cookie)
    client.generic(
        request.method, request.path, request.body, content_type="application/x-www-form-urlencoded"
    )
