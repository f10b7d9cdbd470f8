"""Opening a practice record and looking at it. What is sent twice, or from two tabs, counts once."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from learners.attempts.journal import hold
from learners.attempts.models import Attempt, RecordAccess, RecordView
from learners.attempts.record_trail import sections_seen
from modules.practice.record import Reason, Record


@transaction.atomic
def give_reason(*, attempt: Attempt, record: Record, reason: Reason) -> RecordAccess:
    """Keep a reason for opening a record, one that does not open it, too. Given again, it stays as it was."""
    now = timezone.now()
    hold(attempt, now)
    access, _ = RecordAccess.objects.get_or_create(
        attempt=attempt,
        record_key=record.key,
        reason_id=reason.id,
        defaults={"opened": reason.opens, "given_at": now},
    )
    return access


def look(*, attempt: Attempt, record: Record, sections: Collection[str]) -> None:
    """Keep when sections of a record were first looked at."""
    if not sections:
        return
    seen, now = sections_seen(attempt, {record.key}), timezone.now()
    new = [
        RecordView(attempt=attempt, record_key=record.key, section=section, seen_at=now)
        for section in sections
        if section not in seen
    ]
    if new:
        RecordView.objects.bulk_create(new, ignore_conflicts=True)  # another tab may have been first
