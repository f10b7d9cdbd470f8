"""Who is touched by a milestone, and how many of them have done its modules."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from learners.dashboards.figures import Share
from learners.organisations.models import Membership, Organisation, Shift, Team
from learners.organisations.trees import paths_of
from learners.programme.readiness.asked import Group
from learners.requirements.models import Breakdown, Figure, KeptStanding
from learners.requirements.standing import State

MET = [state.value for state in State if state.is_met]
EXCUSED = [State.PAUSED.value, State.EXEMPT.value]


@dataclass(frozen=True, slots=True)
class Touched:
    """The people whose work a milestone touches, at some organisations; of some teams (None: everybody)."""

    organisations: Collection[Organisation]
    modules: Collection[UUID]
    roles: Collection[int]  # none: every role
    teams: frozenset[int] | None = None

    @property
    def hats(self) -> QuerySet[Membership]:
        """Their hats, of whatever day."""
        rows = Membership.objects.filter(organisation__in=[each.pk for each in self.organisations])
        if self.roles:
            rows = rows.filter(role__in=self.roles)
        return rows if self.teams is None else rows.filter(team__in=self.teams)

    @property
    def standings(self) -> QuerySet[KeptStanding]:
        """Where anybody there stood on the modules, of whatever day."""
        here = [each.pk for each in self.organisations]
        return KeptStanding.objects.filter(organisation__in=here, module_key__in=self.modules).order_by()

    def shares(self, on: datetime.date, *by: str) -> list[tuple[tuple[Any, ...], Share]]:
        """How many have done all of the modules, by columns of the hat. Who is paused or exempt is not counted."""
        own = KeptStanding.objects.current().filter(
            organisation=OuterRef("organisation"), person=OuterRef("person"), module_key__in=self.modules
        )
        met = own.filter(state__in=MET).order_by().values("person").annotate(n=Count("pk")).values("n")
        rows = self.hats.in_force(on=on).order_by().annotate(met=Coalesce(Subquery(met), 0))  # type: ignore[attr-defined]
        rows = rows.filter(~Exists(own.filter(state__in=EXCUSED))).values(*by)
        found = rows.annotate(
            total=Count("person", distinct=True),
            done=Count("person", distinct=True, filter=Q(met=len(self.modules))),
        ).values_list(*by, "done", "total")
        return [(tuple(key), Share(done, total)) for *key, done, total in found]


def groups_of(
    touched: Touched, on: datetime.date, seen: frozenset[int] | None, *, names: bool
) -> list[Group]:
    """Every team and every shift with how many are trained, teams first.

    `names`: whether the reader may see teams at all; `seen`: which (None: all of them, and the shifts).
    """
    by_team = touched.shares(on, "organisation", "team")
    by_shift = touched.shares(on, "team__shift")
    paths = _names(by_team) if names else {}
    several = len(touched.organisations) > 1
    groups = [
        Group(
            paths.get(team, "People without a team"),
            share.number,
            share.total,
            is_shown=names and (seen is None or team in seen),
        )
        for (_, team), share in by_team
    ]
    groups.sort(key=lambda group: group.name)
    whole = "at all organisations" if several else "across teams"
    groups += [
        Group(f"{Shift(shift).label}, {whole}", share.number, share.total, is_shown=names and seen is None)
        for (shift,), share in sorted(by_shift, key=str)
        if shift
    ]
    return groups


def _names(by_team: Iterable[tuple[tuple[Any, ...], Share]]) -> dict[int, str]:
    keys = [team for (_, team), _ in by_team if team]
    return paths_of(Team.objects.filter(pk__in=keys))


def by_organisation(touched: Touched, on: datetime.date) -> dict[str, Share]:
    """How many are trained at each organisation, by its key as text."""
    return {str(key): share for (key,), share in touched.shares(on, "organisation")}


def not_asking(touched: Touched, concerned: Collection[str]) -> list[str]:
    """The names of those of these organisations (keys as text) where some of the modules are asked of nobody."""
    rows = Figure.objects.filter(
        organisation__in=[each.pk for each in touched.organisations],
        month_end=None,
        breakdown=Breakdown.ALL,
        module_key__in=touched.modules,
    )
    asked = set(rows.values_list("organisation_id", "module_key"))
    return [
        each.name
        for each in touched.organisations
        if str(each.pk) in concerned and any((each.pk, key) not in asked for key in touched.modules)
    ]
