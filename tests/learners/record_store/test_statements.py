"""The statements resource: what is written comes back, once, and found by what it says."""

import json
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from learners.record_store.models import Activity, Statement
from learners.records.actions import record_events
from tests.factories.record_store import Tool, a_statement
from tests.fakes.events import a_journey, every_verb

pytestmark = pytest.mark.django_db


@pytest.fixture
def tool() -> Tool:
    return Tool()


def test_a_statement_comes_back_as_it_was_sent(tool: Tool) -> None:
    raw = json.dumps(a_statement(version="2.0.0")).replace(": ", " :  ").encode()
    assert tool.ask("POST", "statements", raw).json() == [json.loads(raw)["id"]]
    answer = tool.get(statementId=json.loads(raw)["id"])
    assert answer.content.startswith(raw[:-1])
    kept = answer.json()
    assert kept["authority"]["account"]["name"] == f"client/{tool.client.uuid}"
    assert kept.keys() - json.loads(raw).keys() == {"stored", "authority"}
    assert answer["Last-Modified"]
    assert answer["X-Experience-API-Version"] == "2.0.0"
    assert answer["X-Experience-API-Consistent-Through"] >= kept["stored"]


def test_what_it_lacks_is_added(tool: Tool) -> None:
    (found,) = tool.post(a_statement(id=None, timestamp=None)).json()
    kept = tool.get(statementId=found).json()
    assert kept["timestamp"] == kept["stored"]
    assert kept["version"] == "2.0.0"


def test_nobody_vouches_in_anothers_name(tool: Tool) -> None:
    forged = a_statement(authority={"mbox": "mailto:eve@example.org"}, stored="2020-01-01T00:00:00Z")
    tool.post(forged)
    kept = tool.get(statementId=forged["id"]).json()
    assert "eve" not in json.dumps(kept)
    assert kept["stored"] > "2026"


def test_what_is_sent_again_is_stored_once(tool: Tool) -> None:
    one = a_statement(result={"duration": "PT1.237S"})
    assert tool.post(one).status_code == 200
    again = json.loads(json.dumps(one)) | {"result": {"duration": "PT1.23S"}}
    assert tool.post(again, a_statement()).status_code == 200
    assert Statement.objects.count() == 2
    assert tool.ask("PUT", "statements", one, {"statementId": one["id"]}).status_code == 204


def test_another_under_a_known_id_is_refused_and_nothing_of_its_batch_is_stored(tool: Tool) -> None:
    one = a_statement()
    tool.post(one)
    refused = tool.post(a_statement(), one | {"object": {"id": "https://example.org/else"}})
    assert (refused.status_code, refused.json()["property"]) == (409, "[1].id")
    assert Statement.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ([a_statement(), a_statement(verb={"id": "x"})], "[1].verb.id"),
        (b'{"id": 1, "id": 2}', "id"),
        (b'{"actor": {"name": "a", "name": "b"}}', "name"),
        (b"{", None),
        (b'[{"a": NaN}]', None),
        (b"\xff\xfe", None),
        (b"[" * 5000, None),
    ],
)
def test_a_bad_batch_is_refused_whole(tool: Tool, body: Any, named: str | None) -> None:
    refused = tool.ask("POST", "statements", body)
    assert (refused.status_code, refused.json().get("property")) == (400, named)
    assert refused.json()["error"]
    assert not Statement.objects.exists()


def test_two_of_a_batch_cannot_have_one_id(tool: Tool) -> None:
    one = a_statement()
    assert tool.post(one, one).json()["property"] == "[1].id"


def test_put_needs_the_id_of_its_statement(tool: Tool) -> None:
    one = a_statement()
    assert tool.ask("PUT", "statements", one).json()["property"] == "statementId"
    assert tool.ask("PUT", "statements", one, {"statementId": str(uuid4())}).status_code == 400
    assert tool.ask("PUT", "statements", [one], {"statementId": one["id"]}).status_code == 400
    named = str(uuid4())
    assert tool.ask("PUT", "statements", a_statement(id=None), {"statementId": named}).status_code == 204
    assert tool.get(statementId=named).json()["id"] == named


