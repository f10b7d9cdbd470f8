"""Processes that are killed in the middle: the worker, the store, and whoever records what a learner did."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone

from learners.records.models import LearningEvent
from learners.statements.models import Delivery, Statement
from tests.fakes.events import record_launches
from tests.fakes.processes import StoreProcess, command, store_environment, wait_for

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
COUNT = 30
SOON = "1"  # second, of a lease
on_postgresql = pytest.mark.skipif(
    "postgres" not in os.environ.get("DATABASE_URL", ""), reason="SQLite has one writer at a time"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StoreProcess]:
    """A store in a process of its own, not started yet."""
    store = StoreProcess(tmp_path)
    yield store
    store.kill()


def planned(store: StoreProcess, *faults: str) -> None:
    (store.folder / "plan").write_text("\n".join(faults))


def deliver(endpoint: str, **more: str) -> str:
    worker = command("deliver_statements", "--now", **store_environment(endpoint, XAPI_LEASE=SOON, **more))
    said, _ = worker.communicate(timeout=60)
    return said


def states() -> Counter[str]:
    return Counter(Delivery.objects.values_list("state", flat=True))


@pytest.mark.parametrize("fault", ["SLOW_AFTER", "SLOW_BEFORE"], ids=["it was stored", "nothing was stored"])
def test_a_worker_killed_in_mid_batch_loses_and_doubles_nothing(store: StoreProcess, fault: str) -> None:
    events = record_launches(COUNT)
    planned(store, fault)
    endpoint = store.start(slowness=60)
    worker = command("deliver_statements", **store_environment(endpoint, XAPI_LEASE=SOON, XAPI_TIMEOUT="60"))
    wait_for(lambda: store.met["faults"])
    worker.kill()
    worker.communicate()
    assert states() == {"pending": COUNT}
    assert Delivery.objects.filter(lease_until__isnull=False).count() == COUNT
    assert len(store.kept) == (COUNT if fault == "SLOW_AFTER" else 0)
    wait_for(lambda: not Delivery.objects.filter(lease_until__gt=timezone.now()).exists())
    assert f"Delivered {COUNT}, refused 0." in deliver(endpoint)
    assert Counter(store.kept) == {str(event.pk): 1 for event in events}


def test_a_store_killed_and_started_again_has_each_statement_once(store: StoreProcess) -> None:
    events = record_launches(COUNT)
    planned(store, "SLOW_AFTER")
    endpoint = store.start(slowness=60)
    worker = command("deliver_statements", **store_environment(endpoint, XAPI_LEASE=SOON, XAPI_TIMEOUT="60"))
    wait_for(lambda: store.met["faults"])
    store.kill()
    said, _ = worker.communicate(timeout=60)
    assert "No answer from the store" in said
    assert states() == {"pending": COUNT}
    planned(store)
    assert store.start() == endpoint
    assert f"Delivered {COUNT}" in deliver(endpoint)
    assert Counter(store.kept) == {str(event.pk): 1 for event in events}


@on_postgresql
def test_two_workers_at_once_share_the_work(store: StoreProcess) -> None:
    events = record_launches(400)
    endpoint = store.start()
    workers = [command("deliver_statements", **store_environment(endpoint)) for _ in range(2)]
    said = [worker.communicate(timeout=60)[0] for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0], said
    assert states() == {"delivered": 400}
    assert Counter(store.kept) == {str(event.pk): 1 for event in events}
    assert store.met["faults"] == {}


RECORD_AND_DIE = """
import os, signal
from django.db import transaction
from learners.organisations.models import Organisation
from learners.people.models import User
from learners.records.actions import Journey, record_events
from learners.records.models import Verb
from modules.models import Edition
from django.utils import timezone
import uuid
journey = Journey(person=User.objects.get(pk={person}), organisation=None, edition=Edition.objects.get(pk={edition}),
                  registration=uuid.uuid4(), session_id=uuid.uuid4())
def die():
    os.kill(os.getpid(), signal.SIGKILL)
with transaction.atomic():
    record_events([journey.event(Verb.LAUNCHED, at=timezone.now())])
    {before}
die()
"""


@pytest.mark.parametrize(("before", "there"), [("die()", 0), ("pass", 1)], ids=["before", "right after"])
def test_an_event_and_its_statement_are_both_there_or_neither(
    store: StoreProcess, before: str, there: int
) -> None:
    launched, *_ = record_launches(1)
    script = RECORD_AND_DIE.format(person=launched.person_id, edition=launched.edition_id, before=before)
    dying = command("shell", "-v0", "-c", script, **store_environment("https://store.example.org"))
    said, _ = dying.communicate(timeout=60)
    assert dying.returncode == -9, said
    assert LearningEvent.objects.count() == 1 + there
    assert Statement.objects.count() == 1 + there
    assert f"Delivered {1 + there}, refused 0." in deliver(store.start())
    assert set(store.kept) == {str(pk) for pk in LearningEvent.objects.values_list("pk", flat=True)}


def test_the_processes_work_on_the_database_of_the_test() -> None:
    """Otherwise everything above would pass on an empty one."""
    record_launches(3)
    told = command("deliver_statements", XAPI_ENDPOINT="").communicate(timeout=60)[0]
    assert "Statements are kept here: 3." in told
