"""Putting forward what was done elsewhere, checking it, and counting it or not."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.evidence.actions.recording import Given, add, hold, refuse_strangers
from learners.evidence.models import EquivalentCourse, Recognition
from learners.organisations.models import Organisation
from learners.records.models import Evidence


class AlreadyPutForward(Exception):
    """The same course on the same day waits or counts already."""


@transaction.atomic
def propose(
    *, course: EquivalentCourse, organisation: Organisation, done_on: datetime.date, note: str, by: Any
) -> Recognition:
    """Put forward that one did a course elsewhere. Raises AlreadyPutForward."""
    refuse_strangers(organisation, [by])
    Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    same = Recognition.objects.filter(
        person=by,
        course=course,
        organisation=organisation,
        done_on=done_on,
        state__in=[Recognition.State.PROPOSED, Recognition.State.COUNTED],
    )
    if same.exists():
        raise AlreadyPutForward("You have put this forward already.")
    return Recognition.objects.create(
        person=by,
        course=course,
        organisation=organisation,
        done_on=done_on,
        note=note,
        proposed_at=timezone.now(),
    )


@transaction.atomic
def verify(*, recognition: Recognition, expires_on: datetime.date | None, by: Any) -> Recognition:
    """Say that one has seen the proof: from then on it counts. What was decided before stays as it is."""
    hold(recognition.organisation, by)
    found = _locked(recognition)
    if found.state != Recognition.State.PROPOSED:
        return found
    refuse_strangers(found.organisation, [found.person])
    found.expires_on = expires_on
    count([found], by=by)
    log(found.organisation, "evidence.verify", user=by, data={"recognition": str(found.uuid)})
    return found


@transaction.atomic
def refuse(*, recognition: Recognition, because: str, by: Any) -> Recognition:
    """Do not accept it, for a reason that the person reads. What was decided before stays as it is."""
    if not because.strip():
        raise ValueError("Something is refused for a reason.")
    hold(recognition.organisation, by)
    found = _locked(recognition)
    if found.state == Recognition.State.PROPOSED:
        found.state, found.refused_because = Recognition.State.REFUSED, because.strip()[:300]
        found.verified_by, found.verified_at = by, timezone.now()
        found.save(update_fields=["state", "refused_because", "verified_by", "verified_at"])
        log(found.organisation, "evidence.refuse", user=by, data={"recognition": str(found.uuid)})
    return found


def count(recognitions: list[Recognition], *, by: Any) -> None:
    """Make completions of recognitions of one organisation that is held, and save them, new ones too."""
    if not recognitions:
        return
    completions = add(
        organisation=recognitions[0].organisation, given=[_given(each) for each in recognitions], by=by
    )
    now = timezone.now()
    for each, completion in zip(recognitions, completions, strict=True):
        each.state, each.completion = Recognition.State.COUNTED, completion
        each.verified_by, each.verified_at = by, now
    known = [each for each in recognitions if each.pk]
    Recognition.objects.bulk_update(
        known, ["state", "completion", "verified_by", "verified_at", "expires_on"]
    )
    Recognition.objects.bulk_create(each for each in recognitions if not each.pk)


def _given(recognition: Recognition) -> Given:
    course = recognition.course
    return Given(
        person=recognition.person,
        module=course.module,
        evidence=Evidence.ACCEPTED,
        on=recognition.done_on,
        expires_on=recognition.expires_on,
        reason=f"{course.title}, held by {course.issuer}",
    )


def _locked(recognition: Recognition) -> Recognition:
    rows = Recognition.objects.select_for_update(of=("self",)).select_related(
        "course__module", "person", "organisation"
    )
    return rows.get(pk=recognition.pk)
