"""The CPD record of whoever is signed in, from their completions."""

from typing import Any

from django.utils import timezone

from learners.organisations.scope import Scope
from learners.records.models import Certificate
from learners.reflection.cpd import Activity, CPDRecord, whole_minutes
from learners.reflection.selectors import completions_with_words


def record_of(scope: Scope) -> CPDRecord:
    """Everything that they completed, newest first."""
    return CPDRecord(tuple(activity_of(completion) for completion in completions_with_words(scope)))


def activity_of(completion: Any) -> Activity:
    """A completion as an activity. Its reflection and certificate are there, or are not."""
    reflection = getattr(completion, "reflection", None)
    certificate = getattr(completion, "certificate", None)
    return Activity(
        key=str(completion.uuid),
        on=timezone.localdate(completion.completed_at),
        title=completion.edition.title,
        minutes=whole_minutes(completion.event.detail.get("seconds", 0)),
        outcomes=completion.edition.outline.outcomes,
        reflection=reflection.text if reflection else "",
        note=reflection.note if reflection else "",
        evidence=evidence_of(certificate) if certificate else "",
    )


def evidence_of(certificate: Certificate) -> str:
    """What an appraiser can check, and whether it still stands."""
    return f"{certificate}{' (withdrawn)' if certificate.withdrawn_at else ''}"
