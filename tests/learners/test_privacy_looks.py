"""Who looked is noted, shown to whom they looked at, and to nobody else."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from learners.organisations.scope import Scope
from learners.privacy.actions.looking import forget_old_looks, record_look
from learners.privacy.models import Look
from learners.privacy.selectors.seen import looks_at, places_of
from tests.factories import AppointmentFactory, MembershipFactory, OrganisationFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.privacy import LookFactory

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 3, 10, 12, 5, tzinfo=datetime.UTC)


@pytest.fixture
def member():
    return MembershipFactory(person=PersonFactory(first_name="Amara", last_name="Tarn"))


@pytest.fixture
def manager(member):
    return AppointmentFactory(organisation=member.organisation, person__first_name="Gwilym").person


def open_page(client, member):
    return client.get(reverse("dashboards:person", args=[member.organisation.uuid, member.uuid]))


@pytest.mark.parametrize(("name", "kind"), [("dashboards:people", "list"), ("dashboards:export", "file")])
def test_a_list_and_a_file_are_looks_at_everybody(signed_in, member, manager, name, kind) -> None:
    response = signed_in(manager).get(reverse(name, args=[member.organisation.uuid]))
    assert response.status_code == 200
    look = Look.objects.get()
    assert (look.kind, look.person, look.by, look.organisation) == (kind, None, manager, member.organisation)
    assert list(looks_at(member.person)) == [look]


def test_a_persons_page_is_a_look_at_that_person_alone(signed_in, member, manager) -> None:
    colleague = MembershipFactory(organisation=member.organisation).person
    open_page(signed_in(manager), member)
    look = Look.objects.get()
    assert (look.kind, look.person, look.capacity) == ("page", member.person, "manager")
    assert not looks_at(colleague).exists()


def test_an_administrator_is_noted_as_one(signed_in, member) -> None:
    keeper = AppointmentFactory(organisation=member.organisation, capacity="administrator").person
    open_page(signed_in(keeper), member)
    assert Look.objects.get().looker == "An administrator"


@pytest.mark.parametrize("who", ["nobody", "a colleague", "a manager of elsewhere"])
def test_what_was_not_seen_is_no_look(client, member, who) -> None:
    if who == "a colleague":
        client.force_login(MembershipFactory(organisation=member.organisation).person)
    if who == "a manager of elsewhere":
        client.force_login(AppointmentFactory().person)
    assert open_page(client, member).status_code in (302, 404)
    assert not Look.objects.exists()


def test_filters_that_are_wrong_give_no_file_and_no_look(signed_in, member, manager) -> None:
    address = reverse("dashboards:export", args=[member.organisation.uuid])
    assert signed_in(manager).get(address, {"state": "nonsense"}).status_code == 302
    assert not Look.objects.exists()


def test_once_an_hour_is_enough(signed_in, member, manager) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        for row in (member, manager.appointments.get()):
            row.starts_on = datetime.date(2026, 1, 1)
            row.save()
        for _ in range(2):
            open_page(signed_in(manager), member)
        assert Look.objects.get().at == NOON
        clock.shift(datetime.timedelta(hours=1))
        open_page(signed_in(manager), member)
    assert Look.objects.count() == 2


def test_another_looker_another_person_and_another_kind_each_count() -> None:
    organisation, first, second = OrganisationFactory(), PersonFactory(), PersonFactory()
    for by in (first, second):
        for kind, person in (("page", first), ("page", second), ("list", None), ("file", None)):
            for _ in range(2):
                record_look(organisation=organisation, by=by, kind=Look.Kind(kind), person=person)
    assert Look.objects.count() == 8


def test_a_list_concerns_only_those_who_belonged_there_on_that_day() -> None:
    organisation = OrganisationFactory()
    days = {
        "before": (days_ago(100), days_ago(11)),
        "until then": (days_ago(100), days_ago(10)),
        "from then": (days_ago(10), None),
        "after": (days_ago(9), None),
        "throughout": (days_ago(100), None),
    }
    people = {
        who: MembershipFactory(organisation=organisation, starts_on=starts, ends_on=ends).person
        for who, (starts, ends) in days.items()
    }
    people["elsewhere"] = MembershipFactory().person
    at = timezone.make_aware(datetime.datetime.combine(days_ago(10), datetime.time(23, 59)))
    LookFactory(organisation=organisation, at_list=True, at=at)
    seen = {who for who, person in people.items() if looks_at(person).exists()}
    assert seen == {"until then", "from then", "throughout"}


def test_one_reads_who_looked_as_what_when_and_how(signed_in, member, manager) -> None:
    open_page(signed_in(manager), member)
    page = signed_in(member.person).get(reverse("privacy:my_data")).text
    for words in ("Gwilym Example", f"A manager at {member.organisation}", "Opened your page"):
        assert words in page


def test_nobody_reads_who_looked_at_others(signed_in, member) -> None:
    look = LookFactory(organisation=member.organisation, by__first_name="Gwilym")
    assert "Gwilym" not in signed_in(member.person).get(reverse("privacy:my_data")).text
    assert list(looks_at(look.person)) == [look]


def test_the_page_shows_the_newest_and_says_that_there_are_more(signed_in, member) -> None:
    for hours in range(25):
        at = timezone.now() - datetime.timedelta(hours=hours)
        LookFactory(organisation=member.organisation, person=member.person, at=at)
    (place,) = places_of(Scope.of(member.person))
    assert len(place.newest_looks) == 20
    assert place.newest_looks[0].at > place.newest_looks[-1].at
    assert "These are the newest" in signed_in(member.person).get(reverse("privacy:my_data")).text


def test_looks_are_kept_for_two_years() -> None:
    LookFactory(at=timezone.now() - datetime.timedelta(days=731))
    kept = LookFactory(at=timezone.now() - datetime.timedelta(days=729))
    assert forget_old_looks() == 1
    assert list(Look.objects.all()) == [kept]
