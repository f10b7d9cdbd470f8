"""Who champions where, and whose job changes without anything that helps."""

import datetime

from django.db.models import Exists, OuterRef

from learners.organisations.models import Membership, Network, NetworkMembership, Organisation
from learners.programme.models import Champion, Level, Milestone, WorkflowChange
from modules.models import Role


def organisations_without_champion(network: Network, on: datetime.date) -> list[Organisation]:
    """The organisations of a network that have no champion on a day, by name."""
    members = NetworkMembership.objects.in_force(on=on).filter(network=network)
    champions = Champion.objects.in_force(on=on).filter(organisation=OuterRef("pk"))
    found = Organisation.objects.filter(pk__in=members.values("organisation"))
    return list(found.exclude(Exists(champions)).order_by("name"))


def roles_touched(milestone: Milestone, on: datetime.date) -> list[Role]:
    """The roles whose work a milestone touches: those it names, or else those that anybody there has."""
    if named := list(milestone.roles.order_by("position", "name")):
        return named
    members = NetworkMembership.objects.in_force(on=on).filter(network=milestone.network_id)
    hats = Membership.objects.in_force(on=on)
    if milestone.organisation_id:
        hats = hats.filter(organisation=milestone.organisation_id)
    else:
        hats = hats.filter(organisation__in=members.values("organisation"))
    return list(
        Role.objects.filter(pk__in=hats.values("role")).exclude(slug="not-known").order_by("position", "name")
    )


def roles_without_mitigation(milestone: Milestone, on: datetime.date) -> list[Role]:
    """The roles that a milestone touches and whose job change nobody wrote down with a module that helps."""
    helped = WorkflowChange.objects.filter(
        milestone=milestone, level=Level.JOB, mitigated_by__live=True, role__isnull=False
    )
    covered = set(helped.values_list("role_id", flat=True))
    return [role for role in roles_touched(milestone, on) if role.pk not in covered]
