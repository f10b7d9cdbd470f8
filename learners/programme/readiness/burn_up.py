"""How many were trained at the end of each week: two queries, however many weeks and people there are."""

import datetime

from django.db.models import Case, Count, Max, Min, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from learners.dashboards.figures import Share
from learners.programme.readiness.drawing import BACK, WEEK, weeks_until
from learners.programme.readiness.roster import EXCUSED, MET, Touched

NEVER = Value(datetime.date.max)

type Weeks = list[tuple[datetime.date, Share]]


def trained_by_week(touched: Touched, until: datetime.date) -> Weeks:
    """The share of those whose work is touched that had done all of the modules, as it was known then.

    Up to a day, a week apart, from when standings are kept. Somebody with hats at two organisations counts at each.
    """
    known = touched.standings.filter(from_on__lte=until)
    first = known.aggregate(first=Min("from_on"))["first"]
    if first is None:
        return []
    days = weeks_until(until, max(first, until - WEEK * BACK))
    here, done, excused = _there(touched, days), *_done(touched, days)
    totals = [max(there - away, 0) for there, away in zip(here, excused, strict=True)]
    return [
        (day, Share(min(number, total), total))  # somebody may have left whose standing is still to be closed
        for day, number, total in zip(days, done, totals, strict=True)
    ]


def _there(touched: Touched, days: list[datetime.date]) -> list[int]:
    """How many people there were on each day, at each organisation."""
    rows = touched.hats.order_by().values("organisation", "person")
    flags = {
        f"on_{number}": Max(
            Case(
                When(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day, then=Value(1)),
                default=Value(0),
            )
        )
        for number, day in enumerate(days)
    }
    sums = {f"all_{number}": Sum(f"on_{number}") for number, _ in enumerate(days)}
    found = rows.annotate(**flags).aggregate(**sums)
    return [found[name] or 0 for name in sums]


def _done(touched: Touched, days: list[datetime.date]) -> tuple[list[int], list[int]]:
    """Of how many all modules were met on each day, and how many were paused or exempt; of those there on that day."""
    hats = touched.hats.filter(organisation=OuterRef("organisation"), person=OuterRef("person"))
    own = hats.order_by().values("person")
    rows = touched.standings.annotate(
        first=Subquery(own.annotate(day=Min("starts_on")).values("day")),
        last=Subquery(own.annotate(day=Max(Coalesce("ends_on", NEVER))).values("day")),
    ).values("organisation", "person")
    each, over_all = {}, {}
    for number, day in enumerate(days):
        held = Q(to_on=None) | Q(to_on__gte=day), Q(from_on__lte=day, first__lte=day, last__gte=day)
        each[f"met_{number}"] = Count("pk", filter=Q(*held, state__in=MET))
        each[f"away_{number}"] = Count("pk", filter=Q(*held, state__in=EXCUSED))
        over_all[f"done_{number}"] = Count("person", filter=Q(**{f"met_{number}": len(touched.modules)}))
        over_all[f"out_{number}"] = Count("person", filter=Q(**{f"away_{number}__gt": 0}))
    found = rows.annotate(**each).aggregate(**over_all)
    numbers = range(len(days))
    return [found[f"done_{number}"] for number in numbers], [found[f"out_{number}"] for number in numbers]
