"""What is held of somebody's way through modules."""

from collections.abc import Iterator
from typing import Any

from learners.attempts.models import (
    Attempt,
    RecordAccess,
    RecordView,
    Response,
    ScenarioStep,
    SectionRead,
    Sitting,
    VideoPosition,
)
from learners.holdings import Fate, Holding, Row, Traces, register

COUNTS = "It shows how well questions and modules work. Your name is gone from it."


def rows_of_attempts(person: Any) -> Iterator[Row]:
    """Every way through a module, what was told on it, and how far it went."""
    for attempt in Attempt.objects.of(person):
        yield {
            "Module": attempt.edition.title,
            "What": "Way through the module",
            "From": attempt.started_at,
            "To": attempt.finished_at,
            "More": f"{attempt.active_seconds} seconds",
        }
        for shown in attempt.shown_visibility.values():
            yield _told(attempt, shown)
    for read in SectionRead.objects.filter(attempt__person=person).select_related("attempt__edition"):
        more = "Skipped" if read.was_skipped else "Read"
        yield _line(read, "Section", read.read_at, more)
    for sitting in Sitting.objects.filter(attempt__person=person).select_related("attempt__edition"):
        more = f"{sitting.raw} of {sitting.maximum}"
        yield _line(sitting, f"Check, try {sitting.number}", sitting.submitted_at, more)


def _told(attempt: Attempt, shown: dict[str, Any]) -> Row:
    seen = "; ".join(map(_said, shown["seen"]))
    at = ", ".join(filter(None, (shown["organisation"], shown["role"])))
    return {
        "Module": attempt.edition.title,
        "What": "What you were told you can see",
        "From": shown["on"],
        "To": None,
        "More": f"{at}. {seen}" if at else seen,
    }


def _said(each: dict[str, Any]) -> str:
    """What was told of one category: everything that is kept of it."""
    lines = [f"{source}, {how}, checked on {checked}" for source, how, checked in each.get("lines", ())]
    more = [*lines, each.get("coming_on", ""), each.get("reason", "")]
    said = " / ".join(filter(None, more))
    sight = each["sight"].replace("_", " ")
    return f"{each['information']}: {sight} ({said})" if said else f"{each['information']}: {sight}"


def _line(row: Any, what: str, at: Any, more: str) -> Row:
    return {"Module": row.attempt.edition.title, "What": what, "From": at, "To": None, "More": more}


def _answers(person: Any) -> Iterator[Row]:
    found = Response.objects.filter(attempt__person=person).select_related("attempt__edition")
    for response in found.order_by("answered_at", "pk"):
        question = response.attempt.edition.outline.question(response.question_id)
        yield {
            "When": response.answered_at,
            "Module": response.attempt.edition.title,
            "Question": question.prompt if question else response.question_id,
            "Answer": response.answer,
            "Points": response.points,
            "Of": response.available,
            "How you marked your own words": response.get_self_mark_display(),
        }


def _forget_words(person: Any, traces: Traces) -> None:
    """Own words go, and how somebody marked them. Of options, the choice stays."""
    written = Response.objects.filter(attempt__person=person, answer__has_key="text")
    written.update(answer={"text": ""}, self_mark="")


def _practice(person: Any) -> Iterator[Row]:
    theirs = {"attempt__person": person}
    for access in RecordAccess.objects.filter(**theirs).select_related("attempt__edition"):
        yield _line(access, "Reason for opening a practice record", access.given_at, access.reason_id)
    for view in RecordView.objects.filter(**theirs).select_related("attempt__edition"):
        yield _line(view, "Looked at in a practice record", view.seen_at, view.section)
    for step in ScenarioStep.objects.filter(run__attempt__person=person).select_related(
        "run__attempt__edition"
    ):
        yield _line(step.run, f"Choice in a scenario, at “{step.node}”", step.chosen_at, step.choice)


def _films(person: Any) -> Iterator[Row]:
    for position in VideoPosition.objects.filter(attempt__person=person).select_related("attempt__edition"):
        yield _line(position, "Place in a film", position.updated_at, f"{position.seconds} seconds")


def _forget_films(person: Any, traces: Traces) -> None:
    VideoPosition.objects.filter(attempt__person=person).delete()


register(
    Holding(
        key="attempts",
        title="Your way through modules",
        why="So that you can stop and carry on.",
        how_long="As long as the service runs.",
        fate=Fate.KEPT,
        because=f"{COUNTS} What you were told you can see stays with it: it names a workplace and a role, and nobody.",
        rows=rows_of_attempts,
        about=("attempts.Attempt.person",),
        parts=("attempts.SectionRead", "attempts.Sitting"),
    ),
    Holding(
        key="answers",
        title="Your answers",
        why="So that you see what you answered, and what came of it. No manager sees them.",
        how_long="What you wrote yourself: until you are anonymised. What you chose: as long as the service runs.",
        fate=Fate.BLANKED,
        because="What you wrote in your own words goes. Which options people chose stays, under nobody's name.",
        rows=_answers,
        forget=_forget_words,
        parts=("attempts.Response",),
    ),
    Holding(
        key="practice",
        title="What you did in practice records and scenarios",
        why="So that you can carry on, and get feedback.",
        how_long="As long as the service runs.",
        fate=Fate.KEPT,
        because=COUNTS,
        rows=_practice,
        parts=(
            "attempts.RecordAccess",
            "attempts.RecordView",
            "attempts.ScenarioRun",
            "attempts.ScenarioStep",
        ),
    ),
    Holding(
        key="films",
        title="Where you stopped in films",
        why="So that a film goes on from there.",
        how_long="Until you are anonymised.",
        fate=Fate.DELETED,
        because="Nobody needs it without you.",
        rows=_films,
        forget=_forget_films,
        parts=("attempts.VideoPosition",),
    ),
)
