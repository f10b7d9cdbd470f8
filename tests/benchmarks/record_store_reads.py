"""Whether reading stays as quick while a store grows: a small store and a large one are asked the same, in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

from django.db import connection

from learners.record_store.models import Client
from tests.benchmarks.client import Request, send_all
from tests.benchmarks.population import record_store_client
from tests.benchmarks.record_store_filling import fill, organisation_uuid
from tests.benchmarks.record_store_questions import questions
from tests.benchmarks.server import Server, serving
from tests.factories import OrganisationFactory

FEWEST, MOST = 100_000, 1_000_000  # five million take ten minutes to fill in on a quiet machine
EACH, ROUNDS = 10, 15  # of each question to each store in a round
AIM = 1.3


@dataclass(frozen=True, slots=True)
class Store:
    """A store that is asked: its server, and what its database does for it."""

    server: Server
    database: str

    def cpu_seconds(self) -> float:
        """What its worker and its connections' processes have used of a processor so far."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = %s", [self.database])
            told = [Path(f"/proc/{pid}/schedstat").read_text() for (pid,) in cursor.fetchall()]
        return self.server.cpu_seconds() + sum(int(text.split()[0]) for text in told) / 1e9


@dataclass(slots=True)
class Times:
    """How long one question took at a store, and what it used of a processor, by rounds: in milliseconds."""

    waits: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """Median and 95th percentile of how long it took, median of what it used."""
        return f"{median(self.waits):9.1f}{quantiles(self.waits, n=20)[-1]:8.1f}{median(self.cpu):8.2f}"


def run_record_store_reads(database: str, most: str = "") -> None:
    """Fill a store with 100,000 statements and one with `most`, ask both, and print."""
    headers, tool = _tools()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE record_store_statement, record_store_reference CASCADE")
    connection.close()
    connection.close_pool()
    connection.creation.clone_test_db("few", verbosity=0, autoclobber=True)
    small = f"{database}_few"
    try:
        for name, size in ((small, FEWEST), (database, int(most or MOST))):
            print(f"{size:,} statements were filled in within {fill(name, size, tool):,.0f} s", flush=True)
        with serving(small) as few, serving(database) as many:
            stores = Store(few, small), Store(many, database)
            print(table(ask_in_turn(stores, questions(*headers))), flush=True)
    finally:
        connection.close_pool()
        connection.creation.destroy_test_db(verbosity=0, suffix="few")


def _tools() -> tuple[list[dict[str, str]], Client]:
    """One that reads all, one of an organisation, one that reads its own; and the last, which sent a part of it."""
    place = OrganisationFactory(uuid=organisation_uuid(0))
    headers = [
        record_store_client(),
        record_store_client(organisation=place),
        record_store_client(reads="own"),
    ]
    return headers, Client.objects.get(reads="own")


def ask_in_turn(
    stores: tuple[Store, Store], asked: Mapping[str, Sequence[Request]]
) -> dict[str, tuple[Times, Times]]:
    """Ask both in turn, so that whatever else this machine does falls on both alike. The first round warms up."""
    times = {name: (Times(), Times()) for name in asked}
    turns = {name: cycle(requests) for name, requests in asked.items()}
    for number in range(ROUNDS + 1):
        for name, turn in turns.items():
            requests = list(islice(turn, EACH))
            for store, mine in zip(stores, times[name], strict=True):
                began = store.cpu_seconds()
                waits = send_all(store.server.port, requests, lambda answer: answer.status == 200)
                if number:
                    mine.waits += [1000 * wait for wait in waits]
                    mine.cpu.append(1000 * (store.cpu_seconds() - began) / EACH)
    return times


def table(times: Mapping[str, tuple[Times, Times]]) -> str:
    """A line for each question. Growth is the median of the rounds' ratios, in what was used of a processor."""
    lines = [f"{'milliseconds: median, p95, CPU':<36}{FEWEST:>25,}{'the large':>25}  growth: wait, CPU"]
    for name, (few, many) in times.items():
        wait = median(many.waits) / median(few.waits)
        growth = median(more / less for less, more in zip(few.cpu, many.cpu, strict=True))
        verdict = "" if growth <= AIM else f"  over {AIM}"
        lines.append(f"{name:<36}{few.shown}{many.shown}{wait:8.2f}{growth:8.2f}{verdict}")
    return "\n".join(lines)
