"""What a requirement or an assignment asks, as plain data for the decision."""

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterable

from learners.organisations.models import Team
from learners.requirements.models import Assignment, Requirement
from learners.requirements.standing import Refresh, RequirementFacts, Where


class Teams:
    """Teams with all those below them, read where a requirement names any."""

    def __init__(self, organisations: set[int], requirements: list[Requirement]) -> None:
        self._children: dict[int | None, list[int]] = defaultdict(list)
        if any(requirement.teams.all() for requirement in requirements):
            rows = Team.objects.filter(organisation__in=organisations).order_by()
            for key, above in rows.values_list("pk", "parent_id"):
                self._children[above].append(key)

    def below(self, teams: Iterable[int]) -> frozenset[int]:
        """These, and all those below them."""
        found: set[int] = set()
        waiting = list(teams)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += self._children[key]
        return frozenset(found)


def facts_of_requirement(requirement: Requirement, teams: Teams) -> RequirementFacts:
    """What a requirement asks, whoever asks it; without its modules' history."""
    go_live = requirement.go_live
    opens, closes = requirement.window_opens_month or 1, requirement.window_closes_month or 12
    return RequirementFacts(
        starts_on=requirement.starts_on,
        ends_on=requirement.ends_on,
        asked_by=requirement.network.name if requirement.network else "",
        kinds=frozenset(requirement.kinds),
        roles=frozenset(role.name for role in requirement.roles.all()),
        staff_groups=frozenset(requirement.staff_groups),
        teams=teams.below(team.pk for team in requirement.teams.all()),
        sites=frozenset(site.pk for site in requirement.sites.all()),
        due_days=requirement.due_days,
        due_on=go_live.on - datetime.timedelta(days=1) if go_live else requirement.due_on,
        go_live=go_live.name if go_live else "",
        grace_days=requirement.grace_days,
        refresh=Refresh(requirement.refresh),
        refresh_months=requirement.refresh_months or 0,
        window_opens=(opens, 1),
        window_closes=(closes, calendar.monthrange(2024, closes)[1]),
        window_grace_days=requirement.window_grace_days,
        change_days=requirement.change_days,
        accepts=frozenset(requirement.accepts),
        accepts_from=Where(requirement.accepts_from),
    )


def facts_of_assignment(assignment: Assignment) -> RequirementFacts:
    """What is asked of one person."""
    return RequirementFacts(
        starts_on=assignment.starts_on,
        ends_on=assignment.ends_on,
        due_on=assignment.due_on,
        grace_days=0,
        of_one=True,
    )
