"""The profile says what statements look like, and each that the service emits looks so."""

import copy
import json
from typing import Any

import pytest
from django.test import Client

from learners.record_store.models import Statement
from learners.records.actions import record_events
from learners.records.models import Verb
from learners.statements.profile import ID
from tests.fakes.events import AT, a_journey, every_verb
from tests.fakes.profile_checker import PROFILE, problems_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def statements() -> list[dict[str, Any]]:
    journey = a_journey()
    events = every_verb(journey)
    events += [
        journey.event(Verb.COMPLETED, at=AT, evidence="observed"),
        journey.event(Verb.VOIDED, at=AT, event=str(events[0].pk)),
    ]
    record_events(events)
    return [json.loads(row.payload) for row in Statement.objects.all()]


def test_each_kind_of_statement_is_as_the_profile_says(statements: list[dict[str, Any]]) -> None:
    assert {one["verb"]["id"] for one in statements} == {each["verb"] for each in PROFILE["templates"]}
    assert [problems_of(one) for one in statements] == [[]] * len(statements)


def test_the_checker_would_find_what_is_not(statements: list[dict[str, Any]]) -> None:
    for one in statements:
        for path in (("timestamp",), ("context", "registration"), ("context", "contextActivities")):
            broken = copy.deepcopy(one)
            part = broken
            for name in path[:-1]:
                part = part[name]
            del part[path[-1]]
            assert problems_of(broken)
        named = copy.deepcopy(one)
        named["actor"]["name"] = "Ann Archer"
        assert problems_of(named)
        assert problems_of(one | {"verb": {"id": "https://example.org/other"}})


def test_it_is_served_at_its_own_address_to_anybody() -> None:
    answer = Client().get("/xapi/profile")
    assert answer["Content-Type"] == "application/ld+json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    profile = answer.json()
    assert (profile["id"], profile["conformsTo"]) == (ID, "https://w3id.org/xapi/profiles#1.0")
    assert Client().post("/xapi/profile").status_code == 405


def test_whatever_it_names_is_there_once() -> None:
    parts = [*PROFILE["concepts"], *PROFILE["templates"], *PROFILE["patterns"]]
    ids = [each["id"] for each in parts]
    assert len(ids) == len(set(ids))
    named = set()
    for each in PROFILE["patterns"]:
        for way in ("sequence", "alternates", "zeroOrMore", "optional"):
            found = each.get(way, [])
            named |= set([found] if isinstance(found, str) else found)
    assert named <= set(ids)
    assert [each["id"] for each in PROFILE["patterns"] if each["primary"]] == [f"{ID}/patterns/way"]
