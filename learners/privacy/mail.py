"""What somebody is told by e-mail about their request. It is sent once everything is written, or not at all."""

import logging
from enum import StrEnum
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from learners.privacy.models import ErasureRequest

logger = logging.getLogger(__name__)


class Letter(StrEnum):
    """What is told, by the name of its template."""

    RECEIVED = "erasure_received"
    REFUSED = "erasure_refused"
    DONE = "erasure_done"

    @property
    def subject(self) -> str:
        """Above the letter."""
        return SUBJECTS[self]


SUBJECTS = {
    Letter.RECEIVED: "You asked us to forget you",
    Letter.REFUSED: "Our answer to your request to be forgotten",
    Letter.DONE: "Your name is gone from our training service",
}


def send(letter: Letter, *, to: str, request: ErasureRequest) -> None:
    """Send a letter after the transaction. Who has no address is told by nobody here: the CMS says so."""
    if not to:
        return
    context = {
        "reason": request.reason,
        "answer_by": request.answer_by,
        "address": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('privacy:my_data')}",
    }
    message = EmailMessage(
        letter.subject,
        render_to_string(f"emails/{letter}.txt", context),
        settings.DEFAULT_FROM_EMAIL,
        [to],
        headers={"Auto-Submitted": "auto-generated"},
    )
    transaction.on_commit(partial(_hand_over, message, letter), robust=True)


def _hand_over(message: EmailMessage, letter: Letter) -> None:
    """What fails is logged without the address: it must be nowhere once somebody is forgotten."""
    try:
        message.send()
    except (SMTPException, OSError, ValueError) as problem:
        logger.warning("A letter (%s) was not sent: %s.", letter, type(problem).__name__)
