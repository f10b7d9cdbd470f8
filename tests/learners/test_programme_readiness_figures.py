"""Who sees which figures of readiness, and how training came along week by week."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from learners.dashboards.figures import Share
from learners.programme.models import Milestone
from learners.programme.readiness import facts
from learners.programme.readiness.drawing import BurnUp, weeks_until
from learners.programme.selectors.readiness import readiness_for_lead, readiness_for_organisation
from learners.requirements.models import KeptStanding
from modules.models import Role
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    RequirementFactory,
    TeamFactory,
    finish_attempt,
)
from tests.factories.organisations import days_ago
from tests.factories.readiness import milestone_in, ready_milestone, settled, staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is taught that is not shared, and attitudes were asked."""
    monkeypatch.setattr(facts, "gaps_of", lambda *args, **kwargs: [])
    monkeypatch.setattr(facts, "baseline_taken", lambda *args: True)


@pytest.fixture
def here() -> Any:
    """An organisation's time in a network."""
    return NetworkMembershipFactory()


def page_of(milestone: Milestone, organisation: Any) -> str:
    return reverse("readiness:organisation", args=[organisation.uuid, milestone.uuid])


def test_a_manager_reads_every_team_and_shift_of_their_own_organisation_only(
    signed_in: Any, here: Any
) -> None:
    other = NetworkMembershipFactory(network=here.network).organisation
    milestone = ready_milestone(here.network, here.organisation, other)
    night = TeamFactory(organisation=here.organisation, name="Night round", shift="nights")
    staff(here.organisation, milestone.modules.get(), trained=1, others=2, team=night)
    settled(here.organisation)
    manager = AppointmentFactory(organisation=here.organisation).person
    page = signed_in(manager).get(page_of(milestone, here.organisation)).text
    for words in (
        "Night round (1 of 3)",
        "Nights, across teams (1 of 3)",
        f"Ward of {here.organisation}",
        "9 of 10",
    ):
        assert words in page
    assert other.name not in page


def test_a_manager_of_one_team_reads_of_no_other(signed_in: Any, here: Any) -> None:
    milestone = ready_milestone(here.network, here.organisation)
    night = TeamFactory(organisation=here.organisation, name="Night round", shift="nights")
    staff(here.organisation, milestone.modules.get(), trained=1, others=2, team=night)
    settled(here.organisation)
    manager = AppointmentFactory(organisation=here.organisation, team=night).person
    page = signed_in(manager).get(page_of(milestone, here.organisation)).text
    assert "Night round (1 of 3)" in page
    assert "You see your teams." in page
    for words in ("Ward of", "9 of 10", "across teams"):
        assert words not in page
    assert "1 of 3</td>" in page.split("week by week")[-1]  # nor is the burn-up of everybody


def test_the_lead_reads_of_no_team_and_no_small_number(signed_in: Any, here: Any) -> None:
    few = NetworkMembershipFactory(network=here.network).organisation
    many = NetworkMembershipFactory(network=here.network).organisation
    milestone = ready_milestone(here.network)
    module = milestone.modules.get()
    for organisation, trained, others in ((here.organisation, 23, 24), (few, 2, 1), (many, 31, 33)):
        team = TeamFactory(organisation=organisation, name=f"Ward of {organisation}")
        staff(organisation, module, trained=trained, others=others, team=team)
        settled(organisation)
    lead = AppointmentFactory(network_lead=True, network=here.network).person
    url = reverse("readiness:milestone", args=[here.network.slug, milestone.uuid])
    page = signed_in(lead).get(url).text
    assert "Not every team and shift has reached 80%" in page
    assert "Ward of" not in page
    assert "about 30 of 65" in page
    assert "2 of 3" not in page
    found = {line.name: line.share for line in readiness_for_lead(milestone, timezone.localdate()).lines}
    assert found == {here.organisation.name: None, few.name: None, many.name: Share(30, 65)}


def test_where_the_whole_is_one_small_team_no_week_is_shown(here: Any) -> None:
    milestone = ready_milestone(here.network)
    staff(here.organisation, milestone.modules.get(), trained=2, others=1)
    found = readiness_for_lead(milestone, timezone.localdate())
    assert [line.share for line in found.lines] == [None]
    assert found.burn_up is None


