"""A manager finds people, and reads why they stand where they stand."""

# ruff: noqa: F811 - fixtures of the other file are asked for by name

import pytest
from django.urls import reverse

from learners.dashboards.models import SavedView
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
    finish_attempt,
)
from tests.factories.dashboards import SavedViewFactory
from tests.factories.organisations import days_ago
from tests.factories.structure import SiteFactory
from tests.learners.test_dashboards_organisation import (  # noqa: F401 - fixtures
    find,
    four_people,
    here,
    names,
    requirement,
    works_here,
)

pytestmark = pytest.mark.django_db


def test_people_come_by_last_name_with_their_hat_and_what_is_asked(find, four_people) -> None:
    response = find()
    assert names(response) == ["Ann Able", "Bea Barr", "Cy Clegg", "Di Dunn"]
    page = response.text
    for words in ("Right information", "Overdue", "Nurse", "1 to 4 of 4 people"):
        assert words in page


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("late", ["Cy Clegg"]),
        ("overdue", ["Cy Clegg"]),
        ("due", ["Bea Barr"]),
        ("new_starter", ["Di Dunn"]),
        ("not_started", ["Di Dunn"]),
        ("under_way", []),
        ("done", ["Ann Able"]),
        ("compliant", ["Ann Able"]),
        ("", ["Ann Able", "Bea Barr", "Cy Clegg", "Di Dunn"]),
    ],
)
def test_people_are_found_by_state(find, four_people, state: str, found: list[str]) -> None:
    assert names(find(state=state)) == found


@pytest.mark.parametrize("name", ["clegg", "Cy", "cy cle", "cy@example.org"])
def test_people_are_found_by_name_and_address(find, four_people, name: str) -> None:
    assert names(find(name=name)) == ["Cy Clegg"]


def test_people_are_found_by_where_they_work_and_as_what(find, here) -> None:
    site, team = SiteFactory(organisation=here), TeamFactory(organisation=here)
    flo = works_here(here, "Flo Frame", team=team, site=site)
    works_here(here, "Gus Gray", team=team, staff_group="students")
    works_here(here, "Hal Hart")
    assert names(find(team=team.pk)) == ["Flo Frame", "Gus Gray"]
    assert names(find(team=team.pk, staff_group="students")) == ["Gus Gray"]
    assert names(find(site=site.pk)) == ["Flo Frame"]
    assert names(find(role=flo.role_id, site=site.pk, state="late")) == ["Flo Frame"]


def test_people_are_found_by_what_is_asked(find, here, requirement, four_people) -> None:
    other = RequirementFactory(organisation=here, due_days=90)
    assert names(find(module=other.modules.get().translation_key, state="late")) == []
    assert names(find(module=requirement.modules.get().translation_key, state="late")) == ["Cy Clegg"]
    assert names(find(requirement=requirement.pk, state="late")) == ["Cy Clegg"]
    assert names(find(requirement=other.pk, state="late")) == []


def test_people_are_found_by_when_it_is_due_and_how_long_it_is_late(find, four_people) -> None:
    assert names(find(due="30")) == ["Bea Barr", "Di Dunn"]
    assert names(find(late="31-60")) == ["Cy Clegg"]
    assert names(find(late="1-30")) == []


def test_done_means_all_that_is_asked(find, here, four_people) -> None:
    RequirementFactory(organisation=here)
    assert names(find(state="done")) == []


@pytest.mark.parametrize(
    "field",
    ["team", "site", "role", "staff_group", "module", "requirement", "state", "due", "late", "on"],
)
def test_a_filter_that_is_wrong_finds_nobody_and_says_so(find, four_people, field: str) -> None:
    response = find(**{field: "nonsense"})
    assert response.status_code == 200
    assert names(response) == []
    assert "There is a problem" in response.text
    assert "Cy Clegg" not in response.text


def test_fifty_people_a_page(find, here) -> None:
    MembershipFactory.create_batch(51, organisation=here)
    assert len(names(find())) == 50
    second = find(page=2)
    assert len(names(second)) == 1
    assert "51 to 51 of 51" in second.text
    assert len(names(find(page="nonsense"))) == 50


def test_somebody_with_two_hats_comes_once(find, here) -> None:
    person = PersonFactory()
    MembershipFactory(organisation=here, person=person)
    MembershipFactory(organisation=here, person=person, starts_on=days_ago(50), assignment_number="2")
    assert len(names(find())) == len(names(find(state="late"))) == 1


def test_people_who_left_are_not_listed(find, here) -> None:
    works_here(here, "Lee Left", left=True)
    assert "Nobody works here yet" in find().text


def test_a_person_has_a_page_with_the_reasons(find, here, client, requirement) -> None:
    member = works_here(here, "Cy Clegg")
    elsewhere = MembershipFactory(person=member.person).organisation
    finish_attempt(member.person, requirement.modules.get(), elsewhere)
    page = client.get(reverse("dashboards:person", args=[here.uuid, member.uuid])).text
    assert "Right information" in page
    assert "while working for another organisation" in page
    assert "100%" not in page


def keep(client, here, name: str, query: str):
    address = reverse("dashboards:keep_view", args=[here.uuid])
    return client.post(f"{address}?{query}", {"name": name})


def test_a_view_is_kept_without_a_name_or_a_day_and_opened_again(find, client, here, four_people) -> None:
    assert keep(client, here, "Late ones", "state=late&name=Cy").status_code == 302
    view = SavedView.objects.get()
    assert (view.name, view.query) == ("Late ones", "state=late")
    assert "?state=late" in find().text


@pytest.mark.parametrize(("name", "words"), [("", "Enter a name"), ("Mine", "You have a view of that name")])
def test_a_view_without_a_name_of_its_own_is_not_kept(find, client, here, name: str, words: str) -> None:
    keep(client, here, "Mine", "state=late")
    response = keep(client, here, name, "state=due")
    assert words in response.text
    assert SavedView.objects.get().query == "state=late"


def test_a_view_gets_another_name_and_goes(find, client, here) -> None:
    keep(client, here, "Mine", "state=late")
    view = SavedView.objects.get()
    address = reverse("dashboards:view", args=[here.uuid, view.uuid])
    assert client.post(address, {"name": ""}).status_code == 200
    client.post(address, {"name": "Ours"})
    assert SavedView.objects.get().name == "Ours"
    client.post(address, {"drop": "1", "name": ""})
    assert not SavedView.objects.exists()


def test_a_view_is_nobody_elses(find, client, here) -> None:
    theirs = SavedViewFactory(
        organisation=here, name="Hers", person=AppointmentFactory(organisation=here).person
    )
    assert "Hers" not in find().text
    assert client.get(reverse("dashboards:view", args=[here.uuid, theirs.uuid])).status_code == 404
