"""Many statements to a store at which much goes wrong: none lost, none doubled, each bad one dead with its reason.

FAULT_STATEMENTS=5000 makes it as many (`make faults`), and -s shows what it came to.
"""

import datetime
import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from learners.statements.client import RecordStore
from learners.statements.delivery import LEASE, drain
from learners.statements.models import Delivery
from tests.fakes.events import record_launches
from tests.fakes.processes import StoreProcess

pytestmark = pytest.mark.django_db
COUNT = int(os.environ.get("FAULT_STATEMENTS", "250"))
BAD = max(3, COUNT // 500)
MOST_RUNS = 40 * COUNT
KILL_EVERY = 25  # runs


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StoreProcess]:
    store = StoreProcess(tmp_path)
    yield store
    store.kill()


@pytest.mark.parametrize("rate", [0.0, 0.1, 0.4])
def test_none_is_lost_none_is_doubled_and_each_bad_one_is_dead(store: StoreProcess, rate: float) -> None:
    ids = [str(event.pk) for event in record_launches(COUNT)]
    bad = set(ids[:: COUNT // BAD][:BAD])
    (store.folder / "refuses").write_text("\n".join(bad))
    began, at = time.monotonic(), timezone.now()
    options = {"rate": rate, "slowness": 0.3}
    endpoint, runs, kills = store.start(**options), 0, 0
    while Delivery.objects.pending().exists():
        assert runs < MOST_RUNS, "It never comes to an end."
        _run(endpoint, at)
        runs, at = runs + 1, at + datetime.timedelta(hours=1) + LEASE
        if rate and runs % KILL_EVERY == 0:
            store.kill()
            store.start(**options, seed=runs)
            kills += 1
    _tell(store, rate, runs, kills, time.monotonic() - began)
    assert Counter(store.kept) == {each: 1 for each in ids if each not in bad}
    dead = Delivery.objects.dead()
    assert {str(each.statement_id) for each in dead} == bad
    assert all("does not like this one" in each.last_error for each in dead)
    assert Delivery.objects.filter(state="delivered").count() == COUNT - len(bad)


def _run(endpoint: str, at: datetime.datetime) -> None:
    """One worker's run, at an hour of its own: nobody waits for the end of a pause."""
    with RecordStore(endpoint=endpoint, username="learn", password="secret", timeout=0.2) as client:
        drain(client, now=lambda: at)


def _tell(store: StoreProcess, rate: float, runs: int, kills: int, seconds: float) -> None:
    time.sleep(0.2)  # the store says now and then what it met
    met: dict[str, Any] = store.met
    print(  # noqa: T201 - for whoever looks with -s
        f"\n{COUNT} statements, {rate:.0%} faults: {seconds:.0f} s, {runs} runs, {kills} kills of the store, "
        f"since the last of which {met['requests']} requests met {sum(met['faults'].values())} faults"
    )
