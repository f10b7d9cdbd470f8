"""What a person sees today, for the hat they wear: what is agreed, and what is switched on."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from learners.organisations.models import Organisation
from learners.sharing.models import Visibility
from learners.sharing.selectors.items import ReadItems, items_of
from learners.sharing.selectors.scope import Agreed, Scoped, shared_among
from modules.models import InformationCategory, Role


class Sight(StrEnum):
    """Whether something can be seen."""

    TODAY = "today"
    COMING = "coming"
    NOT_HERE = "not_here"  # agreed not to be shared
    UNKNOWN = "unknown"  # nobody has said: the category's general text is shown


@dataclass(frozen=True, slots=True)
class Line:
    """Where something comes from, how fresh it is (a value of Visibility.How), and when somebody last checked."""

    source: str
    how: str
    checked_on: datetime.date

    @property
    def is_live(self) -> bool:
        """Whether it shows at once what is new."""
        return self.how == Visibility.How.LIVE

    @property
    def how_in_words(self) -> str:
        """How fresh it is."""
        return str(Visibility.How(self.how).label)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of one category of information for one hat."""

    information: InformationCategory
    sight: Sight
    lines: tuple[Line, ...] = ()
    coming_on: datetime.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _On:
    """A line that holds on a day or will. Plain data: a network has hundreds of thousands."""

    role: int | None
    starts_on: datetime.date
    line: Line


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
    return seen_among(_categories(information), organisations, roles, on)


def seen_among(
    categories: Sequence[InformationCategory],
    organisations: Sequence[Organisation],
    roles: Sequence[Role | None],
    on: datetime.date,
    *,
    read_items: ReadItems = items_of,
) -> Hats:
    """The same, of categories that are known. `read_items` says what the agreements' scope holds."""
    keys = [each.pk for each in categories]
    agreed = shared_among(organisations, roles, on, information=keys, read_items=read_items)
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
) -> dict[tuple[int, int], list[_On]]:
    """The lines that hold on a day or will, for one of the roles or for every role, by organisation and category."""
    rows = Visibility.objects.holding_from(on).filter(
        Q(role=None) | Q(role__in=[each.pk for each in roles if each]),
        organisation__in=organisations,
        information__in=information,
    )
    found: dict[tuple[int, int], list[_On]] = {}
    columns = ("organisation", "information", "role", "starts_on", "source", "how", "checked_on")
    for organisation, category, role, starts_on, *line in rows.order_by("starts_on", "source").values_list(
        *columns
    ):
        found.setdefault((organisation, category), []).append(_On(role, starts_on, Line(*line)))
    return found


def _for_role(lines: Iterable[_On], role: int | None) -> list[_On]:
    return [line for line in lines if line.role is None or line.role == role]


def _today(lines: Iterable[_On], on: datetime.date) -> tuple[Line, ...]:
    """What is on today, each source once: what is said of the role itself goes before what is said of every role."""
    begun = [line for line in lines if line.starts_on <= on]
    own = {line.line.source for line in begun if line.role is not None}
    return tuple(each.line for each in begun if each.role is not None or each.line.source not in own)


def _seen(category: InformationCategory, scoped: Scoped | None, lines: list[_On], on: datetime.date) -> Seen:
    """What is seen of a category: only what is agreed, and only what is switched on."""
    if scoped is None:
        return Seen(category, Sight.UNKNOWN)
    if scoped.agreed is Agreed.OUT_OF_SCOPE:
        return Seen(category, Sight.NOT_HERE, reason=scoped.reason)
    if scoped.agreed is Agreed.PLANNED:
        return Seen(category, Sight.COMING, coming_on=scoped.planned_for)
    if scoped.agreed is Agreed.WAITING:  # a day is no promise before the agreement is active, and signed here
        return Seen(category, Sight.COMING)
    if today := _today(lines, on):
        return Seen(category, Sight.TODAY, lines=today)
    return Seen(category, Sight.COMING, coming_on=min((line.starts_on for line in lines), default=None))
