"""`deliver_statements`: what it prints, how it ends, and how it is stopped."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from learners.statements.models import Delivery, Destination
from tests.fakes.events import record_launches
from tests.fakes.faults import Fault
from tests.fakes.record_store import RecordStore
from tests.fakes.server import serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(settings: Any) -> Iterator[RecordStore]:
    """A store that the settings point at."""
    store = RecordStore()
    with serving(store) as endpoint:
        settings.XAPI_STORE = {
            "endpoint": endpoint,
            "username": "learn",
            "password": "secret",
            "timeout": 2.0,
        }
        yield store


def deliver(*args: str) -> str:
    out = StringIO()
    call_command("deliver_statements", *args, stdout=out)
    return out.getvalue()


def test_without_a_store_statements_are_kept_and_it_says_so() -> None:
    record_launches(2)
    assert deliver() == "No record store is set (XAPI_ENDPOINT). Statements are kept here: 2.\n"
    assert deliver("--watch", "1").startswith("No record store")
    assert Delivery.objects.pending().count() == 2


def test_it_says_how_many_were_delivered(store: RecordStore) -> None:
    record_launches(3)
    assert deliver() == "Delivered 3, refused 0. Waiting: 0.\n"
    assert deliver() == "Delivered 0, refused 0. Waiting: 0.\n"


def test_it_says_what_waits_and_why(store: RecordStore) -> None:
    record_launches(3)
    store.faults.append(Fault.ERROR_BEFORE)
    said = deliver()
    assert said.startswith("Delivered 0, refused 0. Waiting: 3 since ")
    assert "The store said: 500 Something went wrong." in said
    assert "Next try after " in said
    assert deliver().startswith("Delivered 0, refused 0. Waiting: 3")


def test_it_need_not_wait_for_the_end_of_a_pause(store: RecordStore) -> None:
    record_launches(3)
    store.faults.append(Fault.BUSY)
    deliver()
    assert Destination.objects.get().paused_until
    assert deliver("--now").startswith("Delivered 3")


@pytest.mark.parametrize("arguments", [[], ["--watch", "60"]])
def test_refused_credentials_end_it_with_an_error(store: RecordStore, arguments: list[str]) -> None:
    record_launches(1)
    store.password = "changed"
    with pytest.raises(CommandError, match="refuses us: 401") as caught:
        deliver(*arguments)
    assert caught.value.returncode == 1
    assert "secret" not in str(caught.value)
    assert Delivery.objects.pending().count() == 1


def test_watching_goes_on_until_it_is_told_to_stop(store: RecordStore) -> None:
    record_launches(2)
    before = signal.getsignal(signal.SIGTERM)

    def stop() -> None:
        while not store.statements or signal.getsignal(signal.SIGTERM) is before:
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGTERM)

    stopper = threading.Thread(target=stop, daemon=True)
    stopper.start()
    assert deliver("--watch", "30").splitlines() == ["Delivered 2, refused 0. Waiting: 0.", "Stopped."]
    stopper.join()
    assert signal.getsignal(signal.SIGTERM) is before


def test_watching_looks_again(store: RecordStore) -> None:
    store.faults.append(Fault.ERROR_BEFORE)
    record_launches(1)
    sent = threading.Event()

    def stop() -> None:
        while not store.statements:
            time.sleep(0.01)
        sent.set()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=stop, daemon=True).start()
    assert "--now" in deliver()
    Destination.objects.update(paused_until=None)
    assert "Delivered 1" in deliver("--watch", "0.05")
    assert sent.is_set()
