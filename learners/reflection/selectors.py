"""Reading what a learner took away: their own, and nobody else's."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from learners.attempts.models import Attempt
from learners.organisations.scope import Scope
from learners.records.selectors import own_completions
from learners.reflection.models import Confidence, FollowUp, NextShift, Reflection


@dataclass(frozen=True, slots=True)
class Change:
    """How confident somebody was before, and after; None where they did not say."""

    before: Confidence | None
    after: Confidence | None

    @property
    def words(self) -> str:
        """Both in a sentence, where both were given."""
        if not (self.before and self.after):
            return ""
        levels = (each.get_level_display().lower() for each in (self.before, self.after))
        return "Before: {}. Now: {}.".format(*levels)


def asks_before(attempt: Attempt) -> bool:
    """Whether to ask for confidence before: of who is in the first section, has not said, and took no check first."""
    if not attempt.edition.outline.confidence or attempt.took_check_first or attempt.finished_at:
        return False
    return not attempt.sections_read.exists() and change_of(attempt).before is None


def change_of(attempt: Attempt) -> Change:
    """What somebody said of their confidence in one attempt."""
    given = {each.moment: each for each in attempt.confidences.all()}
    return Change(given.get(Confidence.Moment.BEFORE), given.get(Confidence.Moment.AFTER))


def next_shift_of(attempt: Attempt) -> NextShift | None:
    """What somebody means to do; None as long as they have not said."""
    return NextShift.objects.filter(attempt=attempt).select_related("follow_up").first()


def wants_to_be_asked(scope: Scope) -> bool:
    """What somebody chose when they planned last, or by the link that stops it; yes, where they never did."""
    plans = NextShift.objects.filter(attempt__person=scope.person).order_by("chosen_at")
    latest = plans.last()
    return latest is None or latest.wants_follow_up


def follow_ups() -> QuerySet[FollowUp]:
    """Follow-ups that were sent, with what they ask about. Whoever has the link may answer."""
    return FollowUp.objects.exclude(sent_at=None).select_related("next_shift__attempt__edition")


def completions_with_words(scope: Scope) -> QuerySet[Any]:
    """One's own completions, each with its event, certificate and reflection."""
    return own_completions(scope).select_related("event", "reflection", "certificate")


def reflection_on(completion: Any) -> Reflection:
    """What was written about a completion; empty where nothing was."""
    return Reflection.objects.filter(completion=completion).first() or Reflection(completion=completion)
