"""Many write at once: nothing is lost to whoever reads on, nothing is doubled, nobody waits for ever."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, transaction

from learners.record_store import clock
from learners.record_store.models import Activity, Statement
from learners.record_store.notation import precise
from tests.factories.record_store import Tool, a_statement

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


def at_once(*jobs: Callable[[], Any]) -> list[Any]:
    """Run jobs side by side, each on a connection of its own."""

    def run(job: Callable[[], Any]) -> Any:
        try:
            return job()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [each.result(timeout=60) for each in [pool.submit(run, job) for job in jobs]]


def test_the_store_is_not_complete_while_somebody_writes() -> None:
    tool, other, wrote, may_end = Tool(), Tool(), threading.Event(), threading.Event()
    early, late = a_statement(), a_statement()

    def slow() -> None:
        with transaction.atomic():
            other.post(early)
            wrote.set()
            may_end.wait(30)

    def read() -> tuple[str, str, list[str], list[str]]:
        wrote.wait(30)
        try:
            told = tool.post(late)["X-Experience-API-Consistent-Through"]
            answer = tool.get()
            seen = [one["id"] for one in answer.json()["statements"]]
            return told, answer["X-Experience-API-Consistent-Through"], seen, tool.found(ascending="true")
        finally:
            may_end.set()

    _, (told, through, seen, ascending) = at_once(slow, read)
    assert seen == [late["id"]]
    assert ascending == [], "A reader who goes on from here would pass over what comes before it."
    stored = Statement.objects.get(pk=early["id"]).stored
    assert told <= through < precise(stored)
    assert tool.found(since=through, ascending="true") == [early["id"], late["id"]]


def test_a_rolled_back_savepoint_does_not_hide_an_open_writer() -> None:
    with transaction.atomic():
        try:
            with transaction.atomic():
                clock.tick()
                raise ValueError
        except ValueError:
            pass
        began = clock.tick()
        through = at_once(clock.consistent_through)[0]
    assert through < clock.moment_of(began.place(0))


def test_reading_on_neither_skips_nor_repeats_while_others_write(settings: Any) -> None:
    settings.RECORD_STORE = settings.RECORD_STORE | {"page": 7}
    tool, done = Tool(), threading.Event()
    found: list[Any] = []

    def write() -> None:
        for _ in range(12):
            tool.post(a_statement(), a_statement(), a_statement())

    def follow() -> None:
        since = "2020-01-01T00:00:00Z"
        last = False
        while not last:
            last = done.is_set()
            answer = tool.get(since=since, ascending="true").json()["statements"]
            found.extend(one["id"] for one in answer)
            since = answer[-1]["stored"] if answer else since
            last = last and not answer

    def writers() -> None:
        at_once(write, write, write)
        done.set()

    at_once(writers, follow)
    assert len(found) == len(set(found)) == Statement.objects.count() == 108


def test_writers_of_the_same_activities_and_statements_do_not_deadlock() -> None:
    tool = Tool()
    shared = [a_statement() for _ in range(5)]

    def told(number: int) -> list[dict[str, Any]]:
        names = [f"https://example.org/{each}" for each in "abcdef"]
        return [
            a_statement(
                object={"id": name, "definition": {"extensions": {f"https://x.org/{number}": number}}}
            )
            for name in (names if number % 2 else names[::-1])
        ]

    def write(number: int) -> list[int]:
        batches = [told(number), shared[:: 1 if number % 2 else -1]]
        return [tool.post(*batch).status_code for batch in batches]

    answers = at_once(*(lambda number=number: write(number) for number in range(8)))
    assert answers == [[200, 200]] * 8
    assert Statement.objects.count() == 8 * 6 + 5
    assert Activity.objects.count() == 6
    known = tool.get("activities", activityId="https://example.org/a").json()["definition"]
    assert len(known["extensions"]) == 8
