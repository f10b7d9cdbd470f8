"""An organisation as one person may look at it, on one day."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Min, Q, QuerySet

from learners.organisations.models import Membership, Organisation
from learners.organisations.scope import Scope
from learners.requirements.models import KeptStanding, Roll


@dataclass(frozen=True)
class Place:
    """The organisation comes from the scope. The scope is always today's; `on` may be a day in the past."""

    scope: Scope
    organisation: Organisation
    on: datetime.date

    @property
    def is_past(self) -> bool:
        """Whether it is looked at as at a day before today."""
        return self.on < self.scope.on

    @property
    def day_query(self) -> str:
        """What the address of a list adds, so that it is of the same day."""
        return f"&on={self.on:%Y-%m-%d}" if self.is_past else ""

    @cached_property
    def teams(self) -> frozenset[int] | None:
        """The teams whose people are seen; None: everybody."""
        return self.scope.teams(self.organisation)

    @property
    def roster(self) -> QuerySet[Membership]:
        """Today's hats that are seen."""
        return self.scope.roster(self.organisation)

    @property
    def _in_scope(self) -> Q:
        return Q(organisation=self.organisation) & (Q() if self.teams is None else Q(team__in=self.teams))

    @property
    def standings(self) -> QuerySet[KeptStanding]:
        """Where those who are seen stand, or stood at the end of that day as it was known then."""
        rows = KeptStanding.objects.filter(self._in_scope)
        return rows.as_at(self.on) if self.is_past else rows.current()


def first_day_of(organisation: Organisation) -> datetime.date | None:
    """The first day of which standings are kept."""
    rows = KeptStanding.objects.filter(organisation=organisation)
    return rows.aggregate(first=Min("from_on"))["first"]


def counted_on(organisation: Organisation) -> datetime.date | None:
    """The day for which its figures were counted last."""
    return Roll.objects.filter(pk=organisation.pk).values_list("counted_on", flat=True).first()
