"""What a person sees today, for the hat they wear: what is agreed, and what is switched on."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from learners.organisations.models import Organisation
from learners.sharing.models import Visibility
from learners.sharing.selectors.scope import Agreed, Scoped, shared_among
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


type Hats = dict[tuple[int, int | None], list[Seen]]
"""What each role at each organisation sees, by both their keys, in the order of the categories."""


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
    if organisation is None:
        return [Seen(each, Sight.UNKNOWN) for each in _categories(information)]
    seen = visible_among([organisation], [role], on, information=information)
    return seen[organisation.pk, role.pk if role else None]


def visible_among(
    organisations: Sequence[Organisation],
    roles: Sequence[Role | None],
    on: datetime.date,
    *,
    information: Iterable[int] | None = None,
) -> Hats:
    """The same for each of these roles at each of these organisations, in as many queries."""
    categories = _categories(information)
    keys = [each.pk for each in categories]
    agreed = shared_among(organisations, roles, on, information=keys)
    lines = _switched_on(organisations, roles, on, keys)
    return {
        hat: [
            _seen(each, said.get(each.pk), _for_role(lines.get((hat[0], each.pk), ()), hat[1]), on)
            for each in categories
        ]
        for hat, said in agreed.items()
    }


def _categories(information: Iterable[int] | None) -> list[InformationCategory]:
    rows = InformationCategory.objects.all()
    return list(rows if information is None else rows.filter(pk__in=information))


def _switched_on(
    organisations: Sequence[Organisation],
    roles: Sequence[Role | None],
    on: datetime.date,
    information: list[int],
) -> dict[tuple[int, int], list[Visibility]]:
    """The lines that hold on a day or will, for one of the roles or for every role, by organisation and category."""
    rows = Visibility.objects.holding_from(on).filter(
        Q(role=None) | Q(role__in=[each.pk for each in roles if each]),
        organisation__in=organisations,
        information__in=information,
    )
    found: dict[tuple[int, int], list[Visibility]] = {}
    for row in rows.order_by("starts_on", "source"):
        found.setdefault((row.organisation_id, row.information_id), []).append(row)
    return found


def _for_role(lines: Iterable[Visibility], role: int | None) -> list[Visibility]:
    return [line for line in lines if line.role_id is None or line.role_id == role]


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
