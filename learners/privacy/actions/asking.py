"""A person asks to be forgotten, or thinks better of it."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.people.models import User
from learners.privacy.mail import Letter, send
from learners.privacy.models import ErasureRequest


@transaction.atomic
def ask_to_be_forgotten(*, by: User, recorded_by: Any = None) -> ErasureRequest:
    """Keep somebody's request, and write to them that it is here. One that waits already stays as it is.

    `recorded_by` is who writes it down for somebody who asked by letter or on the phone.
    """
    person = User.objects.select_for_update().get(pk=by.pk)
    if person.anonymised_at:
        raise ValueError("They are anonymised already.")
    if waiting := ErasureRequest.objects.waiting().filter(person=person).first():
        return waiting
    request = ErasureRequest.objects.create(person=person, recorded_by=recorded_by)
    if recorded_by:
        log(instance=request, action="privacy.record_request", user=recorded_by)
    send(Letter.RECEIVED, to=person.email, request=request)
    return request


@transaction.atomic
def withdraw_request(*, by: User) -> bool:
    """Take one's own request back. False where none waits: it was withdrawn or decided meanwhile."""
    User.objects.select_for_update().get(pk=by.pk)
    withdrawn = ErasureRequest.objects.waiting().filter(person=by)
    return bool(withdrawn.update(state=ErasureRequest.State.WITHDRAWN, settled_at=timezone.now()))
