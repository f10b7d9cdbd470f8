"""How confident people felt before and after a module, and, of those who were asked again, some weeks later."""

import datetime
import random

from django.utils import timezone

from learners.attempts.models import Attempt
from learners.reflection.actions import answer_follow_up, give_confidence, plan_next_shift
from learners.reflection.models import Confidence, FollowUp
from training.demo.clock import at

SAY_SO = 0.7  # the share of learners who answer what may be left out
PLAN, ANSWER = (
    0.8,
    0.6,
)  # of those, who plan something for their next shift; of those who planned, who say how it went
WEEKS_LATER = datetime.timedelta(weeks=4, days=2)
DID = ("yes", "yes", "partly", "not_yet", "no_chance")


def say_how_confident(*, chance: random.Random) -> None:
    """Let people say it with the clock at their attempts: few are less sure afterwards, and some of it fades."""
    attempts = Attempt.objects.exclude(finished_at=None).with_related().order_by("started_at", "pk")
    for attempt in attempts:
        if attempt.edition.outline.confidence and chance.random() < SAY_SO:
            _say(attempt, chance)


def _say(attempt: Attempt, chance: random.Random) -> None:
    before = _level(chance.gauss(2.6, 0.8))
    after = _level(before + chance.gauss(1.1, 0.7))
    finished = attempt.finished_at or attempt.started_at
    with at(attempt.started_at):
        give_confidence(attempt=attempt, moment=Confidence.Moment.BEFORE, level=before)
    with at(finished):
        give_confidence(attempt=attempt, moment=Confidence.Moment.AFTER, level=after)
        actions = attempt.edition.outline.actions
        if not actions or chance.random() > PLAN:
            return
        plan = plan_next_shift(
            attempt=attempt, action=chance.choice(actions), is_own=False, wants_follow_up=True
        )
    asked = finished + WEEKS_LATER
    if asked > timezone.now():
        return
    follow_up = FollowUp.objects.create(next_shift=plan, sent_at=asked)
    if chance.random() < ANSWER:
        did = chance.choice(DID)
        barriers = [chance.choice(FollowUp.Barrier.values)] if did in {"partly", "not_yet"} else []
        with at(min(asked + datetime.timedelta(hours=chance.randint(1, 48)), timezone.now())):
            level = _level(after - chance.gauss(0.4, 0.6))
            answer_follow_up(follow_up=follow_up, did=did, barriers=barriers, level=level)


def _level(about: float) -> int:
    return min(5, max(1, round(about)))
