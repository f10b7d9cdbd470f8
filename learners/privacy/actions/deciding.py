"""An administrator decides on a request."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.people.models import User
from learners.privacy.actions.anonymising import anonymise
from learners.privacy.mail import Letter, send
from learners.privacy.models import ErasureRequest


def may_decide(request: ErasureRequest, by: User) -> bool:
    """Nobody decides on themselves; only somebody with all permissions on somebody who has them."""
    allowed = by.has_perm("privacy.decide_erasurerequest") and request.person_id != by.pk
    return allowed and (by.is_superuser or not request.person.is_superuser)


@transaction.atomic
def grant(*, request: ErasureRequest, by: User, reason: str) -> bool:
    """Anonymise whoever asked, and write to them that it is done. False where it was settled meanwhile.

    Raises NotNow where something stands against it, and PermissionDenied.
    """
    found = _waiting(request, by)
    if found is None:
        return False
    address = found.person.email
    _settle(found, ErasureRequest.State.DONE, by=by, reason=reason)
    anonymise(person=found.person, by=by, reason=reason)
    send(Letter.DONE, to=address, request=found)
    return True


@transaction.atomic
def refuse(*, request: ErasureRequest, by: User, reason: str) -> bool:
    """Refuse, and write to the person why. False where it was settled meanwhile. Raises PermissionDenied."""
    found = _waiting(request, by)
    if found is None:
        return False
    _settle(found, ErasureRequest.State.REFUSED, by=by, reason=reason)
    log(instance=found, action="privacy.refuse", user=by, data={"reason": found.reason})
    send(Letter.REFUSED, to=found.person.email, request=found)
    return True


def _waiting(request: ErasureRequest, by: User) -> ErasureRequest | None:
    """The request, locked in the order in which all lock: person first. None where it waits no more."""
    if not may_decide(request, by):
        raise PermissionDenied
    person = User.objects.select_for_update().get(pk=request.person_id)
    found = ErasureRequest.objects.select_for_update().waiting().filter(pk=request.pk).first()
    if found:
        found.person = person
    return found


def _settle(request: ErasureRequest, state: ErasureRequest.State, *, by: User, reason: str) -> None:
    if not reason.strip():
        raise ValueError("A request is decided for a reason.")
    request.state, request.settled_at = state, timezone.now()
    request.decided_by, request.reason = by, reason.strip()
    request.save()
