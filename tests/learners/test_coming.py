"""What a module's page tells its reader of what is not there yet, for each hat they wear."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from modules.models import Role
from tests.factories import MembershipFactory, NetworkMembershipFactory, PersonFactory
from tests.factories.gaps import teaching
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of, scope_of, switched_on

pytestmark = pytest.mark.django_db
TAUGHT = ("allergies", "care-plans", "mental-health")


def words(days: int) -> str:
    return f"{days_ago(days).day} {days_ago(days):%B %Y}"


@pytest.fixture
def nurse() -> Any:
    """A nurse who sees allergies, will see care plans, and will not see mental health contacts."""
    nurse = MembershipFactory()
    agreement = agreement_in(NetworkMembershipFactory(organisation=nurse.organisation).network)
    party_of(agreement, nurse.organisation)
    scope_of(agreement, "allergies")
    scope_of(agreement, "care-plans", phase="planned", planned_for=days_ago(-90))
    scope_of(agreement, "mental-health", phase="out_of_scope", reason="partners could not agree")
    switched_on(nurse.organisation, "allergies")
    return nurse


def test_what_is_coming_and_what_is_not_is_said_with_its_day_and_reason(signed_in: Any, nurse: Any) -> None:
    text = signed_in(nurse.person).get(teaching(*TAUGHT).url).text
    assert f"Not here yet: Care and support plans, planned for {words(-90)}." in text
    assert "You won't find Mental health contacts: partners could not agree." in text
    assert f"As at {words(0)}." in text
    assert "Allergies" not in text


def test_a_planned_day_that_has_passed_is_not_called_a_plan(signed_in: Any) -> None:
    nurse = MembershipFactory()
    agreement = agreement_in(NetworkMembershipFactory(organisation=nurse.organisation).network)
    party_of(agreement, nurse.organisation)
    scope_of(agreement, "care-plans", phase="planned", planned_for=days_ago(5))
    text = signed_in(nurse.person).get(teaching("care-plans").url).text
    assert f"Care and support plans, which was planned for {words(5)}." in text


def test_nothing_is_said_to_who_wears_no_hat_nor_where_nobody_has_said(signed_in: Any, nurse: Any) -> None:
    page = teaching(*TAUGHT)
    for client in (Client(), signed_in(PersonFactory()), signed_in(MembershipFactory().person)):
        text = client.get(page.url).text
        assert "Not here yet" not in text
        assert "You won't find" not in text


def test_each_hat_is_told_by_its_organisation(signed_in: Any, nurse: Any) -> None:
    page = teaching(*TAUGHT)
    other = MembershipFactory(person=nurse.person)
    agreement = agreement_in(NetworkMembershipFactory(organisation=other.organisation).network)
    party_of(agreement, other.organisation)
    scope_of(agreement, "allergies", phase="planned", planned_for=days_ago(-9))
    text = signed_in(nurse.person).get(page.url).text
    assert f"<strong>{nurse.organisation}</strong>" in text
    assert f"Allergies and reactions, planned for {words(-9)}." in text


def test_a_module_without_information_asks_nothing_and_many_cost_as_much_as_one(
    signed_in: Any, nurse: Any
) -> None:
    client, none, one, many = signed_in(nurse.person), teaching(), teaching("allergies"), teaching(*TAUGHT)
    counts = []
    for page in (none, one, many):
        client.get(page.url)
        with CaptureQueriesContext(connection) as asked:
            client.get(page.url)
        counts.append(len(asked))
    assert counts[1] == counts[2]
    assert counts[1] - counts[0] <= 9  # of the hats, their agreements, their scope and what is switched on


def test_two_roles_at_one_organisation_are_told_apart_where_they_are_told_different_things(
    signed_in: Any, nurse: Any
) -> None:
    page, agreement = teaching("letters"), nurse.organisation.agreement_parties.get().agreement
    scope_of(agreement, "letters", phase="planned", planned_for=days_ago(-90))
    doctor = MembershipFactory(
        person=nurse.person,
        organisation=nurse.organisation,
        role=Role.objects.get(slug="doctor"),
        starts_on=days_ago(9),
    )
    text = signed_in(nurse.person).get(page.url).text
    assert text.count("Not here yet: Letters from clinics") == 1
    scope_of(agreement, "letters", roles=(doctor.role,))  # which is not switched on, and has no day
    text = signed_in(nurse.person).get(page.url).text
    assert f"<strong>{nurse.organisation}, as Nurse</strong>" in text
    assert f"<strong>{nurse.organisation}, as Doctor</strong>" in text


def test_six_hats_cost_as_many_queries_as_one(signed_in: Any, nurse: Any) -> None:
    client, page, counts = signed_in(nurse.person), teaching(*TAUGHT), []
    for more in (0, 5):
        for _ in range(more):
            other = MembershipFactory(person=nurse.person)
            agreement = agreement_in(NetworkMembershipFactory(organisation=other.organisation).network)
            party_of(agreement, other.organisation)
            scope_of(agreement, "care-plans", phase="planned", planned_for=days_ago(-9))
        client.get(page.url)
        with CaptureQueriesContext(connection) as asked:
            text = client.get(page.url).text
        assert text.count("Care and support plans, planned for") == more + 1
        counts.append(len(asked))
    assert counts[0] == counts[1]
