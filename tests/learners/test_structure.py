"""The laws of organisations, sites, teams, posts, pauses and networks; kept by forms and by the database."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from learners.organisations.models import Membership, NetworkMembership, Organisation, Pause, Site, Team
from learners.organisations.scope import Scope
from modules.groups import ADMINISTRATORS
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    TeamFactory,
)
from tests.factories.organisations import days_ago
from tests.factories.structure import PauseFactory, SiteFactory
from tests.modules.desk import Desk, wrong

pytestmark = pytest.mark.django_db
LONG_AGO, JUNE, DECEMBER = datetime.date(2020, 1, 6), datetime.date(2026, 6, 1), datetime.date(2026, 12, 31)


@pytest.fixture
def ada() -> Desk:
    return Desk(PersonFactory(first_name="Ada", groups=[ADMINISTRATORS]))


def refused(row) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    return error.value.message_dict


def kept_by_the_database(make) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_an_organisation_takes_its_parent_days_and_minutes(ada) -> None:
    group = OrganisationFactory(name="Care Group")
    sent = {
        "name": "The House",
        "kind": "care_home",
        "ods_code": "",
        "cqc_id": "1-234",
        "parent": group.pk,
        "starts_on": "2020-01-06",
        "ends_on": "",
        "idle_minutes": "5",
    }
    ada.post("organisation:add", **sent)
    made = Organisation.objects.get(name="The House")
    assert (made.parent, made.starts_on, made.idle_minutes, made.cqc_id) == (group, LONG_AGO, 5, "1-234")
    assert "Care Group" in ada.get("organisation:index").content.decode()


@pytest.mark.parametrize(("minutes", "is_allowed"), [(4, False), (5, True), (60, True), (61, False)])
def test_an_idle_computer_signs_out_after_5_to_60_minutes(minutes, is_allowed) -> None:
    row = Organisation(name="The House", kind="care_home", idle_minutes=minutes)
    if is_allowed:
        row.full_clean()
        row.save()
    else:
        assert "idle_minutes" in refused(row)
        kept_by_the_database(row.save)


def test_an_organisation_ends_after_it_begins() -> None:
    row = OrganisationFactory.build(starts_on=DECEMBER, ends_on=JUNE)
    assert refused(row) == {"__all__": ["The last day is before the first."]}
    kept_by_the_database(row.save)


def test_an_organisation_is_never_above_itself(ada) -> None:
    top = OrganisationFactory()
    middle = OrganisationFactory(parent=top)
    low = OrganisationFactory(parent=middle)
    sent = {"name": top.name, "kind": "acute", "ods_code": "", "idle_minutes": "15", "parent": low.pk}
    answer = ada.post("organisation:edit", top.pk, **sent)
    assert wrong(answer) == {"parent": ["This organisation would belong to itself."]}
    low.parent = low
    assert "parent" in refused(low)


@pytest.mark.parametrize(("is_demo", "code"), [(True, "DEMO-BH1"), (False, "DEMO-BH1")])
def test_codes_of_the_demonstration_are_codes_nowhere_else(settings, is_demo, code) -> None:
    settings.DEMO_MODE = is_demo
    row = OrganisationFactory.build(ods_code=code)
    if is_demo:
        row.full_clean()
    else:
        assert refused(row) == {"ods_code": ["3 to 10 capital letters and digits."]}


def test_an_organisation_does_not_close_over_the_heads_of_its_people() -> None:
    hat = MembershipFactory()
    hat.organisation.ends_on = DECEMBER
    assert refused(hat.organisation)["ends_on"] == [
        "1 person is still in post after that day. End the posts first, or plan a merger."
    ]
    Membership.objects.update(ends_on=DECEMBER)
    hat.organisation.full_clean()


def test_an_organisation_does_not_close_within_a_network() -> None:
    row = NetworkMembershipFactory()
    row.organisation.ends_on = DECEMBER
    assert "still in a network" in refused(row.organisation)["ends_on"][0]


@pytest.mark.parametrize("factory", [MembershipFactory, NetworkMembershipFactory])
def test_nobody_stays_in_an_organisation_that_has_closed(factory) -> None:
    row = factory(organisation=OrganisationFactory(name="Old Trust", ends_on=JUNE), starts_on=LONG_AGO)
    assert refused(row) == {
        "ends_on": ["Old Trust closes on 1 June 2026. Give that day, or one before, as the last."]
    }
    row.ends_on = JUNE
    row.full_clean()


def test_organisations_that_are_open_on_a_day() -> None:
    always, closed = OrganisationFactory(), OrganisationFactory(ends_on=JUNE)
    later = OrganisationFactory(starts_on=DECEMBER)
    assert set(Organisation.objects.open(on=JUNE)) == {always, closed}
    assert set(Organisation.objects.open(on=DECEMBER)) == {always, later}


def test_a_manager_of_an_organisation_that_has_closed_still_sees_its_past() -> None:
    closed = OrganisationFactory(ends_on=days_ago(10))
    hat = MembershipFactory(organisation=closed, ends_on=days_ago(10))
    manager = AppointmentFactory(organisation=closed).person
    assert list(Scope.of(manager).organisations()) == [closed]
    assert not Scope.of(manager).roster(closed).exists()
    assert list(Scope(manager, days_ago(20)).roster(closed)) == [hat]


def test_a_team_stands_below_another_at_a_site(ada) -> None:
    site = SiteFactory()
    above = TeamFactory(organisation=site.organisation)
    sent = {"organisation": site.organisation_id, "name": "Ward 6", "parent": above.pk, "site": site.pk}
    ada.post("team:add", **sent)
    made = Team.objects.get(name="Ward 6")
    assert (made.parent, made.site) == (above, site)


@pytest.mark.parametrize(
    ("name", "factory", "word"), [("parent", TeamFactory, "team"), ("site", SiteFactory, "site")]
)
def test_a_team_keeps_to_its_organisation(ada, name, factory, word) -> None:
    sent = {"organisation": OrganisationFactory().pk, "name": "Ward 6", name: factory().pk}
    answer = ada.post("team:add", **{"parent": "", "site": ""} | sent)
    assert wrong(answer) == {name: [f"This {word} belongs to another organisation."]}


def test_a_team_is_never_above_itself() -> None:
    top = TeamFactory()
    low = TeamFactory(organisation=top.organisation, parent=top)
    top.parent = low
    assert refused(top) == {"parent": ["This team would be above itself."]}
    low.parent = low
    assert "parent" in refused(low)


def test_what_others_rest_on_does_not_change_its_organisation() -> None:
    team = TeamFactory(site=None)
    site = SiteFactory(organisation=team.organisation)
    MembershipFactory(organisation=team.organisation, team=team, site=site)
    for row in (team, site):
        row.organisation = OrganisationFactory()
        assert "organisation" in refused(row)


def test_names_and_codes_of_sites_are_each_there_once() -> None:
    site = SiteFactory(name="North", ods_code="RXA01")
    again = Site(organisation=site.organisation, name="North")
    assert refused(again) == {"__all__": ["This organisation already has a site of that name."]}
    kept_by_the_database(again.save)
    coded = Site(organisation=site.organisation, name="South", ods_code="RXA01")
    kept_by_the_database(coded.save)
    SiteFactory(name="North")


@pytest.mark.parametrize("name", ["team", "site"])
def test_a_hat_keeps_to_its_organisation(name) -> None:
    other = {"team": TeamFactory, "site": SiteFactory}[name]()
    hat = MembershipFactory()
    setattr(hat, name, other)
    assert refused(hat) == {name: [f"This {name} belongs to another organisation."]}


def test_a_post_with_a_number_is_open_once() -> None:
    hat = MembershipFactory(assignment_number="7")
    again = Membership(
        person=hat.person,
        organisation=hat.organisation,
        role=hat.role,
        staff_group="nursing",
        starts_on=days_ago(3),
        assignment_number="7",
    )
    assert refused(again) == {
        "__all__": ["This person already holds the post with this assignment number here."]
    }
    kept_by_the_database(again.save)
    Membership.objects.filter(pk=hat.pk).update(ends_on=days_ago(4))
    again.full_clean()
    again.save()


def test_hats_without_a_number_may_be_several() -> None:
    hat = MembershipFactory()
    MembershipFactory(person=hat.person, organisation=hat.organisation, starts_on=days_ago(3)).full_clean()


@pytest.mark.parametrize("factory", [MembershipFactory, PauseFactory, NetworkMembershipFactory])
def test_days_stand_in_order(factory) -> None:
    row = factory()
    row.ends_on = row.starts_on - datetime.timedelta(days=1)
    assert refused(row)["__all__"] == ["The last day is before the first."]
    kept_by_the_database(row.save)


def test_a_pause_lies_within_the_hat_and_in_no_other(ada) -> None:
    hat = MembershipFactory(starts_on=LONG_AGO, ends_on=DECEMBER)
    pause = PauseFactory(membership=hat, starts_on=JUNE, ends_on=datetime.date(2026, 6, 30))
    sent = {"membership": hat.pk, "starts_on": "2026-06-30", "ends_on": ""}
    assert wrong(ada.post("pause:add", **sent)) == {
        "__all__": ["They are paused already, from 1 June 2026 to 30 June 2026."]
    }
    outside = wrong(ada.post("pause:add", **sent | {"starts_on": "2027-01-01"}))
    assert outside == {"starts_on": ["The person is not there on that day."]}
    ada.post("pause:add", **sent | {"starts_on": "2026-07-01"})
    assert Pause.objects.exclude(pk=pause.pk).get().membership == hat


def test_an_organisation_sits_in_two_networks_but_in_each_once_at_a_time(ada) -> None:
    row = NetworkMembershipFactory(starts_on=LONG_AGO, ends_on=JUNE)
    NetworkMembershipFactory(organisation=row.organisation, starts_on=LONG_AGO).full_clean()
    sent = {"network": row.network_id, "organisation": row.organisation_id, "ends_on": ""}
    assert wrong(ada.post("networkmembership:add", **sent, starts_on="2026-06-01")) == {
        "__all__": ["This organisation is in this network already, from 6 January 2020 to 1 June 2026."]
    }
    ada.post("networkmembership:add", **sent, starts_on="2026-06-02")
    assert NetworkMembership.objects.filter(network=row.network).count() == 2
