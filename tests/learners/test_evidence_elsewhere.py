"""What somebody did elsewhere counts once it is checked: one by one, or from an employer's file."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from learners.evidence.actions.importing import CannotApply, again, apply, drop, undo
from learners.evidence.actions.keeping_courses import keep_meanings
from learners.evidence.actions.recognising import AlreadyPutForward, propose, refuse, verify
from learners.evidence.models import EquivalentCourse, Recognition
from learners.evidence.planning import Outcome, Row, key_of
from learners.records.models import Certificate, Completion, Evidence
from learners.requirements.models import KeptStanding
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    RequirementFactory,
)
from tests.factories.evidence import CourseFactory, RecognitionFactory, award, brought_in, keeper_of
from tests.factories.organisations import days_ago
from tests.factories.standings import worked_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Any:
    return MembershipFactory(employee_number="100", assignment_number="100-1")


@pytest.fixture
def keeper(ann: Any) -> Any:
    return keeper_of(ann.organisation)


@pytest.fixture
def course(ann: Any) -> EquivalentCourse:
    return CourseFactory(organisation=ann.organisation)


def outcomes(file: Any) -> list[tuple[Outcome, str]]:
    return [(row.outcome, row.reason) for row in map(Row.read, file.rows)]


def matched(organisation: Any, course: Any, by: Any, competence: str = "Records") -> None:
    keep_meanings(organisation=organisation, courses={key_of(competence): course}, by=by)


def test_what_was_put_forward_counts_once_it_was_checked(ann: Any, keeper: Any, course: Any) -> None:
    RequirementFactory(organisation=ann.organisation, module=course.module)
    said = {"course": course, "organisation": ann.organisation, "done_on": days_ago(40), "note": "No 7"}
    proposed = propose(**said, by=ann.person)
    assert not Completion.objects.exists()
    with pytest.raises(AlreadyPutForward):
        propose(**said, by=ann.person)
    until = course.good_until(proposed.done_on)
    for _ in range(2):
        verify(recognition=proposed, expires_on=until, by=keeper)
    completion = Completion.objects.get()
    assert (completion.evidence, completion.expires_on) == (Evidence.ACCEPTED, until)
    assert not Certificate.objects.exists()
    worked_out(ann.organisation)
    assert KeptStanding.objects.current().get(person=ann.person).state == "compliant"


def test_what_was_refused_says_why_and_stays_so(ann: Any, keeper: Any, course: Any, client: Client) -> None:
    row = RecognitionFactory(course=course, person=ann.person)
    refuse(recognition=row, because="The certificate is another person's", by=keeper)
    verify(recognition=row, expires_on=None, by=keeper)
    assert not Completion.objects.exists()
    client.force_login(ann.person)
    assert "The certificate is another person" in client.get(reverse("elsewhere:elsewhere")).text


def test_only_an_administrator_of_the_organisation_checks(ann: Any, course: Any) -> None:
    row = RecognitionFactory(course=course, person=ann.person)
    for person in (ann.person, AppointmentFactory(organisation=ann.organisation).person):
        with pytest.raises(PermissionDenied):
            verify(recognition=row, expires_on=None, by=person)
    assert Recognition.objects.get().state == "proposed"


def test_a_networks_course_is_accepted_by_its_organisations(ann: Any, course: Any) -> None:
    network = NetworkMembershipFactory(organisation=ann.organisation).network
    theirs = CourseFactory(organisation=None, network=network)
    CourseFactory()
    found = EquivalentCourse.objects.of(ann.organisation, on=days_ago(0))
    assert set(found) == {course, theirs}


@pytest.mark.parametrize(
    ("done", "months", "until"),
    [("2024-02-29", 12, "2025-02-27"), ("2026-01-31", 1, "2026-02-27"), ("2026-03-02", 24, "2028-03-01")],
)
def test_months_are_counted_by_the_calendar(course: Any, done: str, months: int, until: str) -> None:

    course.months = months
    assert str(course.good_until(datetime.date.fromisoformat(done))) == until


def test_each_line_is_taken_or_refused_for_a_reason(ann: Any, keeper: Any, course: Any) -> None:
    here = ann.organisation
    MembershipFactory(organisation=here, employee_number="200")
    MembershipFactory(organisation=here, employee_number="200")
    matched(here, course, keeper)
    file = brought_in(
        here,
        award("100", "Records"),
        award("100", "Records"),
        award("", "Records", "2026-02-02", post="100-1"),
        award("", "Records"),
        award("200", "Records"),
        award("999", "Records"),
        award("100", "Fire"),
        award("100", "Records", ""),
        award("100", "Records", days_ago(-30).isoformat()),
        award("100", "Records", "2026-01-01", status="Expired"),
        by=keeper,
    )
    found = outcomes(file)
    assert [outcome for outcome, _ in found] == ["new", "already", "new", *["refused"] * 7]
    words = (
        "same",
        "",
        "name",
        "more than one",
        "Nobody who works",
        "which course",
        "when",
        "to come",
        "not met",
    )
    for (_, reason), word in zip(found[1:], words, strict=True):
        assert word in reason
    assert "KEYER" not in str(file.rows) + str(file.awards), "who keyed it in is nobody's name here"


def test_a_file_is_applied_once_and_taken_back_by_voiding(ann: Any, keeper: Any, course: Any) -> None:
    matched(ann.organisation, course, keeper)
    file = brought_in(ann.organisation, award("100", "Records"), by=keeper)
    for _ in range(2):
        apply(award_import=file, by=keeper)
    completion = Completion.objects.standing().get()
    assert completion.expires_on == course.good_until(datetime.date(2026, 3, 2))
    assert outcomes(brought_in(ann.organisation, award("100", "Records"), by=keeper))[0][0] == "already"
    for _ in range(2):
        undo(award_import=file, by=keeper)
    assert Completion.objects.count() == 1
    assert not Completion.objects.standing().exists()
    assert Recognition.objects.get().state == "taken_back"


def test_a_file_is_not_applied_as_previewed_where_something_changed(
    ann: Any, keeper: Any, course: Any
) -> None:
    matched(ann.organisation, course, keeper)
    file = brought_in(ann.organisation, award("100", "Records"), by=keeper)
    RecognitionFactory(course=course, person=ann.person, done_on="2026-03-02")
    with pytest.raises(CannotApply, match="changed"):
        apply(award_import=file, by=keeper)
    file.refresh_from_db()
    assert outcomes(file)[0][0] == "already"
    assert not Completion.objects.exists()


def test_a_competence_is_chosen_once(ann: Any, keeper: Any, course: Any) -> None:
    file = brought_in(ann.organisation, award("100", "RECORDS"), by=keeper)
    assert outcomes(file)[0][0] == "refused"
    matched(ann.organisation, course, keeper)
    assert outcomes(again(award_import=file, by=keeper))[0][0] == "new"


def test_a_file_of_one_person_is_theirs_who_was_named(ann: Any, keeper: Any, course: Any) -> None:
    matched(ann.organisation, course, keeper)
    file = brought_in(ann.organisation, award("", "Records"), by=keeper, employee="100")
    assert outcomes(file)[0][0] == "new"


def test_of_a_file_that_was_dropped_nothing_is_kept(ann: Any, keeper: Any) -> None:
    file = drop(award_import=brought_in(ann.organisation, award("100", "Records"), by=keeper), by=keeper)
    file.refresh_from_db()
    assert (file.awards, file.rows, file.state) == ([], [], "dropped")


def test_a_staff_list_is_refused_in_words(ann: Any, keeper: Any, client: Client, tmp_path: Any) -> None:
    client.force_login(keeper)
    path = tmp_path / "staff.csv"
    path.write_text("employee_number,last_name,work_email\n100,Archer,ann@example.org\n")
    with path.open("rb") as file:
        page = client.post(reverse("evidence:imports", args=[ann.organisation.uuid]), {"file": file})
    assert "not ESR" in page.text
