"""Statements about statements: voiding, and being found by what the other says."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from django.db import connection

from learners.record_store.models import Client, Reference, Statement
from learners.record_store.rows import Question, among
from learners.record_store.rules.statements import VOIDED

DEEPEST = 3  # statements about statements about statements
LOCKS = 0x78415051  # the first half of the lock's name, so that nobody else's is taken for ours
BUCKETS = 64
MEET = """
    SELECT CASE WHEN alone THEN pg_advisory_xact_lock(%s, bucket)::text
        ELSE pg_advisory_xact_lock_shared(%s, bucket)::text END
    FROM unnest(%s::int[], %s::bool[]) AS wanted (bucket, alone)
"""


def meeting(ids: Iterable[UUID], targets: Iterable[UUID]) -> list[Question]:
    """Let whoever writes a statement and whoever writes one about it come one after the other (PostgreSQL).

    At the same time neither would see the other, and what should be voided would count. Ask once in a transaction,
    before anything is read or written: all take the locks in one order.
    """
    if connection.vendor != "postgresql":
        return []
    wanted = {each.int % BUCKETS: False for each in ids} | {each.int % BUCKETS: True for each in targets}
    buckets = sorted(wanted)
    return [(MEET, [LOCKS, LOCKS, buckets, [wanted[bucket] for bucket in buckets]])]


def telling(ids: Collection[UUID]) -> Question:
    """Whether the store has statements about some."""
    those, values = among(ids)
    sql = f"SELECT 1 FROM record_store_statement WHERE target {those} LIMIT 1"  # noqa: S608 (of `among`)
    return sql, values


def link(new: Sequence[Statement], *, are_told_of: bool) -> None:
    """Bring together new statements and what they are about, whichever came first.

    `are_told_of`: there are statements about the new ones already.
    """
    by_id = {row.id: row for row in new}
    abouts = [row for row in new if row.target]
    targets = {row.target for row in abouts} - by_id.keys()
    known = by_id | (Statement.objects.in_bulk(targets) if targets else {})
    pairs = [(row, known[row.target]) for row in abouts if row.target in known]
    if are_told_of:
        earlier = Statement.objects.filter(target__in=by_id).exclude(id__in=by_id).select_related("client")
        pairs += [(row, by_id[row.target]) for row in earlier if row.target]
    for about, target in pairs:
        if reaches(about, target):
            _void(about, target)
            _inherit(about, target, DEEPEST)


def reaches(about: Statement, target: Statement) -> bool:
    """Whether whoever sent the one may know of the other. Otherwise the one would tell what the other says."""
    client = about.client
    if client is None or target.client_id == client.pk:
        return True
    return client.reads == Client.Reads.ALL and about.organisation in (None, target.organisation)


def _void(about: Statement, target: Statement) -> None:
    """Only the service voids its own statements. What voids can't be voided."""
    if about.verb != VOIDED or target.verb == VOIDED or (about.client and target.event_id):
        return
    Statement.objects.filter(pk=target.pk).update(voided=True)
    target.voided = True


def _inherit(about: Statement, target: Statement, deepest: int) -> None:
    """Let the one be found by what the other mentions; and then those about the one."""
    rows = Reference.objects.filter(statement=target, depth__lt=DEEPEST)
    Reference.objects.bulk_create(
        [Reference(key=row.key, kind=row.kind, depth=row.depth + 1, statement_id=about.seq) for row in rows],
        ignore_conflicts=True,
    )
    if deepest > 1:
        for further in Statement.objects.filter(target=about.id).select_related("client"):
            if reaches(further, about):
                _inherit(further, about, deepest - 1)
