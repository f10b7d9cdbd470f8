"""What is asked of which role, and how many minutes it takes: the needs matrix."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from learners.organisations.models import Membership, Organisation, StaffGroup
from learners.requirements.models import Requirement
from learners.requirements.selectors import Ask, asks_of
from learners.requirements.standing import Refresh
from modules.models import Edition


@dataclass(frozen=True, slots=True)
class Need:
    """One module that is asked, in words. `roles` are those of whom it is asked."""

    module: UUID
    title: str
    requirement: str
    asked_by: str
    minutes: int
    due: str
    how_often: str
    only: str
    roles: frozenset[str]
    is_reviewed: bool


@dataclass(frozen=True)
class Matrix:
    """All that is asked, and every role of the people of whom it could be."""

    needs: tuple[Need, ...]
    roles: tuple[str, ...]

    def minutes_of(self, role: str) -> int:
        """How long all that is asked of a role takes; a module that is asked twice is done once."""
        asked = {need.module: need.minutes for need in self.needs if role in need.roles}
        return sum(asked.values())


def matrix_of(organisation: Organisation, on: datetime.date) -> Matrix:
    """What an organisation asks on a day of its people, by requirement. What was assigned to one person is left out."""
    here = Membership.objects.in_force(on=on).filter(organisation=organisation)
    roles = set(here.order_by().values_list("role__name", flat=True).distinct())
    asks = [
        ask
        for ask in asks_of([organisation.pk], on).get(organisation.pk, [])
        if ask.facts.is_open(on) and (not ask.facts.kinds or organisation.kind in ask.facts.kinds)
    ]
    roles |= {role for ask in asks for role in ask.facts.roles}
    reviewed = _reviewed([ask.key for ask in asks])
    everybody = frozenset(roles)
    needs = (
        _need(ask, ask.requirement, everybody, reviewed.get(ask.key, False))
        for ask in asks
        if ask.requirement
    )
    return Matrix(tuple(needs), tuple(sorted(roles, key=str.casefold)))


def _reviewed(modules: list[UUID]) -> dict[UUID, bool]:
    """Of modules by key: whether a clinician reviewed the newest Edition."""
    rows = Edition.objects.filter(module_key__in=modules).order_by("number")
    return {key: by is not None for key, by in rows.values_list("module_key", "reviewed_by_id")}


def _need(ask: Ask, requirement: Requirement, everybody: frozenset[str], is_reviewed: bool) -> Need:
    facts = ask.facts
    return Need(
        module=ask.key,
        title=ask.module.title,
        requirement=str(requirement),
        asked_by=facts.asked_by or ask.organisation.name,
        minutes=ask.module.minutes,
        due=_due(ask),
        how_often=_how_often(ask),
        only=_only(requirement),
        roles=facts.roles or everybody,
        is_reviewed=is_reviewed,
    )


def _due(ask: Ask) -> str:
    facts = ask.facts
    if facts.due_on:
        day = f"{facts.due_on:%-d %B %Y}"
        return f"By {day}, before {facts.go_live}" if facts.go_live else f"By {day}"
    return f"Within {facts.due_days} days"


def _how_often(ask: Ask) -> str:
    match ask.facts.refresh:
        case Refresh.ROLLING:
            return f"Every {ask.facts.refresh_months} months"
        case Refresh.YEARLY:
            return "Once a year"
        case _:
            return "Once"


def _only(requirement: Requirement) -> str:
    """Whom it is narrowed to, besides roles."""
    groups: dict[str, list[str]] = defaultdict(list)
    groups["staff groups"] = [StaffGroup(value).label for value in requirement.staff_groups]
    groups["teams"] = [team.name for team in requirement.teams.all()]
    groups["sites"] = [site.name for site in requirement.sites.all()]
    return "; ".join(f"{kind}: {', '.join(sorted(names))}" for kind, names in groups.items() if names)
