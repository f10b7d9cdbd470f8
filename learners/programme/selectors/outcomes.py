"""Reading the figures of an objective, beside how many had learned by then."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import QuerySet
from wagtail.models import ModelLogEntry

from learners.dashboards.selectors.network import Cell, network_trends
from learners.organisations.models import Network
from learners.programme.models import OutcomeMeasure
from learners.programme.series import Change, Drawing, drawing, month_of, months_between, value_of
from modules.models import ModulePage

PER_CENT = Decimal(100)
REWRITINGS = 20  # of the last so many times that figures were written


def measures_of(network: Network) -> QuerySet[OutcomeMeasure]:
    """Every measure of a network's objectives."""
    rows = OutcomeMeasure.objects.filter(objective__network=network)
    return rows.select_related("objective", "organisation")


def values_of(measure: OutcomeMeasure) -> dict[datetime.date, Decimal]:
    """The figure of each month that has one, by its first day."""
    return dict(measure.values.values_list("month", "value"))


@dataclass(frozen=True, slots=True)
class Month:
    """A line of the table: the figure of a month, if there is one, and how far each module was at its end."""

    first: datetime.date
    value: Decimal | None
    learned: list[Cell]


@dataclass(frozen=True)
class Beside:
    """A measure month by month, beside the modules of its objective."""

    measure: OutcomeMeasure
    modules: list[ModulePage]
    months: list[Month]

    @cached_property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest that is drawn: of the figures, the baseline and the target."""
        objective = self.measure.objective
        said = [each.value for each in self.months if each.value is not None]
        every = [*said, objective.baseline, objective.target]
        return min(every), max(every)

    @property
    def drawing(self) -> Drawing:
        """The figures, with the baseline and the target."""
        low, high = self.bounds
        levels = (self.measure.objective.baseline, self.measure.objective.target)
        return drawing([each.value for each in self.months], low=low, high=high, levels=levels)

    @property
    def drawings(self) -> list[tuple[str, Drawing]]:
        """Each module's title with its line, from 0 to 100 per cent, over the same months."""
        return [(module.title, self._drawn(column)) for column, module in enumerate(self.modules)]

    def _drawn(self, column: int) -> Drawing:
        shares = [each.learned[column].share for each in self.months]
        per_cent = [Decimal(share.per_mille) / 10 if share and share.total else None for share in shares]
        return drawing(per_cent, low=Decimal(0), high=PER_CENT)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Months of which somebody changed the figure that stood there, or took it away."""

    at: datetime.datetime
    by: str
    changes: list[Change]


def rewritten(measure: OutcomeMeasure) -> list[Rewriting]:
    """When figures that stood already were changed, newest first, as the audit log keeps it. One query."""
    entries = ModelLogEntry.objects.for_instance(measure).filter(action="programme.outcome_values")
    found = [
        Rewriting(each.timestamp, each.user_display_name, _changes(each.data["months"]))
        for each in entries.select_related("user").order_by("-timestamp", "-pk")[:REWRITINGS]
    ]
    return [each for each in found if each.changes]


def _changes(months: dict[str, list[str]]) -> list[Change]:
    said = sorted(months.items())
    return [Change(month_of(month), value_of(was), value_of(now)) for month, (was, now) in said if was]


def beside(measure: OutcomeMeasure, network: Network) -> Beside:
    """The months from the first of which anything is known to the last. A fixed number of queries.

    Beside figures of one organisation stands what was learned there, as far as its network's lead is shown it.
    """
    modules = list(measure.objective.modules.order_by("path"))
    values = values_of(measure)
    keys = [module.translation_key for module in modules]
    trends = network_trends(network, keys, measure.organisation)
    ends = {key: {day.replace(day=1): share for day, share in trend} for key, trend in trends.items()}
    known = [*values, *(month for trend in ends.values() for month in trend)]
    months = months_between(min(known), max(known)) if known else []
    columns = [ends.get(module.translation_key, {}) for module in modules]
    return Beside(
        measure,
        modules,
        [Month(each, values.get(each), [trend.get(each, Cell()) for trend in columns]) for each in months],
    )
