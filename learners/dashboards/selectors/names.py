"""What the keys in figures and filters are called."""

import datetime
from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from learners.organisations.local_facts import kinds_not_given
from learners.organisations.models import Organisation, Site, StaffGroup, Team
from learners.organisations.trees import BELOW, give_paths
from learners.requirements.models import Breakdown, Figure, Requirement
from modules.models import Edition, FactKind, ModulePage, Role

WITHOUT = {Breakdown.SITE: "Without a site", Breakdown.TEAM: "Without a team"}


def all_titles() -> dict[UUID, str]:
    """The title of every module by key, in the order of the catalogue; published or not. There are some dozens."""
    found: dict[UUID, str] = {}
    for key, title in ModulePage.objects.order_by("path").values_list("translation_key", "title"):
        found.setdefault(key, title)
    return found


def modules_of(organisation: Organisation) -> dict[UUID, str]:
    """The titles of the modules that an organisation asks for, or asked for at a month end, by key."""
    rows = Figure.objects.filter(organisation=organisation, breakdown=Breakdown.ALL).order_by()
    asked = set(rows.exclude(module_key=None).values_list("module_key", flat=True))
    return {key: title for key, title in all_titles().items() if key in asked}


def values_named(breakdown: Breakdown, values: Collection[str]) -> dict[str, str]:
    """What the values of a breakdown are called. A team by the way down to it."""
    keys = [int(value) for value in values if value.isdigit()]
    match breakdown:
        case Breakdown.TEAM:
            found = {str(team.pk): team.path for team in give_paths(Team.objects.filter(pk__in=keys))}
        case Breakdown.SITE:
            found = {
                str(key): name for key, name in Site.objects.filter(pk__in=keys).values_list("pk", "name")
            }
        case Breakdown.ROLE:
            found = {
                str(key): name for key, name in Role.objects.filter(pk__in=keys).values_list("pk", "name")
            }
        case _:
            found = {value: label for value, label in StaffGroup.choices if value in values}
    return {value: found.get(value, WITHOUT.get(breakdown, "Not known any more")) for value in values}


def team_choices(organisation: Organisation, teams: frozenset[int] | None) -> list[tuple[str, str]]:
    """The teams that somebody may choose, each by the way down to it, in that order."""
    rows = Team.objects.filter(organisation=organisation)
    found = give_paths(rows if teams is None else rows.filter(pk__in=teams))
    return [(str(team.pk), team.path) for team in sorted(found, key=lambda team: team.path.split(BELOW))]


def with_those_below(organisation: Organisation, team: int) -> frozenset[int]:
    """A team with all those below it. One query."""
    parents = dict(Team.objects.filter(organisation=organisation).values_list("pk", "parent_id"))
    found, grew = {team}, True
    while grew:
        below = {key for key, up in parents.items() if up in found} - found
        grew = bool(below)
        found |= below
    return frozenset(found)


def site_choices(organisation: Organisation) -> list[tuple[str, str]]:
    """The sites of an organisation."""
    return [(str(key), name) for key, name in organisation.sites.values_list("pk", "name")]


def role_choices() -> list[tuple[str, str]]:
    """Every role that there is."""
    return [(str(key), name) for key, name in Role.objects.order_by("name").values_list("pk", "name")]


def requirement_choices(organisation: Organisation) -> list[tuple[str, str]]:
    """What an organisation asks for, or has asked for: its own and what it adopted."""
    mine = Q(organisation=organisation) | Q(adoptions__organisation=organisation)
    rows = Requirement.objects.filter(mine).select_related("organisation", "network").distinct()
    return [(str(row.pk), str(row)) for row in rows]


def facts_not_given(
    organisation: Organisation, modules: Collection[UUID], on: datetime.date
) -> list[FactKind]:
    """What the modules asked of people here need to know about this place, and nobody has said."""
    rows = Edition.objects.filter(module_key__in=modules).order_by("number")
    newest = dict(rows.values_list("page_id", "pk"))
    editions = Edition.objects.filter(pk__in=newest.values())
    needed = {fact.kind for edition in editions for fact in edition.outline.local_facts}
    return kinds_not_given(organisation, needed, on)
