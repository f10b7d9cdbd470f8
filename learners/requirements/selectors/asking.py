"""What an organisation asks, as a page shows it: of how many people, how many minutes of each, and what comes twice."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from learners.organisations.models import Membership, Network, Organisation
from learners.organisations.scope import Scope
from learners.requirements import wording
from learners.requirements.models import Adoption, Requirement
from learners.requirements.selectors.asks import Ask, asks_of, facts_of
from learners.requirements.standing import MembershipFacts, RequirementFacts
from learners.requirements.standing.why import not_asked
from modules.models import ModulePage


def audience(facts: RequirementFacts, organisation: Organisation) -> Q:
    """Those hats of an organisation of which it is asked; none, where it is not for organisations of this kind."""
    if facts.kinds and organisation.kind not in facts.kinds:
        return Q(pk=None)
    narrowed: dict[str, Any] = {
        "role__name__in": facts.roles,
        "staff_group__in": facts.staff_groups,
        "team__in": facts.teams,
        "site__in": facts.sites,
    }
    return Q(**{name: chosen for name, chosen in narrowed.items() if chosen})


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement as it is asked here, of how many people, and how long its modules take."""

    requirement: Requirement
    modules: list[ModulePage]
    starts_on: datetime.date
    ends_on: datetime.date | None
    people: int
    opens: str

    @property
    def minutes(self) -> int:
        """Of one person, once."""
        return sum(module.minutes for module in self.modules)

    @property
    def whom(self) -> str:
        """Of whom it is asked, in words."""
        return wording.whom(self.requirement)

    @property
    def by_when(self) -> str:
        """By when, in words."""
        return wording.by_when(self.requirement)

    @property
    def how_often(self) -> str:
        """How often, in words."""
        return wording.how_often(self.requirement)


@dataclass(frozen=True, slots=True)
class Twice:
    """A module that two requirements ask of some of the same people. The stricter counts for them."""

    module: ModulePage
    requirements: tuple[Requirement, Requirement]
    people: int


@dataclass(frozen=True, slots=True)
class RoleMinutes:
    """How many minutes are asked of somebody of a role: of some more than of others."""

    role: str
    least: int
    most: int
    people: int


@dataclass(frozen=True, slots=True)
class Asking:
    """All that an organisation asks on a day and from then on."""

    lines: list[Line]
    twice: list[Twice]
    by_role: list[RoleMinutes]


def asking_of(scope: Scope, organisation: Organisation) -> Asking:
    """What is asked here, and what would be if its agreement held still. People are those whom this person sees."""
    every = asks_of([organisation.pk], scope.on, closed=True).get(organisation.pk, [])
    every = [ask for ask in every if ask.requirement]
    asks = [ask for ask in every if not ask.is_over(scope.on)]
    roster = scope.roster(organisation).order_by()
    return Asking(
        _lines(every, roster, organisation, scope.on),
        _twice(asks, roster, organisation),
        _by_role(asks, roster, organisation, scope.on),
    )


def _lines(
    asks: list[Ask], roster: QuerySet[Membership], organisation: Organisation, on: datetime.date
) -> list[Line]:
    grouped: dict[int, list[Ask]] = defaultdict(list)
    for ask in asks:
        grouped[ask.order[1]].append(ask)
    return [
        Line(
            first.requirement,
            [ask.module for ask in group],
            first.facts.starts_on,
            first.facts.ends_on,
            _people(roster.filter(audience(first.facts, organisation))),
            wording.opens(first.requirement, first.facts, on),
        )
        for group in grouped.values()
        if (first := group[0]).requirement
    ]


def _people(hats: QuerySet[Membership]) -> int:
    return hats.aggregate(people=Count("person", distinct=True))["people"] or 0


