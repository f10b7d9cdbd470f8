"""What privacy itself keeps of a person: who looked, what they asked, what holds it up."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.privacy import holdings_of_cms  # noqa: F401
from learners.privacy.models import ErasureRequest, LegalHold, Look
from learners.privacy.selectors.seen import looks_at


def _looks(person: Any) -> Iterator[Row]:
    for look in looks_at(person).iterator():
        yield {
            "When": look.at,
            "Who": str(look.by),
            "As": look.capacity_in_words,
            "Organisation": look.organisation.name,
            "What": look.get_kind_display(),
        }


def _forget_looks(person: Any, traces: Traces) -> None:
    Look.objects.filter(person=person).delete()


def _own_looks(person: Any) -> Iterator[Row]:
    for look in Look.objects.filter(by=person).select_related("organisation"):
        yield {
            "When": look.at,
            "As": look.capacity_in_words,
            "Organisation": look.organisation.name,
            "What": "A person's page" if look.person_id else look.get_kind_display(),
        }


def _requests(person: Any) -> Iterator[Row]:
    for request in ErasureRequest.objects.filter(person=person):
        yield {
            "Asked": request.asked_at,
            "Answer": request.get_state_display(),
            "When": request.settled_at,
            "Why": request.reason,
        }


def _forget_requests(person: Any, traces: Traces) -> None:
    """The requests stay, to show that they were answered, without the words that name anybody."""
    now, done = timezone.now(), ErasureRequest.State.DONE
    waiting = ErasureRequest.objects.waiting().filter(person=person)
    waiting.update(state=done, settled_at=now, reason="Anonymised meanwhile for another reason.")
    for request in ErasureRequest.objects.filter(person=person).exclude(reason=""):
        request.reason = traces.scrubbed(request.reason)
        request.save(update_fields=["reason"])


def _withheld(person: Any) -> Iterator[Row]:
    """None, for anybody: the same whether there is one or not."""
    yield from ()


def _forget_holds(person: Any, traces: Traces) -> None:
    LegalHold.objects.filter(person=person).update(reason="Lifted. The reason went with the name.")


register(
    Holding(
        key="looks",
        title="Who looked at you",
        why="So that you can see it.",
        how_long="Two years.",
        fate=Fate.DELETED,
        because="Nobody is left to whom it could be shown.",
        rows=_looks,
        forget=_forget_looks,
        about=("privacy.Look.person",),
    ),
    Holding(
        key="your-looks",
        of_duties=True,
        title="What you looked at as a manager or administrator",
        why="So that people can see who looked at them.",
        how_long="Two years.",
        fate=Fate.KEPT,
        because="It belongs to the people you looked at. It says what you were, and your name is gone from it.",
        rows=_own_looks,
        by=("privacy.Look.by",),
    ),
    Holding(
        key="requests",
        title="Your requests to be forgotten",
        why="So that you get an answer, and we can show that you got one.",
        how_long="As long as your learning is kept.",
        fate=Fate.KEPT,
        because="It shows that we did what you asked. Your name is gone from it.",
        rows=_requests,
        forget=_forget_requests,
        about=("privacy.ErasureRequest.person",),
        by=("privacy.ErasureRequest.recorded_by", "privacy.ErasureRequest.decided_by"),
    ),
    Holding(
        key="legal-holds",
        title="Whether the law asks us to keep your data",
        why="Courts and inquiries can ask for it. We show nobody whether they did: that could harm an inquiry.",
        how_long="As long as your learning is kept.",
        fate=Fate.BLANKED,
        because="While there is one, nothing goes. Afterwards we keep that there was one, and no reason.",
        rows=_withheld,
        forget=_forget_holds,
        about=("privacy.LegalHold.person",),
        by=("privacy.LegalHold.placed_by", "privacy.LegalHold.lifted_by"),
    ),
)
