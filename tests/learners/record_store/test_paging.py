"""Reading on by `more` while others write: what was there is given once, and nothing twice."""

import json
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.record_store import Tool, a_statement, voiding

pytestmark = pytest.mark.django_db
OTHER = {"mbox": "mailto:other@example.org"}


def pages(tool: Tool, **query: str) -> Iterator[list[str]]:
    """The ids of one page after the other, as `more` leads."""
    answer = tool.get(**query).json()
    while True:
        yield [one["id"] for one in answer["statements"]]
        if not answer["more"]:
            return
        answer = tool.ask("GET", answer["more"].removeprefix("/xapi/")).json()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.integers(0, 9),
    size=st.integers(1, 4),
    ascending=st.booleans(),
    written=st.lists(st.integers(0, 3), max_size=5),
    voided=st.lists(st.integers(0, 8), max_size=2, unique=True),
)
def test_whatever_is_written_between_two_pages(
    before: int, size: int, ascending: bool, written: list[int], voided: list[int]
) -> None:
    tool, writer, who = Tool(), Tool(), {"mbox": f"mailto:{uuid4()}@example.org"}
    there = [a_statement(actor=who) for _ in range(before)]
    if there:
        tool.post(*there)
    newest, gone = iter(written), [there[number] for number in voided if number < before]
    found: list[str] = []
    asked = {"agent": json.dumps(who), "limit": str(size), "ascending": str(ascending).lower()}
    for page in pages(tool, **asked):
        found += page
        more = [a_statement(actor=who) for _ in range(next(newest, 0))]
        if more:
            writer.post(*more)
        if gone:
            tool.post(voiding(gone.pop(), actor=OTHER))
    assert len(found) == len(set(found)), "Something was given twice."
    kept = {one["id"] for one in there} - {there[number]["id"] for number in voided if number < before}
    assert kept <= set(found), "Something was passed over."


@pytest.mark.parametrize(
    ("order", "bound"), [({}, "<"), ({"ascending": "true"}, ">="), ({"since": "2020-01-01T00:00:00Z"}, ">=")]
)
def test_what_mentions_somebody_is_looked_through_from_the_page_on_and_not_from_the_newest(
    order: dict[str, str], bound: str
) -> None:
    """Left to itself, the database begins at the newest mention, and a page costs more the deeper it lies."""
    tool, who = Tool(), {"mbox": "mailto:somebody@example.org"}
    tool.post(*(a_statement(actor=who) for _ in range(3)))
    asked = {"agent": json.dumps(who), "limit": "1"} | order
    more = tool.get(**asked).json()["more"]
    with CaptureQueriesContext(connection) as queries:
        assert len(tool.ask("GET", more.removeprefix("/xapi/")).json()["statements"]) == 1
    walks = [each["sql"] for each in queries if '"record_store_reference"."key"' in each["sql"]]
    assert walks
    assert all(f'"record_store_reference"."seq" {bound}' in walk for walk in walks)


@pytest.mark.parametrize("ascending", ["true", "false"])
def test_a_place_that_no_statement_can_have_is_no_fault(ascending: str) -> None:
    tool, statement = Tool(), a_statement()
    tool.post(statement)
    asked = {"agent": json.dumps(statement["actor"]), "cursor": "9" * 19, "ascending": ascending}
    assert tool.found(**asked) == ([] if ascending == "true" else [statement["id"]])
