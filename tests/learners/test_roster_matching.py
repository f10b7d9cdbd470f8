"""Whom a line means: never by name alone, and never two people."""

import pytest

from learners.organisations.models import Membership
from learners.rosters.deciding.plan import Outcome
from learners.rosters.packing import unpack_plan
from tests.factories import MembershipFactory, OrganisationFactory, PersonFactory
from tests.factories.rosters import applied, bob, line, previewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    return OrganisationFactory(ods_code="RR8")


def decided(trust, *lines):
    return unpack_plan(previewed(trust, *lines).plan).rows


def test_by_number_whatever_the_address(trust) -> None:
    applied(trust, line())
    (row,) = decided(trust, line(work_email="", last_name="Bowman"))
    assert row.membership == Membership.objects.get().pk


def test_by_address_where_the_list_has_no_number(trust) -> None:
    applied(trust, line())
    (row,) = decided(trust, line(employee_number=""))
    assert row.membership == Membership.objects.get().pk


def test_by_registration_and_surname(trust) -> None:
    person = PersonFactory(first_name="Ann", last_name="Archer", professional_number="12A3456E")
    (row,) = decided(trust, line(employee_number="9", work_email="", prn="12a3456e"))
    assert row.person == person.pk


def test_never_by_registration_alone(trust) -> None:
    PersonFactory(last_name="Somebody", professional_number="12A3456E")
    (row,) = decided(trust, line(employee_number="9", work_email="", prn="12A3456E"))
    assert (row.outcome, row.person) == (Outcome.NEW, None)


def test_never_by_name_alone(trust) -> None:
    MembershipFactory(organisation=trust, person=PersonFactory(first_name="Ann", last_name="Archer"))
    (row,) = decided(trust, line())
    assert (row.outcome, row.person) == (Outcome.NEW, None)


def test_a_number_that_means_somebody_else(trust) -> None:
    applied(trust, line())
    (row,) = decided(trust, line(first_name="Zed", last_name="Zucker", work_email="zed@example.org"))
    assert row.outcome == Outcome.CONFLICT
    assert "Employee number 100 is Ann Archer here" in row.reason


def test_a_number_and_an_address_that_mean_two_people(trust) -> None:
    applied(trust, line(), bob())
    (row,) = decided(trust, line(work_email="bob.bright@example.org"))
    assert row.outcome == Outcome.CONFLICT


def test_an_address_of_somebody_with_another_name_says_no_name(trust) -> None:
    PersonFactory(first_name="Secret", last_name="Stranger", email="ann.archer@example.org")
    (row,) = decided(trust, line())
    assert row.outcome == Outcome.CONFLICT
    assert "Stranger" not in row.reason


def test_a_closed_account_is_not_opened_by_a_list(trust) -> None:
    PersonFactory(first_name="Ann", last_name="Archer", email="ann.archer@example.org", is_active=False)
    (row,) = decided(trust, line())
    assert row.outcome == Outcome.CONFLICT


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (line(3), "more than one line for 100"),
        (line(3, employee_number="101", first_name="Al"), "for more than one person"),
        (
            line(3, first_name="Al", last_name="Other", work_email="", assignment_number="2"),
            "different names",
        ),
    ],
)
def test_lines_of_one_list_that_cannot_all_be_right(trust, second, reason) -> None:
    first, other = decided(trust, line(), second)
    assert first.outcome == other.outcome == Outcome.CONFLICT
    assert reason in first.reason


def test_a_line_for_another_organisation_is_refused(trust) -> None:
    (row,) = decided(trust, line(org_ods_code="RXF"))
    assert row.outcome == Outcome.REFUSED
    assert "RXF" in row.reason


def test_a_line_with_a_fault_is_refused_with_it(trust) -> None:
    (row,) = decided(trust, line(faults=("First day “31/02/2026” is no date.",)))
    assert (row.outcome, row.reason) == (Outcome.REFUSED, "First day “31/02/2026” is no date.")


def test_somebody_who_comes_back_gets_a_new_membership(trust) -> None:
    applied(trust, line())
    Membership.objects.update(starts_on="2020-01-01", ends_on="2021-01-01")
    (row,) = decided(trust, line())
    assert (row.outcome, row.person) == (Outcome.NEW, Membership.objects.get().person_id)


def test_whoever_left_before_they_came_here_is_passed_over(trust) -> None:
    (row,) = decided(trust, line(active=False))
    assert row.outcome == Outcome.UNCHANGED
