"""What was not written or not sent is found and sent; what a store lost is found and sent again."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from learners.record_store.models import Statement
from learners.records.models import LearningEvent
from learners.statements.client import RecordStore
from learners.statements.delivery import drain
from learners.statements.models import Delivery
from tests.factories import ModuleFactory, PersonFactory
from tests.fakes import record_store
from tests.fakes.events import a_journey, every_verb, record_launches
from tests.fakes.server import serving


def run(command: str, *arguments: str) -> str:
    said = StringIO()
    call_command(command, *arguments, stdout=said, stderr=StringIO())
    return said.getvalue()


@pytest.mark.django_db
def test_events_without_statements_get_theirs_and_a_second_time_there_is_nothing_to_do() -> None:
    events = LearningEvent.objects.bulk_create(every_verb(a_journey()))
    record_launches(2)
    Delivery.objects.filter(statement__in=Statement.objects.all()[:1]).delete()
    assert run("backfill_statements").splitlines()[-1] == f"Written {len(events)}, queued 1."
    assert run("backfill_statements").splitlines()[-1] == "Written 0, queued 0."
    assert Statement.objects.count() == Delivery.objects.count() == len(events) + 2
    for event in events:
        assert json.loads(Statement.objects.get(event=event).payload)["id"] == str(event.pk)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_a_store_lost_is_found_and_sent_again(settings: Any) -> None:
    events = record_launches(4, a_journey(module=ModuleFactory()))
    store = record_store.RecordStore()
    with serving(store) as endpoint:
        settings.XAPI_STORE = {
            "endpoint": endpoint,
            "username": store.username,
            "password": store.password,
            "timeout": 2.0,
        }
        with RecordStore(**settings.XAPI_STORE) as client:
            drain(client)
            assert run("reconcile_statements") == "Nothing is missing.\n"
            lost = str(events[1].pk)
            del store.statements[lost]
            with pytest.raises(CommandError, match="1 missing"):
                run("reconcile_statements")
            run("replay_statements", "--id", lost)
            assert Delivery.objects.pending().count() == 1
            drain(client)
            run("replay_statements", "--since", "2026-01-01T00:00")
            assert Delivery.objects.pending().count() == 4
            drain(client)
            assert run("reconcile_statements") == "Nothing is missing.\n"
    assert store.statements.keys() == {str(event.pk) for event in events}


@pytest.mark.django_db
def test_nothing_can_be_asked_of_no_store() -> None:
    with pytest.raises(CommandError, match="XAPI_ENDPOINT"):
        run("reconcile_statements")


@pytest.mark.django_db
def test_a_refused_statement_is_given_up_with_a_reason_that_is_logged(signed_in: Any) -> None:
    (event,) = record_launches(1)
    client = signed_in(PersonFactory(groups=["Administrators"]))
    give_up = reverse("statements:discard", args=[event.pk])
    reason = {"because": "A trial that never was"}
    assert "Nothing was changed" in client.post(give_up, reason, follow=True).content.decode()
    Delivery.objects.update(state="dead", last_error="400 no")
    assert "Say why" in client.post(give_up, {"because": " "}, follow=True).content.decode()
    page = client.post(give_up, reason, follow=True).content.decode()
    assert "will not be sent" in page
    assert "Not to be sent" in page
    assert Delivery.objects.get().state == "skipped"
    root = signed_in(PersonFactory(administrator=True))
    history = root.get("/cms/reports/site-history/").content.decode()
    assert "Not to be sent: A trial that never was" in history
    educator = signed_in(PersonFactory(groups=["Educators"]))
    Delivery.objects.update(state="dead")
    educator.post(give_up, reason)
    assert Delivery.objects.get().state == "dead"
