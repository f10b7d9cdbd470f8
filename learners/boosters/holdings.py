"""What is held of boosters: theirs alone."""

from collections.abc import Iterator
from typing import Any

from learners.boosters.models import Booster, BoosterAnswer, BoosterChoice
from learners.holdings import Fate, Holding, Row, Traces, register

UNTIL = "Until you are anonymised."


def _choice(person: Any) -> Iterator[Row]:
    for chosen in BoosterChoice.objects.filter(person=person):
        yield {"I want them": chosen.wants, "When": chosen.changed_at}


def _forget_choice(person: Any, traces: Traces) -> None:
    BoosterChoice.objects.filter(person=person).delete()


def _boosters(person: Any) -> Iterator[Row]:
    for booster in (
        Booster.objects.filter(completion__person=person).select_related("edition").order_by("day")
    ):
        yield _line(booster, "Three questions", booster.sent_at, ", ".join(booster.question_ids), "")
    answers = BoosterAnswer.objects.filter(booster__completion__person=person)
    for answer in answers.select_related("booster__edition").order_by("answered_at", "pk"):
        asked = answer.booster.edition.outline.question(answer.question_id)
        what = asked.prompt if asked else answer.question_id
        points = f"{answer.points:g} of {answer.available:g}"
        yield _line(answer.booster, what, answer.answered_at, answer.answer, points)


def _line(booster: Booster, what: str, at: Any, answer: Any, points: str) -> Row:
    return {"Module": booster.edition.title, "What": what, "When": at, "Answer": answer, "Points": points}


def _forget_boosters(person: Any, traces: Traces) -> None:
    Booster.objects.filter(completion__person=person).delete()


register(
    Holding(
        key="booster-choice",
        title="Whether you want boosters",
        why="So that we keep to it.",
        how_long=UNTIL,
        fate=Fate.DELETED,
        because="You get no e-mail any more.",
        rows=_choice,
        forget=_forget_choice,
        about=("boosters.BoosterChoice.person",),
    ),
    Holding(
        key="boosters",
        title="Boosters that we sent you, and what you answered",
        why="So that you see what came of it, and what you had wrong comes back. No manager sees them.",
        how_long=UNTIL,
        fate=Fate.DELETED,
        because="They are yours alone, and count for nothing.",
        rows=_boosters,
        forget=_forget_boosters,
        parts=("boosters.Booster", "boosters.BoosterAnswer"),
    ),
)
