"""The rows of the table of standings: read, compared with what should hold, closed and opened."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from learners.organisations.models import Membership
from learners.requirements.models import KeptStanding
from learners.requirements.selectors.people import Asked, PersonStanding, standings_of
from learners.rosters.bulk import insert, update

DAY = datetime.timedelta(days=1)

type Key = tuple[int, Any]
"""A person and a module, each by key."""


class Values(NamedTuple):
    """What is kept of a standing. `changes_on` comes last: it alone may be written over."""

    module_id: int
    requirement_id: int | None
    assignment_id: int | None
    membership_id: int
    role_id: int
    staff_group: str
    team_id: int | None
    site_id: int | None
    joined_on: datetime.date
    state: str
    due: datetime.date | None
    expires: datetime.date | None
    began_on: datetime.date | None
    done_on: datetime.date | None
    changes_on: datetime.date | None


class Kept(NamedTuple):
    """A row that holds."""

    pk: int
    from_on: datetime.date
    values: Values


def wanted_of(
    organisation: int, people: Collection[int], day: datetime.date, asked: Asked
) -> dict[Key, Values]:
    """What should hold of people as of a day."""
    hats = Membership.objects.in_force(on=day).filter(organisation=organisation, person__in=list(people))
    return {
        (here.hat.person_id, each.ask.key): _values(each)
        for here in standings_of(hats, day, asked)
        for each in here.asked
    }


def kept_of(organisation: int, people: Iterable[int]) -> dict[Key, Kept]:
    """What is kept of people."""
    rows = KeptStanding.objects.current().filter(organisation=organisation, person__in=list(people))
    named = rows.order_by().values_list("person_id", "module_key", "pk", "from_on", *Values._fields)
    return {
        (person, module): Kept(pk, from_on, Values._make(rest))
        for person, module, pk, from_on, *rest in named.iterator(chunk_size=5_000)
    }


def _values(each: PersonStanding) -> Values:
    hat, decided = each.hat, each.standing
    return Values(
        each.module.pk,
        each.requirement.pk if each.requirement else None,
        each.assignment.pk if each.assignment else None,
        hat.pk,
        hat.role_id,
        hat.staff_group,
        hat.team_id,
        hat.site_id,
        hat.starts_on,
        decided.state.value,
        decided.due,
        decided.expires,
        decided.began_on,
        decided.completed_on,
        decided.changes_on,
    )


@dataclass
class Moves:
    """What is to be written so that what should hold, holds from a day on. What was written for a later day stays."""

    organisation: int
    day: datetime.date
    made: list[tuple[Key, Values]] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    turning: dict[int, dict[str, Any]] = field(default_factory=dict)

    def compare(self, wanted: dict[Key, Values], kept: dict[Key, Kept]) -> None:
        """Find them."""
        for key in wanted.keys() | kept.keys():
            row, values = kept.get(key), wanted.get(key)
            if row and row.from_on > self.day:
                continue
            if row and values and row.values[:-1] == values[:-1]:
                if row.values.changes_on != values.changes_on:
                    self.turning[row.pk] = {"changes_on": values.changes_on}
                continue
            if row:
                (self.closed if row.from_on < self.day else self.dropped).append(row.pk)
            if values:
                self.made.append((key, values))

    def write(self) -> int:
        """Write them. How many rows say something else than before."""
        KeptStanding.objects.filter(pk__in=self.closed).update(to_on=self.day - DAY)
        KeptStanding.objects.filter(pk__in=self.dropped).delete()
        update(KeptStanding, self.turning)
        names = ("organisation_id", "person_id", "module_key", "from_on", *Values._fields)
        insert(KeptStanding, names, [(self.organisation, *key, self.day, *row) for key, row in self.made])
        return len(self.made) + len(self.closed) + len(self.dropped)
