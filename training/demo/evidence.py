"""Learned elsewhere, in the demonstration: a course that stands for a module, one that waits, and a correction."""

import datetime
from dataclasses import replace

from django.utils import timezone

from learners.evidence.actions import Given, correct, record
from learners.evidence.actions.keeping_courses import keep_course
from learners.evidence.actions.recognising import propose
from learners.evidence.models import EquivalentCourse
from learners.organisations.models import Appointment, Membership, Organisation
from learners.people.models import User
from learners.records.models import Evidence
from modules.models import ModulePage

WHERE = "Brackwater Hospitals"


def bring_evidence(*, module: ModulePage, clinician: User) -> None:
    """Keep a course, put one forward, record a talk-through and correct it. `clinician` works at `WHERE`."""
    organisation = Organisation.objects.get(name=WHERE)
    keeper = Appointment.objects.filter(organisation=organisation, capacity="administrator").first()
    if keeper is None:
        return
    today = timezone.localdate()
    month_ago = today - datetime.timedelta(days=30)
    course = EquivalentCourse(
        module=module,
        title="Shared records at the bedside",
        issuer="Northern Academy of Care (fictional)",
        scope="When to look, and whom to ask first.",
        months=24,
        starts_on=today - datetime.timedelta(days=200),
    )
    keep_course(organisation=organisation, course=course, by=keeper.person)
    propose(
        course=course,
        organisation=organisation,
        done_on=month_ago,
        note="Certificate 1204, kept by the ward",
        by=clinician,
    )
    _talk_through(organisation, keeper.person, module, month_ago)


def _talk_through(organisation: Organisation, keeper: User, module: ModulePage, day: datetime.date) -> None:
    """Recorded a day too late for somebody, and put right."""
    hats = Membership.objects.in_force(on=timezone.localdate()).filter(organisation=organisation)
    hat = hats.select_related("person").order_by("pk").last()
    if hat is None:
        return
    given = Given(
        person=hat.person,
        module=module,
        evidence=Evidence.OBSERVED,
        on=day,
        reason="The ward sister talked it through with them.",
    )
    wrong = record(organisation=organisation, given=given, by=keeper)
    correct(
        completion=wrong,
        organisation=organisation,
        reason="The day was wrong: it was the day before.",
        by=keeper,
        right=replace(given, on=day - datetime.timedelta(days=1)),
    )
