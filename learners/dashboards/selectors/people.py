"""Finding people by who they are and how they stand. The database finds them; only those on a page are read."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet

from learners.dashboards.selectors.place import Place
from learners.dashboards.wanted import NEW_DAYS, Seen, Wanted
from learners.organisations.models import Membership
from learners.requirements.models import KeptStanding
from learners.requirements.standing import State

LATE = [state.value for state in State if state.is_late]
OPEN = [state.value for state in State if state.is_open]
AHEAD = [state for state in OPEN if state not in LATE]
MET = [state.value for state in State if state.is_met]
BY_NAME = ("last_name", "first_name", "pk")


def rows_wanted(place: Place, wanted: Wanted) -> QuerySet[KeptStanding]:
    """The standings that are looked for, one for each person and module. Not ordered."""
    rows = place.standings.filter(_hat(wanted), _named(wanted), _stands(wanted, place.on)).order_by()
    match wanted.state:
        case "":
            return rows
        case Seen.LATE:
            return rows.filter(state__in=LATE)
        case Seen.NEW_STARTER:
            return new_starters(place, rows).filter(~_any_begun(place))
        case Seen.DONE:
            rows = rows.filter(state__in=MET)
            return rows if wanted.module or wanted.requirement else rows.filter(~_any_open(place))
        case state:
            return rows.filter(state=state)


def people_wanted(place: Place, wanted: Wanted) -> QuerySet[Any]:
    """The people who are looked for, by last name: also those of whom nothing is asked, where that is not the question.

    As at a day in the past, of whom something was asked then.
    """
    found: QuerySet[Any] = (
        rows_wanted(place, wanted)
        if wanted.is_of_standings or place.is_past
        else place.roster.filter(_hat(wanted), _named(wanted)).order_by()
    )
    return get_user_model().objects.filter(pk__in=found.values("person")).order_by(*BY_NAME)


def memberships_wanted(place: Place, wanted: Wanted) -> QuerySet[Membership]:
    """Today's hats, in scope, of the people who are looked for: what is done to all of them is done to these."""
    return place.roster.filter(person__in=people_wanted(place, wanted).order_by().values("pk"))


def new_starters(place: Place, rows: QuerySet[KeptStanding]) -> QuerySet[KeptStanding]:
    """Of some standings those of people who joined in the last days, where they are counted."""
    since = place.on - datetime.timedelta(days=NEW_DAYS)
    return rows.counted().filter(joined_on__gte=since, joined_on__lte=place.on)  # type: ignore[attr-defined]


def not_begun(place: Place, rows: QuerySet[KeptStanding]) -> QuerySet[KeptStanding]:
    """Of some standings those of people who have begun nothing at all of what is asked here."""
    return rows.filter(~_any_begun(place))


def _hat(wanted: Wanted) -> Q:
    """Of a membership or a standing: both have these fields."""
    asked: dict[str, Any] = {
        "site": wanted.site,
        "role": wanted.role,
        "staff_group": wanted.staff_group or None,
        "team__in": wanted.teams,
    }
    return Q(**{name: value for name, value in asked.items() if value is not None})


def _named(wanted: Wanted) -> Q:
    found = Q()
    for word in wanted.name.split():
        found &= (
            Q(person__first_name__icontains=word)
            | Q(person__last_name__icontains=word)
            | Q(person__email__icontains=word)
        )
    return found


def _stands(wanted: Wanted, on: datetime.date) -> Q:
    found = Q()
    if wanted.module:
        found &= Q(module_key=wanted.module)
    if wanted.requirement:
        found &= Q(requirement_id=wanted.requirement)
    if wanted.due:
        days = (on, on + datetime.timedelta(days=wanted.due))
        found &= Q(state__in=AHEAD, due__range=days) | Q(state__in=MET, expires__range=days)
    if wanted.late:
        first, last = wanted.late.days
        found &= Q(state__in=LATE, due__lte=on - datetime.timedelta(days=first))
        found &= Q(due__gte=on - datetime.timedelta(days=last)) if last else Q()
    return found


def _theirs(place: Place) -> QuerySet[KeptStanding]:
    return place.standings.filter(person=OuterRef("person"))


def _any_begun(place: Place) -> Exists:
    return Exists(_theirs(place).filter(Q(began_on__isnull=False) | Q(done_on__isnull=False)))


def _any_open(place: Place) -> Exists:
    return Exists(_theirs(place).filter(state__in=OPEN))


@dataclass(frozen=True, slots=True)
class Asked:
    """Where somebody stands on one module."""

    module: str
    state: State
    due: datetime.date | None
    done_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class Row:
    """A person in the list. `membership`: the hat in scope by which their page is opened; None where there is none."""

    person: Any
    membership: UUID | None
    team: str
    role: str
    asked: list[Asked]

    @property
    def name(self) -> str:
        """First and last name; the e-mail address of somebody without."""
        return f"{self.person.first_name} {self.person.last_name}".strip() or self.person.email


def rows_of(place: Place, people: Iterable[Any], titles: dict[UUID, str], wanted: Wanted) -> list[Row]:
    """A page of people as rows of the list: their hats, and all that is asked of them, or the one module."""
    found = list(people)
    keys = [person.pk for person in found]
    hats = _hats(place, keys)
    asked = _asked(place, keys, titles, wanted)
    rows = []
    for person in found:
        membership, team, role = hats.get(person.pk, (None, "", ""))
        rows.append(Row(person, membership, team, role, asked[person.pk]))
    return rows


def _hats(place: Place, keys: list[int]) -> dict[int, tuple[UUID | None, str, str]]:
    """The first hat of each, with every team and role in words; of those who have left, as it was on that day."""
    hats = place.roster.filter(person__in=keys).order_by("starts_on", "pk")
    teams: dict[int, dict[str, None]] = defaultdict(dict)
    roles: dict[int, dict[str, None]] = defaultdict(dict)
    first: dict[int, UUID] = {}
    for hat in hats.values_list("person", "uuid", "team__name", "role__name"):
        person, key, team, role = hat
        first.setdefault(person, key)
        teams[person][team] = roles[person][role] = None
    then = place.standings.filter(person__in=keys) if place.is_past else KeptStanding.objects.none()
    past: dict[int, tuple[dict[str, None], dict[str, None]]] = defaultdict(lambda: ({}, {}))
    for person, team, role in then.values_list("person", "team__name", "role__name"):
        past[person][0][team] = past[person][1][role] = None
    for person, (team_names, role_names) in past.items():
        teams[person], roles[person] = team_names, role_names
    return {
        key: (first.get(key), ", ".join(filter(None, teams[key])), ", ".join(filter(None, roles[key])))
        for key in keys
    }


def _asked(place: Place, keys: list[int], titles: dict[UUID, str], wanted: Wanted) -> dict[int, list[Asked]]:
    rows = place.standings.filter(person__in=keys)
    if wanted.module:
        rows = rows.filter(module_key=wanted.module)
    found: dict[int, list[Asked]] = defaultdict(list)
    order = {key: place_ for place_, key in enumerate(titles)}
    fields = ("person", "module_key", "state", "due", "done_on")
    for person, key, state, due, done_on in sorted(
        rows.values_list(*fields), key=lambda row: order.get(row[1], len(order))
    ):
        found[person].append(Asked(titles.get(key, "A module"), State(state), due, done_on))
    return found
