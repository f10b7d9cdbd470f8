"""What is accepted from elsewhere, and what was put forward."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from learners.evidence.models import AwardImport, CompetenceMeaning, EquivalentCourse, Recognition
from learners.organisations.models import Membership, Organisation
from learners.organisations.scope import Scope


def courses_of(organisation: Organisation, on: datetime.date) -> QuerySet[EquivalentCourse]:
    """The courses that an organisation accepts today, its networks' among them."""
    found: QuerySet[EquivalentCourse] = EquivalentCourse.objects.of(organisation, on=on)
    return found


def own_courses(organisation: Organisation) -> QuerySet[EquivalentCourse]:
    """The courses that an organisation keeps itself, those of before included."""
    found: QuerySet[EquivalentCourse] = organisation.equivalent_courses.select_related("module")
    return found


def put_forward(scope: Scope, organisation: Organisation) -> QuerySet[Recognition]:
    """What waits for a decision, of the people whom this person may see; oldest first."""
    people = scope.roster(organisation).order_by().values("person")
    return (
        organisation.recognitions.waiting().complete().filter(person__in=people).order_by("proposed_at", "pk")
    )


def recognitions_of(person: Any) -> QuerySet[Recognition]:
    """What somebody put forward, or what was brought in for them."""
    return Recognition.objects.complete().filter(person=person)


def imports_of(organisation: Organisation) -> QuerySet[AwardImport]:
    """The files of awards that were brought in, newest first."""
    return organisation.award_imports.select_related("made_by").defer("awards", "rows")


def meanings_of(organisation: Organisation) -> dict[str, EquivalentCourse]:
    """What each competence stands for here, where that was chosen and the course still counts."""
    rows = CompetenceMeaning.objects.filter(organisation=organisation).select_related("course__module")
    today = timezone.localdate()
    return {
        row.competence: row.course
        for row in rows
        if row.course.ends_on is None or row.course.ends_on >= today
    }


def people_by_number(organisation: Organisation) -> dict[str, set[int]]:
    """Whose employee or assignment number each is here, of those who work here today."""
    found: dict[str, set[int]] = {}
    rows = Membership.objects.in_force(on=timezone.localdate()).filter(organisation=organisation).order_by()
    for person, *numbers in rows.values_list("person_id", "employee_number", "assignment_number"):
        for number in filter(None, numbers):
            found.setdefault(number, set()).add(person)
    return found


def counted_already(organisation: Organisation) -> set[tuple[int, int, datetime.date]]:
    """Person, course and day of what counts here already or waits to be checked."""
    rows = organisation.recognitions.filter(state__in=[Recognition.State.COUNTED, Recognition.State.PROPOSED])
    return set(rows.values_list("person_id", "course_id", "done_on"))
