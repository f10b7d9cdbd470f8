"""The one e-mail. It names modules and days, and nothing of how somebody does or why: it is read over shoulders."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from learners.people.models import User
from learners.reminders.models import Digest
from learners.reminders.selectors import SPOKEN_OF, Week, mailable, preference_of, weeks_of
from learners.requirements.models import KeptStanding

SALT = "learners.reminders.stop"


@dataclass(frozen=True)
class Line:
    """A module, by when, and whether that day has passed."""

    title: str
    due: datetime.date
    is_late: bool


@dataclass(frozen=True)
class Letter:
    """A digest with what it says now."""

    digest: Digest
    lines: tuple[Line, ...]
    weeks: tuple[Week, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to say."""
        return not (self.lines or self.weeks)


def letter_of(digest: Digest) -> Letter:
    """What a digest says: of what was planned, what still holds. Done, left, paused or said stop: it falls out."""
    person = digest.person
    if not mailable().filter(pk=person.pk).exists():
        return Letter(digest, (), ())
    wants = preference_of(person)
    lines = _lines(digest) if wants.own else ()
    return Letter(digest, tuple(lines), tuple(weeks_of(person)) if digest.weekly and wants.weekly else ())


def hand_over(letter: Letter) -> None:
    """Hand the e-mail to the mail server. Raises what the mail server raises.

    Its Message-ID is always the same, so that a mailbox that is sent it twice can tell.
    """
    person, home = letter.digest.person, settings.WAGTAILADMIN_BASE_URL
    stop = f"{home}{reverse('reminders:stop', args=[stop_token(person)])}"
    context = {
        "first_name": person.first_name,
        "lines": letter.lines,
        "weeks": [(week, f"{home}{reverse('dashboards:organisation', args=[week.organisation.uuid])}")
                  for week in letter.weeks],
        "learning": f"{home}{reverse('home:my_learning')}",
        "stop": stop,
    }  # fmt: skip
    EmailMessage(
        "Your training" if letter.lines else "Training in your teams this week",
        render_to_string("emails/reminder.txt", context),
        settings.DEFAULT_FROM_EMAIL,
        [person.email],
        headers={
            "Message-ID": f"<reminder.{letter.digest.pk}@{urlsplit(home).hostname}>",
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    ).send()


def stop_token(person: User) -> str:
    """What stands in the link that stops reminders: signed, and tells nothing."""
    return Signer(salt=SALT).sign(person.actor_id.hex)


def person_of(token: str) -> User | None:
    """Whose link this is; None where nobody made it."""
    try:
        actor = uuid.UUID(Signer(salt=SALT).unsign(token))
    except (BadSignature, ValueError):
        return None
    return User.objects.filter(actor_id=actor, anonymised_at=None).first()


def _lines(digest: Digest) -> Iterable[Line]:
    """One for each module, whoever asks for it, by its earliest day."""
    planned = set(digest.mentions.values_list("organisation_id", "module_key"))
    rows = KeptStanding.objects.current().filter(
        person=digest.person, state__in=SPOKEN_OF, organisation__in={here for here, _ in planned}
    )
    today = timezone.localdate()
    found: dict[Any, Line] = {}
    for here, module, title, due in rows.order_by("due").values_list(
        "organisation_id", "module_key", "module__title", "due"
    ):
        if due and (here, module) in planned:
            found.setdefault(module, Line(title, due, due < today))
    return found.values()
