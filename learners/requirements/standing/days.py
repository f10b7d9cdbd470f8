"""Counting days: when something is due, how long a completion is good, and what a pause puts off."""

import calendar
import datetime
from collections.abc import Iterable

from learners.requirements.standing.facts import (
    Completed,
    MembershipFacts,
    Refresh,
    RequirementFacts,
    Span,
)

SOON = datetime.timedelta(days=14)
"""So long before its day something is due soon."""
EXPIRING = datetime.timedelta(days=60)
"""So long before it runs out a completion expires soon."""
AFTER_A_PAUSE = datetime.timedelta(days=28)
"""So long somebody has, after a pause, for what fell due in it."""
DAY = datetime.timedelta(days=1)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day some months later; the last day of the month where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    return in_year(day.year + years, (month + 1, day.day))


def in_year(year: int, month_and_day: tuple[int, int]) -> datetime.date:
    """A day of the year. 29 February is the 28th where there is none."""
    month, day = month_and_day
    return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def first_due(requirement: RequirementFacts, membership: MembershipFacts) -> datetime.date:
    """The last day on which somebody who never did it before is in time."""
    began = max(membership.starts_on, requirement.first_day)
    if requirement.due_on is None:
        days = datetime.timedelta(days=requirement.due_days or 0)
        return put_off(began + days, membership.pauses)
    due = requirement.due_on
    if began > requirement.starts_on:
        due = max(due, began + datetime.timedelta(days=requirement.grace_days))
    return put_off(due, membership.pauses)


def put_off(day: datetime.date, pauses: Iterable[Span]) -> datetime.date:
    """A day that falls into a pause, or soon after it, comes some weeks after the return."""
    for pause in sorted(pauses, key=lambda each: each.first):
        if pause.last and pause.first <= day < pause.last + AFTER_A_PAUSE:
            day = pause.last + AFTER_A_PAUSE
    return day


def window_after(requirement: RequirementFacts, day: datetime.date) -> Span:
    """The yearly window that comes after the one whose year holds this day."""
    opens = in_year(day.year, requirement.window_opens)
    if opens > day:
        opens = in_year(day.year - 1, requirement.window_opens)
    following = in_year(opens.year + 1, requirement.window_opens)
    closes = in_year(following.year, requirement.window_closes)
    if closes < following:
        closes = in_year(following.year + 1, requirement.window_closes)
    return Span(following, closes)


def good_until(requirement: RequirementFacts, done: Completed) -> datetime.date | None:
    """The last day on which a completion is good by itself; None where it never runs out."""
    days = [done.expires_on] if done.expires_on else []
    if requirement.refresh is Refresh.ROLLING:
        days.append(add_months(done.on, requirement.refresh_months))
    elif requirement.refresh is Refresh.YEARLY:
        closes = window_after(requirement, done.on).last
        if closes:
            days.append(closes + datetime.timedelta(days=requirement.window_grace_days))
    return min(days, default=None)


def soon_from(requirement: RequirementFacts, done: Completed, until: datetime.date) -> datetime.date:
    """The first day on which a completion that is good until then counts as expiring."""
    if requirement.refresh is Refresh.YEARLY:
        return min(window_after(requirement, done.on).first, until)
    return until - EXPIRING
