"""Where people stand, in a number of queries that does not depend on how many they are."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from learners.organisations.models import Membership, Organisation, StaffGroup
from learners.records.models import Completion, LearningEvent, Verb
from learners.requirements.models import Requirement
from learners.requirements.standing import (
    Completed,
    History,
    MembershipFacts,
    RequirementFacts,
    Standing,
    standing,
)
from modules.models import ModulePage

CONTENT = (
    "sections",
    "check_questions",
    "how_it_helps",
    "when_to_use",
    "when_not_to_use",
    "outcomes",
    "sources",
)


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """Where a person stands on one module that one organisation asks of them."""

    module: ModulePage
    organisation: Organisation
    requirement: Requirement
    standing: Standing


class Hat(NamedTuple):
    """A membership with the words that a list shows. Lighter than models, for there may be thousands."""

    uuid: uuid.UUID
    organisation_id: int
    person_id: int
    first_name: str
    last_name: str
    email: str
    role: str
    staff_group: str
    team: str | None
    starts_on: datetime.date
    ends_on: datetime.date | None


HAT = ("uuid", "organisation_id", "person_id", "person__first_name", "person__last_name", "person__email",
       "role__name", "staff_group", "team__name", "starts_on", "ends_on")  # fmt: skip


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


def standings_of(memberships: QuerySet[Membership], on: datetime.date) -> list[PersonHere]:
    """People and where they stand at each organisation, by last and first name. Five queries, however many people.

    Somebody with several of these memberships in one organisation comes once, by the hat worn longest; a module
    asked for under several hats is due by the earliest. Give all the hats of each person: a hat left out asks
    nothing. Requirements for modules that are no longer published are left out: nobody could meet them.
    """
    worn: dict[tuple[int, int], list[Hat]] = defaultdict(list)
    for row in memberships.order_by("starts_on", "pk").values_list(*HAT):
        hat = Hat(*row)
        worn[hat.organisation_id, hat.person_id].append(hat)
    requirements = requirements_of({organisation for organisation, _ in worn}, on)
    asks = {
        organisation: [(each, _facts(each)) for each in found] for organisation, found in requirements.items()
    }
    keys = {each.module.translation_key for found in requirements.values() for each in found}
    histories = _Histories(memberships.order_by().values("person"), keys)
    people = [
        PersonHere(tuple(hats), tuple(_asked(hats, asks.get(hats[0].organisation_id, []), histories, on)))
        for hats in worn.values()
    ]
    return sorted(people, key=_by_name)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _by_name(person: PersonHere) -> tuple[str, str, str, int]:
    hat = person.hat
    return hat.last_name.casefold(), hat.first_name.casefold(), hat.email, hat.organisation_id


def requirements_of(organisations: Iterable[int], on: datetime.date) -> dict[int, list[Requirement]]:
    """What organisations ask for on a day, in the order of the catalogue; only modules that are published."""
    found = (
        Requirement.objects.in_force(on=on)
        .with_audience()
        .filter(organisation__in=organisations, module__live=True)
        .select_related("organisation")
        .defer(*(f"module__{name}" for name in CONTENT))
        .order_by("module__path", "starts_on")
    )
    asks: dict[int, list[Requirement]] = defaultdict(list)
    for requirement in found:
        asks[requirement.organisation_id].append(requirement)
    return asks


def _facts(requirement: Requirement) -> RequirementFacts:
    return RequirementFacts(
        starts_on=requirement.starts_on,
        ends_on=requirement.ends_on,
        roles=frozenset(role.name for role in requirement.roles.all()),
        due_days=requirement.due_days,
        due_on=requirement.due_on,
    )


type Ask = tuple[Requirement, RequirementFacts]


def _asked(
    hats: list[Hat], asks: list[Ask], histories: "_Histories", on: datetime.date
) -> Iterator[PersonStanding]:
    """One standing for each module that is asked for under any hat: the one due first."""
    found: dict[uuid.UUID, list[PersonStanding]] = defaultdict(list)
    memberships = [
        MembershipFacts(role=hat.role, starts_on=hat.starts_on, ends_on=hat.ends_on) for hat in hats
    ]
    for requirement, facts in asks:
        key = requirement.module.translation_key
        history = histories.of(hats[0], key)
        for membership in memberships:
            decided = standing(facts, membership, history, on)
            if decided.due:
                found[key].append(
                    PersonStanding(requirement.module, requirement.organisation, requirement, decided)
                )
    for several in found.values():
        yield min(several, key=lambda each: each.standing.due or on)


class _Histories:
    """What people did of some modules, anywhere: read from the history of events and its completions.

    A start is read from its event, since open attempts belong to a layer above this one.
    """

    def __init__(self, people: QuerySet[Any], keys: Iterable[uuid.UUID]) -> None:
        self._completed: dict[tuple[int, uuid.UUID], list[tuple[datetime.date, int | None]]] = defaultdict(
            list
        )
        self._started: dict[tuple[int, uuid.UUID], datetime.date] = {}
        completions = Completion.objects.filter(person__in=people, module_key__in=keys).order_by()
        for person, key, organisation, at in completions.values_list(
            "person_id", "module_key", "organisation_id", "completed_at"
        ):
            self._completed[person, key].append((timezone.localdate(at), organisation))
        starts = LearningEvent.objects.filter(
            verb=Verb.LAUNCHED, person__in=people, edition__module_key__in=keys
        ).order_by()
        for person, key, at in starts.values_list("person_id", "edition__module_key", "occurred_at"):
            day = timezone.localdate(at)
            self._started[person, key] = min(day, self._started.get((person, key), day))

    def of(self, hat: Hat, key: uuid.UUID) -> History:
        """A person's history of a module, as the organisation of this hat sees it."""
        completions = tuple(
            Completed(day, elsewhere=organisation not in (None, hat.organisation_id))
            for day, organisation in self._completed.get((hat.person_id, key), ())
        )
        return History(self._started.get((hat.person_id, key)), completions)
