"""A staff list: compared without writing, applied as one batch, the same twice, and undone."""

import datetime

import pytest
from django.utils import timezone

from learners.organisations.models import Membership, Team
from learners.people.models import User
from learners.rosters.actions import CannotApply, apply, drop, place_titles
from learners.rosters.deciding.plan import Outcome
from learners.rosters.models import RosterChange, RosterImport
from learners.rosters.packing import unpack_plan
from learners.rosters.undoing import undo
from modules.models import Role
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
    TeamFactory,
    finish_attempt,
)
from tests.factories.modules import ModuleFactory
from tests.factories.organisations import days_ago
from tests.factories.rosters import applied, bob, line, previewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    return OrganisationFactory(ods_code="RR8")


def rows(roster_import: RosterImport):
    return unpack_plan(roster_import.plan).rows


def outcomes(roster_import: RosterImport) -> list[str]:
    return [row.outcome for row in rows(roster_import)]


def everything() -> list:
    """All that a list can write, keys included."""
    return [
        sorted(model.objects.values_list(*fields))
        for model, fields in (
            (User, ("pk", "first_name", "last_name", "email", "professional_number", "is_active")),
            (Team, ("pk", "organisation", "name")),
        )
    ] + [list(Membership.objects.order_by("pk").values())]


def test_a_preview_writes_nothing_of_the_roster(trust) -> None:
    MembershipFactory(organisation=trust)
    before = everything()
    assert outcomes(previewed(trust, line(), bob())) == [Outcome.NEW, Outcome.NEW]
    assert everything() == before


def test_new_people_come_with_account_membership_and_team(trust) -> None:
    applied(trust, line(start_date=datetime.date(2026, 4, 1), prn="ab1234c", manager_email="m@example.org"))
    found = Membership.objects.get(organisation=trust)
    assert (found.person.first_name, found.person.email, found.person.professional_number) == (
        "Ann",
        "ann.archer@example.org",
        "AB1234C",
    )
    assert not found.person.has_usable_password()
    assert (found.team.name, found.role.slug, found.staff_group, found.job_title) == (
        "Ward 6",
        "nurse",
        "nursing",
        "Staff nurse",
    )
    assert (found.starts_on, found.ends_on) == (datetime.date(2026, 4, 1), None)
    assert (found.employee_number, found.manager_email) == ("100", "m@example.org")


def test_without_a_first_day_a_membership_begins_today(trust) -> None:
    applied(trust, line())
    assert Membership.objects.get(organisation=trust).starts_on == timezone.localdate()


def test_the_same_list_twice_changes_nothing(trust) -> None:
    lines = [
        line(),
        bob(leaving_date=days_ago(-30)),
        line(4, employee_number="300", work_email="", first_name="Cy"),
    ]
    applied(trust, *lines)
    before = everything()
    again = previewed(trust, *lines)
    assert outcomes(again) == [Outcome.UNCHANGED] * 3
    with pytest.raises(CannotApply, match="nothing to apply"):
        apply(roster_import=again)
    assert everything() == before


def test_somebody_known_elsewhere_keeps_one_account(trust) -> None:
    known = MembershipFactory(
        person=PersonFactory(first_name="Ann", last_name="Archer", email="ann.archer@example.org")
    )
    applied(trust, line(first_name="Anna"))
    assert set(known.person.memberships.values_list("organisation", flat=True)) == {
        known.organisation.pk,
        trust.pk,
    }
    known.person.refresh_from_db()
    assert known.person.first_name == "Ann"  # another employer's list does not rename them


def test_two_posts_of_one_person_make_one_account(trust) -> None:
    applied(trust, line(assignment_number="1"), line(3, assignment_number="2", department="Clinic"))
    assert User.objects.filter(email="ann.archer@example.org").count() == 1
    assert sorted(Membership.objects.values_list("assignment_number", "team__name")) == [
        ("1", "Ward 6"),
        ("2", "Clinic"),
    ]


@pytest.mark.parametrize(
    ("said", "outcome", "field", "value"),
    [
        ({"department": "Ward 7"}, Outcome.MOVED, "team__name", "Ward 7"),
        ({"job_role": "Sister"}, Outcome.CHANGED, "job_title", "Sister"),
        ({"last_name": "Bowman"}, Outcome.CHANGED, "person__last_name", "Bowman"),
        (
            {"work_email": "ann.bowman@example.org"},
            Outcome.CHANGED,
            "person__email",
            "ann.bowman@example.org",
        ),
        ({"staff_group": "students"}, Outcome.CHANGED, "staff_group", "students"),
        ({"leaving_date": datetime.date(2100, 1, 1)}, Outcome.LEAVING, "ends_on", datetime.date(2100, 1, 1)),
        ({"active": False}, Outcome.LEAVING, "ends_on", "yesterday"),
        ({"department": "", "job_role": "", "work_email": ""}, Outcome.UNCHANGED, "team__name", "Ward 6"),
    ],
)
def test_what_a_line_changes(trust, said, outcome, field, value) -> None:
    applied(trust, line(start_date=days_ago(100)))
    second = previewed(trust, line(**said))
    assert outcomes(second) == [outcome]
    if outcome != Outcome.UNCHANGED:
        apply(roster_import=second)
    wanted = days_ago(1) if value == "yesterday" else value
    assert Membership.objects.values_list(field, flat=True).get() == wanted
    assert set(outcomes(previewed(trust, line(**said)))) == {Outcome.UNCHANGED}