def test_people_without_a_team_count_as_one(here: Any) -> None:
    milestone = ready_milestone(here.network)
    staff(here.organisation, milestone.modules.get(), trained=1, others=3)
    found = readiness_for_organisation(milestone, here.organisation, timezone.localdate(), None)
    assert [(line.name, line.share) for line in found.lines] == [("People without a team", Share(1, 4))]


def test_roles_that_it_does_not_touch_are_not_counted(here: Any) -> None:
    milestone = ready_milestone(here.network, here.organisation)
    doctor = Role.objects.get(slug="doctor")
    staff(here.organisation, milestone.modules.get(), others=5, role=doctor)
    found = readiness_for_organisation(milestone, here.organisation, timezone.localdate(), None)
    assert [line.share for line in found.lines] == [Share(9, 10), Share(9, 10)]
    assert found.burn_up
    assert found.burn_up.weeks[-1][1] == Share(9, 10)


def test_the_burn_up_shows_what_was_known_each_week(here: Any) -> None:
    milestone = ready_milestone(here.network)
    module = milestone.modules.get()
    hats = staff(here.organisation, module, trained=1, others=2, since=days_ago(15))
    later = KeptStanding.objects.get(person=hats[1].person)
    KeptStanding.objects.filter(pk=later.pk).update(to_on=days_ago(4))
    later.pk, later.state, later.from_on = None, "compliant", days_ago(3)
    later.save()
    found = readiness_for_organisation(milestone, here.organisation, timezone.localdate(), None).burn_up
    assert found
    shares = [share and (share.number, share.total) for _, share in found.weeks]
    assert shares == [(1, 3), (1, 3), (2, 3)]
    assert [day for day, _ in found.weeks] == [days_ago(14), days_ago(7), days_ago(0)]


def test_after_the_go_live_the_burn_up_ends_with_that_day(here: Any) -> None:
    milestone = ready_milestone(here.network, on=days_ago(10), status="live")
    staff(here.organisation, milestone.modules.get(), trained=5)
    found = readiness_for_organisation(milestone, here.organisation, timezone.localdate(), None).burn_up
    assert found
    assert found.weeks[-1] == (days_ago(10), Share(5, 5))


def test_a_day_for_which_it_was_only_planned_does_not_end_the_burn_up(here: Any) -> None:
    milestone = ready_milestone(here.network, on=days_ago(10))
    staff(here.organisation, milestone.modules.get(), trained=5)
    ends = []
    for status in ("planned", "live"):
        milestone.status = status
        found = readiness_for_organisation(milestone, here.organisation, timezone.localdate(), None).burn_up
        assert found
        ends.append(found.weeks[-1][0])
    assert ends == [days_ago(0), days_ago(10)]


def test_whoever_moved_to_another_team_is_counted_there_from_then_on(here: Any) -> None:
    milestone = ready_milestone(here.network)
    one, other = (TeamFactory(organisation=here.organisation) for _ in range(2))
    moved = staff(here.organisation, milestone.modules.get(), trained=1, team=one)[0]
    staff(here.organisation, milestone.modules.get(), others=2, team=one)
    moved.ends_on = days_ago(8)
    moved.save()
    MembershipFactory(
        person=moved.person,
        organisation=here.organisation,
        role=moved.role,
        team=other,
        starts_on=days_ago(7),
    )
    shares = []
    for team in (one, other):
        found = readiness_for_organisation(
            milestone, here.organisation, timezone.localdate(), frozenset({team.pk})
        ).burn_up
        assert found
        shares.append([share and (share.number, share.total) for _, share in found.weeks[-3:]])
    assert shares == [[(1, 3), (0, 2), (0, 2)], [(0, 0), (1, 1), (1, 1)]]


def test_where_all_are_excused_or_nobody_works_nothing_is_drawn_too_high(here: Any) -> None:
    milestone = ready_milestone(here.network)
    staff(here.organisation, milestone.modules.get(), trained=2, since=days_ago(0))
    KeptStanding.objects.update(state="paused")
    found = readiness_for_organisation(milestone, here.organisation, timezone.localdate(), None)
    assert found.lines == []
    assert found.burn_up
    assert [(share.number, share.total) for _, share in found.burn_up.weeks if share] == [(0, 0)]
    assert found.burn_up.points == []
    assert "all are excused" in found.verdict.conditions[3].why


