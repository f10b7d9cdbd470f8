"""Statements about statements: voiding, and being found by what the other says."""

import pytest

from learners.record_store.models import Statement
from learners.records.actions import record_events
from learners.records.models import Verb
from tests.factories import OrganisationFactory
from tests.factories.record_store import StoreClientFactory, Tool, a_statement, about, voiding
from tests.fakes.events import AT, a_journey

pytestmark = pytest.mark.django_db
ANN = '{"mbox":"mailto:ann@example.org"}'
BOB = {"mbox": "mailto:bob@example.org"}


@pytest.mark.parametrize("order", [1, -1])
def test_a_voided_statement_is_found_by_its_own_id_only_whichever_came_first(order: int) -> None:
    tool, one = Tool(), a_statement()
    void = voiding(one, actor=BOB)
    for each in (one, void)[::order]:
        assert tool.post(each).status_code == 200
    assert tool.get(statementId=one["id"]).status_code == 404
    assert tool.get(voidedStatementId=one["id"]).json()["id"] == one["id"]
    assert tool.found(agent=ANN) == [void["id"]]
    assert tool.found() == [void["id"]]


def test_what_voids_is_not_voided() -> None:
    tool, one = Tool(), a_statement()
    void = voiding(one)
    tool.post(one, void, voiding(void))
    assert tool.get(statementId=void["id"]).status_code == 200


def test_one_about_another_is_found_by_what_that_says() -> None:
    tool, one = Tool(), a_statement()
    second = a_statement(actor=BOB, object=about(one), verb={"id": "https://example.org/commented"})
    third = a_statement(actor=BOB, object=about(second))
    for each in (third, one, second):
        tool.post(each)
    assert tool.found(agent=ANN) == [second["id"], one["id"], third["id"]]
    assert tool.found(agent=ANN, verb=one["verb"]["id"]) == [second["id"], one["id"], third["id"]]
    assert tool.found(agent=ANN, verb="https://example.org/commented") == []


def test_nobody_learns_or_ends_anothers_statement_by_one_about_it() -> None:
    theirs = Tool(StoreClientFactory(organisation=OrganisationFactory()))
    ours = Tool(StoreClientFactory(organisation=OrganisationFactory()))
    one = a_statement()
    theirs.post(one)
    ours.post(voiding(one, actor=BOB), a_statement(actor=BOB, object=about(one)))
    assert ours.found(agent=ANN) == []
    assert theirs.found(agent=ANN) == [one["id"]]


def test_tools_do_not_void_what_the_service_says() -> None:
    record_events([a_journey().event(Verb.LAUNCHED, at=AT)])
    one = Statement.objects.get()
    Tool().post(voiding({"id": str(one.pk)}))
    one.refresh_from_db()
    assert not one.voided


def test_a_correction_of_the_service_voids() -> None:
    journey = a_journey()
    (wrong,) = record_events([journey.event(Verb.COMPLETED, at=AT, seconds=5)])
    (void,) = record_events([journey.event(Verb.VOIDED, at=AT, event=str(wrong.pk))])
    tool = Tool()
    assert tool.get(voidedStatementId=str(wrong.pk)).status_code == 200
    told = tool.get(statementId=str(void.pk)).json()
    assert told["object"] == {"objectType": "StatementRef", "id": str(wrong.pk)}
    assert "platform" not in told["context"]
