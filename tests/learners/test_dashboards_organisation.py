"""A manager looks at the figures of an organisation, and at its people."""

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
from tests.factories.dashboards import month_kept
from tests.factories.organisations import days_ago
from tests.factories.structure import PauseFactory, SiteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def requirement() -> Requirement:
    """One module, asked of everybody within 28 days, for 60 days."""
    return RequirementFactory(module=ModuleFactory(title="Right information"))


@pytest.fixture
def here(requirement: Requirement) -> Organisation:
    assert requirement.organisation
    return requirement.organisation


@pytest.fixture
def look(client, here):
    """A function that opens the dashboard as its manager."""
    client.force_login(AppointmentFactory(organisation=here).person)
    return lambda **query: client.get(reverse("dashboards:organisation", args=[here.uuid]), query)


@pytest.fixture
def find(client, here):
    """A function that opens the list of people as its manager."""
    client.force_login(AppointmentFactory(organisation=here).person)
    return lambda **filters: client.get(reverse("dashboards:people", args=[here.uuid]), filters)


def works_here(here: Organisation, name: str, **fields):
    first_name, last_name = name.split()
    return MembershipFactory(
        organisation=here, person=PersonFactory(first_name=first_name, last_name=last_name), **fields
    )


def names(response) -> list[str]:
    return [row.name for row in response.context["rows"]] if "rows" in response.context else []


@pytest.fixture
def four_people(here, requirement):
    """Ann has done it, Bea is under way and due soon, Cy is overdue, Di started today."""
    ann, _, bea, _ = (
        works_here(here, "Ann Able"),
        works_here(here, "Cy Clegg"),
        works_here(here, "Bea Barr", starts_on=days_ago(20)),
        works_here(here, "Di Dunn", new_starter=True),
    )
    finish_attempt(ann.person, requirement.modules.get(), here)
    start_attempt(bea.person, requirement.modules.get(), here)


def parts(response) -> dict[str, Share]:
    return {line.name: line.tally.share_done for line in response.context["part_lines"]}


def test_it_opens_on_what_needs_doing(look, four_people) -> None:
    doing = look().context["doing"]
    assert (doing.late, doing.due, doing.new_starters) == (Share(1, 4), Share(1, 4), Share(1, 2))


def test_each_of_it_leads_to_as_many_people(look, find, four_people) -> None:
    page = look().text
    for state, found in (("late", "Cy Clegg"), ("due", "Bea Barr"), ("new_starter", "Di Dunn")):
        assert (
            f"{reverse('dashboards:people', args=[look().context['organisation'].uuid])}?state={state}"
            in page
        )
        assert names(find(state=state)) == [found]


def test_without_new_starters_nothing_is_said_of_them(look, here) -> None:
    works_here(here, "Ann Able")
    assert "New starters" not in look().text


def test_each_module_is_counted_against_those_who_should(look, four_people) -> None:
    (line,) = look().context["modules"]
    tally = line.tally
    assert (tally.done, tally.due, tally.not_started, tally.overdue, tally.total) == (1, 1, 1, 1, 4)


def test_the_page_says_it_in_words_and_names_nobody(look, four_people) -> None:
    page = look().text
    for words in ("1 of 4", "25%", "Overdue", "Under way", "Not started", "Needs attention"):
        assert words in page
    assert "Cy Clegg" not in page


def test_who_is_paused_stands_beside_and_does_not_count(look, here, four_people) -> None:
    PauseFactory(membership=works_here(here, "Pam Paused"))
    (line,) = look().context["modules"]
    assert (line.tally.paused, line.tally.total) == (1, 4)
    assert "1 paused" in look().text


def test_figures_are_broken_down_by_one_of_four(look, here, requirement) -> None:
    site, team = SiteFactory(organisation=here, name="North"), TeamFactory(organisation=here, name="Ward 6")
    ann = works_here(here, "Ann Able", site=site, team=team)
    works_here(here, "Bea Barr", staff_group="medical")
    finish_attempt(ann.person, requirement.modules.get(), here)
    assert parts(look(by="site")) == {"North": Share(1, 1), "Without a site": Share(0, 1)}
    assert parts(look(by="team")) == {"Ward 6": Share(1, 1), "Without a team": Share(0, 1)}
    assert parts(look(by="role")) == {"Nurse": Share(1, 2)}
    assert parts(look()) == {
        "Nursing and midwifery registered": Share(1, 1),
        "Medical and dental": Share(0, 1),
    }


