"""Reading the figures of an organisation: what was counted, not those whom it counts."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Count, QuerySet

from learners.dashboards.figures import PARTS, Aims, Share, Tally
from learners.dashboards.models import Thresholds
from learners.dashboards.selectors.people import LATE, new_starters, not_begun
from learners.dashboards.selectors.place import Place
from learners.dashboards.summing import summed, tally_of
from learners.organisations.models import Organisation
from learners.requirements.counting import figures_of
from learners.requirements.models import Breakdown, Figure
from learners.requirements.standing import State

MONTHS = 13
"""So many month ends a trend shows: a year, and the month with which it began."""


@dataclass(frozen=True, slots=True)
class Doing:
    """How many people a manager should look at for each reason."""

    late: Share
    due: Share
    new_starters: Share


class PlaceFigures:
    """The figures of one place.

    Those kept of a whole organisation; of some teams, or of a past day, they are counted from the standings. Counting
    is the database's: as many rows are read here as there are figures.
    """

    def __init__(self, place: Place) -> None:
        self.place = place

    @cached_property
    def _kept(self) -> QuerySet[Figure] | None:
        """The figures that are kept of just this; None where they are to be counted."""
        if self.place.teams is not None:
            return None
        rows = Figure.objects.filter(organisation=self.place.organisation)
        if not self.place.is_past:
            return rows.filter(month_end=None)
        of_day = rows.filter(month_end=self.place.on)
        return of_day if of_day.exists() else None

    @cached_property
    def _counted(self) -> list[Figure]:
        return list(figures_of(self.place.standings, self.place.organisation.pk))

    @cached_property
    def _whole(self) -> dict[UUID | None, Tally]:
        """By module, and of people under None."""
        if self._kept is not None:
            found = self._kept.filter(breakdown=Breakdown.ALL).values("module_key", *PARTS)
            return {row["module_key"]: Tally.summed([row]) for row in found}
        return {
            figure.module_key: Tally.summed([_numbers(figure)])
            for figure in self._counted
            if figure.breakdown == Breakdown.ALL
        }

    @property
    def people(self) -> Tally:
        """People, each by what is most urgent of all that is asked of them."""
        return self._whole.get(None, Tally())

    @property
    def by_module(self) -> dict[UUID, Tally]:
        """Everybody of whom a module is asked."""
        return {key: tally for key, tally in self._whole.items() if key}

    def by(self, breakdown: Breakdown, module: UUID | None) -> dict[str, Tally]:
        """By site, team, staff group or role: on one module, or on all that is asked added up."""
        if self._kept is not None:
            rows = self._kept.filter(breakdown=breakdown)
            rows = rows.filter(module_key=module) if module else rows.filter(module_key__isnull=False)
            return {row["value"]: tally_of(row) for row in summed(rows.order_by().values("value"))}
        parts: dict[str, list[dict[str, int]]] = defaultdict(list)
        for figure in self._counted:
            if figure.breakdown == breakdown and (module is None or figure.module_key == module):
                parts[figure.value].append(_numbers(figure))
        return {value: Tally.summed(numbers) for value, numbers in parts.items()}

    @cached_property
    def doing(self) -> Doing:
        """What needs doing, in people."""
        rows, total = self.place.standings.order_by(), self.people.total
        due = rows.filter(state=State.DUE.value).aggregate(number=Count("person", distinct=True))["number"]
        new = new_starters(self.place, rows)
        joined = new.aggregate(number=Count("person", distinct=True))["number"]
        idle = not_begun(self.place, new).aggregate(number=Count("person", distinct=True))["number"]
        return Doing(Share(self.people.late, total), Share(due, total), Share(idle, joined))


def _numbers(figure: Figure) -> dict[str, int]:
    return {name: getattr(figure, name) for name in PARTS}


def trend_of(place: Place, module: UUID | None) -> list[tuple[datetime.date, Share]]:
    """The share of what was asked that was done, at the last month ends as they were kept."""
    rows = Figure.objects.filter(
        organisation=place.organisation, month_end__isnull=False, month_end__lte=place.on
    )
    rows = rows.filter(module_key=module) if module else rows.filter(module_key__isnull=False)
    if place.teams is None:
        rows = rows.filter(breakdown=Breakdown.ALL)
    else:
        rows = rows.filter(breakdown=Breakdown.TEAM, value__in=[str(key) for key in place.teams])
    sums = summed(rows.order_by("-month_end").values("month_end"))[:MONTHS]
    return [(row["month_end"], tally_of(row).share_done) for row in sums][::-1]


def late_of(place: Place) -> Share:
    """How many people have something late, of those of whom something is asked. For a list of organisations."""
    if place.teams is None:
        people = PlaceFigures(place).people
        return Share(people.late, people.total)
    rows = place.standings.order_by()
    late = rows.filter(state__in=LATE).aggregate(number=Count("person", distinct=True))["number"]
    asked = rows.counted().aggregate(number=Count("person", distinct=True))["number"]  # type: ignore[attr-defined]
    return Share(late, asked)


def aims_of(organisation: Organisation) -> Aims:
    """What an organisation aims at."""
    row = Thresholds.objects.filter(pk=organisation.pk).values_list("nearly", "on_track").first()
    return Aims(*row) if row else Aims()
