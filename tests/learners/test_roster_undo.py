"""A list and its undoing leave everything as it was, whatever the list and whatever the roster."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learners.organisations.models import Membership, Organisation, Team
from learners.people.models import User
from learners.rosters.actions import CannotApply, apply
from learners.rosters.deciding.plan import Outcome
from learners.rosters.packing import pack_lines, pack_plan, unpack_lines, unpack_plan
from learners.rosters.reading.line import Line
from learners.rosters.undoing import undo
from tests.factories import OrganisationFactory
from tests.factories.rosters import applied, previewed

NUMBERS, NAMES = ("", "1", "2", "3"), ("Ann", "Bob", "Cy")
DAYS = st.none() | st.dates(datetime.date(2025, 1, 1), datetime.date(2027, 12, 31))


@st.composite
def lines(draw: st.DrawFn) -> list[Line]:
    """A small list in which the same few people, numbers and addresses come again and again."""
    made = []
    for number in range(2, 2 + draw(st.integers(1, 6))):
        mail = draw(st.sampled_from(("", "a@example.org", "b@example.org", "c@example.org")))
        employee = draw(st.sampled_from(NUMBERS if mail else NUMBERS[1:]))
        made.append(
            Line(
                number=number,
                employee_number=employee,
                work_email=mail,
                assignment_number=draw(st.sampled_from(("", "1", "2"))),
                first_name=draw(st.sampled_from(NAMES)),
                last_name=draw(st.sampled_from(("Archer", "Bright"))),
                department=draw(st.sampled_from(("", "Ward 6", "Ward 7"))),
                job_role=draw(st.sampled_from(("", "Porter", "Staff nurse"))),
                prn=draw(st.sampled_from(("", "12A3456E"))),
                start_date=draw(DAYS),
                leaving_date=draw(DAYS),
                active=draw(st.booleans()),
            )
        )
    return made


def everything() -> list[object]:
    return [list(model.objects.order_by("pk").values()) for model in (User, Team, Membership)]


def apply_what_can_be(organisation: Organisation, wanted: list[Line], *, is_whole: bool) -> object:
    try:
        return apply(roster_import=previewed(organisation, *wanted, is_whole=is_whole))
    except CannotApply:
        return None


ANY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.django_db
@ANY
@given(first=lines(), second=lines(), is_whole=st.booleans())
def test_what_is_applied_and_undone_was_never_there(
    first: list[Line], second: list[Line], is_whole: bool
) -> None:
    organisation = OrganisationFactory()
    apply_what_can_be(organisation, first, is_whole=False)
    before = everything()
    made = apply_what_can_be(organisation, second, is_whole=is_whole)
    if made:
        undone = undo(roster_import=made)
        assert undone.counts["kept"] == 0
    assert everything() == before


@pytest.mark.django_db
@ANY
@given(wanted=lines())
def test_a_second_time_nothing_is_left_to_do(wanted: list[Line]) -> None:
    organisation = OrganisationFactory()
    apply_what_can_be(organisation, wanted, is_whole=False)
    again = unpack_plan(previewed(organisation, *wanted).plan)
    assert [row for row in again.rows if row.writes] == []


@pytest.mark.django_db
@ANY
@given(wanted=lines())
def test_every_line_comes_to_one_outcome(wanted: list[Line]) -> None:
    plan = unpack_plan(previewed(OrganisationFactory(), *wanted).plan)
    assert [row.number for row in plan.rows] == [line.number for line in wanted]
    assert sum(plan.counts.values()) == len(wanted)
    assert all(row.reason for row in plan.rows if row.outcome in (Outcome.CONFLICT, Outcome.REFUSED))


@pytest.mark.django_db
@ANY
@given(wanted=lines())
def test_what_is_packed_comes_back_the_same(wanted: list[Line]) -> None:
    assert unpack_lines(pack_lines(wanted)) == wanted
    made = previewed(OrganisationFactory(), *wanted)
    assert pack_plan(unpack_plan(made.plan)) == bytes(made.plan)


@pytest.mark.django_db
def test_two_lists_are_undone_in_any_order() -> None:
    organisation = OrganisationFactory()
    empty = everything()[2]
    one = Line(number=2, employee_number="1", first_name="Ann", last_name="Archer", department="Ward 6")
    first = applied(organisation, one)
    second = applied(organisation, Line(number=2, employee_number="1", first_name="Ann", last_name="Bright"))
    undo(roster_import=second)
    undo(roster_import=first)
    assert everything()[2] == empty
