"""Administrators make codes, see who came in, stop codes and end memberships. Nobody else knows that there are any."""

import datetime
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learners.joining.models import JoinCode
from learners.organisations.models import Site
from modules.models import Role
from tests.factories import AppointmentFactory, MembershipFactory, OrganisationFactory, TeamFactory
from tests.factories.joining import JoinCodeFactory, JoiningFactory
from tests.learners.at_the_door import join

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Any:
    return OrganisationFactory(name="Willow House")


@pytest.fixture
def administrator(home: Any) -> Any:
    return AppointmentFactory(capacity="administrator", organisation=home).person


@pytest.fixture
def client(administrator: Any, signed_in: Any) -> Any:
    return signed_in(administrator)


def at(name: str, *parts: Any) -> str:
    return reverse(f"joining:{name}", args=parts)


def at_code(name: str, code: Any, *more: Any) -> str:
    return at(name, code.organisation.uuid, code.uuid, *more)


def filled(**changed: Any) -> dict[str, Any]:
    wanted = {
        "role": Role.objects.get(slug="care-worker").pk,
        "staff_group": "social_care",
        "expires_on": (timezone.localdate() + datetime.timedelta(days=7)).isoformat(),
        "most_uses": "",
        "note": "",
        "key": str(uuid.uuid4()),
    }
    return wanted | changed


def logged() -> list[tuple[str, Any]]:
    return list(ModelLogEntry.objects.filter(action__startswith="joining.").values_list("action", "user"))


def test_an_administrator_makes_a_code(client: Any, home: Any, administrator: Any) -> None:
    team = TeamFactory(organisation=home)
    site = Site.objects.create(organisation=home, name="East wing")
    form = client.get(at("make", home.uuid)).context["form"]
    assert form.initial["expires_on"] == timezone.localdate() + datetime.timedelta(days=30)
    wanted = filled(team=team.pk, site=site.pk, most_uses="12", note="Open day")
    responses = [client.post(at("make", home.uuid), wanted) for _ in range(2)]  # a double click
    code = JoinCode.objects.get()
    assert [response.url for response in responses] == [at_code("code", code)] * 2
    assert (code.team, code.site, code.most_uses, code.note) == (team, site, 12, "Open day")
    assert code.made_by == administrator
    assert logged() == [("joining.make", administrator.pk)]


WRONG = {
    "role": ["", "999999"],
    "staff_group": ["", "wizards"],
    "expires_on": ["", "soon", "2020-01-01", "2126-01-01"],
    "most_uses": ["0", "-1", "many", "1.5", "100001", "9" * 30],
    "note": ["x" * 201],
    "key": ["", "x"],
}


@pytest.mark.parametrize(("field", "value"), [(name, value) for name in WRONG for value in WRONG[name]])
def test_what_is_wrong_is_said_and_nothing_is_made(client: Any, home: Any, field: str, value: str) -> None:
    response = client.post(at("make", home.uuid), filled(**{field: value}))
    assert response.context["form"].errors[field]
    assert not JoinCode.objects.exists()


def test_a_day_is_written_as_people_write_it(client: Any, home: Any) -> None:
    last = timezone.localdate() + datetime.timedelta(days=365)
    client.post(at("make", home.uuid), filled(expires_on=last.strftime("%d/%m/%Y")))
    assert JoinCode.objects.get().expires_on == last


def test_teams_and_sites_of_others_cannot_be_chosen(client: Any, home: Any) -> None:
    TeamFactory(organisation=home)
    response = client.post(at("make", home.uuid), filled(team=TeamFactory().pk))
    assert "from the list" in str(response.context["form"].errors["team"])


def test_a_form_key_of_another_organisation_makes_no_code_of_theirs_mine(client: Any, home: Any) -> None:
    theirs = JoinCodeFactory()
    response = client.post(at("make", home.uuid), filled(key=str(theirs.uuid)))
    assert response.status_code == 200
    assert "Open this page again" in str(response.context["form"].errors)
    assert JoinCode.objects.get() == theirs


