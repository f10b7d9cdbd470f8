"""Teams as a tree: the way down to a team, and all that lies below it.

The teams of an organisation are read once, and the tree is walked here: a few hundred rows, whatever the depth.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from learners.organisations.models import Team

type Known = dict[int, tuple[str, int | None]]  # the name of a team, and the team above it

BELOW = " › "  # noqa: RUF001 - the sign that breadcrumbs use


def path_of(team: Team) -> str:
    """The names from the top of the tree to a team: Medicine, then Ward 6. One query."""
    return paths_of([team])[team.pk]


def paths_of(teams: Iterable[Team]) -> dict[int, str]:
    """The path of each of these teams, by key. One query, of whatever organisations and however deep."""
    asked = list(teams)
    rows = Team.objects.filter(organisation__in={team.organisation_id for team in asked}).order_by()
    known: Known = {key: (name, up) for key, name, up in rows.values_list("pk", "name", "parent_id")}
    return {team.pk: BELOW.join(reversed(list(_upwards(team.pk, known)))) for team in asked}


def give_paths(teams: Iterable[Team]) -> list[Team]:
    """These teams, each with its `path`. One query, besides that for the teams."""
    found = list(teams)
    paths = paths_of(found)
    for team in found:
        team.path = paths[team.pk]
    return found


def teams_below(team: Team) -> list[Team]:
    """Every team below a team, each level by name; not the team itself. One query."""
    children: dict[int | None, list[Team]] = defaultdict(list)
    for each in Team.objects.filter(organisation=team.organisation_id).order_by("name"):
        children[each.parent_id].append(each)
    return list(_downwards(team.pk, children))


def _upwards(key: int | None, known: Known) -> Iterator[str]:
    """Names from a team to the top. A row that points into a circle ends there."""
    seen: set[int] = set()
    while key in known and key not in seen:
        seen.add(key)
        name, key = known[key]
        yield name


def _downwards(key: int, children: dict[int | None, list[Team]]) -> Iterator[Team]:
    for child in children.pop(key, []):
        yield child
        yield from _downwards(child.pk, children)
