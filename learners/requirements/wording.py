"""What a requirement asks, in words for those who read the list of what is asked."""

import datetime

from django.utils.formats import date_format

from learners.organisations.models import StaffGroup
from learners.organisations.models.organisation import Kind
from learners.requirements.models import Requirement
from learners.requirements.models.requirement import Refreshing
from learners.requirements.standing import RequirementFacts


def whom(requirement: Requirement) -> str:
    """Of whom it is asked. Everything that narrows it holds at once."""
    narrowed = [
        _any_of(role.name for role in requirement.roles.all()),
        _any_of(StaffGroup(group).label for group in requirement.staff_groups),
        _any_of(team.name for team in requirement.teams.all()),
        _any_of(site.name for site in requirement.sites.all()),
        _any_of(Kind(kind).label for kind in requirement.kinds),
    ]
    return "; ".join(filter(None, narrowed)) or "Everybody"


def by_when(requirement: Requirement) -> str:
    """By when it is due."""
    if requirement.go_live:
        day = date_format(requirement.go_live.on, "j F Y")
        return f"Before {requirement.go_live.name} ({day})"
    if requirement.due_on:
        return f"By {date_format(requirement.due_on, 'j F Y')}"
    days = requirement.due_days or 0
    return f"Within {days} day{'s' if days > 1 else ''}" if days else "On the first day"


def opens(
    requirement: Requirement, facts: RequirementFacts | None = None, on: datetime.date | None = None
) -> str:
    """What it waits for, opened with, or closed with by a day, where these facts are from; empty: for nothing."""
    if requirement.agreement is None:
        return ""
    if facts is None:
        return f"With {requirement.agreement}, where it is active and signed"
    if facts.opens_on is None:
        waits = facts.waits_for.removeprefix("it ")
        return f"{waits[:1].upper()}{waits[1:]}"
    if on and facts.ends_on and facts.ends_on < on:
        last = date_format(facts.ends_on, "j F Y")
        return f"Closed since {requirement.agreement} ended here on {last}. Opens again with a version signed here"
    return f"With {requirement.agreement}, on {date_format(facts.opens_on, 'j F Y')}"


def how_often(requirement: Requirement) -> str:
    """How often it is to be done."""
    match requirement.refresh:
        case Refreshing.ROLLING:
            months = requirement.refresh_months or 0
            return f"Again every {months} months" if months > 1 else "Again every month"
        case Refreshing.YEARLY:
            opens, closes = (
                requirement.get_window_opens_month_display(),
                requirement.get_window_closes_month_display(),
            )
            return f"Every year, from {opens} to {closes}"
    return "Once"


def _any_of(words: object) -> str:
    found = list(words)  # type: ignore[call-overload]
    return f"{', '.join(found[:-1])} or {found[-1]}" if len(found) > 1 else "".join(found)
