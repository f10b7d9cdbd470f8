"""Moments with another offset than UTC: version 2.0 gives them in UTC, 1.0.3 as they were sent."""

import datetime
import json

import pytest

from tests.factories.record_store import Tool, a_statement

pytestmark = pytest.mark.django_db
PLANNED = {
    "objectType": "SubStatement",
    "actor": {"mbox": "mailto:ann@example.org"},
    "verb": {"id": "https://example.org/v"},
    "object": {"id": "https://example.org/a"},
}


@pytest.mark.parametrize(
    ("sent", "given"),
    [
        ("2026-11-22T10:00:00.123Z", "2026-11-22T10:00:00.123Z"),
        ("2026-11-22T10:00:00+00:00", "2026-11-22T10:00:00+00:00"),
        ("2026-11-22T10:00:00+01:00", "2026-11-22T09:00:00Z"),
        ("2026-11-22T00:30:00.120+05:30", "2026-11-21T19:00:00.120Z"),
        ("2026-12-31T23:59:59.123456789-0800", "2027-01-01T07:59:59.123456789Z"),
    ],
)
def test_version_two_gives_the_same_moment_in_utc(sent: str, given: str) -> None:
    tool = Tool()
    one = a_statement(timestamp=sent, object=PLANNED | {"timestamp": sent})
    assert tool.post(one).status_code == 200
    kept = tool.get(statementId=one["id"]).json()
    assert (kept["timestamp"], kept["object"]["timestamp"]) == (given, given)
    assert {name: kept["object"][name] for name in PLANNED} == PLANNED


def test_what_needs_no_change_keeps_its_very_own_text() -> None:
    tool = Tool()
    raw = json.dumps(a_statement(version="2.0.0")).replace(": ", " :  ").encode()
    tool.ask("POST", "statements", raw)
    assert tool.get(statementId=json.loads(raw)["id"]).content.startswith(raw[:-1])


def test_older_tools_get_what_they_sent() -> None:
    tool = Tool(version="1.0.3")
    one = a_statement(timestamp="2026-11-22T10:00:00+01:00")
    tool.post(one)
    assert tool.get(statementId=one["id"]).json()["timestamp"] == one["timestamp"]


@pytest.mark.parametrize("version", ["1.0.3", "2.0.0"])
def test_it_is_the_same_statement_in_whichever_zone_it_is_sent_again(version: str) -> None:
    tool = Tool(version=version)
    one = a_statement(timestamp="2026-11-22T10:00:00+01:00")
    assert tool.post(one).status_code == 200
    assert tool.post(one).status_code == 200
    assert tool.post(one | {"timestamp": "2026-11-22T09:00:00Z"}).status_code == 200
    assert tool.post(one | {"timestamp": "2026-11-22T10:00:00Z"}).status_code == 409


def test_since_and_until_may_be_of_another_zone() -> None:
    tool, one = Tool(), a_statement()
    tool.post(one)
    stored = datetime.datetime.fromisoformat(tool.get(statementId=one["id"]).json()["stored"])
    elsewhere = stored.astimezone(datetime.timezone(datetime.timedelta(hours=1))).isoformat()
    assert tool.found(until=elsewhere) == [one["id"]]
    assert tool.found(since=elsewhere) == []
