"""What is held of what somebody learnt."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.records.models import Certificate, Completion, LearningEvent

LEARNT = (
    "Figures of the past must stay right, and it must stay known what was taught. Your name is gone from it."
)


def _events(person: Any) -> Iterator[Row]:
    for event in LearningEvent.objects.filter(person=person).select_related("edition", "organisation"):
        yield {
            "When": event.occurred_at,
            "What": event.get_verb_display(),
            "Module": event.edition.title,
            "Organisation": event.organisation.name if event.organisation else "",
            "Details": event.detail,
            "Id": event.pk,
        }


def _completions(person: Any) -> Iterator[Row]:
    rows = Completion.objects.filter(person=person)
    for completion in rows.select_related("certificate", "edition", "organisation", "voided_by"):
        certificate = getattr(completion, "certificate", None)
        yield {
            "Module": completion.edition.title,
            "Completed": completion.completed_at,
            "Score in per cent": completion.percent,
            "How we know": completion.get_evidence_display(),
            "Good until": completion.expires_on,
            "Corrected, and does not count since": completion.voided_by and completion.voided_by.occurred_at,
            "Organisation": completion.organisation.name if completion.organisation else "",
            "Certificate": certificate.spaced_code if certificate else "",
            "Certificate withdrawn": certificate.withdrawn_at if certificate else None,
        }


def _forget_reasons(person: Any, traces: Traces) -> None:
    """Certificates show whatever name the person has. Why one was withdrawn may name them."""
    for certificate in Certificate.objects.filter(completion__person=person).exclude(withdrawn_because=""):
        certificate.withdrawn_because = traces.scrubbed(certificate.withdrawn_because)[:300]
        certificate.save(update_fields=["withdrawn_because"])


def _withdrawn(person: Any) -> Iterator[Row]:
    for certificate in Certificate.objects.filter(Q(withdrawn_by=person)):
        yield {"When": certificate.withdrawn_at, "Your reason": certificate.withdrawn_because}


register(
    Holding(
        key="events",
        title="What you did in modules",
        why="So that you can carry on where you were, and it can be shown who learnt what, when.",
        how_long="As long as the service runs.",
        fate=Fate.KEPT,
        because=LEARNT,
        rows=_events,
        about=("records.LearningEvent.person",),
    ),
    Holding(
        key="completions",
        title="Modules that you completed, and your certificates",
        why="So that it counts wherever you work.",
        how_long="As long as the service runs.",
        fate=Fate.KEPT,
        because=f"{LEARNT} A certificate on paper can still be checked, and then says “Anonymised person”.",
        rows=_completions,
        forget=_forget_reasons,
        about=("records.Completion.person",),
        parts=("records.Certificate",),
    ),
    Holding(
        key="withdrawals",
        of_duties=True,
        title="Certificates that you withdrew",
        why="So that it is known who decided it.",
        how_long="As long as the certificate is kept.",
        fate=Fate.KEPT,
        because="It belongs to the person whose certificate it was. Your name is gone from it.",
        rows=_withdrawn,
        by=("records.Certificate.withdrawn_by",),
    ),
)
