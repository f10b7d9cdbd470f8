"""What a person sees today, for the hat they wear: what is agreed, and what is switched on."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from learners.organisations.models import Organisation
from learners.sharing.models import Visibility
from learners.sharing.selectors.scope import Agreed, Scoped, shared_with
from modules.models import InformationCategory, Role


class Sight(StrEnum):
    """Whether something can be seen."""

    TODAY = "today"
    COMING = "coming"
    NOT_HERE = "not_here"  # agreed not to be shared
    UNKNOWN = "unknown"  # nobody has said: the category's general text is shown


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of one category of information for one hat."""

    information: InformationCategory
    sight: Sight
    lines: tuple[Visibility, ...] = ()  # where it comes from, live or from time to time, checked when
    coming_on: datetime.date | None = None
    reason: str = ""


def visible_to(
    organisation: Organisation | None,
    role: Role | None,
    on: datetime.date,
    *,
    information: Iterable[int] | None = None,
) -> list[Seen]:
    """What a role at an organisation can see on a day, category by category, in the order of the list.

    Without an organisation nothing is known. A fixed number of queries, whatever the size of the matrix.
    """
    rows = InformationCategory.objects.all()
    if information is not None:
        rows = rows.filter(pk__in=information)
    categories = list(rows)
    if organisation is None:
        return [Seen(each, Sight.UNKNOWN) for each in categories]
    keys = [each.pk for each in categories]
    agreed = shared_with(organisation, role, on, information=keys)
    lines = _switched_on(organisation, role, on, keys)
    return [_seen(each, agreed.get(each.pk), lines.get(each.pk, []), on) for each in categories]


def _switched_on(
    organisation: Organisation, role: Role | None, on: datetime.date, information: list[int]
) -> dict[int, list[Visibility]]:
    """The organisation's lines that hold on a day or will, for the role or for every role."""
    rows = Visibility.objects.holding_from(on).filter(
        Q(role=None) | Q(role=role), organisation=organisation, information__in=information
    )
    found: dict[int, list[Visibility]] = {}
    for row in rows.order_by("starts_on", "source"):
        found.setdefault(row.information_id, []).append(row)
    return found


def _seen(
    category: InformationCategory, scoped: Scoped | None, lines: list[Visibility], on: datetime.date
) -> Seen:
    """What is seen of a category: only what is agreed, and only what is switched on."""
    if scoped is None:
        return Seen(category, Sight.UNKNOWN)
    if scoped.agreed is Agreed.OUT_OF_SCOPE:
        return Seen(category, Sight.NOT_HERE, reason=scoped.reason)
    if scoped.agreed is Agreed.PLANNED:
        return Seen(category, Sight.COMING, coming_on=scoped.planned_for)
    today = tuple(line for line in lines if line.starts_on <= on)
    if scoped.agreed is Agreed.NOW and today:
        return Seen(category, Sight.TODAY, lines=today)
    later = [line.starts_on for line in lines if line.starts_on > on]
    return Seen(category, Sight.COMING, coming_on=min(later, default=None))
