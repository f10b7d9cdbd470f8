"""A record store of millions of statements, written by PostgreSQL itself: what is read, years after it was sent.

People, modules and organisations have a long tail. The statements' JSON is shorter than in life (no choices of a
question), so that five million fit into memory. What they mention is what the store itself would note of them.
"""

import datetime
import json
import os
import random
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import perf_counter
from typing import Any
from uuid import UUID

import psycopg

from learners.record_store import authority, clock
from learners.record_store.mentions import activity_key, agent_key, facts_of, verb_key
from learners.record_store.models import Client
from learners.record_store.rules.statements import VOIDED

PEOPLE, MODULES, QUESTIONS, ORGANISATIONS = 50_000, 500, 20, 1_000
TAIL = 2  # the number of a person is PEOPLE times a random share to this power: the first has 0.4 % of all
VOIDS = 1_000  # one of so many statements voids the one before
DAYS = 600  # over which they came
SENT = 5  # one of so many was sent by a tool, not by the service
HOME, PLACES = "https://learn.example.org/actor", "https://learn.example.org/organisation"
ADL = "http://adlnet.gov/expapi/"
PROFILE = "https://w3id.org/xapi/shared-records/v1.0"
VERBS = [VOIDED, *(f"{ADL}verbs/{name}" for name in ("answered", "experienced", "passed", "completed"))]
RARE = "https://learn.example.org/module/rare"  # what three statements are about, long ago

DRAW = """
    CREATE UNLOGGED TABLE drawn AS
    SELECT i, md5('statement' || i)::uuid AS id, %(start)s + i::bigint * %(step)s AS moment, person, module, verb,
        CASE WHEN verb = 1 THEN 1 + floor(%(questions)s * share)::int ELSE 0 END AS question
    FROM (
        SELECT i, floor(%(people)s * power(random(), %(tail)s))::int AS person, random() AS share,
            floor(%(modules)s * power(random(), %(tail)s))::int AS module,
            CASE WHEN i %% %(voids)s = %(voids)s - 1 THEN 0 ELSE 1 + floor(4 * power(random(), 2))::int END AS verb
        FROM generate_series(0, %(size)s - 1) AS i
    ) AS chosen
"""
RARELY = "UPDATE drawn SET module = %(modules)s, question = 0, verb = 2 WHERE i IN (1000, 1002, 1004)"
KNOWN = """
    CREATE UNLOGGED TABLE known AS
    SELECT i, drawn.id, moment << %(bits)s AS seq, moment, (moment + %(step)s) << %(bits)s AS next,
        actor.name AS person, actor.key AS actor, place.name AS place, place.key AS team,
        verb.name AS verb, verb.key AS verb_key, about.name AS about, about.key AS about_key,
        part.name AS module, part.key AS module_key, i %% %(sent)s = 0 AS sent,
        md5('registration ' || drawn.person || ' ' || drawn.module)::uuid AS registration,
        CASE WHEN drawn.verb = 0 THEN md5('statement' || (i - 1))::uuid END AS target
    FROM drawn
        JOIN thing AS actor ON actor.kind = 'person' AND actor.one = person
        JOIN thing AS place ON place.kind = 'place' AND place.one = actor.two
        JOIN thing AS verb ON verb.kind = 'verb' AND verb.one = drawn.verb
        JOIN thing AS about ON about.kind = 'activity' AND about.one = drawn.module AND about.two = question
        JOIN thing AS part ON part.kind = 'activity' AND part.one = drawn.module AND part.two = 0
"""
STATEMENTS = """
    INSERT INTO record_store_statement
        (id, seq, stored, timestamp, verb, registration, voided, version, payload, target, organisation, client_id)
    SELECT id, seq, stored, stored - interval '1 second', verb, registration,
        target IS NULL AND i %% %(voids)s = %(voids)s - 2, '2.0.0',
        format(CASE WHEN target IS NULL THEN %(about_activity)s ELSE %(about_statement)s END,
            id, person, verb, coalesce(target::text, about), registration, module, place),
        target, place::uuid, CASE WHEN sent THEN %(client)s END
    FROM known, LATERAL (SELECT %(epoch)s::timestamptz + moment * interval '1 microsecond' AS stored) AS came
"""
MENTIONS = """
    INSERT INTO record_store_reference (key, kind, depth, seq)
    SELECT mention.key, mention.kind, place.depth, place.seq
    FROM known,
        LATERAL (SELECT 0 AS depth, known.seq UNION ALL SELECT 1, next WHERE i %% %(voids)s = %(voids)s - 2) AS place,
        LATERAL (VALUES
            (actor, 1), (team, 2), (CASE WHEN sent THEN %(tool)s::uuid ELSE %(service)s::uuid END, 2),
            (CASE WHEN target IS NULL THEN about_key END, 3),
            (CASE WHEN about <> module OR target IS NOT NULL THEN module_key END, 4),
            (%(profile)s::uuid, 4), (known.verb_key, 5), (registration, 6)
        ) AS mention (key, kind)
    WHERE mention.key IS NOT NULL
"""
TABLES = {"record_store_statement": STATEMENTS, "record_store_reference": MENTIONS}
RULES = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), contype = 'f' FROM pg_constraint
    WHERE %(table)s::regclass IN (conrelid, confrelid) AND contype IN ('p', 'u', 'f')
