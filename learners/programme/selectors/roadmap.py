"""Reading a network's roadmap: what is live where, what is next, and what became of the rest."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from learners.organisations.models import Membership, Network, NetworkMembership, Organisation
from learners.organisations.scope import Scope
from learners.programme.models import (
    Milestone,
    MilestoneChange,
    Objective,
    OutcomeMeasure,
    OutcomeValue,
)
from modules.models import Capability

Status = Milestone.Status


def objectives_of(
    network: Network, organisations: Iterable[Organisation] | None = None
) -> QuerySet[Objective]:
    """What a network wants to reach, soonest first, each with its measures and the newest value of each.

    Of the measures those of the whole network, and of these organisations (None: of every one).
    """
    newest = OutcomeValue.objects.filter(measure=OuterRef("pk")).order_by("-month")
    measures = OutcomeMeasure.objects.select_related("organisation").annotate(
        newest_value=Subquery(newest.values("value")[:1]), newest_month=Subquery(newest.values("month")[:1])
    )
    if organisations is not None:
        measures = measures.filter(Q(organisation=None) | Q(organisation__in=list(organisations)))
    rows = Objective.objects.filter(network=network)
    return rows.prefetch_related("capabilities", "modules", Prefetch("measures", measures))


def milestones_of(network: Network) -> QuerySet[Milestone]:
    """Every milestone of a network by day, dropped ones too."""
    rows = network.milestones.select_related("organisation", "capability", "agreement", "go_live")
    return rows.order_by("on", "title", "pk")


def milestones_shown(network: Network, organisations: Iterable[Organisation] | None) -> list[Milestone]:
    """What people of some organisations read of: theirs and the whole network's, without what was dropped.

    None: every organisation's.
    """
    rows = milestones_of(network).exclude(status=Status.DROPPED)
    if organisations is not None:
        rows = rows.filter(Q(organisation=None) | Q(organisation__in=list(organisations)))
    return list(rows)


def coming(milestones: Iterable[Milestone]) -> list[Milestone]:
    """What is planned, soonest first."""
    return [each for each in milestones if each.status == Status.PLANNED]


def history_of(network: Network) -> QuerySet[MilestoneChange]:
    """What was said of a network's milestones, newest first."""
    rows = MilestoneChange.objects.filter(milestone__network=network)
    return rows.select_related("milestone", "milestone__organisation", "by").order_by("-pk")


def changes_of_milestone(milestone: Milestone) -> QuerySet[MilestoneChange]:
    """What was said of one, newest first."""
    return milestone.changes.select_related("by").order_by("-pk")


def organisations_in(network: Network, on: datetime.date) -> QuerySet[Organisation]:
    """The organisations of a network on a day, by name."""
    return Organisation.objects.in_network(network, on=on).order_by("name")


@dataclass(frozen=True, slots=True)
class Cell:
    """The milestones of one capability in one place. `as_network`: the whole network has some, which hold here, too."""

    milestones: list[Milestone]
    as_network: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An organisation, or the whole network, with a cell for each capability."""

    name: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """What is live, planned or paused where: a column for each capability that has a milestone."""

    capabilities: list[Capability]
    rows: list[Row]


def grid_of(milestones: Iterable[Milestone], organisations: Iterable[Organisation]) -> Grid:
    """The milestones that were not dropped, by organisation. No query of its own.

    What holds of the whole network stands in the first line, and is not said again of each organisation.
    """
    found: dict[tuple[int | None, int], list[Milestone]] = defaultdict(list)
    capabilities: dict[int, Capability] = {}
    for each in milestones:
        if each.status != Status.DROPPED:
            found[each.organisation_id, each.capability_id].append(each)
            capabilities[each.capability_id] = each.capability
    columns = sorted(capabilities.values(), key=lambda each: (each.position, each.name))
    whole = [(None, "The whole network")] if any(key is None for key, _ in found) else []
    places: list[tuple[int | None, str]] = [*whole, *((each.pk, each.name) for each in organisations)]
    rows = [
        Row(name, [Cell(found[key, each.pk], bool(found[None, each.pk])) for each in columns])
        for key, name in places
    ]
    return Grid(columns, rows)


def networks_of_reader(scope: Scope) -> QuerySet[Network]:
    """The networks whose roadmap somebody may read: where they work, manage or lead today."""
    hats = Membership.objects.in_force(on=scope.on).filter(person=scope.person)
    here = NetworkMembership.objects.in_force(on=scope.on).filter(
        Q(organisation__in=hats.values("organisation")) | Q(organisation__in=scope.organisations())
    )
    return Network.objects.filter(Q(pk__in=here.values("network")) | Q(pk__in=scope.networks()))


def organisations_of_reader(scope: Scope, network: Network) -> list[Organisation]:
    """Those of a network's organisations where somebody works or manages today, by name."""
    hats = Membership.objects.in_force(on=scope.on).filter(person=scope.person)
    mine = Q(pk__in=hats.values("organisation")) | Q(pk__in=scope.organisations())
    return list(organisations_in(network, scope.on).filter(mine))


def networks_to_read(scope: Scope) -> QuerySet[Network]:
    """Where somebody works today and there is something to read, by name. One query."""
    hats = Membership.objects.in_force(on=scope.on).filter(person=scope.person)
    here = NetworkMembership.objects.in_force(on=scope.on).filter(
        organisation__in=hats.values("organisation")
    )
    shown = Milestone.objects.filter(network=OuterRef("pk")).exclude(status=Status.DROPPED)
    wanted = Objective.objects.filter(network=OuterRef("pk"))
    rows = Network.objects.filter(Exists(shown) | Exists(wanted), pk__in=here.values("network"))
    return rows.order_by("name")
