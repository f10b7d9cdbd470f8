"""Statements come in: all of a batch, or none."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from learners.record_store import authority, clock
from learners.record_store.defining import Told, adds, define, knowing, told_by
from learners.record_store.linking import link, meeting, telling
from learners.record_store.mentions import Facts, facts_of
from learners.record_store.models import Attachment, Client, Content, Reference, Statement
from learners.record_store.notation import precise
from learners.record_store.rows import Row, Rows, among, ask, insert
from learners.record_store.rules.attachments import attachments_in
from learners.record_store.rules.place import Place, Refused
from learners.record_store.sameness import same_in_store


@dataclass(slots=True, kw_only=True)
class Arrival:
    """A valid statement that is to be stored. `payload` is its text, which has its id in it.

    `files` are the bytes that came with it, by their SHA-256; `facts` what is written down of it besides.
    """

    id: UUID
    payload: str
    value: dict[str, Any]
    version: str
    client: Client | None = None
    organisation: UUID | None = None
    event: Any = None
    files: dict[str, bytes] = field(default_factory=dict)

    facts: Facts = field(init=False)

    def __post_init__(self) -> None:
        self.facts = facts_of(self.value, authority=authority.of(self.client))


@dataclass(frozen=True, slots=True)
class Found:
    """What the store holds before a batch is written. `known` are those of it that are here: id, text, client."""

    known: list[Row]
    are_told_of: bool
    definitions: list[Row]


STATEMENT = [field.attname for field in Statement._meta.concrete_fields]
KNOWN = "SELECT id, payload, client_id FROM record_store_statement WHERE id"
REFERENCE = ("key", "kind", "depth", "statement_id")


class Conflict(Refused):
    """The store has another statement under an id."""

    def __init__(self, path: str) -> None:
        super().__init__("There is another statement with this id already.", path, status=409)


def store_new(arrivals: Sequence[Arrival]) -> list[Statement]:
    """Store the service's own statements of events that were inserted just now: nobody can know their ids yet."""
    if not arrivals:
        return []
    with transaction.atomic(savepoint=False):
        rows = _write(arrivals, clock.tick())
        if any(row.target for row in rows):
            link(rows, are_told_of=False)
        return rows


def store(arrivals: Sequence[Arrival]) -> list[Statement]:
    """Store what is not here yet, and return that. Raises Conflict for another statement under a known id.

    All come from the service, or all from one client.

    Where another writer stores one of them at the same time, look again: by then it is here.
    """
    if not arrivals:
        return []
    try:
        return _look_and_store(arrivals)
    except IntegrityError:
        return _look_and_store(arrivals)


@transaction.atomic
def _look_and_store(arrivals: Sequence[Arrival]) -> list[Statement]:
    found, tick = _look(arrivals)
    new = _new(arrivals, found.known)
    if not new:
        return []
    rows = _write(new, tick)
    told = _told(new)
    if adds(told, found.definitions):
        define(told)
    link(rows, are_told_of=found.are_told_of)
    return rows


def _look(arrivals: Sequence[Arrival]) -> tuple[Found, clock.Tick]:
    """Take the locks, look what is here, and begin to write: one round trip."""
    ids = [arrival.id for arrival in arrivals]
    locks = meeting(ids, [each.facts.target for each in arrivals if each.facts.target])
    those, values = among(ids)
    *_, known, told_of, definitions, tick = ask(
        *(locks if arrivals[0].client else ()),
        (f"{KNOWN} {those}", values),
        telling(ids),
        knowing(_told(arrivals)),
        clock.ticking(),
    )
    return Found(known, bool(told_of), definitions), clock.ticked(tick)


def _told(arrivals: Sequence[Arrival]) -> Told:
    """What a client tells of activities. What the service's own are is said by its statements."""
    if not arrivals[0].client:
        return {}
    return told_by([each.facts.definitions for each in arrivals], organisation=arrivals[0].organisation)


def _new(arrivals: Sequence[Arrival], known: Sequence[Row]) -> list[Arrival]:
    """Those that are not here yet."""
    here = {UUID(str(found)): (payload, client) for found, payload, client in known}
    for number, arrival in enumerate(arrivals):
        if arrival.id in here:
            payload, client = here[arrival.id]
            own = client == (arrival.client.pk if arrival.client else None)
            if not own or not same_in_store(arrival.value, json.loads(payload)):
                raise Conflict(f"[{number}].id" if len(arrivals) > 1 else "id")
    return [arrival for arrival in arrivals if arrival.id not in here]


def _write(new: Sequence[Arrival], tick: clock.Tick) -> list[Statement]:
    rows = [_row(arrival, tick.place(number)) for number, arrival in enumerate(new)]
    mentions = zip(rows, (arrival.facts.mentions for arrival in new), strict=True)
    # In the order of their ids, so that two writers of the same statements wait for each other and don't deadlock.
    insert(
        Rows(Statement, STATEMENT, [_values(row) for row in sorted(rows, key=lambda row: row.id)]),
        Rows(
            Reference,
            REFERENCE,
            [(name, int(role), 0, row.seq) for row, found in mentions for name, role in found.items()],
        ),
    )
    _keep_files(new)
    return rows


def _row(arrival: Arrival, seq: int) -> Statement:
    stored, facts, payload = clock.moment_of(seq), arrival.facts, arrival.payload
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
        Attachment(statement_id=arrival.id, content_id=sha2, content_type=kind)
        for arrival in arrivals
        for sha2, kind in _kinds(arrival).items()
        if sha2 in arrival.files
    )


def _kinds(arrival: Arrival) -> dict[str, str]:
    """The media types of its attachments, by their SHA-2."""
    return {one["sha2"].lower(): one["contentType"] for one, _ in attachments_in(arrival.value, Place())}
