"""Courses held elsewhere, what was put forward, files of awards, and what an administrator recorded."""

import datetime
import io
from typing import Any

import factory
from django.utils import timezone

from learners.evidence.actions import Given, record
from learners.evidence.actions.importing import preview
from learners.evidence.models import AwardImport, EquivalentCourse, Recognition
from learners.records.models import Completion, Evidence
from learners.rosters.reading.compliance import awards
from learners.rosters.reading.file import open_roster
from tests.factories.modules import ModuleFactory
from tests.factories.organisations import AppointmentFactory, OrganisationFactory, days_ago
from tests.factories.people import PersonFactory

HEAD = (
    "Employee Number,Assignment Number,Competence Name,Compliance Status,Date Last Awarded,Expiry Date,"
    "Last Updated By"
)


class CourseFactory(factory.django.DjangoModelFactory[EquivalentCourse]):
    """A course of an academy, good for two years, accepted for the last year."""

    class Meta:
        model = EquivalentCourse

    organisation = factory.SubFactory(OrganisationFactory)
    module = factory.SubFactory(ModuleFactory)
    title = "Records at the bedside"
    issuer = "North Academy"
    months = 24
    starts_on = factory.LazyFunction(lambda: days_ago(365))


class RecognitionFactory(factory.django.DjangoModelFactory[Recognition]):
    """Something done a month ago that waits to be checked."""

    class Meta:
        model = Recognition

    person = factory.SubFactory(PersonFactory)
    course = factory.SubFactory(CourseFactory)
    organisation = factory.SelfAttribute("course.organisation")
    done_on = factory.LazyFunction(lambda: days_ago(30))
    note = "Certificate 77"
    proposed_at = factory.LazyFunction(timezone.now)


def keeper_of(organisation: Any) -> Any:
    """An administrator of an organisation."""
    return AppointmentFactory(capacity="administrator", organisation=organisation).person


def talked_through(
    membership: Any, module: Any, *, by: Any, on: datetime.date | None = None, reason: str = "Talked through"
) -> Completion:
    """A completion that was observed: ten days ago, unless said otherwise."""
    given = Given(
        person=membership.person,
        module=module,
        evidence=Evidence.OBSERVED,
        on=on or days_ago(10),
        reason=reason,
    )
    return record(organisation=membership.organisation, given=given, by=by)


def award(
    number: str, competence: str, day: str = "2026-03-02", *, post: str = "", status: str = "Compliant"
) -> str:
    """One line of a file of awards, which somebody else keyed in."""
    return f"{number},{post},NHS|LOCAL|{competence}|,{status},{day},,KEYER"


def brought_in(organisation: Any, *lines: str, by: Any, employee: str = "") -> AwardImport:
    """A file of awards, previewed."""
    text = "\n".join([HEAD, *lines, ""])
    with open_roster(io.BytesIO(text.encode()), name="awards.csv") as file:
        read = list(awards(file))
    return preview(organisation=organisation, awards=read, name="awards.csv", employee=employee, by=by)


def evidence_parts(membership: Any) -> dict[str, Any]:
    """What addresses of evidence name, in one organisation."""
    organisation = membership.organisation
    course = CourseFactory(organisation=organisation)
    return {
        "course": course.uuid,
        "recognition": RecognitionFactory(course=course, person=membership.person).uuid,
        "award_import": brought_in(organisation, by=keeper_of(organisation)).uuid,
    }
