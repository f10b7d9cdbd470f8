"""The dashboard and its file cost the same number of queries for 50 people and for 5,000."""

import datetime
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from learners.organisations.models import Membership, Organisation
from learners.people.models import User
from learners.records.models import Completion, LearningEvent, Verb
from learners.requirements.models import Requirement
from modules.models import Role
from tests.factories import AppointmentFactory, OrganisationFactory, RequirementFactory, TeamFactory
from tests.factories.organisations import days_ago

pytestmark = pytest.mark.django_db


def fill(organisation: Organisation, requirements: list[Requirement], size: int) -> None:
    """People, two in three of whom began the first module, and one in three finished it."""
    people = User.objects.bulk_create(
        User(
            email=f"{uuid.uuid4().hex}@example.org", first_name="Pat", last_name=f"Number{n:05}", password="!"
        )
        for n in range(size)
    )
    role, team = Role.objects.get(slug="nurse"), TeamFactory(organisation=organisation)
    Membership.objects.bulk_create(
        Membership(
            person=person,
            organisation=organisation,
            role=role,
            team=team,
            staff_group="nursing",
            starts_on=days_ago(n % 100),
        )
        for n, person in enumerate(people)
    )
    edition, at = requirements[0].module.editions.get(), timezone.now() - datetime.timedelta(days=3)
    begun = [person for n, person in enumerate(people) if n % 3]
    done = [person for n, person in enumerate(people) if n % 3 == 1]
    both = {"organisation": organisation, "edition": edition}
    LearningEvent.objects.bulk_create(
        LearningEvent(verb=Verb.LAUNCHED, person=person, registration=uuid.uuid4(), occurred_at=at, **both)
        for person in begun
    )
    finished = LearningEvent.objects.bulk_create(
        LearningEvent(verb=Verb.COMPLETED, person=person, registration=uuid.uuid4(), occurred_at=at, **both)
        for person in done
    )
    Completion.objects.bulk_create(
        Completion(
            person=event.person,
            module_key=edition.module_key,
            event=event,
            registration=event.registration,
            evidence="marked",
            completed_at=at,
            **both,
        )
        for event in finished
    )


@pytest.fixture
def organisations() -> dict[int, Organisation]:
    """One organisation with 50 people and one with 5,000, each asking for two modules of the same manager."""
    first, second = RequirementFactory(), RequirementFactory()
    manager = AppointmentFactory(organisation=OrganisationFactory()).person
    found = {}
    for size in (50, 5_000):
        found[size] = OrganisationFactory()
        asks = [RequirementFactory(organisation=found[size], module=each.module) for each in (first, second)]
        fill(found[size], asks, size)
        AppointmentFactory(organisation=found[size], person=manager)
    with connection.cursor() as cursor:
        # PostgreSQL gathers statistics of what is committed. Without any of these rows it may plan for none of them,
        # and go through the whole of one table for each row of the other.
        cursor.execute("ANALYZE")
    return found


def test_the_same_number_of_queries(client, organisations) -> None:
    client.force_login(organisations[50].appointments.get().person)
    client.get(reverse("dashboards:organisations"))  # whatever is looked up once in the life of a process:
    client.get(reverse("dashboards:organisation", args=[organisations[50].uuid]))  # outlines of Editions, too

    def queries_of(name: str, organisation: Organisation, filters: dict[str, str]) -> int:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(reverse(f"dashboards:{name}", args=[organisation.uuid]), filters)
            assert b"Number000" in (b"".join(response) if response.streaming else response.content)
        return len(queries)

    for name in ("organisation", "export"):
        for filters in ({}, {"name": "pat", "staff_group": "nursing", "state": "overdue"}):
            few = queries_of(name, organisations[50], filters)
            assert queries_of(name, organisations[5_000], filters) == few <= 22
