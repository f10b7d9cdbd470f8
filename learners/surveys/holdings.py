"""What surveys hold of a person: that they were asked. Not whether they answered, and not what."""

from collections.abc import Iterator
from typing import Any

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.surveys.actions.answering import scrub_waiting
from learners.surveys.models import FreeText, Invitation, Theme


def _invitations(person: Any) -> Iterator[Row]:
    for row in Invitation.objects.filter(person=person).select_related("wave__network"):
        yield {
            "Survey": row.wave.title,
            "Network": row.wave.network.name,
            "First day": row.wave.opens_on,
            "Last day": row.wave.closes_on,
            "E-mail sent": row.sent_on or "",
        }


def _forget(person: Any, traces: Traces) -> None:
    """Their invitations go. Their name goes from what others wrote; answers have no name in them."""
    Invitation.objects.filter(person=person).delete()
    kinds: tuple[Any, ...] = (FreeText, Theme)
    for kind in kinds:
        for key, words in kind.objects.exclude(words="").values_list("pk", "words"):
            if (scrubbed := traces.scrubbed(words)) != words:
                kind.objects.filter(pk=key).update(words=scrubbed)
    scrub_waiting(traces.scrubbed)


register(
    Holding(
        key="survey_invitations",
        title="Surveys that you were asked to answer",
        why="So that you can be sent a link. Whether you answered, and what, is kept nowhere with your name.",
        how_long="As long as your learning history.",
        fate=Fate.DELETED,
        because="It says where you worked.",
        rows=_invitations,
        forget=_forget,
        about=("surveys.Invitation.person",),
    ),
)
