"""A manager looks at the people of an organisation."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from learners.dashboards.figures import Share
from learners.organisations.models import Organisation
from learners.requirements.models import Requirement
from modules.models import Role
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
    finish_attempt,
    start_attempt,
)
from tests.factories.organisations import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture
def requirement() -> Requirement:
    """One module, asked of everybody within 28 days, for 60 days."""
    return RequirementFactory(module=ModuleFactory(title="Right information"))


@pytest.fixture
def here(requirement: Requirement) -> Organisation:
    return requirement.organisation


@pytest.fixture
def look(client, here):
    """A function that opens the dashboard as its manager."""
    client.force_login(AppointmentFactory(organisation=here).person)

    def open_dashboard(**filters):
        return client.get(reverse("dashboards:organisation", args=[here.uuid]), filters)

    return open_dashboard


def works_here(here: Organisation, name: str, **fields):
    first_name, last_name = name.split()
    return MembershipFactory(
        organisation=here, person=PersonFactory(first_name=first_name, last_name=last_name), **fields
    )


def names(response) -> list[str]:
    return [row.person.name for row in response.context["rows"]]


@pytest.fixture
def four_people(here, requirement):
    """Ann has done it, Bea is under way in time, Cy is overdue, Di started today."""
    ann, _, bea, _ = (
        works_here(here, "Ann Able"),
        works_here(here, "Cy Clegg"),
        works_here(here, "Bea Barr", starts_on=days_ago(20)),
        works_here(here, "Di Dunn", new_starter=True),
    )
    finish_attempt(ann.person, requirement.modules.get(), here)
    start_attempt(bea.person, requirement.modules.get(), here)


def headlines(response) -> dict[str, Share]:
    return {each.focus: each.share for each in response.context["board"].headlines}


def test_it_opens_on_what_needs_doing(look, four_people) -> None:
    assert headlines(look()) == {
        "overdue": Share(1, 4),
        "due_soon": Share(1, 4),
        "new_starter": Share(1, 2),
    }


def test_without_new_starters_nothing_is_said_of_them(look, here) -> None:
    works_here(here, "Ann Able")
    assert "new_starter" not in headlines(look())


def test_each_module_is_counted_against_those_who_should(look, four_people) -> None:
    (figures,) = look().context["board"].figures()
    tally = figures.tally
    assert (tally.done, tally.under_way, tally.not_started, tally.overdue) == (1, 1, 1, 1)


def test_the_page_says_it_in_words(look, four_people) -> None:
    page = look().content.decode()
    for words in ("1 of 4", "25%", "Overdue", "Under way", "Not started", "Done", "Cy Clegg", "Nurse"):
        assert words in page


def test_people_who_are_asked_nothing_are_listed_and_not_counted(
    look, here, requirement, four_people
) -> None:
    requirement.roles.set([Role.objects.get(slug="nurse")])
    works_here(here, "Eve East", role=Role.objects.get(slug="volunteer"))
    response = look()
    assert headlines(response)["overdue"].total == 4
    assert "Eve East" in names(response)
    assert "Not asked" in response.content.decode()


def test_who_has_left_is_not_there(look, here) -> None:
    works_here(here, "Lee Left", left=True)
    assert names(look()) == []


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("overdue", ["Cy Clegg"]),
        ("due_soon", ["Bea Barr"]),
        ("new_starter", ["Di Dunn"]),
        ("not_started", ["Di Dunn"]),
        ("under_way", ["Bea Barr"]),
        ("done", ["Ann Able"]),
        ("", ["Ann Able", "Bea Barr", "Cy Clegg", "Di Dunn"]),
    ],
)
def test_people_are_found_by_state(look, four_people, state: str, found: list[str]) -> None:
    assert names(look(state=state)) == found


@pytest.mark.parametrize("name", ["clegg", "Cy", "cy cle", "cy@example.org"])
def test_people_are_found_by_name_and_address(look, four_people, name: str) -> None:
    assert names(look(name=name)) == ["Cy Clegg"]


def test_people_are_found_by_team_and_staff_group_and_figures_follow(look, here, four_people) -> None:
    team = TeamFactory(organisation=here)
    works_here(here, "Flo Frame", team=team)
    works_here(here, "Gus Gray", team=team, staff_group="students")
    response = look(team=team.pk)
    assert names(response) == ["Flo Frame", "Gus Gray"]
    assert headlines(response)["overdue"].total == 2
    assert names(look(team=team.pk, staff_group="students")) == ["Gus Gray"]


def test_one_module_can_be_looked_at(look, here, requirement, four_people) -> None:
    other = RequirementFactory(organisation=here, due_days=90)
    assert names(look(module=other.module.translation_key, state="overdue")) == []
    response = look(module=requirement.modules.get().translation_key, state="overdue")
    assert names(response) == ["Cy Clegg"]
    assert response.context["modules"] == [requirement.modules.get()]


def test_done_means_all_that_is_asked(look, here, four_people) -> None:
    RequirementFactory(organisation=here)
    assert names(look(state="done")) == []


@pytest.mark.parametrize("field", ["team", "staff_group", "module", "state"])
def test_a_filter_that_is_wrong_finds_nobody_and_says_so(look, four_people, field: str) -> None:
    response = look(**{field: "nonsense"})
    page = response.content.decode()
    assert response.status_code == 200
    assert names(response) == []
    assert "There is a problem" in page
    assert "Cy Clegg" not in page


def test_fifty_people_a_page(look, here) -> None:
    MembershipFactory.create_batch(51, organisation=here)
    assert len(names(look())) == 50
    second = look(page=2)
    assert len(names(second)) == 1
    assert "51 to 51 of 51" in second.content.decode()
    assert len(names(look(page="nonsense"))) == 50


def test_an_organisation_that_asks_for_nothing_says_so(look, here, requirement) -> None:
    requirement.ends_on = timezone.localdate() - datetime.timedelta(days=1)
    requirement.save()
    assert "No module is asked for yet" in look().content.decode()


def test_an_organisation_without_people_says_so(look) -> None:
    assert "Nobody works here yet" in look().content.decode()


def test_a_person_has_a_page_with_the_reasons(look, here, client, requirement) -> None:
    member = works_here(here, "Cy Clegg")
    finish_attempt(
        member.person, requirement.modules.get(), MembershipFactory(person=member.person).organisation
    )
    page = client.get(reverse("dashboards:person", args=[here.uuid, member.uuid])).content.decode()
    assert "Right information" in page
    assert "while working for another organisation" in page
    assert "100%" not in page


def test_the_list_of_organisations_leads_to_each(look, here, client, four_people) -> None:
    page = client.get(reverse("dashboards:organisations")).content.decode()
    assert reverse("dashboards:organisation", args=[here.uuid]) in page
    assert "1 of 4" in page
