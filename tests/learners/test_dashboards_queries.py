"""The dashboard and its file cost the same number of queries for 50 people and for 5,000."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from learners.organisations.models import Membership, Organisation
from learners.people.models import User
from learners.requirements.counting import count_now
from learners.requirements.models import KeptStanding, Roll, Stirred
from modules.models import ModulePage, Role
from tests.factories import (
    AppointmentFactory,
    ModuleFactory,
    OrganisationFactory,
    RequirementFactory,
    TeamFactory,
)
from tests.factories.organisations import days_ago

pytestmark = pytest.mark.django_db


def fill(organisation: Organisation, modules: list[ModulePage], size: int) -> None:
    """People of one team, and where each stands on each module: done, overdue or not begun."""
    people = User.objects.bulk_create(
        User(
            email=f"{uuid.uuid4().hex}@example.org", first_name="Pat", last_name=f"Number{n:05}", password="!"
        )
        for n in range(size)
    )
    role, team = Role.objects.get(slug="nurse"), TeamFactory(organisation=organisation)
    hat = {"organisation": organisation, "role": role, "team": team, "staff_group": "nursing"}
    hats = Membership.objects.bulk_create(
        Membership(person=person, starts_on=days_ago(n % 100), **hat) for n, person in enumerate(people)
    )
    KeptStanding.objects.bulk_create(
        KeptStanding(
            person=each.person,
            module=module,
            module_key=module.translation_key,
            membership_id=each.pk,
            joined_on=each.starts_on,
            state=("compliant", "overdue", "not_started")[n % 3],
            due=days_ago(20),
            from_on=days_ago(2),
            **hat,
        )
        for n, each in enumerate(hats)
        for module in modules
    )
    count_now(organisation.pk)
    Roll.objects.create(organisation=organisation, counted_on=timezone.localdate())
    Stirred.objects.filter(organisation=organisation).delete()


@pytest.fixture
def manager():
    return AppointmentFactory().person


@pytest.fixture
def filled(manager):
    """A function that makes an organisation of some size, which asks for two modules."""
    modules = [ModuleFactory(), ModuleFactory()]

    def make(size: int) -> Organisation:
        organisation = OrganisationFactory()
        AppointmentFactory(organisation=organisation, person=manager)
        for module in modules:
            RequirementFactory(organisation=organisation, module=module)
        fill(organisation, modules, size)
        with connection.cursor() as cursor:
            # PostgreSQL gathers statistics of what is committed. Without any of these rows it may plan for none of
            # them, and go through the whole of one table for each row of the other.
            cursor.execute("ANALYZE")
        return organisation

    return make


PEOPLE = {"name": "pat", "staff_group": "nursing", "state": "late"}


def test_the_same_number_of_queries(client, manager, filled) -> None:
    organisations = {size: filled(size) for size in (50, 5_000)}
    client.force_login(manager)
    client.get(reverse("dashboards:organisations"))  # whatever is looked up once in the life of a process:
    client.get(reverse("dashboards:organisation", args=[organisations[50].uuid]))  # outlines of Editions, too

    def queries_of(name: str, organisation: Organisation, query: dict[str, str]) -> int:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(reverse(f"dashboards:{name}", args=[organisation.uuid]), query)
            shown = b"".join(response) if response.streaming else response.content
        assert b"Number000" in shown or str(organisation.memberships.count()).encode() in shown
        return len(queries)

    yesterday = {"on": str(days_ago(1))}
    for name, query in (
        ("organisation", {}),
        ("organisation", {"by": "team"}),
        ("organisation", yesterday),
        ("people", {}),
        ("people", PEOPLE),
        ("people", yesterday),
        ("export", {}),
        ("export", PEOPLE),
    ):
        few = queries_of(name, organisations[50], query)
        assert queries_of(name, organisations[5_000], query) == few <= 32, (name, query)


def test_a_file_is_made_piece_by_piece(client, manager, filled) -> None:
    here = filled(150)
    client.force_login(manager)
    response = client.get(reverse("dashboards:export", args=[here.uuid]))
    first, *_ = response.streaming_content  # to its end: the database's cursor is not left to a later test
    assert first.startswith(b"\xef\xbb\xbfName,")
    assert first.count(b"\n") < 300
