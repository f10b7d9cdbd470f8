"""What is held of what somebody was reminded of."""

from collections.abc import Iterator
from typing import Any

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.reminders.models import Digest, Nudge, Preference

UNTIL = "Until you are anonymised."


def _digests(person: Any) -> Iterator[Row]:
    for digest in Digest.objects.filter(person=person).prefetch_related("mentions").order_by("day"):
        yield {
            "Day": digest.day,
            "State": digest.get_state_display(),
            "Sent": digest.sent_at,
            "Modules spoken of": digest.mentions.count(),
            "Figures of a manager": digest.weekly,
        }


def _forget_digests(person: Any, traces: Traces) -> None:
    Digest.objects.filter(person=person).delete()


def _preference(person: Any) -> Iterator[Row]:
    for chosen in Preference.objects.filter(person=person):
        yield {"Of my modules": chosen.own, "Weekly figures": chosen.weekly, "When": chosen.changed_at}


def _forget_preference(person: Any, traces: Traces) -> None:
    Preference.objects.filter(person=person).delete()


def _nudges(person: Any) -> Iterator[Row]:
    for nudge in Nudge.objects.filter(person=person).select_related("organisation"):
        yield {
            "Organisation": nudge.organisation.name,
            "When": nudge.asked_at,
            "Note": nudge.note,
            "Taken back": nudge.taken_back_at,
        }


def _forget_nudges(person: Any, traces: Traces) -> None:
    Nudge.objects.filter(person=person).delete()


def _asked(person: Any) -> Iterator[Row]:
    for nudge in Nudge.objects.filter(asked_by=person).select_related("organisation"):
        yield {"Organisation": nudge.organisation.name, "When": nudge.asked_at}


def _forget_notes(person: Any, traces: Traces) -> None:
    """Of those near them: a note is free text, and may name somebody."""
    near = Nudge.objects.filter(organisation__in=person.memberships.values("organisation"))
    for nudge in (near | Nudge.objects.filter(asked_by=person)).exclude(note=""):
        Nudge.objects.filter(pk=nudge.pk).update(note=traces.scrubbed(nudge.note)[:200])


register(
    Holding(
        key="reminders",
        title="Reminders that we sent you",
        why="So that you get one e-mail a day at most, and none twice.",
        how_long=UNTIL,
        fate=Fate.DELETED,
        because="Nobody needs it once you are gone.",
        rows=_digests,
        forget=_forget_digests,
        about=("reminders.Digest.person",),
        parts=("reminders.Mention",),
    ),
    Holding(
        key="reminder-preference",
        title="Whether you want reminders",
        why="So that we keep to it.",
        how_long=UNTIL,
        fate=Fate.DELETED,
        because="You get no e-mail any more.",
        rows=_preference,
        forget=_forget_preference,
        about=("reminders.Preference.person",),
    ),
    Holding(
        key="nudges",
        title="That a manager had you reminded",
        why="So that it can be taken back, and it is known who asked.",
        how_long=UNTIL,
        fate=Fate.DELETED,
        because="Nobody needs it once you are gone.",
        rows=_nudges,
        forget=_forget_nudges,
        about=("reminders.Nudge.person",),
    ),
    Holding(
        key="nudges-asked",
        of_duties=True,
        title="That you had somebody reminded",
        why="So that it is known who asked.",
        how_long="As long as what is held of the person who was reminded.",
        fate=Fate.KEPT,
        because="It says what was done to somebody else. Your name is gone from it.",
        rows=_asked,
        forget=_forget_notes,
        by=("reminders.Nudge.asked_by",),
    ),
)
