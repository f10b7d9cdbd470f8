"""The e-mail of a booster; how it is leased and marked. `learners.posting` sends it."""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from learners.boosters.links import address, hash_of, token_of
from learners.boosters.models import Booster
from learners.boosters.planning import Chosen, drawn, due_of, people_due
from learners.boosters.selectors import wanting
from learners.posting import LEASE, Clock, Post, Tally
from learners.reminders.daily import is_quiet, take_day

SUBJECT = "Three questions, two minutes"


def send_boosters(now: Clock = timezone.now) -> Tally:
    """Send what is due now. Run again, whenever and however often, it sends only what was not sent."""
    if is_quiet(now()):
        return Tally()
    post = Post(kind="Booster of person", is_quiet=is_quiet, lease=lease, hand_over=hand_over,
                sent=_sent, refused=_refused)  # fmt: skip
    return post.send(people_due(now()), now)


@transaction.atomic(durable=True)
def lease(person: int, at: datetime.datetime) -> Booster | None:
    """Take somebody's one booster of this day for this sender alone. None: another did, or nothing is to be sent."""
    day = timezone.localdate(at)
    waiting = Booster.objects.unsent().filter(completion__person=person)
    if waiting.exists():
        return _take_up(waiting.filter(lease_until__lte=at).first(), day, at)
    if not wanting(day).filter(pk=person).exists():
        return None
    due = due_of([person], day).get(person, [])
    found = next(((chosen, draw) for chosen in due if (draw := drawn(chosen[0]))), None)
    if found is None or not take_day(person=person, day=day):
        return None
    chosen, (edition, questions) = found
    return _write(chosen, Booster(edition=edition, question_ids=questions, day=day, lease_until=at + LEASE))


def hand_over(booster: Booster) -> None:
    """Hand the e-mail to the mail server. It names no module: e-mail is read over shoulders."""
    token, person = token_of(booster), booster.completion.person
    stop = address("stop", token)
    context = {"first_name": person.first_name, "link": address("booster", token), "stop": stop}
    EmailMessage(
        SUBJECT,
        render_to_string("emails/booster.txt", context),
        settings.DEFAULT_FROM_EMAIL,
        [person.email],
        headers={
            "Message-ID": f"<booster.{booster.uuid}@{urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname}>",
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    ).send()


def _take_up(left: Booster | None, day: datetime.date, at: datetime.datetime) -> Booster | None:
    """One that another sender left lying: again under the same link, unless it is not to be sent any more."""
    if left is None:
        return None
    completion = left.completion
    still = completion.voided_by_id is None and left.edition.page.live
    if not still or not wanting(day).filter(pk=completion.person_id).exists():
        left.delete()
        return None
    if left.day != day and not take_day(person=completion.person_id, day=day):
        return None
    mine = Booster.objects.unsent().filter(pk=left.pk, lease_until__lte=at)
    told = {"lease_until": at + LEASE, "day": day, "token_hash": hash_of(token_of(left))}
    return left if mine.update(**told) else None


def _write(chosen: Chosen, booster: Booster) -> Booster:
    booster.completion, booster.is_again = chosen[0], chosen[1].is_again
    booster.token_hash = hash_of(token_of(booster))
    booster.save()
    return booster


def _sent(booster: Booster, at: datetime.datetime) -> None:
    Booster.objects.unsent().filter(pk=booster.pk).update(sent_at=at, lease_until=None)


def _refused(booster: Booster, at: datetime.datetime) -> None:
    """What the mail server refuses is not tried for ever: it counts as sent, and the next one is."""
    _sent(booster, at)
