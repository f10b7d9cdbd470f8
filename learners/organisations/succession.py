"""Which organisations became which, so that a report can go back to a day before a merger."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from learners.organisations.models import Merger, Organisation


def successors_of(organisation: Organisation, *, on: datetime.date) -> list[Organisation]:
    """Who carries on for an organisation by a day: the next first, then who carries on for that one."""
    return _following(organisation, ((row.predecessor, row.successor) for row in _mergers(on)))


def predecessors_of(organisation: Organisation, *, on: datetime.date) -> list[Organisation]:
    """Who has become this organisation by a day, the nearest first; those who had become them come after."""
    return _following(organisation, ((row.successor, row.predecessor) for row in _mergers(on)))


def successors_among(organisations: Iterable[int], *, on: datetime.date) -> dict[int, Organisation]:
    """Who carries on by a day for each of these (keys) that has become another: the last of the chain. One query."""
    next_to = {row.predecessor_id: row.successor for row in _mergers(on)}
    found = {}
    for key in organisations:
        passed = {key}
        there = next_to.get(key)
        while there and there.pk not in passed:
            passed.add(there.pk)
            found[key], there = there, next_to.get(there.pk)
    return found


def _mergers(on: datetime.date) -> Iterable[Merger]:
    """The mergers that were done and hold by a day. There are few: one query reads them all."""
    done = Merger.objects.filter(applied_at__isnull=False, undone_at=None, on__lte=on)
    return done.select_related("predecessor", "successor").order_by("on", "predecessor__name")


def _following(start: Organisation, steps: Iterable[tuple[Organisation, Organisation]]) -> list[Organisation]:
    next_to: dict[int, list[Organisation]] = defaultdict(list)
    for here, there in steps:
        next_to[here.pk].append(there)
    found, waiting = {start.pk: start}, [start]
    while waiting:
        for there in next_to[waiting.pop(0).pk]:
            if there.pk not in found:
                found[there.pk] = there
                waiting.append(there)
    return list(found.values())[1:]
