"""Proving that an address is one's own: six digits by e-mail, ten minutes, five tries."""

import datetime
import secrets
import uuid
from enum import Enum

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from learners.joining.models import EmailProof

SUBJECT = "Your code to join"
KEPT = datetime.timedelta(days=1)
TWICE = datetime.timedelta(minutes=1)  # a double click arrives within it


class Verdict(Enum):
    """What six digits did."""

    PROVEN = "proven"
    WRONG = "wrong"
    OVER = "over"


def send_digits(*, email: str) -> uuid.UUID:
    """Send six digits, and name the proof that waits for them. Raises OSError where the mail server takes nothing.

    The same e-mail goes to an address with an account and to one without: whoever asks learns nothing by asking.
    """
    digits = f"{secrets.randbelow(1_000_000):06}"
    EmailProof.objects.filter(sent_at__lt=timezone.now() - KEPT).delete()
    proof = EmailProof(sent_at=timezone.now())
    proof.digest = proof.digest_of(email=email, digits=digits)
    proof.save()
    body = render_to_string("emails/joining_code.txt", {"digits": f"{digits[:3]} {digits[3:]}"})
    headers = {"Auto-Submitted": "auto-generated"}
    EmailMessage(SUBJECT, body, settings.DEFAULT_FROM_EMAIL, [email], headers=headers).send()
    return proof.uuid


@transaction.atomic
def prove(*, proof: uuid.UUID, email: str, digits: str) -> Verdict:
    """Try six digits. The right ones twice are right twice; after too many wrong ones none is right any more."""
    found = EmailProof.objects.select_for_update().filter(uuid=proof).first()
    now = timezone.now()
    if found is None or found.is_over(now):
        return Verdict.OVER
    if not found.fits(email=email, digits=digits):
        found.tries += 1
        found.save(update_fields=["tries"])
        return Verdict.OVER if found.is_over(now) else Verdict.WRONG
    if found.proven_at is None:
        found.proven_at = now
        found.save(update_fields=["proven_at"])
    return Verdict.PROVEN


def spend(*, proof: uuid.UUID) -> bool:
    """Use a proof to come in by. Once, but for a double click: what the second does was done already."""
    now = timezone.now()
    proven = EmailProof.objects.filter(uuid=proof, proven_at__isnull=False)
    first = proven.filter(spent_at=None).update(spent_at=now)
    return bool(first) or proven.filter(spent_at__gt=now - TWICE).exists()