def test_whoever_has_signed_in_keeps_their_address(trust) -> None:
    applied(trust, line())
    User.objects.update(last_login=timezone.now())
    (row,) = rows(previewed(trust, line(work_email="somebody.else@example.org")))
    assert row.outcome == Outcome.UNCHANGED
    assert "only they can change" in row.reason


def test_a_list_that_names_everybody_ends_those_it_does_not_name(trust) -> None:
    people = [
        line(n, employee_number=f"{n}", work_email=f"p{n}@example.org", first_name=f"P{n}")
        for n in range(2, 22)
    ]
    applied(trust, *people)
    guest = MembershipFactory(organisation=trust)  # came by another way: no employee number
    whole = previewed(trust, *people[1:], is_whole=True)
    assert whole.counts["leaving"] == 1
    apply(roster_import=whole)
    gone = Membership.objects.get(employee_number="2")
    assert gone.ends_on in (days_ago(1), gone.starts_on)
    guest.refresh_from_db()
    assert guest.ends_on is None


def test_too_many_leavers_refuse_the_whole_list(trust) -> None:
    people = [line(n, employee_number=f"{n}", work_email=f"p{n}@example.org") for n in range(2, 12)]
    applied(trust, *people)
    with pytest.raises(CannotApply, match="2 of 10 people are not on this list"):
        apply(roster_import=previewed(trust, *people[2:], is_whole=True))
    assert not Membership.objects.exclude(ends_on=None).exists()


def test_job_titles_that_nobody_knows_wait_and_are_placed_once(trust) -> None:
    porter = line(staff_group="", job_role="Porter  Grade 2")
    first = applied(trust, porter)
    assert unpack_plan(first.plan).unknown_titles == {"Porter  Grade 2": 1}
    assert Membership.objects.get().role.slug == "not-known"
    clerk = Role.objects.get(slug="ward-clerk")
    place_titles(organisation=trust, roles={"Porter  Grade 2": clerk}, by=PersonFactory())
    applied(trust, porter)
    assert Membership.objects.get().role == clerk


def test_a_preview_that_is_out_of_date_is_made_again(trust) -> None:
    stale = previewed(trust, line())
    applied(trust, line())
    with pytest.raises(CannotApply, match="has changed since"):
        apply(roster_import=stale)
    stale.refresh_from_db()
    assert (stale.state, stale.counts["unchanged"]) == ("previewed", 1)


def test_applying_and_undoing_twice_is_once(trust) -> None:
    one = previewed(trust, line())
    apply(roster_import=one)
    apply(roster_import=one)
    assert Membership.objects.count() == 1
    undo(roster_import=one)
    undo(roster_import=one)
    assert Membership.objects.count() == 0


def test_undo_leaves_what_somebody_has_gone_on_from(trust) -> None:
    one = applied(trust, line(), bob())
    ann = User.objects.get(first_name="Ann")
    finish_attempt(ann, ModuleFactory(), trust)
    User.objects.filter(pk=ann.pk).update(last_login=timezone.now())
    Membership.objects.filter(person=ann).update(job_title="Matron")
    undone = undo(roster_import=one)
    assert Membership.objects.get().person == ann
    assert not User.objects.filter(first_name="Bob").exists()
    assert undone.counts["kept"] == 3  # her account, her post, and the team that it names


def test_a_team_that_others_joined_stays(trust) -> None:
    one = applied(trust, line())
    MembershipFactory(organisation=trust, team=Team.objects.get(name="Ward 6"))
    undo(roster_import=one)
    assert Team.objects.filter(name="Ward 6").exists()


def test_a_team_that_is_there_is_used(trust) -> None:
    TeamFactory(organisation=trust, name="Ward 6")
    applied(trust, line())
    assert Team.objects.filter(organisation=trust).count() == 1


def test_a_dropped_list_keeps_nothing(trust) -> None:
    one = previewed(trust, line())
    drop(roster_import=one)
    one.refresh_from_db()
    assert (one.state, bytes(one.lines), bytes(one.plan)) == ("dropped", b"", b"")


def test_an_applied_list_keeps_no_lines(trust) -> None:
    one = applied(trust, line())
    one.refresh_from_db()
    assert bytes(one.lines) == b""
    assert RosterChange.objects.filter(roster_import=one).count() == 3
