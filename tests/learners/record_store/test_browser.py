"""The CMS shows statements of other tools beside the service's own."""

from typing import Any

import pytest
from django.urls import reverse

from learners.records.actions import record_events
from tests.factories import OrganisationFactory, PersonFactory
from tests.factories.record_store import StoreClientFactory, Tool, a_statement
from tests.fakes.events import a_journey, every_verb

pytestmark = pytest.mark.django_db


def test_statements_are_read_as_sentences_and_found_by_module_organisation_sender_and_day(
    signed_in: Any,
) -> None:
    ours, tool = OrganisationFactory(), Tool(StoreClientFactory(name="Simulator", organisation=None))
    journey = a_journey(organisation=ours)
    record_events(every_verb(journey))
    record_events(every_verb(a_journey())[:1])
    theirs = a_statement(object={"id": "https://example.org/x", "definition": {"name": {"cy": "Efelychydd"}}})
    tool.post(theirs)
    browser = signed_in(PersonFactory(groups=["Administrators"]))

    def listed(query: str = "") -> int:
        return int(browser.get(f"/cms/statements/?{query}").context["items_count"])

    page = browser.get("/cms/statements/").content.decode()
    assert "Attended: Efelychydd" in page
    assert "Simulator" in page
    assert "This service" in page
    assert listed() == 13
    assert listed(f"organisation={ours.uuid}") == 11
    assert listed(f"module={journey.edition.module_key}") == 11
    assert listed(f"client={tool.client.pk}") == 1
    assert listed("stored_from=2099-01-01") == 0
    shown = browser.get(reverse("statements:inspect", args=[theirs["id"]])).content.decode()
    assert "Efelychydd" in shown
    assert "mailto:ann@example.org" in shown
