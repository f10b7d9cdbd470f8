"""Whose next booster is due, page by page, and what it asks."""

import datetime
import random
from collections import defaultdict
from collections.abc import Collection, Iterator

from django.utils import timezone

from learners.boosters.deciding import AGAIN, APART, DAY, GRACE, OFFSETS, Due, Sent, choose, next_booster
from learners.boosters.models import Booster
from learners.boosters.models.booster import OPEN_FOR
from learners.boosters.selectors import missed_in_boosters, times_asked, wanting, wrong_in_module
from learners.records.models import Completion, Evidence
from learners.reminders.daily import free_on
from modules.models import Edition
from modules.outline import Outline
from modules.questions.find_in_record import FindInRecord
from modules.questions.question import Question

BATCH = 500
LONGEST = (
    OFFSETS[-1] * DAY + APART + GRACE + sum((days * DAY + GRACE + OPEN_FOR for days in AGAIN), start=DAY)
)
"""After so long nothing of a completion can be due, however late each was answered."""
CHANCE = random.SystemRandom()

type Chosen = tuple[Completion, Due]


def people_due(at: datetime.datetime) -> Iterator[int]:
    """People to whom something is to be sent at a moment: first what was left lying, then what is due."""
    left = Booster.objects.unsent().filter(lease_until__lte=at).values_list("completion__person", flat=True)
    yield from sorted(set(left))
    day, last = timezone.localdate(at), 0
    free = free_on(day).order_by().values("pk")
    people = wanting(day).filter(pk__in=free).order_by("pk").values_list("pk", flat=True)
    while page := list(people.filter(pk__gt=last)[:BATCH]):
        yield from due_of(page, day)
        last = page[-1]


def due_of(people: Collection[int], day: datetime.date) -> dict[int, list[Chosen]]:
    """What is due of each of these people, the earliest first; nobody of whom nothing is. In two queries."""
    completions = _newest(people, day)
    sent = _sent(completions)
    found: dict[int, list[Chosen]] = defaultdict(list)
    for completion in completions:
        due = next_booster(timezone.localdate(completion.completed_at), sent[completion.pk], day)
        if due and due.on <= day:
            found[completion.person_id].append((completion, due))
    for each in found.values():
        each.sort(key=lambda chosen: (chosen[1].on, chosen[0].pk))
    return dict(found)


def drawn(completion: Completion) -> tuple[Edition, list[str]] | None:
    """The newest Edition of what was completed, and three of its questions; None where it has none to ask."""
    edition = completion.edition.page.editions.newest()
    offered = [question.id for question in askable(edition.outline)] if edition else []
    if edition is None or not offered:
        return None
    person, module = completion.person_id, completion.module_key
    return edition, choose(
        offered,
        missed=missed_in_boosters(person, module),
        asked=times_asked(person, module),
        wrong=wrong_in_module(person, module),
        chance=CHANCE,
    )


def askable(outline: Outline) -> list[Question]:
    """Questions that stand for themselves: of the check; where it has fewer than three, those of sections, too."""
    check = [question for question in outline.check if _stands_alone(question)]
    if len(check) >= 3:
        return check
    return [question for question in outline.questions() if _stands_alone(question)]


def _stands_alone(question: Question) -> bool:
    """Whether it can be marked, and takes no practice record to answer."""
    return question.is_scored and not isinstance(question, FindInRecord)


def _newest(people: Collection[int], day: datetime.date) -> list[Completion]:
    """The last completion of each module by each person, of modules that were taken here and are published."""
    rows = Completion.objects.standing().filter(
        person__in=people, evidence__in=[Evidence.MARKED, Evidence.TESTED_OUT]
    )
    rows = rows.filter(completed_at__date__gte=day - LONGEST, edition__page__live=True)
    found = {(row.person_id, row.module_key): row for row in rows.order_by("completed_at", "pk")}
    return list(found.values())


def _sent(completions: Collection[Completion]) -> dict[int, list[Sent]]:
    rows = Booster.objects.sent().filter(completion__in=completions).prefetch_related("answers")
    found: dict[int, list[Sent]] = defaultdict(list)
    for row in rows:
        answered = timezone.localdate(row.finished_at) if row.finished_at else None
        missed = not all(answer.is_right for answer in row.answers.all())
        found[row.completion_id].append(Sent(row.day, row.is_again, answered, missed))
    return found
