"""Statements come in: all of a batch, or none."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from learners.record_store import authority, clock
from learners.record_store.defining import define
from learners.record_store.linking import link, meet
from learners.record_store.mentions import Facts, facts_of
from learners.record_store.models import Attachment, Client, Content, Reference, Statement
from learners.record_store.notation import precise
from learners.record_store.rows import insert
from learners.record_store.rules.place import Refused
from learners.record_store.sameness import same_in_store


@dataclass(slots=True, kw_only=True)
class Arrival:
    """A valid statement that is to be stored. `payload` is its text, which has its id in it.

    `files` are the bytes that came with it, by their SHA-256.
    """

    id: UUID
    payload: str
    value: dict[str, Any]
    version: str
    client: Client | None = None
    organisation: UUID | None = None
    event: Any = None
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def target(self) -> UUID | None:
        """The statement that it is about, if any."""
        about = self.value["object"]
        return UUID(about["id"]) if about.get("objectType") == "StatementRef" else None

    @property
    def facts(self) -> Facts:
        """What is written down of it besides."""
        return facts_of(self.value, authority=authority.of(self.client))


STATEMENT = [field.attname for field in Statement._meta.concrete_fields]
REFERENCE = ("key", "kind", "depth", "statement_id")


class Conflict(Refused):
    """The store has another statement under an id."""

    def __init__(self, path: str) -> None:
        super().__init__("There is another statement with this id already.", path, status=409)


def store_new(arrivals: Sequence[Arrival]) -> list[Statement]:
    """Store the service's own statements of events that were inserted just now: nobody can know their ids yet."""
    with transaction.atomic(savepoint=False):
        return _store(arrivals, are_new=True)


def store(arrivals: Sequence[Arrival]) -> list[Statement]:
    """Store what is not here yet, and return that. Raises Conflict for another statement under a known id.

    All come from the service, or all from one client.

    Where another writer stores one of them at the same time, look again: by then it is here.
    """
    try:
        return _meet_and_store(arrivals)
    except IntegrityError:
        return _meet_and_store(arrivals)


@transaction.atomic
def _meet_and_store(arrivals: Sequence[Arrival]) -> list[Statement]:
    if arrivals and arrivals[0].client:
        meet([each.id for each in arrivals], [each.target for each in arrivals if each.target])
    return _store(arrivals)


def _store(arrivals: Sequence[Arrival], *, are_new: bool = False) -> list[Statement]:
    new = arrivals if are_new else _new(arrivals)
    if not new:
        return []
    tick = clock.tick()
    facts = [arrival.facts for arrival in new]
    rows = [_row(*pair, tick.place(number)) for number, pair in enumerate(zip(new, facts, strict=True))]
    # In the order of their ids, so that two writers of the same statements wait for each other and don't deadlock.
    insert(Statement, STATEMENT, map(_values, sorted(rows, key=lambda row: row.id)))
    mentions = ((row, told.mentions.items()) for row, told in zip(rows, facts, strict=True))
    insert(
        Reference,
        REFERENCE,
        ((name, int(role), 0, row.seq) for row, found in mentions for name, role in found),
    )
    _keep_files(new)
    if new[0].client:
        define([told.definitions for told in facts], organisation=new[0].organisation)
    if not are_new or any(row.target for row in rows):
        link(rows)
    return rows


def _new(arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Those that are not here yet."""
    known = {
        row.id: row
        for row in Statement.objects.filter(id__in=[arrival.id for arrival in arrivals]).only(
            "id", "payload", "organisation", "client"
        )
    }
    for number, arrival in enumerate(arrivals):
        found = known.get(arrival.id)
        if found and not (
            found.client_id == (arrival.client.pk if arrival.client else None)
            and same_in_store(arrival.value, json.loads(found.payload))
        ):
            raise Conflict(f"[{number}].id" if len(arrivals) > 1 else "id")
    return [arrival for arrival in arrivals if arrival.id not in known]


def _row(arrival: Arrival, facts: Facts, seq: int) -> Statement:
    stored = clock.moment_of(seq)
    payload = arrival.payload
    if facts.timestamp is None:
        payload = f'{payload[:-1]},"timestamp":"{precise(stored)}"}}'
    return Statement(
        id=arrival.id,
        seq=seq,
        stored=stored,
        timestamp=facts.timestamp or stored,
        verb=facts.verb,
        registration=facts.registration,
        version=arrival.version,
        payload=payload,
        target=facts.target,
        organisation=arrival.organisation,
        client=arrival.client,
        event=arrival.event,
    )


def _values(row: Statement) -> list[Any]:
    return [getattr(row, name) for name in STATEMENT]


def _keep_files(arrivals: Sequence[Arrival]) -> None:
    files = {sha2: data for arrival in arrivals for sha2, data in arrival.files.items()}
    if not files:
        return
    Content.objects.bulk_create(
        [Content(sha2=sha2, data=files[sha2]) for sha2 in sorted(files)], ignore_conflicts=True
    )
    Attachment.objects.bulk_create(
        Attachment(statement_id=arrival.id, content_id=each["sha2"].lower(), content_type=each["contentType"])
        for arrival in arrivals
        for each in {one["sha2"].lower(): one for one in arrival.value.get("attachments", ())}.values()
        if each["sha2"].lower() in arrival.files
    )
