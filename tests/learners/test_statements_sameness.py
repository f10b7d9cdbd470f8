"""Whether what a store has is what we sent."""

import copy
from typing import Any

import pytest

from learners.record_store.sameness import same_statement

SENT: dict[str, Any] = {
    "id": "6054875c-aed6-489b-8102-c72b16a4e1a2",
    "actor": {"objectType": "Agent", "account": {"homePage": "https://x.example/xapi/actor", "name": "8f0c"}},
    "verb": {"id": "http://adlnet.gov/expapi/verbs/passed", "display": {"en-GB": "passed"}},
    "object": {"id": "https://x.example/xapi/module/m", "definition": {"name": {"en-GB": "Medicines"}}},
    "context": {
        "registration": "2f9d7b0e-31a6-4a57-9b7e-6f0f0a5cf001",
        "contextActivities": {
            "category": [{"id": "https://w3id.org/xapi/shared-records/v1.0"}],
            "other": [{"id": "https://x.example/a"}, {"id": "https://x.example/b"}],
        },
    },
    "result": {"success": True, "score": {"scaled": 0.85, "raw": 17}, "duration": "PT1M42.5S"},
    "timestamp": "2026-11-22T10:00:00.123Z",
}


def stored(**changes: Any) -> dict[str, Any]:
    """SENT as a store has it, with a value changed under a path: `result__success=False`."""
    kept = copy.deepcopy(SENT)
    for path, value in changes.items():
        *way, last = path.split("__")
        place = kept
        for step in way:
            place = place[step]
        place[last] = value
    return kept


def test_a_store_may_add_what_is_its_own() -> None:
    kept = stored(stored="2026-11-22T10:00:01Z", authority={"mbox": "mailto:a@b.example"}, version="1.0.3")
    kept["object"]["objectType"] = "Activity"
    kept["context"]["contextActivities"]["parent"] = []
    assert same_statement(SENT, kept)


@pytest.mark.parametrize(
    "changes",
    [
        {"timestamp": "2026-11-22T10:00:00.123000+00:00"},
        {"timestamp": "2026-11-22T11:00:00.123+01:00"},
        {"id": SENT["id"].upper()},
        {"context__registration": SENT["context"]["registration"].upper()},
        {"result__duration": "PT102.50S"},
        {"result__score__raw": 17.0},
        {"result__score__scaled": 0.8500000001},
        {"object__definition": {"name": {"cy": "Meddyginiaethau"}}},
        {"verb__display": {"en": "did pass"}},
        {"context__contextActivities__category": {"id": "https://w3id.org/xapi/shared-records/v1.0"}},
        {"context__contextActivities__other": [{"id": "https://x.example/b"}, {"id": "https://x.example/a"}]},
    ],
)
def test_the_same_said_in_another_writing_is_the_same(changes: dict[str, Any]) -> None:
    assert same_statement(SENT, stored(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"timestamp": "2026-11-22T10:00:00.125Z"},
        {"timestamp": "yesterday"},
        {"id": "6054875c-aed6-489b-8102-c72b16a4e1a3"},
        {"actor__account__name": "8F0C"},
        {"verb__id": "http://adlnet.gov/expapi/verbs/failed"},
        {"object__id": "https://x.example/xapi/module/M"},
        {"result__success": False},
        {"result__success": 1},
        {"result__duration": "PT1M43S"},
        {"result__score": {"scaled": 0.85}},
        {"result__score__raw": "17"},
        {"result": None},
        {"context__contextActivities__other": [{"id": "https://x.example/a"}]},
        {"context__contextActivities__category": "none"},
    ],
)
def test_what_says_something_else_is_another_statement(changes: dict[str, Any]) -> None:
    assert not same_statement(SENT, stored(**changes))


@pytest.mark.parametrize("nonsense", [None, [], "", 3, {}])
def test_nonsense_is_no_statement(nonsense: object) -> None:
    assert not same_statement(SENT, nonsense)


def test_what_is_missing_there_makes_it_another() -> None:
    kept = stored()
    del kept["result"]
    assert not same_statement(SENT, kept)
    assert same_statement(kept, SENT)  # the store may have more