@pytest.mark.parametrize(
    "query",
    [
        {"statementid": "x"},
        {"agent": "{}"},
        {"agent": '{"objectType":"Group","member":[{"mbox":"mailto:a@b.org"}]}'},
        {"limit": "-1"},
        {"limit": "all"},
        {"since": "today"},
        {"ascending": "1"},
        {"format": "short"},
        {"verb": "answered"},
        {"registration": "1"},
        {"statementId": "1"},
        {"statementId": str(uuid4()), "limit": "1"},
        {"statementId": str(uuid4()), "voidedStatementId": str(uuid4())},
    ],
)
def test_a_query_that_means_nothing_is_refused(tool: Tool, query: dict[str, str]) -> None:
    refused = tool.get(**query)
    assert refused.status_code == 400
    assert refused.json()["property"]
    assert refused["X-Experience-API-Consistent-Through"]


def test_pages_lead_on_to_all_of_it_newest_first_or_oldest(tool: Tool, settings: Any) -> None:
    settings.RECORD_STORE = settings.RECORD_STORE | {"page": 3}
    ids = tool.post(*[a_statement() for _ in range(8)]).json()
    for ascending in ("false", "true"):
        answer, found = tool.get(ascending=ascending).json(), []
        while True:
            found += [one["id"] for one in answer["statements"]]
            if not answer["more"]:
                break
            answer = tool.ask("GET", answer["more"].removeprefix("/xapi/")).json()
        assert found == (ids if ascending == "true" else ids[::-1])


def test_statements_are_found_by_who_and_what_and_when(tool: Tool) -> None:
    bob = {"account": {"homePage": "https://example.org", "name": "bob"}}
    registration = str(uuid4())
    around = {"contextActivities": {"parent": [{"id": "https://example.org/course"}]}, "instructor": bob}
    first = a_statement(context={"registration": registration})
    second = a_statement(actor=bob, verb={"id": "https://example.org/verb"})
    third = a_statement(object={"id": "https://example.org/part"}, context=around)
    group = a_statement(actor={"objectType": "Group", "mbox": "mailto:team@example.org", "member": [bob]})
    for each in (first, second, third, group):
        tool.post(each)
    one, two, three, four = first["id"], second["id"], third["id"], group["id"]
    agent, course = json.dumps(bob), "https://example.org/course"
    assert tool.found(agent=agent) == [four, two]
    assert tool.found(agent=agent, related_agents="true") == [four, three, two]
    assert tool.found(activity=course) == [four, two, one]
    assert tool.found(activity=course, related_activities="true") == [four, three, two, one]
    assert tool.found(verb="https://example.org/verb", agent=agent) == [two]
    assert tool.found(registration=registration) == [one]
    assert tool.found(registration=registration, agent=agent) == []
    stored = tool.get(statementId=two).json()["stored"]
    assert tool.found(since=stored) == [four, three]
    assert tool.found(until=stored) == [two, one]
    assert tool.found(limit="1", ascending="true") == [one]


def test_the_shape_can_be_chosen(tool: Tool) -> None:
    texts = {"en-GB": "Course", "cy": "Cwrs"}
    object_ = {
        "id": "https://example.org/course",
        "definition": {"name": texts, "type": "https://example.org/t"},
    }
    one = a_statement(object=object_, actor={"name": "Ann", "mbox": "mailto:ann@example.org"})
    tool.post(one)
    assert tool.get(statementId=one["id"]).json()["object"] == object_
    ids = tool.get(statementId=one["id"], format="ids").json()
    assert (ids["object"], ids["actor"]) == ({"id": object_["id"]}, {"mbox": "mailto:ann@example.org"})
    welsh = tool.get(headers={"Accept_Language": "cy, en;q=0.5"}, statementId=one["id"], format="canonical")
    assert welsh.json()["object"]["definition"]["name"] == {"cy": "Cwrs"}
    other = tool.get(headers={"Accept_Language": "fr, en;q=0.5"}, format="canonical")
    assert other.json()["statements"][0]["object"]["definition"]["name"] == {"en-GB": "Course"}


