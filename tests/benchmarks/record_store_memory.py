"""Whether the record store's workers hold more and more while statements stream in."""

import json
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from time import perf_counter
from uuid import UUID, uuid4

from learners.record_store.models import Statement
from tests.benchmarks.client import Answer, Request, send_side_by_side
from tests.benchmarks.population import record_store_client
from tests.benchmarks.record_store import statement
from tests.benchmarks.server import Server, serving

WORKERS, CLIENTS, BATCH = 2, 4, 50
MOST, STEP = 1_000_000, 50_000
WARM = 100_000  # by then both workers have met all that they keep for good
PEOPLE, MODULES = 100_000, 500
FLAT = 0.02


def run_record_store_memory(database: str, most: str = "") -> None:
    """POST statements of many people and modules, 50 at a time, and print what the workers hold meanwhile."""
    headers = record_store_client()
    bodies = _bodies()
    held: dict[int, tuple[float, float]] = {}
    with serving(database, WORKERS) as server:
        for sent in range(STEP, int(most or MOST) + 1, STEP):
            began = perf_counter()
            _post(server, headers, bodies)
            held[sent] = _held(server)
            rss, pss = held[sent]
            rate = STEP / (perf_counter() - began)
            print(
                f"{sent:>10,} statements: {rss:7.1f} MiB resident, {pss:7.1f} proportional; {rate:6,.0f} a second",
                flush=True,
            )
    print(_verdict(held))
    print(f"{Statement.objects.count():,} statements are here", flush=True)


def _bodies() -> Iterator[str]:
    """Batches without end: every person and every module comes again, but never soon."""
    numbers = count()
    while True:
        yield "[" + ",".join(map(_text, islice(numbers, BATCH))) + "]"


def _text(number: int) -> str:
    person = UUID(int=number * 7919 % PEOPLE + 1)
    module = f"https://tool.example.org/module/{number % MODULES}"
    return json.dumps(statement(uuid4(), person, module, number), separators=(",", ":"))


def _post(server: Server, headers: dict[str, str], bodies: Iterator[str]) -> None:
    """A step of the stream. Each client has its share before it begins, so that none waits for another's."""
    shares = [
        [Request("POST", "/xapi/statements", body=body, headers=headers) for body in islice(bodies, each)]
        for each in [STEP // BATCH // CLIENTS] * CLIENTS
    ]
    send_side_by_side(server.port, shares, _is_right)


def _is_right(answer: Answer) -> bool:
    return answer.status == 200


def _held(server: Server) -> tuple[float, float]:
    """What the workers hold, in MiB: resident, and with what they share counted once."""
    told = [Path(f"/proc/{worker}/smaps_rollup").read_text() for worker in server.workers]
    rss, pss = (
        sum(int(text.partition(f"\n{name}:")[2].split()[0]) for text in told) / 1024
        for name in ("Rss", "Pss")
    )
    return rss, pss


def _verdict(held: dict[int, tuple[float, float]]) -> str:
    resident = [rss for sent, (rss, _) in held.items() if sent >= min(WARM, max(held))]
    first, last = resident[0], resident[-1]
    grown = last / first - 1
    return (
        f"first {first:.1f} MiB, last {last:.1f}, most {max(resident):.1f}: "
        f"{'flat' if grown < FLAT else 'NOT FLAT'}, {grown:+.2%}"
    )