def _twice(asks: list[Ask], roster: QuerySet[Membership], organisation: Organisation) -> list[Twice]:
    found = []
    for one, other in combinations(asks, 2):
        if one.key != other.key or not (one.requirement and other.requirement) or _apart(one, other):
            continue
        second = roster.filter(audience(other.facts, organisation))
        both = roster.filter(audience(one.facts, organisation)).filter(person__in=second.values("person"))
        if people := _people(both):
            found.append(Twice(one.module, (one.requirement, other.requirement), people))
    return found


def _apart(one: Ask, other: Ask) -> bool:
    """Whether one has ended before the other begins."""
    ends = ((one.facts.ends_on, other.facts.first_day), (other.facts.ends_on, one.facts.first_day))
    return any(last and last < first for last, first in ends)


def _by_role(
    asks: list[Ask], roster: QuerySet[Membership], organisation: Organisation, on: datetime.date
) -> list[RoleMinutes]:
    """Hats that are alike are asked the same, so each kind is decided once."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    alike = roster.values_list("role__name", "staff_group", "team", "site")
    for role, group, team, site, people in alike.annotate(people=Count("person", distinct=True)):
        hat = MembershipFacts(
            role=role, starts_on=on, kind=organisation.kind, staff_group=group, team=team, site=site
        )
        found[role].append((_minutes(asks, hat, on), people))
    return [
        RoleMinutes(role, min(m for m, _ in kinds), max(m for m, _ in kinds), sum(n for _, n in kinds))
        for role, kinds in sorted(found.items())
    ]


def _minutes(asks: Iterable[Ask], hat: MembershipFacts, on: datetime.date) -> int:
    modules = {ask.key: ask.module.minutes for ask in asks if not not_asked(ask.facts, hat, on)}
    return sum(modules.values())


@dataclass(frozen=True, slots=True)
class Offer:
    """A network's requirement, and how this organisation has it: not yet, or from a day, perhaps to a day."""

    line: Line
    adoption: Adoption | None


def offers_of(scope: Scope, organisation: Organisation) -> list[Offer]:
    """What the organisation's networks ask, and it could adopt or has adopted."""
    rows = suggested_to(scope, organisation)
    return [offer_of(scope, organisation, row) for row in rows]


def suggested_to(scope: Scope, organisation: Organisation) -> QuerySet[Requirement]:
    """Requirements of the organisation's networks of today that have not ended."""
    networks = organisation.network_memberships.in_force(on=scope.on).values("network")
    rows = Requirement.objects.holding_from(scope.on).filter(network__in=networks)
    return rows.with_audience().prefetch_related("modules")


def offer_of(scope: Scope, organisation: Organisation, requirement: Requirement) -> Offer:
    """One of them, with how many people it asks or would ask here."""
    (facts,) = facts_of([requirement], organisation, scope.on)
    adopted = Adoption.objects.holding_from(scope.on).filter(
        requirement=requirement, organisation=organisation
    )
    people = _people(scope.roster(organisation).order_by().filter(audience(facts, organisation)))
    modules = [module for module in requirement.modules.all() if module.live]
    opens = wording.opens(requirement, facts, scope.on)
    line = Line(requirement, modules, requirement.starts_on, requirement.ends_on, people, opens)
    return Offer(line, adopted.order_by("starts_on").last())


def asked_by_network(scope: Scope, network: Network) -> list[tuple[Line, list[Organisation]]]:
    """A network's requirements, each with the organisations of the network that have adopted it. No people."""
    rows = Requirement.objects.holding_from(scope.on).filter(network=network)
    members = scope.organisations_of(network)
    found = []
    for row in rows.with_audience().prefetch_related("modules"):
        adopted = Adoption.objects.holding_from(scope.on).filter(requirement=row, organisation=OuterRef("pk"))
        modules = [each for each in row.modules.all() if each.live]
        line = Line(row, modules, row.starts_on, row.ends_on, 0, wording.opens(row))
        found.append((line, list(members.filter(Exists(adopted)).order_by("name"))))
    return found
