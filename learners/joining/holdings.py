"""What is held of how somebody came in by a code, and of who made codes."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.joining.models import JoinCode, Joining


def _joinings(person: Any) -> Iterator[Row]:
    found = Joining.objects.filter(membership__person=person)
    for joining in found.select_related("membership__organisation"):
        yield {
            "When": joining.joined_at,
            "Organisation": joining.membership.organisation.name,
            "Was on the staff list": joining.was_on_staff_list,
        }


def _codes(person: Any) -> Iterator[Row]:
    theirs = Q(made_by=person) | Q(revoked_by=person)
    for code in JoinCode.objects.filter(theirs).select_related("organisation"):
        if code.made_by_id == person.pk:
            yield {"You": "Made a code", "Organisation": code.organisation.name, "When": code.made_at}
        if code.revoked_by_id == person.pk:
            yield {"You": "Stopped a code", "Organisation": code.organisation.name, "When": code.revoked_at}


def _forget_notes(person: Any, traces: Traces) -> None:
    """Of codes of where they belonged, or that they made. A note is free text, and may name somebody."""
    near = Q(made_by=person) | Q(organisation__in=person.memberships.values("organisation"))
    for code in JoinCode.objects.filter(near).exclude(note=""):
        JoinCode.objects.filter(pk=code.pk).update(note=traces.scrubbed(code.note)[:200])


register(
    Holding(
        key="joinings",
        title="That you came in by a code",
        why="So that it is known how many people used a code.",
        how_long="As long as where you worked is kept.",
        fate=Fate.KEPT,
        because="A code counts how many came in by it. Your name is gone from it.",
        rows=_joinings,
        parts=("joining.Joining",),
    ),
    Holding(
        key="join-codes",
        of_duties=True,
        title="Codes for joining that you made or stopped",
        why="So that it is known who let people in.",
        how_long="As long as the organisation is kept.",
        fate=Fate.KEPT,
        because="It says what was done for an organisation. Your name is gone from it.",
        rows=_codes,
        forget=_forget_notes,
        by=("joining.JoinCode.made_by", "joining.JoinCode.revoked_by"),
    ),
)
