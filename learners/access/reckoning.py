"""Keeps in step who meets what an account needs. Told by `learners.requirements`, in its transaction."""

import datetime
from collections.abc import Collection
from typing import Any

from django.db.models import Q

from learners.access.models import Account, Desk
from learners.organisations.models import Membership
from learners.requirements.models import Requirement
from learners.requirements.selectors import Ask, PersonStanding, standings_of
from learners.requirements.selectors.people import Asked
from learners.requirements.signals import standings_worked_out

FIELDS = ("meets", "lapsed_on")


def connect() -> None:
    """Listen. Called once, when the app is ready."""
    standings_worked_out.connect(_on_standings, dispatch_uid="reckon who meets what an account needs")


def _on_standings(*, organisation: int, people: Collection[int], on: datetime.date, **kwargs: Any) -> None:
    reckon(organisation, people, on)


def reckon(organisation: int, people: Collection[int], on: datetime.date) -> None:
    """Write who of these people meets, as of a day, all that an account needs, and since when who does not."""
    if not _is_used(organisation):
        return
    asked = Asked([organisation], on, [], only=_gives_access)
    known = {
        row.person_id: row for row in Account.objects.filter(organisation=organisation, person__in=people)
    }
    found = _found(organisation, people, on, asked)
    made, moved = [], []
    for person in people:
        row = known.get(person) or Account(organisation_id=organisation, person_id=person)
        before = [getattr(row, name) for name in FIELDS]
        row.meets, row.lapsed_on = _meets(found.get(person, ()), row, on)
        if person not in known:
            made += [row] if person in found else []
        elif before != [getattr(row, name) for name in FIELDS]:
            moved.append(row)
    Account.objects.bulk_create(made, ignore_conflicts=True, batch_size=1000)
    Account.objects.bulk_update(moved, FIELDS, batch_size=1000)
    Desk.objects.get_or_create(pk=organisation)
    Desk.objects.filter(pk=organisation).update(counted_on=None)


def _is_used(organisation: int) -> bool:
    """Whether anything here gives access, or ever did. Most organisations cost one query."""
    theirs = Q(organisation=organisation) | Q(adoptions__organisation=organisation)
    return (
        Requirement.objects.filter(theirs, gives_access=True).exists()
        or Account.objects.filter(organisation=organisation).exists()
    )


def _gives_access(ask: Ask) -> bool:
    return ask.requirement is not None and ask.requirement.gives_access


def _found(
    organisation: int, people: Collection[int], on: datetime.date, asked: Asked
) -> dict[int, tuple[PersonStanding, ...]]:
    """Where these people stand on what an account needs, and on nothing else."""
    if not asked.asks:
        return {}
    hats = Membership.objects.in_force(on=on).filter(organisation=organisation, person__in=list(people))
    return {here.hat.person_id: here.asked for here in standings_of(hats, on, asked) if here.asked}


def _meets(
    asked: tuple[PersonStanding, ...], row: Account, on: datetime.date
) -> tuple[bool, datetime.date | None]:
    """Whether all is met, and the first day of being late with any. Exempt or paused is neither: it stays."""
    states = [each.standing.state for each in asked]
    late = any(state.is_late for state in states)
    return bool(states) and all(state.is_met for state in states), (row.lapsed_on or on) if late else None