"""
INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid = %(table)s::regclass
"""


def person(number: int) -> dict[str, Any]:
    """The agent with a number: the lower, the more statements."""
    return {
        "objectType": "Agent",
        "account": {"homePage": HOME, "name": str(UUID(int=number + 1, version=4))},
    }


def organisation_uuid(number: int) -> UUID:
    """The name of an organisation: the lower its number, the more people it has."""
    return UUID(int=1 << 100 | number, version=4)


def organisation(number: int) -> dict[str, Any]:
    """The group that stands for an organisation."""
    return {
        "objectType": "Group",
        "account": {"homePage": PLACES, "name": str(organisation_uuid(number))},
    }


def activity(module: int, question: int = 0) -> str:
    """A question, or the module itself."""
    iri = f"https://learn.example.org/module/{module}"
    return RARE if module == MODULES else f"{iri}/question/{question}" if question else iri


def home_of(number: int) -> int:
    """The organisation of a person."""
    return int(ORGANISATIONS * random.Random(number).random() ** TAIL)


def fill(database: str, size: int, tool: Client) -> float:
    """Write so many statements into an empty store, in the order of time. Seconds that it took."""
    began = perf_counter()
    given = _given(size, tool)
    with _connected(database) as db:
        db.execute("SELECT setseed(0.5)")
        _write_things(db)
        for statement in (DRAW, RARELY, "ANALYZE drawn", KNOWN, "DROP TABLE drawn, thing"):
            db.execute(statement, given)
        with ThreadPoolExecutor() as writers:
            list(writers.map(lambda table: _write(database, table, given), TABLES))
        db.execute("DROP TABLE known; RESET enable_nestloop")
        _hold_to_account(db, tool)
    return perf_counter() - began


def _write(database: str, table: str, given: Mapping[str, Any]) -> None:
    """Fill a table, on a connection of its own."""
    with _connected(database) as db:
        with _without_indexes(db, table):
            db.execute(TABLES[table], given)
        db.execute(f"VACUUM (ANALYZE) {table}")


def _connected(database: str) -> psycopg.Connection:
    db = psycopg.connect(
        os.environ["DATABASE_URL"], dbname=database, autocommit=True, cursor_factory=psycopg.ClientCursor
    )
    db.execute("SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'")
    db.execute("SET enable_nestloop = off")  # how much is in a table that was made just now it can't know
    return db


def _given(size: int, tool: Client) -> dict[str, Any]:
    """What the statements above are told."""
    span = datetime.timedelta(days=DAYS) // clock.MICROSECOND
    until = (datetime.datetime.now(datetime.UTC) - clock.EPOCH) // clock.MICROSECOND
    return {
        "size": size, "start": until - span, "step": span // size, "bits": clock.TAG_BITS, "epoch": clock.EPOCH,
        "people": PEOPLE, "modules": MODULES, "questions": QUESTIONS, "tail": TAIL, "voids": VOIDS, "sent": SENT,
        "client": tool.pk, "tool": agent_key(authority.of(tool)), "service": agent_key(authority.of(None)),
        "profile": activity_key(PROFILE), "about_activity": _template({"id": "%4$s", "definition": DEFINITION}),
        "about_statement": _template({"objectType": "StatementRef", "id": "%4$s"}),
    }  # fmt: skip


