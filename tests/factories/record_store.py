"""Clients of the record store, and requests as they make them."""

import itertools
import json
from typing import Any
from uuid import uuid4

import factory
from django.test import Client as Browser
from factory.django import DjangoModelFactory

from learners.record_store.credentials import digest_of
from learners.record_store.models import Client, Token

NUMBERS = itertools.count()


class StoreClientFactory(DjangoModelFactory):
    """A tool that may do everything, for everybody."""

    class Meta:
        model = Client

    name = factory.Sequence(lambda number: f"Tool {number}")
    reads = "all"
    requests_a_minute = 100_000

    class Params:
        own_only = factory.Trait(reads="own")
        write_only = factory.Trait(reads="nothing")
        read_only = factory.Trait(writes=False)


class Tool:
    """A client that speaks with the store over HTTP."""

    def __init__(self, client: Client | None = None, version: str = "2.0.0", **given: Any) -> None:
        self.client = client or StoreClientFactory(**given)
        self.secret, self.version = f"secret {next(NUMBERS)} {uuid4()}", version
        Token.objects.create(client=self.client, digest=digest_of(self.secret), hint=self.secret[:8])
        self.browser = Browser()

    def ask(self, method: str, resource: str, body: Any = None, query: Any = None, **headers: str) -> Any:
        """Ask for a resource; headers are written with underscores."""
        told = {"Authorization": f"Bearer {self.secret}", "X-Experience-API-Version": self.version}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        kind = told.pop("Content-Type", "application/json")
        data = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return self.browser.generic(
            method,
            f"/xapi/{resource}",
            data,
            content_type=kind,
            headers={name: value for name, value in told.items() if value},
            query_params=query or {},
        )

    def get(
        self, resource: str = "statements", *, headers: dict[str, str] | None = None, **query: str
    ) -> Any:
        return self.ask("GET", resource, query=query, **headers or {})

    def post(self, *statements: Any, **headers: str) -> Any:
        body = statements[0] if len(statements) == 1 else list(statements)
        return self.ask("POST", "statements", body, **headers)

    def found(self, **query: str) -> list[str]:
        """The ids that a query finds, in their order."""
        return [one["id"] for one in self.get(**query).json()["statements"]]


def a_statement(**parts: Any) -> dict[str, Any]:
    """A statement as some other tool writes it."""
    whole = {
        "id": str(uuid4()),
        "actor": {"mbox": "mailto:ann@example.org"},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/attended"},
        "object": {"id": "https://example.org/course"},
        "timestamp": "2026-11-22T10:00:00.123Z",
    } | parts
    return {name: part for name, part in whole.items() if part is not None}


def voiding(statement: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """A statement by which another no longer counts."""
    verb = {"id": "http://adlnet.gov/expapi/verbs/voided"}
    return a_statement(**{"verb": verb, "object": about(statement)} | parts)


def about(statement: dict[str, Any]) -> dict[str, Any]:
    return {"objectType": "StatementRef", "id": statement["id"]}