def test_what_is_known_of_an_activity_grows_and_is_written_only_then(
    tool: Tool, django_assert_num_queries: Any
) -> None:
    def told(**definition: Any) -> dict[str, Any]:
        return a_statement(object={"id": "https://example.org/course", "definition": definition})

    tool.post(told(name={"en": "Course"}))
    tool.post(told(name={"cy": "Cwrs"}, moreInfo="https://example.org/more"))
    known = tool.get("activities", activityId="https://example.org/course").json()["definition"]
    assert known == {"name": {"en": "Course", "cy": "Cwrs"}, "moreInfo": "https://example.org/more"}
    before = Activity.objects.get().definition
    tool.post(told(name={"en": "Course"}))
    assert Activity.objects.get().definition == before


def test_the_services_own_statements_are_there_and_what_they_are_about_is_its_own_to_say(
    tool: Tool, settings: Any
) -> None:
    events = record_events(every_verb(a_journey()))
    found = tool.get(ascending="true").json()["statements"]
    assert [one["id"] for one in found] == [str(event.pk) for event in events]
    assert {one["version"] for one in found} == {"2.0.0"}
    assert {one["version"] for one in Tool(version="1.0.3").get().json()["statements"]} == {"1.0.0"}
    module = found[0]["object"]["id"]
    tool.post(a_statement(object={"id": module, "definition": {"name": {"en-GB": "Hacked"}}}))
    assert (
        tool.get("activities", activityId=module).json()["definition"]["name"]
        == found[0]["object"]["definition"]["name"]
    )


def test_old_tools_may_ask_by_forms_and_new_ones_may_not(tool: Tool) -> None:
    tool.version = "1.0.3"
    one = a_statement()
    form = {"content": json.dumps(one), "statementId": one["id"], "Content-Type": "application/json"}
    body, kind = urlencode(form).encode(), "application/x-www-form-urlencoded"
    query = {"method": "PUT"}
    assert tool.ask("POST", "statements", body, query, Content_Type=kind).status_code == 204
    asked = urlencode({"statementId": one["id"]}).encode()
    assert (
        tool.ask("POST", "statements", asked, {"method": "GET"}, Content_Type=kind).json()["id"] == one["id"]
    )
    tool.version = "2.0.0"
    assert tool.ask("POST", "statements", asked, {"method": "GET"}, Content_Type=kind).status_code == 400


def test_a_version_must_be_named(tool: Tool) -> None:
    for version, answered in (("", "0.9"), ("1.1.0", "2.0.0"), ("1.0.5", "1.0.3")):
        tool.version = version
        answer = tool.get()
        assert answer.status_code == (200 if version == "1.0.5" else 400)
        assert answer["X-Experience-API-Version"] == answered


@pytest.mark.parametrize("resource", ["statements/", "/statements", "/statements//"])
def test_a_slash_too_many_harms_nobody(tool: Tool, resource: str) -> None:
    assert tool.get(resource).status_code == 200


def test_head_says_what_get_would(tool: Tool) -> None:
    whole, head = tool.get(), tool.ask("HEAD", "statements")
    assert head.status_code == 200
    assert head.content == b""
    assert head["Content-Length"] == str(len(whole.content))


def test_pages_of_other_sites_may_ask(tool: Tool) -> None:
    asked = tool.browser.options("/xapi/statements", headers={"Origin": "https://example.org"})
    assert asked["Access-Control-Allow-Origin"] == "*"
    assert "Authorization" in asked["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in asked


def test_a_version_that_is_longer_than_any_is_refused() -> None:
    answer = Tool(version="1.0.3").post(a_statement(version="1.0.12345678"))
    assert (answer.status_code, answer.json()["property"]) == (400, "version")


def test_a_form_that_speaks_version_two_is_refused() -> None:
    """Also where only the form says so."""
    tool = Tool(version="")
    form = urlencode({"X-Experience-API-Version": "2.0.0"}).encode()
    kind = "application/x-www-form-urlencoded"
    answer = tool.ask("POST", "statements", form, {"method": "GET"}, Content_Type=kind)
    assert (answer.status_code, answer.json()["property"]) == (400, "method")
