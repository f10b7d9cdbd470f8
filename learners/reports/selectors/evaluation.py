"""What people's answers say of the modules: counted in eights, never of one person."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any
from uuid import UUID

from django.utils import timezone

from learners.attempts.models import Sitting
from learners.dashboards.figures import Share
from learners.dashboards.suppression import is_small
from learners.organisations.models import Organisation
from learners.reflection.models import Confidence, FollowUp
from learners.reports.counting_answers import in_eights

DID = (FollowUp.Did.YES, FollowUp.Did.PARTLY)


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One figure of one module. `people` are those behind it; `value` is empty where it is not said."""

    module: UUID
    measure: str
    people: int
    value: str


def evaluation_of(organisation: Organisation, until: datetime.date) -> list[Evaluated]:
    """First tries, confidence before and after, and follow-ups, up to the end of a day, by module."""
    end = timezone.make_aware(
        datetime.datetime.combine(until + datetime.timedelta(days=1), datetime.time.min)
    )
    return [
        *_first_tries(organisation, end),
        *_confidence(organisation, end),
        *_follow_ups(organisation, end),
    ]


def _share(module: UUID, measure: str, answers: Iterable[bool]) -> Evaluated:
    said = list(answers)
    share = Share(sum(said), len(said))
    return Evaluated(
        module, measure, len(said), "" if is_small(share) else f"{share.number} of {share.total}"
    )


def _once_each(rows: Iterable[tuple[Any, ...]]) -> dict[UUID, Sequence[tuple[Any, ...]]]:
    """By module, each person's first row (module, person, and what they answered), in eights."""
    found: dict[UUID, dict[int, tuple[Any, ...]]] = defaultdict(dict)
    for module, person, *rest in rows:
        found[module].setdefault(person, tuple(rest))
    return {module: in_eights(list(answers.values())) for module, answers in found.items()}


def _first_tries(organisation: Organisation, end: datetime.datetime) -> Iterable[Evaluated]:
    rows = Sitting.objects.filter(
        attempt__organisation=organisation, number=1, submitted_at__lt=end, maximum__gt=0
    ).order_by("submitted_at", "pk")
    fields = ("attempt__module_key", "attempt__person_id", "passed", "raw", "maximum")
    for module, answers in _once_each(rows.values_list(*fields).iterator()).items():
        yield _share(module, "Passed the check at the first try", (passed for passed, _, _ in answers))
        score = f"{int(mean(raw / most for _, raw, most in answers) * 100)}%" if answers else ""
        yield Evaluated(module, "Mean score of the first try", len(answers), score)


def _confidence(organisation: Organisation, end: datetime.datetime) -> Iterable[Evaluated]:
    given = Confidence.objects.filter(attempt__organisation=organisation, given_at__lt=end)
    before = dict(given.filter(moment=Confidence.Moment.BEFORE).values_list("attempt_id", "level"))
    after = given.filter(moment=Confidence.Moment.AFTER).order_by("given_at", "pk")
    pairs = (
        (module, person, before[attempt], level)
        for module, person, attempt, level in after.values_list(
            "attempt__module_key", "attempt__person_id", "attempt_id", "level"
        )
        if attempt in before
    )
    for module, answers in _once_each(pairs).items():
        for word, which in (("before", 0), ("after", 1)):
            level = f"{mean(pair[which] for pair in answers):.1f} of 5" if answers else ""
            yield Evaluated(module, f"Mean confidence {word}", len(answers), level)
        yield _share(module, "More confident after than before", (last > first for first, last in answers))


def _follow_ups(organisation: Organisation, end: datetime.datetime) -> Iterable[Evaluated]:
    rows = FollowUp.objects.filter(
        next_shift__attempt__organisation=organisation, answered_at__lt=end
    ).order_by("answered_at", "pk")
    of = "next_shift__attempt__"
    answered = rows.values_list(f"{of}module_key", f"{of}person_id", "did", "barriers")
    for module, answers in _once_each(answered).items():
        measure = "Weeks later: did what they had planned, or part of it"
        yield _share(module, measure, (did in DID for did, _ in answers))
        for barrier in FollowUp.Barrier:
            measure = f"Weeks later, what stopped them: {barrier.label}"
            yield _share(module, measure, (barrier in barriers for _, barriers in answers))