def test_the_list_says_what_has_become_of_each_code(client: Any, home: Any) -> None:
    JoinCodeFactory(organisation=home, expired=True)
    JoinCodeFactory(organisation=home, revoked=True)
    JoinCodeFactory(organisation=home, most_uses=1, used=1)
    works = JoinCodeFactory(organisation=home, most_uses=5, used=2)
    theirs = JoinCodeFactory()
    response = client.get(at("codes", home.uuid))
    page = " ".join(response.content.decode().split())
    assert response.context["standings"][0].code == works
    assert sorted(str(each.state) for each in response.context["standings"]) == [
        "expired",
        "in force",
        "revoked",
        "used up",
    ]
    assert "2 of 5 people have joined" in page
    assert theirs.shown not in page


def test_the_selector_and_the_property_agree_on_what_works(home: Any) -> None:
    today = timezone.localdate()
    JoinCodeFactory(expired=True)
    JoinCodeFactory(revoked=True)
    JoinCodeFactory(most_uses=1, used=1)
    JoinCodeFactory(organisation__ends_on=today - datetime.timedelta(days=1))
    JoinCodeFactory(organisation__starts_on=today + datetime.timedelta(days=1))
    JoinCodeFactory(most_uses=2, used=1)
    JoinCodeFactory()
    in_force = set(JoinCode.objects.in_force(on=today))
    assert in_force == {code for code in JoinCode.objects.all() if code.state(on=today) == "in force"}
    assert len(in_force) == 2


def test_stopping_a_code_is_confirmed_and_keeps_those_who_came_in(
    client: Any, home: Any, administrator: Any
) -> None:
    code = JoinCodeFactory(organisation=home, used=1)
    assert "1 person has joined" in " ".join(client.get(at_code("revoke", code)).content.decode().split())
    assert JoinCode.objects.get().revoked_at is None
    for _ in range(2):
        assert client.post(at_code("revoke", code)).url == at_code("code", code)
    assert JoinCode.objects.get().revoked_by == administrator
    assert code.joinings.get().membership.ends_on is None
    assert logged() == [("joining.revoke", administrator.pk)]
    assert client.get(at_code("revoke", code)).url == at_code("code", code)


def test_whoever_joined_is_named_with_the_day_and_can_be_ended(
    client: Any, home: Any, administrator: Any
) -> None:
    code = JoinCodeFactory(organisation=home)
    join(Client(), code, employee_number="A17")
    hat = code.joinings.get().membership
    page = " ".join(client.get(at_code("code", code)).content.decode().split())
    for words in ("Ada Fenwick", "ada@example.org", "Staff number A17, as they gave it", "Joined by code on"):
        assert words in page
    assert "Today becomes their last day" in client.get(at_code("end", code, hat.uuid)).content.decode()
    for _ in range(2):
        assert client.post(at_code("end", code, hat.uuid)).url == at_code("code", code)
    hat.refresh_from_db()
    assert hat.ends_on == timezone.localdate()
    assert hat.person.is_active
    assert logged() == [("joining.end_membership", administrator.pk)]
    assert "End this membership" not in client.get(at_code("code", code)).content.decode()


def test_only_who_came_in_by_this_code_can_be_ended_here(client: Any, home: Any) -> None:
    code = JoinCodeFactory(organisation=home)
    for other in (
        MembershipFactory(organisation=home),
        JoiningFactory(code__organisation=home).membership,
        JoiningFactory().membership,
    ):
        assert client.post(at_code("end", code, other.uuid)).status_code == 404
        other.refresh_from_db()
        assert other.ends_on is None


@pytest.mark.parametrize("name", ["code", "revoke", "poster", "poster_pdf"])
def test_codes_of_others_do_not_exist(client: Any, home: Any, name: str) -> None:
    theirs = JoinCodeFactory()
    assert client.get(at_code(name, theirs)).status_code == 404
    assert client.get(at(name, home.uuid, theirs.uuid)).status_code == 404


def test_a_manager_who_is_no_administrator_sees_none(home: Any) -> None:
    manager = Client()
    manager.force_login(AppointmentFactory(organisation=home).person)
    code = JoinCodeFactory(organisation=home)
    for address in (at("codes", home.uuid), at("make", home.uuid), at_code("code", code)):
        assert manager.get(address).status_code == 404
