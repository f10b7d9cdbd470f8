"""What is held of somebody as xAPI statements: the same history, under a random name."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef

from learners.holdings import Fate, Holding, Row, register
from learners.record_store.mentions import key
from learners.record_store.models import Kind, Reference, Statement


def _statements(person: Any) -> Iterator[Row]:
    """The service's own, and what other tools said of them by the same random name."""
    account = {"homePage": f"{settings.XAPI_HOME}/xapi/actor", "name": str(person.actor_id)}
    mentions = Reference.objects.filter(
        statement_id=OuterRef("seq"),
        key=key("account", account["homePage"], account["name"]),
        kind__in=[Kind.AGENT, Kind.RELATED_AGENT],
        depth=0,
    )
    for statement in Statement.objects.filter(Exists(mentions)).order_by("seq"):
        yield {"When": statement.stored, "Statement": statement.payload}


register(
    Holding(
        key="statements",
        title="The same history, for a record store",
        why="So that other systems can count what was learnt. It never has your name in it, only a random one.",
        how_long="As long as the service, or the record store, runs.",
        fate=Fate.KEPT,
        because="It names nobody. Once your name is gone here, nobody can find out whose it was.",
        rows=_statements,
        parts=(
            "record_store.Statement",
            "record_store.Reference",
            "record_store.Attachment",
            "statements.Delivery",
        ),
    )
)
