"""Writers who meet, each on a connection of its own: what is read is complete, what is voided is voided."""

import random
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learners.record_store import linking
from learners.record_store.models import Statement
from tests.factories.record_store import StoreClientFactory, Tool, a_statement, about, voiding
from tests.learners.record_store.test_paging import pages
from tests.learners.record_store.test_writing_together import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]
BOB = {"mbox": "mailto:bob@example.org"}
FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SLOWEST = 0.03  # seconds between a write and its commit


def writer(chance: random.Random) -> Callable[[], list[str]]:
    """Some batches of one client, each in a transaction that stays open for a while."""
    tool = Tool()
    batches = [(chance.uniform(0, SLOWEST), chance.randint(1, 3)) for _ in range(6)]

    def write() -> list[str]:
        written = []
        for nap, size in batches:
            with transaction.atomic():
                written += tool.post(*[a_statement() for _ in range(size)]).json()
                time.sleep(nap)
        return written

    return write


@FEW
@given(seed=st.integers(0, 2**16))
def test_what_is_called_complete_never_grows(seed: int) -> None:
    """Whoever has read up to Consistent-Through has read all that was ever stored before it."""
    chance, done = random.Random(seed), threading.Event()
    reader, writers = Tool(), [writer(chance) for _ in range(3)]
    seen: list[tuple[str, set[str]]] = []

    def read() -> None:
        while not done.is_set():
            through = reader.get(limit="1")["X-Experience-API-Consistent-Through"]
            seen.append((through, {one for page in pages(reader, until=through) for one in page}))

    def write() -> None:
        try:
            at_once(*writers)
        finally:
            done.set()

    at_once(write, read)
    stored = {
        str(row.pk): reader.get(statementId=str(row.pk)).json()["stored"] for row in Statement.objects.all()
    }
    for through, found in seen:
        assert found >= {name for name, moment in stored.items() if moment <= through}


@FEW
@given(seed=st.integers(0, 2**16), ascending=st.booleans())
def test_more_neither_skips_nor_repeats_while_others_write(seed: int, ascending: bool) -> None:
    chance, reader = random.Random(seed), Tool()
    there = reader.post(*[a_statement() for _ in range(15)]).json()
    writers = [writer(chance) for _ in range(3)]

    def read() -> list[str]:
        found = []
        for page in pages(reader, limit="2", ascending=str(ascending).lower()):
            found += page
            time.sleep(SLOWEST / 10)
        return found

    found, *_ = at_once(read, *writers)
    assert len(found) == len(set(found))
    assert set(there) <= set(found)
    known = {str(row.pk): row.seq for row in Statement.objects.all()}
    places = [known[name] for name in found]
    assert places == sorted(places, reverse=not ascending)


def both_before_either_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold each writer until the other has looked for what it is about, or waits for the other."""
    real, gate = linking.link, threading.Barrier(2)

    def link(rows: Any, *, are_told_of: bool) -> None:
        real(rows, are_told_of=are_told_of)
        with suppress(threading.BrokenBarrierError):
            gate.wait(1)

    monkeypatch.setattr("learners.record_store.writing.link", link)


def test_what_voids_and_what_is_voided_may_be_committed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    client = StoreClientFactory()
    one, both = a_statement(), (Tool(client), Tool(client))
    void, comment = voiding(one, actor=BOB), a_statement(actor=BOB, object=about(one))
    both_before_either_ends(monkeypatch)
    answers = at_once(lambda: both[0].post(one), lambda: both[1].post(void, comment))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert both[0].get(statementId=one["id"]).status_code == 404
    assert both[0].get(voidedStatementId=one["id"]).status_code == 200
    found = both[0].found(agent='{"mbox":"mailto:ann@example.org"}')
    assert sorted(found) == sorted([void["id"], comment["id"]])


def test_writers_about_one_anothers_statements_do_not_deadlock() -> None:
    tools = [Tool() for _ in range(8)]
    rounds = [[a_statement() for _ in tools] for _ in range(6)]

    def write(number: int) -> list[int]:
        codes = []
        for statements in rounds:
            own, others = statements[number], statements[:number] + statements[number + 1 :]
            batch = [own, *(a_statement(object=about(each)) for each in others)]
            codes.append(tools[number].post(*batch).status_code)
        return codes

    assert at_once(*(lambda number=number: write(number) for number in range(8))) == [[200] * 6] * 8
    assert Statement.objects.count() == 6 * 8 * 8