def test_one_module_can_be_broken_down(look, here, requirement) -> None:
    works_here(here, "Ann Able")
    RequirementFactory(organisation=here)
    assert list(parts(look(by="role")).values()) == [Share(0, 2)]
    one = look(by="role", module=requirement.modules.get().translation_key)
    assert list(parts(one).values()) == [Share(0, 1)]


def test_a_team_of_the_figures_leads_to_just_its_people(look, find, here) -> None:
    above = TeamFactory(organisation=here, name="Medicine")
    below = TeamFactory(organisation=here, name="Ward 6", parent=above)
    works_here(here, "Ann Able", team=above)
    works_here(here, "Bea Barr", team=below)
    assert f"?team={above.pk}&amp;alone=on&amp;state=late" in look(by="team").text
    assert names(find(team=above.pk, alone="on", state="late")) == ["Ann Able"]
    assert names(find(team=above.pk, state="late")) == ["Ann Able", "Bea Barr"]


def test_a_manager_of_a_team_sees_its_figures_and_its_people_alone(client, here) -> None:
    above = TeamFactory(organisation=here, name="Medicine")
    below = TeamFactory(organisation=here, name="Ward 6", parent=above)
    works_here(here, "Ann Able", team=below)
    works_here(here, "Bea Barr")
    client.force_login(AppointmentFactory(organisation=here, team=above).person)
    response = client.get(reverse("dashboards:organisation", args=[here.uuid]), {"by": "team"})
    assert response.context["doing"].late == Share(1, 1)
    assert parts(response) == {"Medicine › Ward 6": Share(0, 1)}  # noqa: RUF001
    people = client.get(reverse("dashboards:people", args=[here.uuid]))
    assert names(people) == ["Ann Able"]
    assert names(client.get(reverse("dashboards:people", args=[here.uuid]), {"state": "late"})) == [
        "Ann Able"
    ]
    assert "1 of 1" in client.get(reverse("dashboards:organisations")).text


def test_the_trend_is_of_month_ends_as_they_were_kept(look, here, requirement) -> None:
    member = works_here(here, "Ann Able")
    first, second = datetime.date(2026, 1, 31), datetime.date(2026, 2, 28)
    month_kept(here, first)
    finish_attempt(member.person, requirement.modules.get(), here)
    month_kept(here, second)
    MembershipFactory.create_batch(3, organisation=here)
    response = look()
    assert response.context["trend"].months == [(first, Share(0, 1)), (second, Share(1, 1))]
    assert "28 Feb 2026" in response.text


def test_an_organisation_says_what_it_aims_at(client, look, here, four_people) -> None:
    keeper = AppointmentFactory(organisation=here, capacity="administrator").person
    client.force_login(keeper)
    address = reverse("dashboards:thresholds", args=[here.uuid])
    assert "Enter a smaller number" in client.post(address, {"nearly": 30, "on_track": 25}).text
    assert client.post(address, {"nearly": 20, "on_track": 25}).status_code == 302
    (line,) = look().context["modules"]
    assert line.level.label == "On track"


def test_figures_that_are_not_up_to_date_say_so(look, here, four_people, monkeypatch) -> None:
    look()
    monkeypatch.setattr("learners.dashboards.views.organisation.catch_up", lambda key: False)
    assert "Newer ones are being worked out" in look().text


def test_people_who_are_asked_nothing_are_listed_and_not_counted(
    look, find, here, requirement, four_people
) -> None:
    requirement.roles.set([Role.objects.get(slug="nurse")])
    works_here(here, "Eve East", role=Role.objects.get(slug="volunteer"))
    assert look().context["doing"].late.total == 4
    assert "Eve East" in names(find())


def test_an_organisation_that_asks_for_nothing_says_so(look, here, requirement) -> None:
    requirement.ends_on = timezone.localdate() - datetime.timedelta(days=1)
    requirement.save()
    assert "Nothing to count yet" in look().text


def test_the_list_of_organisations_leads_to_each(look, here, client, four_people) -> None:
    page = client.get(reverse("dashboards:organisations")).text
    assert reverse("dashboards:organisation", args=[here.uuid]) in page
    assert "1 of 4" in page
