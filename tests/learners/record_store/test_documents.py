"""States and profiles: kept as they were sent, and overwritten by nobody who has not seen them."""

from typing import Any

import pytest

from tests.factories.record_store import Tool

pytestmark = pytest.mark.django_db
AGENT = '{"mbox":"mailto:ann@example.org"}'
ACTIVITY = "https://example.org/a"
RESOURCES = {
    "activities/state": {"activityId": ACTIVITY, "agent": AGENT, "stateId": "one"},
    "activities/profile": {"activityId": ACTIVITY, "profileId": "one"},
    "agents/profile": {"agent": AGENT, "profileId": "one"},
}


@pytest.fixture(params=RESOURCES)
def resource(request: Any) -> str:
    return str(request.param)


def put(tool: Tool, resource: str, body: Any, **headers: str) -> Any:
    return tool.ask("PUT", resource, body, RESOURCES[resource], **headers)


def test_bytes_come_back_as_they_were_sent(resource: str) -> None:
    tool, query = Tool(), RESOURCES[resource]
    assert put(tool, resource, b"\x00\xff", Content_Type="image/png", If_None_Match="*").status_code == 204
    answer = tool.get(resource, **query)
    assert (answer.content, answer["Content-Type"]) == (b"\x00\xff", "image/png")
    assert answer["ETag"].startswith('"')
    assert answer["Last-Modified"]
    assert "sandbox" in answer["Content-Security-Policy"]


def test_json_is_put_together(resource: str) -> None:
    tool, query = Tool(), RESOURCES[resource]
    assert tool.ask("POST", resource, {"a": 1, "b": 1}, query).status_code == 204
    assert tool.ask("POST", resource, {"b": 2}, query).status_code == 204
    assert tool.get(resource, **query).json() == {"a": 1, "b": 2}
    assert tool.ask("POST", resource, [1], query).status_code == 400
    assert tool.ask("POST", resource, b"x", query, Content_Type="text/plain").status_code == 400
    assert tool.get(resource, **query).json() == {"a": 1, "b": 2}


def test_a_document_is_changed_by_whoever_has_seen_it(resource: str) -> None:
    tool, query = Tool(), RESOURCES[resource]
    put(tool, resource, {"a": 1}, If_None_Match="*")
    seen = tool.get(resource, **query)["ETag"]
    assert put(tool, resource, {"a": 2}, If_None_Match="*").status_code == 412
    assert put(tool, resource, {"a": 2}, If_Match='"other"').status_code == 412
    assert put(tool, resource, {"a": 2}).status_code == 409
    assert put(tool, resource, {"a": 2}, If_Match=seen).status_code == 204
    assert put(tool, resource, {"a": 3}, If_Match=seen).status_code == 412
    assert tool.ask("DELETE", resource, query=query, If_Match=seen).status_code == 412
    assert tool.get(resource, **query).json() == {"a": 2}


@pytest.mark.parametrize(("version", "first", "second"), [("2.0.0", 204, 409), ("1.0.3", 400, 400)])
def test_profiles_without_a_word_on_what_was_seen(version: str, first: int, second: int) -> None:
    tool = Tool(version=version)
    assert put(tool, "agents/profile", {}).status_code == first
    assert put(tool, "agents/profile", {}).status_code == second


def test_states_of_old_tools_need_none() -> None:
    tool = Tool(version="1.0.3")
    assert put(tool, "activities/state", {"a": 1}).status_code == 204
    assert put(tool, "activities/state", {"a": 2}).status_code == 204


def test_names_are_listed_and_what_is_deleted_is_gone(resource: str) -> None:
    tool, query = Tool(), dict(RESOURCES[resource])
    name = "stateId" if "stateId" in query else "profileId"
    tool.ask("POST", resource, {}, query)
    tool.ask("POST", resource, {}, query | {name: "two"})
    del query[name]
    listed = tool.get(resource, **query)
    assert listed.json() == ["one", "two"]
    assert tool.get(resource, **query, since="2100-01-01T00:00:00Z").json() == []
    assert tool.ask("DELETE", resource, query=query | {name: "one"}).status_code == 204
    assert tool.get(resource, **query).json() == ["two"]
    assert tool.get(resource, **query, **{name: "one"}).status_code == 404


def test_all_states_of_a_registration_go_at_once() -> None:
    tool, query = Tool(), dict(RESOURCES["activities/state"])
    registration = "2f9d7b0e-31a6-4a57-9b7e-6f0f0a5cf001"
    tool.ask("POST", "activities/state", {}, query)
    tool.ask("POST", "activities/state", {}, query | {"registration": registration, "stateId": "two"})
    del query["stateId"]
    tool.ask("DELETE", "activities/state", query=query | {"registration": registration})
    assert tool.get("activities/state", **query).json() == ["one"]
    tool.ask("DELETE", "activities/state", query=query)
    assert tool.get("activities/state", **query).json() == []


@pytest.mark.parametrize(
    ("resource", "query", "named"),
    [
        ("activities/state", {"agent": AGENT, "stateId": "x"}, "activityId"),
        ("activities/state", {"activityId": ACTIVITY, "stateId": "x"}, "agent"),
        ("activities/state", {"activityId": "x", "agent": AGENT}, "activityId"),
        ("activities/state", {"activityId": ACTIVITY, "agent": "x"}, "agent"),
        ("activities/profile", {"activityId": ACTIVITY, "stateId": "x"}, "stateId"),
        ("agents/profile", {"agent": AGENT, "since": "x"}, "since"),
        ("agents", {}, "agent"),
        ("activities", {"activityId": "x"}, "activityId"),
    ],
)
def test_what_is_missing_or_wrong_is_named(resource: str, query: dict[str, str], named: str) -> None:
    refused = Tool().get(resource, **query)
    assert (refused.status_code, refused.json()["property"]) == (400, named)


def test_an_agent_is_a_person_of_lists_and_the_store_says_what_it_speaks() -> None:
    tool = Tool()
    assert tool.get("agents", agent=AGENT).json() == {
        "objectType": "Person",
        "mbox": ["mailto:ann@example.org"],
    }
    assert tool.browser.get("/xapi/about").json() == {"version": ["2.0.0", "1.0.3"]}
