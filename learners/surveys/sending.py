"""Who is sent the link to a survey: once, as the one e-mail of a day, and not who left. `learners.posting` sends it."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from learners.organisations.models import Membership, Pause
from learners.posting import LEASE, Clock, Post, Tally
from learners.reminders.daily import is_quiet, take_day
from learners.reminders.models import Preference
from learners.reminders.selectors import mailable
from learners.surveys.models import Invitation, Token, Wave
from learners.surveys.tokens import digest_of, tokens_for

PAUSE = datetime.timedelta(days=1)  # before an address that was refused is tried again


@dataclass(frozen=True, slots=True)
class Letter:
    """An invitation with its link, which is kept nowhere."""

    invitation: Invitation
    link: str


def send_links(now: Clock = timezone.now) -> Tally:
    """Send what is due. Run again, whenever and however often, it sends only what was not sent."""
    post = Post(
        kind="Survey", is_quiet=is_quiet, lease=lease, hand_over=hand_over, sent=_sent, refused=_put_off
    )
    return post.send(list(due(now()).order_by("pk").values_list("pk", flat=True)), now)


def due(at: datetime.datetime) -> QuerySet[Invitation]:
    """Invitations to surveys that are open, of people who still work somewhere and want e-mails."""
    today = timezone.localdate(at)
    paused = Pause.objects.in_force(on=today).filter(membership=OuterRef("pk"))
    works = Membership.objects.in_force(on=today).filter(~Exists(paused), person=OuterRef("person"))
    silent = Preference.objects.filter(person=OuterRef("person"), own=False)
    return Invitation.objects.filter(
        Q(lease_until=None) | Q(lease_until__lte=at),
        Exists(works),
        ~Exists(silent),
        sent_on=None,
        wave__in=Wave.objects.taking_answers(on=today),
        person__in=mailable(),
    )


@transaction.atomic(durable=True)
def lease(key: int, at: datetime.datetime) -> Letter | None:
    """Take one for this sender alone, by an UPDATE that only one can win. None: another did, or it is not due.

    Nor is it where somebody has another e-mail that day: then it waits for the next.
    """
    found = due(at).filter(pk=key).select_related("wave", "person").first()
    if not found or not take_day(person=found.person_id, day=timezone.localdate(at), letter=f"survey.{key}"):
        return None
    if not due(at).filter(pk=key).update(lease_until=at + LEASE):
        return None
    links = {digest_of(token): token for token in tokens_for(found.wave, found.person)}
    known = Token.objects.filter(pk__in=links).values_list("pk", flat=True).first()
    return Letter(found, _absolute(links[known])) if known else None


def hand_over(letter: Letter) -> None:
    """Hand it to the mail server. Raises what the mail server raises."""
    wave, person = letter.invitation.wave, letter.invitation.person
    context = {"first_name": person.first_name, "wave": wave, "link": letter.link}
    EmailMessage(
        "A short survey: how is sharing where you work?",
        render_to_string("emails/survey.txt", context),
        settings.DEFAULT_FROM_EMAIL,
        [person.email],
        headers={
            "Message-ID": f"<survey.{letter.invitation.pk}@{urlsplit(_home()).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    ).send()


def _home() -> str:
    return str(settings.WAGTAILADMIN_BASE_URL)


def _absolute(token: str) -> str:
    return f"{_home()}{reverse('surveys:ask', args=[token])}"


def _sent(letter: Letter, at: datetime.datetime) -> None:
    rows = Invitation.objects.filter(pk=letter.invitation.pk, sent_on=None)
    rows.update(sent_on=timezone.localdate(at), lease_until=None)


def _put_off(letter: Letter, at: datetime.datetime) -> None:
    Invitation.objects.filter(pk=letter.invitation.pk, sent_on=None).update(lease_until=at + PAUSE)
