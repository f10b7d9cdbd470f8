"""Where people stand, in a number of queries that does not depend on how many they are."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import QuerySet

from learners.organisations.models import Membership, Organisation, Pause, StaffGroup
from learners.requirements.models import Assignment, Requirement
from learners.requirements.selectors.asks import Ask, asks_of
from learners.requirements.selectors.histories import Histories
from learners.requirements.standing import MembershipFacts, Span, Standing, State, standing
from modules.models import ModulePage


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """Where a person stands on one module that one organisation asks of them, and under which hat."""

    ask: Ask
    hat: "Hat"
    standing: Standing

    @property
    def module(self) -> ModulePage:
        """What is asked."""
        return self.ask.module

    @property
    def organisation(self) -> Organisation:
        """Who asks it."""
        return self.ask.organisation

    @property
    def requirement(self) -> Requirement | None:
        """By which requirement; None where it was assigned."""
        return self.ask.requirement

    @property
    def assignment(self) -> Assignment | None:
        """By which assignment."""
        return self.ask.assignment


class Hat(NamedTuple):
    """A membership with the words that a list shows. Lighter than models, for there may be thousands."""

    pk: int
    uuid: uuid.UUID
    organisation_id: int
    person_id: int
    first_name: str
    last_name: str
    email: str
    kind: str
    role_id: int
    role: str
    staff_group: str
    team_id: int | None
    team: str | None
    site_id: int | None
    starts_on: datetime.date
    ends_on: datetime.date | None


HAT = ("pk", "uuid", "organisation_id", "person_id", "person__first_name", "person__last_name", "person__email",
       "organisation__kind", "role_id", "role__name", "staff_group", "team_id", "team__name", "site_id",
       "starts_on", "ends_on")  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonHere:
    """A person at an organisation: the hats they wear there, earliest first, and each module asked of them."""

    hats: tuple[Hat, ...]
    asked: tuple[PersonStanding, ...]

    @property
    def hat(self) -> Hat:
        """The hat they have worn longest."""
        return self.hats[0]

    @property
    def name(self) -> str:
        """First and last name; the e-mail address of somebody without."""
        return f"{self.hat.first_name} {self.hat.last_name}".strip() or self.hat.email

    @property
    def roles(self) -> str:
        """The roles of their hats, in words."""
        return _listed(hat.role for hat in self.hats)

    @property
    def staff_groups(self) -> str:
        """The staff groups of their hats, in words."""
        return _listed(StaffGroup(hat.staff_group).label for hat in self.hats)

    @property
    def teams(self) -> str:
        """The teams of their hats; empty without any."""
        return _listed(hat.team for hat in self.hats if hat.team)


def standings_of_person(person: Any, on: datetime.date) -> list[PersonStanding]:
    """Everything that a person's organisations ask of them on a day, what is most urgent first.

    A module that two organisations ask for comes twice, each with its own due day.
    """
    memberships = Membership.objects.in_force(on=on).filter(person=person)
    asked = [each for here in standings_of(memberships, on) for each in here.asked]
    return sorted(asked, key=lambda each: each.standing.urgency)


class Asked:
    """What some organisations ask on a day: of whom it concerns, and of one person each. Read once for many people.

    `only` leaves out what it does not choose.
    """

    def __init__(
        self,
        organisations: Iterable[int],
        on: datetime.date,
        people: Any,
        only: Callable[[Ask], bool] = lambda ask: True,
    ) -> None:
        found = asks_of(organisations, on, people)
        chosen = {key: [ask for ask in asks if only(ask)] for key, asks in found.items()}
        self.asks = {key: asks for key, asks in chosen.items() if asks}
        self._shared: dict[int, list[Ask]] = defaultdict(list)
        self._own: dict[tuple[int, int], list[Ask]] = defaultdict(list)
        for organisation, asks in self.asks.items():
            for ask in asks:
                if ask.assignment:
                    self._own[organisation, ask.assignment.person_id].append(ask)
                else:
                    self._shared[organisation].append(ask)

    def of(self, organisation: int, person: int) -> list[Ask]:
        """What may be asked of somebody, in the order of the catalogue."""
        shared, own = self._shared.get(organisation, []), self._own.get((organisation, person))
        return sorted([*shared, *own], key=lambda ask: ask.place) if own else shared


def standings_of(
    memberships: QuerySet[Membership], on: datetime.date, asked: Asked | None = None
) -> list[PersonHere]:
    """People and where they stand at each organisation, by last and first name.

    The number of queries does not depend on how many people. Somebody with several of these memberships in one
    organisation comes once, by the hat worn longest; of several hats or requirements that ask for one module, what
    is most urgent counts. Give all the hats of each person: a hat left out asks nothing. Modules that are no longer
    published are left out: nobody could do them. Who goes through many people in parts gives what is asked of all.
    """
    worn: dict[tuple[int, int], list[Hat]] = defaultdict(list)
    for row in memberships.order_by("starts_on", "pk").values_list(*HAT):
        hat = Hat(*row)
        worn[hat.organisation_id, hat.person_id].append(hat)
    people = memberships.order_by().values("person")
    asked = asked or Asked({organisation for organisation, _ in worn}, on, people)
    histories = Histories(people, asked.asks, on)
    pauses = _pauses(memberships)
    found = [
        PersonHere(tuple(hats), tuple(_asked(hats, asked.of(*key), histories, pauses, on)))
        for key, hats in worn.items()
    ]
    return sorted(found, key=_by_name)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _by_name(person: PersonHere) -> tuple[str, str, str, int]:
    hat = person.hat
    return hat.last_name.casefold(), hat.first_name.casefold(), hat.email, hat.organisation_id


type Pauses = dict[int, tuple[Span, ...]]


def _pauses(memberships: QuerySet[Membership]) -> Pauses:
    found: Pauses = {}
    rows = Pause.objects.filter(membership__in=memberships.order_by()).order_by("starts_on")
    for hat, first, last in rows.values_list("membership_id", "starts_on", "ends_on"):
        found[hat] = (*found.get(hat, ()), Span(first, last))
    return found


def _facts(hat: Hat, pauses: Pauses) -> MembershipFacts:
    return MembershipFacts(
        role=hat.role,
        kind=hat.kind,
        staff_group=hat.staff_group,
        team=hat.team_id,
        site=hat.site_id,
        starts_on=hat.starts_on,
        ends_on=hat.ends_on,
        pauses=pauses.get(hat.pk, ()),
    )


def _asked(
    hats: list[Hat], asks: list[Ask], histories: Histories, pauses: Pauses, on: datetime.date
) -> Iterator[PersonStanding]:
    """One standing for each module that is asked for under any hat: the most urgent."""
    found: dict[uuid.UUID, list[PersonStanding]] = defaultdict(list)
    worn = [(hat, _facts(hat, pauses)) for hat in hats]
    for ask in asks:
        history = histories.of(hats[0], ask.key)
        for hat, membership in worn:
            decided = standing(ask.facts, membership, history, on)
            if decided.state is not State.NOT_REQUIRED:
                found[ask.key].append(PersonStanding(ask, hat, decided))
    for several in found.values():
        yield _first_of(several) if len(several) > 1 else several[0]


def _first_of(several: list[PersonStanding]) -> PersonStanding:
    """What counts of several. It may read differently as soon as any of them does, for then another may count."""
    first = min(several, key=_which)
    days = (each.standing.changes_on for each in several)
    turns = min((day for day in days if day), default=None)
    return replace(first, standing=replace(first.standing, changes_on=turns))


def _which(each: PersonStanding) -> tuple[Any, ...]:
    decided = each.standing
    return decided.state.rank, decided.due or datetime.date.max, each.ask.order, each.hat.pk
