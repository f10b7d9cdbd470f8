"""Saying of a completion that it does not count. The history keeps both: what was said, and that it was wrong."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from learners.records.actions import journey_of, record_events
from learners.records.models import Certificate, Completion, LearningEvent, Verb
from learners.records.withdrawing import take_back


@transaction.atomic
def void(*, completions: Iterable[Completion], because: str, by: Any) -> list[Completion]:
    """Void completions by an event each, and withdraw their certificates for the same reason; those that it voided.

    What was voided before is left as it is. The reason stays out of the history. Whoever calls has made sure that
    `by` may.
    """
    rows = Completion.objects.standing().select_for_update(of=("self",))
    found = list(
        rows.filter(pk__in=[each.pk for each in completions]).select_related(
            "person", "organisation", "edition", "event"
        )
    )
    now = timezone.now()
    events = record_events(
        journey_of(each).event(Verb.VOIDED, at=now, event=str(each.event_id)) for each in found
    )
    for each, event in zip(found, events, strict=True):
        each.voided_by = event
    Completion.objects.bulk_update(found, ["voided_by"])
    for certificate in Certificate.objects.filter(completion__in=found):
        take_back(certificate=certificate, because=because, by=by)
    _void_what_was_earned(found)
    return found


def _void_what_was_earned(completions: list[Completion]) -> None:
    """The history says that certificates were earned, too."""
    by_way = {each.registration: each for each in completions}
    earned = LearningEvent.objects.filter(verb=Verb.EARNED, registration__in=by_way)
    now = timezone.now()
    record_events(
        [
            journey_of(by_way[event.registration]).event(Verb.VOIDED, at=now, event=str(event.pk))
            for event in earned
        ]
    )