def test_what_people_really_did_is_what_is_counted(signed_in: Any, here: Any) -> None:
    module = ModuleFactory()
    RequirementFactory(organisation=here.organisation, module=module)
    done, _ = (MembershipFactory(organisation=here.organisation) for _ in range(2))
    finish_attempt(done.person, module, here.organisation)
    milestone = milestone_in(here.network, organisation=here.organisation, modules=[module])
    manager = AppointmentFactory(organisation=here.organisation).person
    page = signed_in(manager).get(page_of(milestone, here.organisation)).text
    assert "People without a team (1 of 2)" in page


def test_a_milestone_of_another_place_is_not_found(signed_in: Any, here: Any) -> None:
    elsewhere = NetworkMembershipFactory()
    theirs = [
        milestone_in(elsewhere.network),
        milestone_in(here.network, organisation=NetworkMembershipFactory(network=here.network).organisation),
    ]
    client = signed_in(AppointmentFactory(organisation=here.organisation).person)
    assert [client.get(page_of(each, here.organisation)).status_code for each in theirs] == [404, 404]
    lead = AppointmentFactory(network_lead=True, network=here.network).person
    url = reverse("readiness:milestone", args=[here.network.slug, theirs[0].uuid])
    assert signed_in(lead).get(url).status_code == 404


def test_milestones_of_an_organisation_are_listed_without_dropped_ones(signed_in: Any, here: Any) -> None:
    milestone_in(here.network, title="For everybody")
    milestone_in(here.network, title="For us", organisation=here.organisation)
    milestone_in(here.network, title="Never more", status="dropped")
    milestone_in(NetworkMembershipFactory().network, title="Theirs")
    client = signed_in(AppointmentFactory(organisation=here.organisation).person)
    page = client.get(reverse("readiness:milestones", args=[here.organisation.uuid])).text
    assert "For everybody" in page
    assert "For us" in page
    assert "Never more" not in page
    assert "Theirs" not in page


def test_many_organisations_and_teams_cost_no_more_queries_than_few(signed_in: Any, here: Any) -> None:
    def queries(url: str, person: Any) -> int:
        client = signed_in(person)
        client.get(url)  # works out the day's figures first
        with CaptureQueriesContext(connection) as caught:
            client.get(url)
        return len(caught)

    milestone = ready_milestone(here.network, here.organisation)
    lead = AppointmentFactory(network_lead=True, network=here.network).person
    manager = AppointmentFactory(organisation=here.organisation).person
    of_all = reverse("readiness:milestone", args=[here.network.slug, milestone.uuid])
    of_one = page_of(milestone, here.organisation)
    staff(here.organisation, milestone.modules.get(), trained=8, others=8)  # enough to show the lead
    settled(here.organisation)
    few = queries(of_all, lead), queries(of_one, manager)
    for _ in range(4):
        other = NetworkMembershipFactory(network=here.network).organisation
        staff(other, milestone.modules.get(), trained=2, team=TeamFactory(organisation=other))
        settled(other)
        team = TeamFactory(organisation=here.organisation, shift="nights")
        staff(here.organisation, milestone.modules.get(), trained=1, others=1, team=team, since=days_ago(90))
    settled(here.organisation)
    assert (queries(of_all, lead), queries(of_one, manager)) == few


@pytest.mark.parametrize(
    ("first", "count"), [("2026-05-01", 1), ("2026-04-01", 5), ("2020-01-01", 27), ("2026-06-01", 1)]
)
def test_weeks_go_back_half_a_year_at_most(first: str, count: int) -> None:
    days = weeks_until(datetime.date(2026, 5, 1), datetime.date.fromisoformat(first))
    assert len(days) == count
    assert days[-1] == datetime.date(2026, 5, 1)


@pytest.mark.parametrize(("ahead", "x"), [(0, 588), (7, 396), (10, 476), (700, None)])
def test_the_go_live_day_is_drawn_where_it_lies_and_nothing_is_drawn_ahead(ahead: int, x: int | None) -> None:
    today = datetime.date(2026, 5, 1)
    weeks = [
        (day, Share(number, 10)) for number, day in enumerate(weeks_until(today, datetime.date(2026, 4, 17)))
    ]
    drawn = BurnUp(weeks, today + datetime.timedelta(days=ahead), threshold=80)
    assert len(drawn.points) == len(weeks) == 3
    assert drawn.threshold_y == 40
    if ahead == 7:
        x = 12 + 576 // 3 * 3
    if ahead == 10:
        x = 12 + 576 // 4 * 24 // 7
    assert drawn.goes_live_x == x
