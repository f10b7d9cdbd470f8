"""What is held of somebody as xAPI statements: the same history, under a random name."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.record_store.models import Document, Kind, Reference, Statement
from learners.statements.people import actor_key


def _documents(person: Any) -> Iterator[Row]:
    """What tools keep of them. What is no text is told of by its size."""
    for document in Document.objects.filter(agent=actor_key(person)).order_by("updated_at"):
        yield {
            "What": document.get_resource_display(),
            "Name": document.name,
            "When": document.updated_at,
            "Content": _as_text(bytes(document.content)),
        }


def _as_text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return f"{len(content):,} bytes"


def _forget_documents(person: Any, traces: Traces) -> None:
    Document.objects.filter(agent=actor_key(person)).delete()


def _statements(person: Any) -> Iterator[Row]:
    """The service's own, and what other tools said of them by the same random name."""
    mentions = Reference.objects.filter(
        statement_id=OuterRef("seq"),
        key=actor_key(person),
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
    ),
    Holding(
        key="tool_documents",
        title="What learning tools of others keep of you",
        why="So that content from elsewhere finds the place where you left it.",
        how_long="Until the tool deletes it, or you are anonymised.",
        fate=Fate.DELETED,
        because="A tool may have written anything into it.",
        rows=_documents,
        forget=_forget_documents,
        parts=("record_store.Document",),
    ),
)
