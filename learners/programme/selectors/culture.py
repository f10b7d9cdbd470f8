"""Who champions where, and whose job changes without anything that helps."""

import datetime
from collections import defaultdict
from typing import Any

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When

from learners.organisations.models import Membership, Network, Organisation, Team
from learners.organisations.scope import Scope
from learners.programme.models import Champion, Guide, Level, Milestone, TalkThrough, WorkflowChange
from learners.programme.selectors.roadmap import organisations_in
from modules.models import Role


def champions_here(on: datetime.date) -> QuerySet[Champion]:
    """Champions of a day whom colleagues can ask: whoever has left since they were named is none any more."""
    return Champion.objects.in_force(on=on).filter(_still_there(on))


def _still_there(on: datetime.date) -> Exists:
    hats = Membership.objects.in_force(on=on)
    return Exists(hats.filter(organisation=OuterRef("organisation"), person=OuterRef("person")))


def organisations_without_champion(network: Network, on: datetime.date) -> list[Organisation]:
    """The organisations of a network that have no champion on a day, by name."""
    champions = champions_here(on).filter(organisation=OuterRef("pk"))
    return list(organisations_in(network, on).exclude(Exists(champions)).order_by("name"))


def roles_touched(milestone: Milestone, on: datetime.date) -> list[Role]:
    """The roles whose work a milestone touches: those it names, or else those that anybody there has."""
    if named := list(milestone.roles.order_by("position", "name")):
        return named
    hats = Membership.objects.in_force(on=on)
    if milestone.organisation_id:
        hats = hats.filter(organisation=milestone.organisation_id)
    else:
        hats = hats.filter(organisation__in=organisations_in(milestone.network, on).order_by())
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


def champions_of(organisation: Organisation, on: datetime.date) -> QuerySet[Champion]:
    """Whom an organisation named, by area; `works_here`: whether they are on its staff list on that day."""
    rows = Champion.objects.in_force(on=on).filter(organisation=organisation)
    return rows.annotate(works_here=_still_there(on)).select_related("person").order_by("area", "pk")


def champions_by_organisation(
    network: Network, on: datetime.date
) -> list[tuple[Organisation, list[Champion]]]:
    """The organisations of a network with their champions; those without one come first."""
    organisations = organisations_in(network, on)
    named: dict[int, list[Champion]] = defaultdict(list)
    for row in champions_here(on).filter(organisation__in=organisations).order_by("area", "pk"):
        named[row.organisation_id].append(row)
    return sorted(
        ((each, named[each.pk]) for each in organisations), key=lambda pair: (bool(pair[1]), pair[0].name)
    )


def changes_of(network: Network) -> QuerySet[WorkflowChange]:
    """What changes in a network: jobs, workflows, then culture."""
    order = Case(*(When(level=level, then=place) for place, level in enumerate(Level)))
    rows = network.workflow_changes.select_related("role", "milestone").prefetch_related("mitigated_by")
    return rows.order_by(order, "role__position", "pk")


def talks_of(scope: Scope, organisation: Organisation) -> QuerySet[TalkThrough]:
    """What teams of an organisation talked through, of those teams that this person may see; newest first."""
    rows = TalkThrough.objects.filter(organisation=organisation, organisation__in=scope.organisations())
    teams = scope.teams(organisation)
    if teams is not None:
        rows = rows.filter(team__in=teams)
    rows = rows.select_related("team", "guide", "module", "recorded_by")
    return rows.annotate(people=Count("participants__person", distinct=True)).order_by("-held_on", "-pk")


def talks_until(organisation: Organisation, day: datetime.date) -> Any:
    """What an organisation's teams talked through until a day, the oldest first; without mistakes.

    Rows of TalkThrough, each with `people`: how many took part.
    """
    rows = TalkThrough.objects.filter(organisation=organisation, held_on__lte=day, withdrawn_at=None)
    rows = rows.select_related("team", "guide", "module")
    return rows.annotate(people=Count("participants__person", distinct=True)).order_by("held_on", "pk")


def guides() -> QuerySet[Guide]:
    """How to talk each barrier through."""
    return Guide.objects.select_related("module")


def teams_offered(scope: Scope, organisation: Organisation) -> QuerySet[Team]:
    """The teams of an organisation whose people this person may see."""
    teams = Team.objects.filter(organisation=organisation)
    own = scope.teams(organisation)
    return teams if own is None else teams.filter(pk__in=own)


def member_named(scope: Scope, organisation: Organisation, words: str) -> Membership | None:
    """The one person of a roster with this e-mail address or employee number; None where it is nobody, or several."""
    found = scope.roster(organisation).filter(Q(person__email__iexact=words) | Q(employee_number=words))
    people = {hat.person_id: hat for hat in found}
    return next(iter(people.values())) if len(people) == 1 else None
