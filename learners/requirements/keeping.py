"""Keeps the table of standings in step with what happened and with the calendar.

Nobody who learns waits for it: what may move a standing leaves a note (`stirring`), and whoever reads figures of that
organisation, or the daily pass, works the notes out first. One at a time works on an organisation. A note is of a day,
and is worked out as of that day, so that a late pass writes the same history as a punctual one.
"""

import datetime
from collections.abc import Collection, Iterator
from itertools import batched
from typing import Any

from django.db import transaction
from django.utils import timezone

from learners.organisations.models import Membership
from learners.requirements.counting import count_now
from learners.requirements.models import KeptStanding, Roll, Stirred
from learners.requirements.rows import Moves, kept_of, wanted_of
from learners.requirements.selectors.people import Asked
from learners.requirements.signals import standings_worked_out
from learners.rosters.bulk import refresh_statistics

AT_ONCE = 1_000
A_FEW = 500
"""So many people at most are worked out while somebody waits for a page."""
MANY = 10_000
"""After so many rows PostgreSQL is told of them, lest it plan for a smaller table."""
DAY = datetime.timedelta(days=1)


def catch_up(organisation: int, *, at_most: int | None = A_FEW) -> bool:
    """Work out what was noted of an organisation, and what the calendar has turned. Whether nothing is left.

    False where there is more than `at_most` people's (None: whatever there is), or somebody else is at it: the
    figures are then those of before.
    """
    today = timezone.localdate()
    if not _is_behind(organisation, today):
        return True
    if at_most is not None and _how_many(organisation, today) > at_most:
        return False
    Roll.objects.get_or_create(
        pk=organisation
    )  # committed first: whoever comes second skips it and need not wait
    with transaction.atomic():
        if not _hold(organisation, waits=at_most is None):
            return False
        moved = _work_out(organisation, today)
        if moved or not Roll.objects.filter(pk=organisation).exclude(counted_on=None).exists():
            count_now(organisation)
        Roll.objects.filter(pk=organisation).update(counted_on=today)
    return True


def differences(organisation: int) -> Iterator[str]:
    """What the table says otherwise than a fresh look at everybody would, once all notes are worked out."""
    catch_up(organisation, at_most=None)
    today = timezone.localdate()
    asked = _asked(organisation, today)
    for people in _in_batches(organisation, today):
        wanted, kept = wanted_of(organisation, people, today, asked), kept_of(organisation, people)
        for key in sorted(wanted.keys() | kept.keys(), key=str):
            found = kept[key].values if key in kept else None
            if found != wanted.get(key):
                yield f"Person {key[0]}, module {key[1]}: kept {found}, should be {wanted.get(key)}."


def _is_behind(organisation: int, today: datetime.date) -> bool:
    notes = Stirred.objects.filter(organisation=organisation, on__lte=today)
    return notes.exists() or _turning(organisation, today).exists()


def _turning(organisation: int, today: datetime.date) -> Any:
    return KeptStanding.objects.current().filter(organisation=organisation, changes_on__lte=today)


def _how_many(organisation: int, today: datetime.date) -> int:
    """How many people there are to work out, or more."""
    notes = Stirred.objects.filter(organisation=organisation, on__lte=today)
    if notes.filter(person=None).exists():
        return Membership.objects.filter(organisation=organisation).count()
    return notes.values("person").distinct().count() + _turning(organisation, today).count()


def _hold(organisation: int, *, waits: bool) -> bool:
    """Be the one who works on an organisation until the transaction ends."""
    rows = Roll.objects.select_for_update(skip_locked=not waits).filter(pk=organisation)
    return rows.first() is not None


def _work_out(organisation: int, today: datetime.date) -> bool:
    """Notes day by day, then what the calendar has turned, then everybody touched as of today. Whether any moved."""
    moved = False
    notes = list(Stirred.objects.filter(organisation=organisation, on__lte=today))
    Stirred.objects.filter(pk__in=[note.pk for note in notes]).delete()
    everybody = any(note.person_id is None for note in notes)
    touched = {note.person_id for note in notes if note.person_id}
    for day in sorted({note.on for note in notes}):
        of_day = [note.person_id for note in notes if note.on == day]
        people = None if None in of_day else {person for person in of_day if person}
        moved |= _turn(organisation, day - DAY)
        moved |= _refresh(organisation, people, day)
    moved |= _turn(organisation, today)
    if notes and min(note.on for note in notes) < today:
        moved |= _refresh(organisation, None if everybody else touched, today)
    return moved


def _turn(organisation: int, until: datetime.date) -> bool:
    """Let the calendar turn what it turns, up to a day: each as of the day on which it did."""
    moved = False
    while True:
        rows = _turning(organisation, until).order_by("changes_on")
        day = rows.values_list("changes_on", flat=True).first()
        if day is None:
            return moved
        people = set(rows.filter(changes_on=day).values_list("person_id", flat=True))
        moved |= _refresh(organisation, people, day)


def _refresh(organisation: int, people: Collection[int] | None, day: datetime.date) -> bool:
    """Write where people (None: all) stand as of a day. Whether any row moved."""
    moved = 0
    asked = _asked(organisation, day, people)
    parts = (
        _in_batches(organisation, day) if people is None else batched(sorted(people), AT_ONCE, strict=False)
    )
    for some in parts:
        moves = Moves(organisation, day)
        moves.compare(wanted_of(organisation, some, day, asked), kept_of(organisation, some))
        moved += moves.write()
        standings_worked_out.send(sender=None, organisation=organisation, people=some, on=day)
    if moved >= MANY:
        refresh_statistics([KeptStanding])
    return moved > 0


def _asked(organisation: int, day: datetime.date, people: Collection[int] | None = None) -> Asked:
    """What is asked there, read once however many people there are."""
    here = Membership.objects.in_force(on=day).filter(organisation=organisation).order_by()
    few = people is not None and len(people) <= AT_ONCE
    return Asked([organisation], day, people if few else here.values("person"))


def _in_batches(organisation: int, day: datetime.date) -> Iterator[tuple[int, ...]]:
    """Everybody who belongs here on a day, or of whom a standing is kept."""
    here = Membership.objects.in_force(on=day).filter(organisation=organisation).order_by()
    kept = KeptStanding.objects.current().filter(organisation=organisation).order_by()
    people = set(here.values_list("person_id", flat=True)) | set(kept.values_list("person_id", flat=True))
    return batched(sorted(people), AT_ONCE, strict=False)