DEFINITION = {
    "type": f"{ADL}activities/cmi.interaction",
    "name": {"en-GB": "Which of these belong into the shared record?"},
    "interactionType": "choice",
    "correctResponsesPattern": ["a[,]c"],
}


def _template(about: dict[str, Any]) -> str:
    """A statement, with places for what differs: id, person, verb, object, registration, module and organisation."""
    profile = {"id": PROFILE, "definition": {"type": f"{ADL}activities/profile"}}
    statement = {
        "id": "%1$s",
        "actor": {"objectType": "Agent", "account": {"homePage": HOME, "name": "%2$s"}},
        "verb": {"id": "%3$s"},
        "object": about,
        "context": {
            "registration": "%5$s",
            "contextActivities": {"parent": [{"id": "%6$s"}], "category": [profile]},
            "team": {"objectType": "Group", "account": {"homePage": PLACES, "name": "%7$s"}},
            "language": "en-GB",
        },
        "timestamp": "2026-11-22T10:00:00.123Z",
    }
    return json.dumps(statement, separators=(",", ":"))


def _write_things(db: psycopg.Connection) -> None:
    """All that statements mention, with the names under which the store finds it."""
    db.execute("CREATE UNLOGGED TABLE thing (kind text, one int, two int, name text, key uuid)")
    with db.cursor() as cursor, cursor.copy("COPY thing FROM STDIN") as copy:
        for row in _things():
            copy.write_row(row)
    db.execute("ANALYZE thing")


def _things() -> Iterator[tuple[str, int, int, str, UUID | None]]:
    for number in range(PEOPLE):
        agent = person(number)
        yield "person", number, home_of(number), agent["account"]["name"], agent_key(agent)
    for number in range(ORGANISATIONS):
        group = organisation(number)
        yield "place", number, 0, group["account"]["name"], agent_key(group)
    for number, verb in enumerate(VERBS):
        yield "verb", number, 0, verb, verb_key(verb)
    for module in range(MODULES + 1):
        for question in range(QUESTIONS + 1):
            iri = activity(module, question)
            yield "activity", module, question, iri, activity_key(iri)


@contextmanager
def _without_indexes(db: psycopg.Connection, table: str) -> Iterator[None]:
    """Drop what makes writing slow, and make it again: foreign keys first and last."""
    rules = sorted(db.execute(RULES, {"table": table}).fetchall(), key=lambda rule: rule[3])
    for owner, name, _, _ in reversed(rules):
        db.execute(f'ALTER TABLE {owner} DROP CONSTRAINT "{name}"')
    indexes = db.execute(INDEXES, {"table": table}).fetchall()
    for name, _ in indexes:
        db.execute(f"DROP INDEX {name}")
    yield
    for owner, name, rule, _ in rules:
        db.execute(f'ALTER TABLE {owner} ADD CONSTRAINT "{name}" {rule}')
    for _, index in indexes:
        db.execute(index)


def _hold_to_account(db: psycopg.Connection, tool: Client) -> None:
    """The newest are found as the store itself would have it. Raises RuntimeError."""
    newest = db.execute(
        "SELECT payload, seq, client_id FROM record_store_statement ORDER BY seq DESC LIMIT 50"
    )
    for payload, seq, client in newest.fetchall():
        told = facts_of(json.loads(payload), authority=authority.of(tool if client else None))
        noted = db.execute(
            "SELECT count(*) FROM record_store_reference JOIN unnest(%s::uuid[], %s::int[]) AS told (key, kind)"
            " USING (key, kind) WHERE depth = 0 AND seq = %s",
            [list(told.mentions), [int(role) for role in told.mentions.values()], seq],
        ).fetchone()
        if noted != (len(told.mentions),):
            raise RuntimeError(f"Of {payload} not all is noted.")
