"""Reading attempts."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from wagtail.models import Locale

from learners.attempts.models import Attempt, AttemptQuerySet, Response, Sitting
from learners.attempts.player import Place, Progress, SittingFacts, percent_done, place
from learners.organisations.scope import Scope
from modules.models import ModulePage


def own_attempts(scope: Scope) -> AttemptQuerySet:
    """The attempts of the person whose scope this is."""
    return Attempt.objects.of(scope.person)


def open_attempt(scope: Scope, module_key: UUID) -> Attempt | None:
    """The attempt at a module that this person has under way, if any."""
    return own_attempts(scope).unfinished().filter(module_key=module_key).first()


def module_to_start(module_key: UUID) -> ModulePage | None:
    """The live page of a module, in the current language where there is one, else in the first."""
    pages = ModulePage.objects.live().filter(translation_key=module_key, editions__isnull=False).distinct()
    return pages.filter(locale=Locale.get_active()).first() or pages.order_by("pk").first()


def latest_sitting(attempt: Attempt) -> Sitting | None:
    """The last go at the check."""
    return attempt.sittings.order_by("number").last()


def asked_before(attempt: Attempt) -> list[str]:
    """What the person's last try of an earlier attempt at this module asked: a new one asks something else first."""
    earlier = Sitting.objects.filter(
        attempt__person=attempt.person_id, attempt__module_key=attempt.module_key
    ).exclude(attempt=attempt)
    last = earlier.order_by("started_at").last()
    return list(last.question_ids) if last else []


def progress_of(attempt: Attempt) -> Progress:
    """What has been done of an attempt, in at most three queries."""
    read = frozenset(attempt.sections_read.values_list("section_id", flat=True))
    may_have_sat = attempt.took_check_first or len(read) >= len(attempt.outline.sections)
    sitting = latest_sitting(attempt) if may_have_sat else None
    return Progress(
        sections_read=read,
        sitting=_facts(sitting) if sitting else None,
        reviewed_sittings=attempt.reviewed_sittings,
        took_check_first=attempt.took_check_first,
        is_finished=attempt.finished_at is not None,
    )


def _facts(sitting: Sitting) -> SittingFacts:
    answered: frozenset[str] = frozenset()
    if sitting.submitted_at is None:
        answered = frozenset(sitting.responses.values_list("question_id", flat=True))
    return SittingFacts(
        number=sitting.number,
        question_ids=tuple(sitting.question_ids),
        answered=answered,
        is_submitted=sitting.submitted_at is not None,
        is_passed=bool(sitting.passed),
    )


def answers_in_place(attempt: Attempt) -> dict[str, Response]:
    """The answers that were given inside sections, by question id."""
    return {response.question_id: response for response in attempt.responses.filter(sitting=None)}


def ended_scenarios(attempt: Attempt) -> set[str]:
    """The ids of the scenarios that came to an ending."""
    return set(attempt.scenario_runs.exclude(ended_at=None).values_list("scenario_id", flat=True))


def answers_in(sitting: Sitting) -> dict[str, Response]:
    """The answers of a sitting, by question id."""
    return {response.question_id: response for response in sitting.responses.all()}


@dataclass(frozen=True, slots=True)
class AttemptState:
    """An attempt, how far it is, and where it goes on."""

    attempt: Any
    place: Place
    percent: int


def state_of(attempt: Attempt) -> AttemptState:
    """Where an attempt stands."""
    progress = progress_of(attempt)
    outline = attempt.outline
    return AttemptState(attempt, place(outline, progress), percent_done(outline, progress))
