"""What the record store takes and gives in a second, beside what its database could do if there were no store."""

import json
import os
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, repeat
from statistics import median
from time import perf_counter

import psycopg
from django.db import connection

from learners.record_store.credentials import digest_of
from learners.record_store.models import Client, Reference, Statement, Token
from tests.benchmarks.client import Answer, Request, send_side_by_side
from tests.benchmarks.server import Server, serving

WORKERS = 2
CLIENTS = 4
BATCH = 50
ROUNDS = 5
BARE_BATCHES, BATCHES, COMMITS, SINGLES = 40, 10, 500, 60  # of each client in a round
STREAM, STEP = 40_000, 20_000  # statements over which memory is watched
AIM_BATCH, AIM_SINGLE, AIM_FLAT = 0.15, 0.25, 0.02
SECRET = "the benchmark's token"
HEADERS = {
    "Authorization": f"Bearer {SECRET}",
    "X-Experience-API-Version": "2.0.0",
    "Content-Type": "application/json",
    "Accept": "application/json",
}
BARE = "INSERT INTO bare (id, payload) VALUES "

type Sender = Callable[[int], object]


def run_record_store(database: str) -> None:
    """Measure writing and memory, and print."""
    client = Client.objects.create(name="Benchmark", reads="all", requests_a_minute=2**31 - 1)
    Token.objects.create(client=client, digest=digest_of(SECRET), hint=SECRET[:8])
    with serving(database, WORKERS) as server:
        print(_writing(server, database), flush=True)
        print(_memory(server, STREAM), flush=True)
        _hold_to_account()


def statements() -> Iterator[tuple[uuid.UUID, str]]:
    """Statements as a course tool sends them: 1,000 people, 20 modules of 20 questions."""
    for number in range(10**9):
        name, person = uuid.uuid4(), uuid.UUID(int=number * 7919 % 1_000 + 1)
        module = f"https://tool.example.org/module/{number % 20}"
        yield name, json.dumps(statement(name, person, module, number), separators=(",", ":"))


def statement(name: uuid.UUID, person: uuid.UUID, module: str, number: int) -> dict[str, object]:
    """One answer to a question, with all that goes around it."""
    profile = {
        "id": "https://w3id.org/xapi/shared-records/v1.0",
        "definition": {"type": f"{ADL}activities/profile"},
    }
    return {
        "id": str(name),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": "https://tool.example.org", "name": str(person)},
        },
        "verb": {"id": f"{ADL}verbs/answered", "display": {"en-GB": "answered"}},
        "object": {
            "id": f"{module}/question/{number % 400 // 20}",
            "definition": {
                "type": f"{ADL}activities/cmi.interaction",
                "name": {"en-GB": "Which of these belong into the shared record?"},
                "interactionType": "choice",
                "correctResponsesPattern": ["a[,]c"],
                "choices": [
                    {"id": each, "description": {"en-GB": f"The {each.upper()} of the four that there are"}}
                    for each in "abcd"
                ],
            },
        },
        "result": {
            "success": True,
            "response": "a[,]c",
            "score": {"scaled": 1, "raw": 2, "min": 0, "max": 2},
        },
        "context": {
            "registration": str(uuid.UUID(int=person.int << 32 | number % 20)),
            "contextActivities": {"parent": [{"id": module}], "category": [profile]},
            "team": {
                "objectType": "Group",
                "account": {"homePage": "https://tool.example.org/places", "name": str(person.int % 20)},
            },
            "language": "en-GB",
        },
        "timestamp": "2026-11-22T10:00:00.123Z",
    }


ADL = "http://adlnet.gov/expapi/"


def _writing(server: Server, database: str) -> str:
    """Take turns with the bare limits, so that whatever else this machine does falls on all alike."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (id uuid PRIMARY KEY, payload text NOT NULL)")
        cursor.execute("SELECT current_setting('fsync')")
        (durable,) = cursor.fetchone()
    ways: dict[str, tuple[Callable[[], int], list[float]]] = {
        "multi-row inserts": (lambda: _bare(database, BATCH, BARE_BATCHES), []),
        "POST of 50": (lambda: _posted(server, BATCH, BATCHES), []),
        "single-row commits": (lambda: _bare(database, 1, COMMITS), []),
        "POST of one": (lambda: _posted(server, 1, SINGLES), []),
    }
    for number in range(ROUNDS + 1):  # the first warms up
        for work, rates in ways.values():
            began = perf_counter()
            done = work()
            rates.append(done / (perf_counter() - began))
            if not number:
                rates.clear()
    size = len(next(statements())[1])
    measured = {name: found for name, (_, found) in ways.items()}
    lines = [
        f"Record store: {WORKERS} workers, {CLIENTS} clients, statements of {size:,} bytes, fsync {durable}"
    ]
    lines += [f"{name:<24}{median(found):10,.0f} a second" for name, found in measured.items()]
    lines.append(_ratio(measured, "POST of 50", "multi-row inserts", AIM_BATCH))
    lines.append(_ratio(measured, "POST of one", "single-row commits", AIM_SINGLE))
    return "\n".join(lines)


def _ratio(rates: dict[str, list[float]], one: str, other: str, aim: float) -> str:
    ratio = median(mine / limit for mine, limit in zip(rates[one], rates[other], strict=True))
    return f"{one} / {other}: {ratio:.3f}   aim {aim}: {'met' if ratio >= aim else 'MISSED'}"


def _bare(database: str, rows: int, times: int) -> int:
    """Insert the same bytes on as many connections as there are clients."""
    insert = BARE + ",".join(repeat("(%s,%s)", rows))

    def work(_: int) -> None:
        with psycopg.connect(os.environ["DATABASE_URL"], dbname=database, autocommit=True) as own:
            made = statements()
            for _ in range(times):
                own.execute(insert, [part for each in islice(made, rows) for part in each])

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(work, range(CLIENTS)))
    return CLIENTS * rows * times


def _posted(server: Server, rows: int, times: int) -> int:
    send_side_by_side(server.port, [_posts(rows, times) for _ in range(CLIENTS)], _is_right)
    return CLIENTS * rows * times


def _posts(rows: int, times: int) -> Iterator[Request]:
    made = statements()
    for _ in range(times):
        body = ",".join(text for _, text in islice(made, rows))
        yield Request("POST", "/xapi/statements", body=f"[{body}]" if rows > 1 else body, headers=HEADERS)


def _is_right(answer: Answer) -> bool:
    return answer.status == 200


def _memory(server: Server, statements: int) -> str:
    """What the workers hold while statements stream in."""
    held = {}
    began = perf_counter()
    for sent in range(STEP, statements + 1, STEP):
        _posted(server, BATCH, STEP // BATCH // CLIENTS)
        held[sent] = server.memory()
    rate = statements / (perf_counter() - began)
    shown = [each for number, each in enumerate(held.items()) if number % max(1, len(held) // 10) == 0]
    lines = [
        f"{sent:>10,} statements {mib:8.1f} MiB in {WORKERS} workers"
        for sent, mib in [*shown, (sent, held[sent])]
    ]
    grown = held[sent] / held[2 * STEP] - 1
    verdict = "flat" if grown < AIM_FLAT else "NOT FLAT"
    return "\n".join([*lines, f"{verdict}: {grown:+.2%}; {rate:,.0f} a second all the way"])


def _hold_to_account() -> None:
    """Whatever was answered 200 is here, and can be found."""
    here, found = Statement.objects.count(), Reference.objects.values("statement").distinct().count()
    print(f"{here:,} statements are here, {found:,} can be found")
