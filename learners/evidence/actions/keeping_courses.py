"""Keeping the courses that an organisation accepts."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from learners.evidence.actions.recording import hold
from learners.evidence.models import CompetenceMeaning, EquivalentCourse
from learners.organisations.models import Organisation


@transaction.atomic
def keep_course(*, organisation: Organisation, course: EquivalentCourse, by: Any) -> EquivalentCourse:
    """Add or change a course of an organisation. Completions that came of it stay as they are."""
    hold(organisation, by)
    course.organisation = organisation
    course.full_clean()
    course.save()
    log(organisation, "evidence.course", user=by, data={"course": course.title})
    return course


@transaction.atomic
def keep_meanings(*, organisation: Organisation, courses: dict[str, EquivalentCourse], by: Any) -> None:
    """Say for which course each competence stands, for this file and the next."""
    hold(organisation, by)
    for competence, course in courses.items():
        CompetenceMeaning.objects.update_or_create(
            organisation=organisation, competence=competence, defaults={"course": course}
        )
    log(organisation, "evidence.meanings", user=by, data={"competences": len(courses)})
