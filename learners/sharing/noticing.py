"""Telling owners of agreements that a review comes: planned by day, leased, sent, marked. `learners.posting` sends."""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from learners.posting import LEASE, Clock, Post, Tally
from learners.sharing.models import Agreement, ReviewNotice, Stage
from learners.sharing.reviewing import TOLD, notice_due, review_of

DAY = datetime.timedelta(days=1)


def remind_owners(now: Clock = timezone.now) -> Tally:
    """Plan and send what is due. Run again, whenever and however often, it sends only what was not sent."""
    plan(timezone.localdate(now()))
    post: Post[ReviewNotice] = Post(
        kind="Review of an agreement",
        is_quiet=lambda at: False,  # to an office, and once a day
        lease=lease,
        hand_over=hand_over,
        sent=_sent,
        refused=_refused,
    )
    return post.send(list(_due(now()).order_by("pk").values_list("pk", flat=True)), now)


def plan(today: datetime.date) -> None:
    """A notice of each review of which its owner is to be told now and was not."""
    near = Agreement.objects.exclude(stage=Stage.EXPIRED).exclude(owner_email="")
    rows = []
    for agreement in near.filter(review_by__lte=today + TOLD[0] * DAY).prefetch_related("notices"):
        review = review_of(agreement.review_by, today, is_over=False)
        told = {each.days for each in agreement.notices.all() if each.review_by == agreement.review_by}
        if review and (days := notice_due(review, told)):
            rows.append(ReviewNotice(agreement=agreement, review_by=review.by, days=days))
    ReviewNotice.objects.bulk_create(rows, ignore_conflicts=True)


def _unsent(at: datetime.datetime) -> QuerySet[ReviewNotice]:
    """Sent to nobody yet, and in nobody's hand."""
    return ReviewNotice.objects.filter(Q(lease_until=None) | Q(lease_until__lte=at), sent_at=None)


def _due(at: datetime.datetime) -> QuerySet[ReviewNotice]:
    """Of those, what still holds: of the review as it is today, and of the last notice before it that has come."""
    holds = _unsent(at).filter(review_by=F("agreement__review_by"))
    holds = holds.exclude(agreement__stage=Stage.EXPIRED).exclude(agreement__owner_email="")
    return holds.exclude(days__gt=TOLD[-1], review_by__lte=timezone.localdate(at) + TOLD[-1] * DAY)


@transaction.atomic(durable=True)
def lease(key: int, at: datetime.datetime) -> ReviewNotice | None:
    """Take one for this sender alone, by an UPDATE that only one can win. None where another did."""
    found = _due(at).filter(pk=key).select_related("agreement__network").first()
    if found is None or not _unsent(at).filter(pk=key).update(lease_until=at + LEASE):
        return None
    return found


def hand_over(notice: ReviewNotice) -> None:
    """Hand the e-mail to the mail server. Its Message-ID is always the same, so that a mailbox can tell it has it."""
    agreement, home = notice.agreement, settings.WAGTAILADMIN_BASE_URL
    page = reverse("agreements:network_agreement", args=[agreement.network.slug, agreement.uuid])
    context = {
        "agreement": agreement,
        "is_late": notice.review_by < timezone.localdate(),
        "page": f"{home}{page}",
    }
    EmailMessage(
        " ".join(f"Review by {notice.review_by.day} {notice.review_by:%B %Y}: {agreement}".split()),
        render_to_string("emails/agreement_review.txt", context),
        settings.DEFAULT_FROM_EMAIL,
        [agreement.owner_email],
        headers={
            "Message-ID": f"<agreement-review.{notice.pk}@{urlsplit(home).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    ).send()


def _sent(notice: ReviewNotice, at: datetime.datetime) -> None:
    ReviewNotice.objects.filter(pk=notice.pk, sent_at=None).update(sent_at=at, lease_until=None)


def _refused(notice: ReviewNotice, at: datetime.datetime) -> None:
    ReviewNotice.objects.filter(pk=notice.pk).update(lease_until=at + DAY)
