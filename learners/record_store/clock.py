"""The order of statements, and until when the store is complete.

A statement's place (`seq`) is the moment at which it was stored, in microseconds, and a number that tells apart those
of one moment. So the order of places is the order of `stored`, and a span of time is a span of places.

Whoever writes holds a shared lock named after a moment before that, until the end of the transaction. What comes
later has a later place; so the store is complete until the oldest lock that is held (PostgreSQL). SQLite has one
writer at a time: there the store is complete until the newest statement that can be seen.
"""

import datetime
from dataclasses import dataclass

from django.core.cache import caches
from django.db import connection
from django.utils import timezone

from learners.record_store.models import Statement
from learners.record_store.rows import Question, Row, ask

EPOCH = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
MICROSECOND = datetime.timedelta(microseconds=1)
TAG_BITS = 12
LOCKS = 0x78415049  # the first half of the lock's name, so that nobody else's is taken for ours
WRAP = 2**31  # milliseconds: the second half counts to 24 days and starts anew
SLACK = 60_000  # milliseconds: a lock that is named after a moment just after we looked at the clock
LONGEST_SQLITE_WRITE = datetime.timedelta(minutes=1)
LATELY = 1  # seconds

TICK = """
    WITH held AS MATERIALIZED (
        SELECT CASE WHEN coalesce(current_setting('record_store.writing', true), '') = '' THEN
            pg_advisory_xact_lock_shared(%s, (floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint
                %% %s)::int)::text || set_config('record_store.writing', 'yes', true)
        END
    )
    SELECT clock_timestamp(), nextval('record_store_tag') FROM held
"""
OPEN_WRITERS = """
    SELECT clock_timestamp(), array_agg(objid::bigint) FROM pg_locks
    WHERE locktype = 'advisory' AND classid = %(locks)s AND objsubid = 2 AND pid <> pg_backend_pid()
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@dataclass(frozen=True, slots=True)
class Tick:
    """The moment of a write, and what tells it from others of the same moment."""

    microseconds: int
    tag: int

    def place(self, number: int) -> int:
        """The place of the statement with a number, counted from 0."""
        return place(self.microseconds + number, self.tag)


def place(microseconds: int, tag: int = 0) -> int:
    """The first place of a microsecond since EPOCH, or the one of a tag."""
    return microseconds << TAG_BITS | tag


def place_of(moment: datetime.datetime) -> int:
    """The first place of a moment."""
    return place((moment - EPOCH) // MICROSECOND)


def moment_of(seq: int) -> datetime.datetime:
    """When what has this place was stored."""
    return EPOCH + (seq >> TAG_BITS) * MICROSECOND


def tick() -> Tick:
    """Begin to write, inside a transaction: no reader takes the store for complete from here to its end."""
    (found,) = ask(ticking())
    return ticked(found)


def ticking() -> Question:
    """What `tick` asks, so that it can be asked along with more."""
    if connection.vendor != "postgresql":
        return "SELECT max(seq) FROM record_store_statement", ()
    return TICK, (LOCKS, WRAP)


def ticked(found: list[Row]) -> Tick:
    """What the answer to `ticking` says."""
    if connection.vendor != "postgresql":
        ((newest,),) = found
        now = (timezone.now() - EPOCH) // MICROSECOND
        return Tick(now if newest is None else max(now, (newest >> TAG_BITS) + 1), 0)
    ((at, number),) = found
    return Tick((at - EPOCH) // MICROSECOND, number % (1 << TAG_BITS))


def consistent_through() -> datetime.datetime:
    """Until when all is there to be read that ever will be. Ask before reading, not after.

    What the asker writes itself does not count: they see it.
    """
    if connection.vendor != "postgresql":
        newest, old = _newest(), timezone.now() - LONGEST_SQLITE_WRITE
        return old if newest is None else max(moment_of(newest), old)
    with connection.cursor() as cursor:
        cursor.execute(OPEN_WRITERS, {"locks": LOCKS})
        now, held = cursor.fetchone()
    if not held:
        return now
    milliseconds = int(now.timestamp() * 1000)
    ages = [(milliseconds - began + SLACK) % WRAP - SLACK for began in held]
    oldest = max(0, *ages)
    return now - datetime.timedelta(milliseconds=oldest + 1)


def lately_consistent_through() -> datetime.datetime:
    """The same as a worker knew it within the last second: it stays true. For whoever reads nothing."""
    known = caches["worker"].get_or_set("record_store.through", consistent_through, LATELY)
    return known or consistent_through()


def _newest() -> int | None:
    return Statement.objects.order_by("-seq").values_list("seq", flat=True).first()
