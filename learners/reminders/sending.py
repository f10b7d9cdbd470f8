"""How a digest is leased and marked. `learners.posting` sends it."""

import datetime
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from learners.posting import LEASE, Clock, Post, Tally
from learners.reminders.deciding import EARLIEST, LATEST
from learners.reminders.models import Digest
from learners.reminders.planning import Say, plan
from learners.reminders.selectors import managers, rules_by_organisation
from learners.reminders.writing import Letter, hand_over, letter_of


def send_reminders(now: Clock = timezone.now, say: Say = lambda words: None) -> Tally:
    """Plan and send what is due now. Run again, whenever and however often, it sends only what was not sent."""
    if is_quiet(now()):
        return Tally()
    plan(timezone.localtime(now()), say)
    return _post().send(_keys(now), now)


def is_quiet(at: datetime.datetime) -> bool:
    """Whether no organisation could let anything be sent."""
    return not EARLIEST <= timezone.localtime(at).hour < LATEST


def _post() -> Post[Letter]:
    return Post(
        kind="Reminder", is_quiet=is_quiet, lease=lease, hand_over=hand_over, sent=_sent, refused=_refused
    )


def _keys(now: Clock) -> Iterator[int]:
    """What is due, in order, a page at a time."""
    last = 0
    while True:
        at = now()
        page = Digest.objects.due(at, timezone.localdate(at)).filter(pk__gt=last).order_by("pk")
        keys = list(page.values_list("pk", flat=True)[:500])
        if not keys:
            return
        yield from keys
        last = keys[-1]


@transaction.atomic(durable=True)
def lease(key: int, at: datetime.datetime) -> Letter | None:
    """Take one for this sender alone, by an UPDATE that only one can win. None: another did, or it says nothing."""
    day = timezone.localdate(at)
    digest = Digest.objects.due(at, day).filter(pk=key).select_related("person").first()
    if digest is None or not _may_go(digest, timezone.localtime(at)):
        return None
    letter = letter_of(digest)
    after = {"state": Digest.State.DROPPED} if letter.is_empty else {"state": Digest.State.HANDED_OVER}
    mine = Digest.objects.due(at, day).filter(pk=key).update(**after, lease_until=at + LEASE)
    return letter if mine and not letter.is_empty else None


def _may_go(digest: Digest, at: datetime.datetime) -> bool:
    """Whether all who speak in it let it go at this hour: it may have waited since it was planned."""
    speak = set(digest.mentions.values_list("organisation_id", flat=True))
    manages = set(managers().filter(person=digest.person).values_list("organisation_id", flat=True))
    rules = rules_by_organisation(speak | manages)
    return all(rules[here].allow(at) for here in speak) and (
        bool(speak) or any(rules[here].allow(at) for here in manages)
    )


def _sent(letter: Letter, at: datetime.datetime) -> None:
    Digest.objects.filter(pk=letter.digest.pk).exclude(state=Digest.State.SENT).update(
        state=Digest.State.SENT, sent_at=at, lease_until=None
    )


def _refused(letter: Letter, at: datetime.datetime) -> None:
    Digest.objects.filter(pk=letter.digest.pk, state=Digest.State.HANDED_OVER).update(
        state=Digest.State.REFUSED, lease_until=None
    )
