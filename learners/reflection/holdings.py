"""What is held of what somebody takes away: theirs alone, and the first to go."""

from collections.abc import Iterator
from typing import Any

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.reflection.models import Confidence, FollowUp, NextShift, Reflection

GOES = "It is yours alone, and nobody else ever saw it."
UNTIL = "Until you are anonymised."


def _reflections(person: Any) -> Iterator[Row]:
    found = Reflection.objects.filter(completion__person=person)
    for reflection in found.select_related("completion__edition"):
        yield {
            "Module": reflection.completion.edition.title,
            "Reflection": reflection.text,
            "My own notes": reflection.note,
            "When": reflection.written_at,
        }


def _forget_reflections(person: Any, traces: Traces) -> None:
    Reflection.objects.filter(completion__person=person).delete()


def _plans(person: Any) -> Iterator[Row]:
    found = NextShift.objects.filter(attempt__person=person).select_related("attempt__edition", "follow_up")
    for plan in found:
        asked = getattr(plan, "follow_up", None)
        yield {
            "Module": plan.attempt.edition.title,
            "What I mean to do": plan.action,
            "When": plan.chosen_at,
            "I want to be asked": plan.wants_follow_up,
            "Asked": asked.sent_at if asked else None,
            "Did I": asked.get_did_display() if asked else "",
            "What stopped me": ", ".join(asked.barriers) if asked else "",
        }


def _forget_plans(person: Any, traces: Traces) -> None:
    FollowUp.objects.filter(next_shift__attempt__person=person).delete()
    NextShift.objects.filter(attempt__person=person).delete()


def _confidence(person: Any) -> Iterator[Row]:
    for given in Confidence.objects.filter(attempt__person=person).select_related("attempt__edition"):
        yield {
            "Module": given.attempt.edition.title,
            "Asked": given.get_moment_display(),
            "Confidence": given.get_level_display(),
            "When": given.given_at,
        }


def _forget_confidence(person: Any, traces: Traces) -> None:
    Confidence.objects.filter(attempt__person=person).delete()


register(
    Holding(
        key="reflections",
        title="Your reflections and notes",
        why="For your own CPD record.",
        how_long=UNTIL,
        fate=Fate.DELETED,
        because=GOES,
        rows=_reflections,
        forget=_forget_reflections,
        parts=("reflection.Reflection",),
    ),
    Holding(
        key="plans",
        title="What you mean to do on your next shift",
        why="So that it is on your card, and you can be asked how it went.",
        how_long=UNTIL,
        fate=Fate.DELETED,
        because=GOES,
        rows=_plans,
        forget=_forget_plans,
        parts=("reflection.NextShift", "reflection.FollowUp"),
    ),
    Holding(
        key="confidence",
        title="How confident you felt",
        why="So that you see how it changes. Others see figures of many people, and never whose they are.",
        how_long=UNTIL,
        fate=Fate.DELETED,
        because="It is yours. Others only ever saw figures of many people.",
        rows=_confidence,
        forget=_forget_confidence,
        parts=("reflection.Confidence",),
    ),
)
