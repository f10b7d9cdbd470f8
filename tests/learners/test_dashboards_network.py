"""A network lead compares organisations, and can tell nobody from the figures."""

import pytest
from django.urls import reverse

from learners.dashboards.figures import Share
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    RequirementFactory,
    finish_attempt,
)
from tests.factories.organisations import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return AppointmentFactory(network_lead=True)


@pytest.fixture
def look(client, lead):
    """A function that opens the network's page as its lead."""
    client.force_login(lead.person)
    return lambda: client.get(reverse("dashboards:network", args=[lead.network.slug]))


def joins(lead, *, people: int, done: int = 0, module=None):
    """An organisation of the network with so many people, so many of whom have done its module."""
    organisation = OrganisationFactory()
    NetworkMembershipFactory(network=lead.network, organisation=organisation)
    members = MembershipFactory.create_batch(people, organisation=organisation)
    if module:
        RequirementFactory(organisation=organisation, module=module)
        for member in members[:done]:
            finish_attempt(member.person, module, organisation)
    return organisation


@pytest.fixture
def module():
    return RequirementFactory().modules.get()


def lines(response):
    return {line.organisation: line for line in response.context["figures"].organisations}


def test_organisations_stand_side_by_side(look, lead, module) -> None:
    large, idle = joins(lead, people=12, done=6, module=module), joins(lead, people=6)
    response = look()
    found = lines(response)
    assert (found[large].people, found[large].cells[0].share) == (12, Share(6, 12))
    assert (found[idle].people, found[idle].cells[0].is_asked) == (6, False)
    page = response.content.decode()
    for words in ("6 of 12", "50%", "Not asked", module.title, large.name):
        assert words in page


def test_small_numbers_are_not_on_the_page(look, lead, module) -> None:
    few_done, tiny = joins(lead, people=11, done=2, module=module), joins(lead, people=3, module=module)
    response = look()
    found = lines(response)
    assert found[few_done].cells[0].is_asked
    assert found[few_done].cells[0].share is None
    assert (found[tiny].people, found[tiny].cells[0].share) == (None, None)
    page = response.content.decode()
    assert page.count("Too few to show") == 3
    assert "2 of 11" not in page


def test_no_name_and_no_total_is_on_the_page(look, lead, module) -> None:
    joins(lead, people=6, done=6, module=module)
    joins(lead, people=7, done=7, module=module)
    page = look().content.decode()
    assert "@example.org" not in page.replace(lead.person.email, "")
    assert "13 of 13" not in page


def test_organisations_that_left_the_network_are_gone(look, lead) -> None:
    left = OrganisationFactory()
    NetworkMembershipFactory(network=lead.network, organisation=left, ends_on=days_ago(1))
    response = look()
    assert left.name not in response.content.decode()
    assert "No organisation yet" in response.content.decode()


def test_nothing_asked_for_is_said(look, lead) -> None:
    joins(lead, people=6)
    assert "No module is asked for yet" in look().content.decode()


def test_its_cost_does_not_grow_with_organisations(
    look, lead, module, client, django_assert_num_queries
) -> None:
    joins(lead, people=1, module=module)
    look()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as one:
        look()
    for _ in range(5):
        joins(lead, people=2, module=module)
    with django_assert_num_queries(len(one)):
        look()
