"""Counts the kept standings of an organisation into figures."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Case, Count, F, Min, Q, QuerySet, SmallIntegerField, Value, When

from learners.requirements.models import Breakdown, Figure, KeptStanding
from learners.requirements.standing import State

type Counts = dict[tuple[str, Any, str], Counter[str]]
"""Numbers by state, for each breakdown, module and value."""

BY: dict[str, str | None] = {
    Breakdown.ALL: None,
    Breakdown.SITE: "site_id",
    Breakdown.TEAM: "team_id",
    Breakdown.STAFF_GROUP: "staff_group",
    Breakdown.ROLE: "role_id",
}
KEPT = [state for state in State if state is not State.NOT_REQUIRED]
RANK = Case(
    *(When(state=state.value, then=Value(state.rank)) for state in KEPT), output_field=SmallIntegerField()
)


def count_now(organisation: int) -> None:
    """Count an organisation's figures as they stand. Inside the transaction that holds its roll."""
    Figure.objects.filter(organisation=organisation, month_end=None).delete()
    rows = KeptStanding.objects.current().filter(organisation=organisation)
    Figure.objects.bulk_create(figures_of(rows, organisation), batch_size=1_000)


def keep_month(organisation: int, month_end: datetime.date) -> bool:
    """Keep the figures of the end of a month, once: whatever comes later, they stay. Whether they were kept now."""
    if Figure.objects.filter(organisation=organisation, month_end=month_end).exists():
        return False
    rows = KeptStanding.objects.as_at(month_end).filter(organisation=organisation)
    figures = list(figures_of(rows, organisation, month_end))
    Figure.objects.bulk_create(figures, batch_size=1_000)
    return bool(figures)


def figures_of(
    rows: QuerySet[KeptStanding], organisation: int, month_end: datetime.date | None = None
) -> Iterator[Figure]:
    """The figures of some standings, not saved: by module, whole and broken down; and by person, whole."""
    counts = _by_module(rows) | _by_person(rows)
    for (breakdown, module, value), numbers in counts.items():
        yield Figure(
            organisation_id=organisation,
            month_end=month_end,
            module_key=module,
            breakdown=breakdown,
            value=value,
            **numbers,
        )


def _by_module(rows: QuerySet[KeptStanding]) -> Counts:
    found: Counts = defaultdict(Counter)
    for breakdown, field in BY.items():
        by = {"by": F(field)} if field else {"by": Value("")}
        grouped = rows.order_by().values("module_key", "state", **by).annotate(number=Count("pk"))
        for module, state, value, number in grouped.values_list("module_key", "state", "by", "number"):
            found[breakdown, module, "" if value is None else str(value)][state] += number
    return found


def _by_person(rows: QuerySet[KeptStanding]) -> Counts:
    """Each person once, by the most urgent of what is asked of them."""
    worst = rows.order_by().values("person").annotate(worst=Min(RANK))
    numbers = worst.aggregate(**{state.value: Count("person", filter=Q(worst=state.rank)) for state in KEPT})
    return {(Breakdown.ALL, None, ""): Counter(numbers)} if any(numbers.values()) else {}
