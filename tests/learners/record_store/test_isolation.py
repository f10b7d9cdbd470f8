"""A client of one organisation reads nothing of another's, whatever it asks."""

import json
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings as site
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learners.record_store.models import Statement
from learners.records.actions import record_events
from tests.factories import OrganisationFactory
from tests.factories.record_store import StoreClientFactory, Tool, a_statement, about, voiding
from tests.fakes.events import a_journey, every_verb

pytestmark = pytest.mark.django_db
REGISTRATION = "2f9d7b0e-31a6-4a57-9b7e-6f0f0a5cf001"
CAROL = {"account": {"homePage": "https://hidden.example.org", "name": "carol"}}
COURSE = "https://hidden.example.org/course"


class Spy:
    """A client of one organisation, beside another organisation with a client and learners of its own."""

    def __init__(self) -> None:
        ours, theirs = OrganisationFactory(), OrganisationFactory()
        own, journey = a_journey(organisation=ours), a_journey(organisation=theirs)
        self.tool, neighbour = (Tool(StoreClientFactory(organisation=each)) for each in (ours, theirs))
        mine = [str(each.pk) for each in record_events(every_verb(own)[:3])]
        record_events(every_verb(journey)[:4])
        hidden = [
            a_statement(
                actor=CAROL,
                object={"id": f"{COURSE}/{number}", "definition": {"name": {"en": "Hidden"}}},
                context={"registration": REGISTRATION, "contextActivities": {"parent": [{"id": COURSE}]}},
            )
            for number in range(3)
        ]
        neighbour.post(*hidden)
        neighbour.post(voiding(hidden[0], actor=CAROL))
        asked = a_statement(object=about(hidden[1]))
        self.tool.post(asked, voiding(hidden[2]))
        kept = Statement.objects.filter(organisation=ours.uuid).values_list("pk", flat=True)
        self.may = {str(each) for each in kept}
        assert {*mine, asked["id"]} < self.may
        self.hidden = {
            str(each) for each in Statement.objects.exclude(pk__in=self.may).values_list("pk", flat=True)
        }
        self.secrets = ["hidden.example.org", str(theirs.uuid), str(journey.person.actor_id)]
        self.values = self._values(own, journey, theirs.uuid)

    def _values(self, own: Any, journey: Any, theirs: UUID) -> dict[str, list[str]]:
        """What may stand in each parameter: whatever the neighbour's statements say, and what one's own do."""
        home = f"{site.XAPI_HOME}/xapi"
        account = {"homePage": f"{home}/organisation", "name": str(theirs)}
        people = [{"homePage": f"{home}/actor", "name": str(each.person.actor_id)} for each in (own, journey)]
        agents = [CAROL, *({"account": each} for each in people), {"objectType": "Group", "account": account}]
        moments = ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00+01:00"]
        truth = ["true", "false"]
        return {
            "agent": [*map(json.dumps, agents), '{"mbox":"mailto:ann@example.org"}'],
            "verb": sorted(set(Statement.objects.values_list("verb", flat=True))),
            "activity": [COURSE, f"{COURSE}/1", f"{home}/module/{journey.edition.module_key}"],
            "registration": [REGISTRATION, str(journey.registration), str(own.registration)],
            "related_agents": truth,
            "related_activities": truth,
            "since": moments,
            "until": moments,
            "limit": ["0", "1", "2"],
            "ascending": truth,
            "cursor": ["0", str(2**62)],
            "format": ["exact", "ids", "canonical"],
            "attachments": truth,
        }


@pytest.fixture
def spy() -> Spy:
    return Spy()


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_query_finds_anothers_statement(spy: Spy, data: st.DataObject) -> None:
    query = data.draw(
        st.fixed_dictionaries(
            {}, optional={name: st.sampled_from(values) for name, values in spy.values.items()}
        )
    )
    answer = spy.tool.get(**query)
    for _ in range(10):
        assert answer.status_code == 200, answer.content
        told = answer.content.decode()
        if query.get("attachments") == "true":
            told = told.partition("\r\n\r\n")[2].partition("\r\n--")[0]
        page = json.loads(told)
        found = {each["id"] for each in page["statements"]}
        assert found <= spy.may
        assert not any(secret in json.dumps(page["statements"]) for secret in spy.secrets)
        if not page["more"]:
            break
        answer = spy.tool.ask("GET", page["more"].removeprefix("/xapi/"))


@pytest.mark.parametrize("name", ["statementId", "voidedStatementId"])
@pytest.mark.parametrize("form", ["exact", "ids", "canonical"])
def test_nor_does_its_id(spy: Spy, name: str, form: str) -> None:
    for each in spy.hidden:
        assert spy.tool.get(**{name: each, "format": form}).status_code == 404


def test_what_is_refused_tells_nothing_of_it(spy: Spy) -> None:
    """Under the id of another's statement it only learns that the id is taken."""
    refused = spy.tool.post(a_statement(id=sorted(spy.hidden)[0]))
    assert refused.status_code == 409
    assert set(refused.json()) == {"error", "property"}
    assert not any(secret in refused.content.decode() for secret in spy.secrets)


def test_activities_and_agents_tell_nothing_of_it(spy: Spy) -> None:
    told = spy.tool.get("activities", activityId=f"{COURSE}/1").json()
    assert told == {"objectType": "Activity", "id": f"{COURSE}/1"}
    assert spy.tool.get("agents", agent=json.dumps(CAROL)).json()["account"] == [CAROL["account"]]
