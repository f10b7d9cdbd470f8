"""A manager looks at a day in the past, and it never changes."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from learners.dashboards.figures import Share
from learners.requirements.keeping import catch_up
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    PersonFactory,
    RequirementFactory,
    finish_attempt,
)
from tests.factories.organisations import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture
def cy():
    """Overdue ten days ago, since when standings are kept, and for as long as nothing is done."""
    with time_machine.travel(timezone.now() - datetime.timedelta(days=10)):
        person = PersonFactory(first_name="Cy", last_name="Clegg")
        member = MembershipFactory(organisation=RequirementFactory().organisation, person=person)
        catch_up(member.organisation_id)
    return member


@pytest.fixture
def requirement(cy):
    """What is asked of Cy, within 28 days, for some 70 days."""
    return cy.organisation.requirements.get()


@pytest.fixture
def look(client, requirement, cy):
    """A function that opens one of the dashboard's pages as a manager, as at some days ago."""
    client.force_login(AppointmentFactory(organisation=requirement.organisation).person)

    def open_page(name: str, days: int, **query):
        address = reverse(f"dashboards:{name}", args=[requirement.organisation.uuid])
        return client.get(address, {"on": days_ago(days), **query})

    return open_page


def test_it_reads_as_it_was_known_then_whatever_comes_later(look, requirement, cy) -> None:
    before = look("organisation", 5).context["doing"].late
    finish_attempt(cy.person, requirement.modules.get(), requirement.organisation)
    MembershipFactory.create_batch(2, organisation=requirement.organisation)
    response = look("organisation", 5)
    assert before == response.context["doing"].late == Share(1, 1)
    assert "as it was known then" in response.text
    assert look("organisation", 0).context["doing"].late == Share(2, 3)


def test_its_lists_and_links_are_of_that_day(look, requirement, cy) -> None:
    finish_attempt(cy.person, requirement.modules.get(), requirement.organisation)
    assert f"state=late&amp;on={days_ago(5)}" in look("organisation", 5).text
    assert "Cy Clegg" in look("people", 5, state="late").text
    assert "Nobody fits" in look("people", 0, state="late").text
    assert b"Overdue" in b"".join(look("export", 5).streaming_content)


def test_who_has_left_is_named_and_has_no_page_any_more(look, cy) -> None:
    page = reverse("dashboards:person", args=[cy.organisation.uuid, cy.uuid])
    assert page in look("people", 5).text
    cy.ends_on = days_ago(1)
    cy.save()
    response = look("people", 5)
    assert "Cy Clegg" in response.text
    assert page not in response.text
    assert "Cy Clegg" not in look("people", 0).text


def test_nothing_is_done_for_many_people_of_the_past(look, cy) -> None:
    assert 'name="membership"' in look("people", 0).text
    assert 'name="membership"' not in look("people", 5).text


@pytest.mark.parametrize(
    ("days", "words"), [(11, "Figures are kept since"), (-1, "Choose today or a day in the past")]
)
@pytest.mark.parametrize("name", ["organisation", "people"])
def test_a_day_that_is_not_kept_is_refused(look, name: str, days: int, words: str) -> None:
    response = look(name, days)
    assert words in response.text
    assert "Cy Clegg" not in response.text


def test_a_manager_of_elsewhere_sees_no_past_either(client, look, requirement) -> None:
    client.force_login(AppointmentFactory().person)
    for name in ("organisation", "people", "export"):
        address = reverse(f"dashboards:{name}", args=[requirement.organisation.uuid])
        assert client.get(address, {"on": days_ago(5)}).status_code == 404
