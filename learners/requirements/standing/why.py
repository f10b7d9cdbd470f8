"""The reasons for a standing, in sentences that a manager can read aloud."""

import datetime
from typing import TYPE_CHECKING

from learners.requirements.standing.days import AFTER_A_PAUSE
from learners.requirements.standing.facts import (
    Completed,
    MembershipFacts,
    Refresh,
    RequirementFacts,
    Where,
)
from learners.requirements.standing.states import State

if TYPE_CHECKING:
    from learners.requirements.standing.deciding import Standing


def british(day: datetime.date) -> str:
    """3 October 2026."""
    return f"{day.day} {day:%B} {day.year}"


def words(found: "Standing") -> str:
    """Why somebody stands where they stand."""
    if found.state is State.NOT_REQUIRED:
        return not_asked(found.requirement, found.membership, found.on)
    asked = _asked(found.requirement, found.membership)
    return " ".join(filter(None, [asked, *_rest(found)]))


def _rest(found: "Standing") -> list[str]:
    match found.state:
        case State.NOT_YET_OPEN:
            return [_not_yet(found)]
        case State.EXEMPT:
            return [_exempt(found)]
        case State.PAUSED:
            return [_paused(found)]
    if found.done is None:
        return [_due(found), _refused(found.refused, found.requirement), _begun(found.began_on)]
    return [_done(found.done, found), _changed(found), _until(found)]


def not_asked(requirement: RequirementFacts, membership: MembershipFacts, on: datetime.date) -> str:
    """Why nothing is asked of somebody on a day; empty where it is."""
    if on < membership.starts_on:
        return f"Not asked yet: starts here on {british(membership.starts_on)}."
    if membership.ends_on and membership.ends_on < on:
        return f"Not asked: left on {british(membership.ends_on)}."
    if requirement.ends_on and requirement.ends_on < on:
        return f"Not asked since {british(requirement.ends_on)}."
    return _not_of_them(requirement, membership)


def _not_of_them(requirement: RequirementFacts, membership: MembershipFacts) -> str:
    if requirement.roles and membership.role not in requirement.roles:
        return f"Not asked of people whose role here is {_role(membership.role)}."
    if requirement.kinds and membership.kind not in requirement.kinds:
        return "Not asked of people in organisations of this kind."
    if requirement.staff_groups and membership.staff_group not in requirement.staff_groups:
        return "Not asked of people of this staff group."
    if requirement.teams and membership.team not in requirement.teams:
        return "Not asked of people in this team."
    if requirement.sites and membership.site not in requirement.sites:
        return "Not asked of people at this site."
    return ""


def _role(name: str) -> str:
    """A role inside a sentence: Nurse becomes nurse, GP practice stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _whom(requirement: RequirementFacts, membership: MembershipFacts) -> str:
    narrowed = [
        name
        for name, chosen in (
            ("staff group", requirement.staff_groups),
            ("team", requirement.teams),
            ("site", requirement.sites),
        )
        if chosen
    ]
    if requirement.of_one:
        return "this person"
    if requirement.roles:
        return f"people whose role here is {_role(membership.role)}"
    return f"people of this {' and '.join(narrowed)}" if narrowed else "everybody"


def _asked(requirement: RequirementFacts, membership: MembershipFacts) -> str:
    whom = _whom(requirement, membership)
    by = f" by {requirement.asked_by}" if requirement.asked_by else ""
    if requirement.go_live and requirement.due_on:
        return f"Asked{by} of {whom}, by {british(requirement.due_on)}, before {requirement.go_live}."
    if requirement.due_on:
        return f"Asked{by} of {whom}{',' if by else ''} by {british(requirement.due_on)}."
    days = requirement.due_days or 0
    within = f"within {days} day{'s'[: days > 1]}" if days else "on the first day"
    return f"Asked{by} of {whom}, {within}."


def _due(found: "Standing") -> str:
    requirement, membership, due, on = found.requirement, found.membership, found.due, found.on
    assert due is not None  # noqa: S101 - something is asked
    if due == requirement.due_on:
        return "That day has passed." if due < on else "It is due today." if due == on else ""
    when = "due today" if due == on else f"due on {british(due)}"
    so = f"so it {'was' if due < on else 'is'} {when}."
    ends = {each.last + AFTER_A_PAUSE: each.last for each in membership.pauses if each.last}
    if due in ends:
        return f"Paused until {british(ends[due])}, {so}"
    if requirement.opens_on and requirement.opens_on > max(requirement.starts_on, membership.starts_on):
        return f"It opened here on {british(requirement.opens_on)}, {so}"
    if not requirement.due_on and membership.starts_on < requirement.starts_on:
        return f"It has been asked since {british(requirement.starts_on)}, {so}"
    return f"Started here on {british(membership.starts_on)}, {so}"


def _begun(began: datetime.date | None) -> str:
    return f"Began on {british(began)}, not finished." if began else "Not begun."


def _done(done: Completed, found: "Standing") -> str:
    where = "" if done.where is Where.HERE else ", while working for another organisation"
    if done.on < found.membership.starts_on:
        return f"Done on {british(done.on)}{where}, before starting here."
    runs_out = found.requirement.refresh is not Refresh.NEVER or found.expires
    late = (
        ""
        if runs_out or found.due is None or done.on <= found.due
        else f" It was due on {british(found.due)}."
    )
    return f"Done on {british(done.on)}{where}.{late}"


def _changed(found: "Standing") -> str:
    if found.change is None:
        return ""
    what = f": {found.change.what.rstrip('.')}" if found.change.what else ""
    return f"The module changed on {british(found.change.on)}{what}."


def _until(found: "Standing") -> str:
    what = "What changed" if found.change else "It"
    if found.state is State.EXPIRED:
        return f"{what} was to be done {'' if found.change else 'again '}by {_day(found.due)}."
    if found.state.is_open:
        return f"{what} is to be done {'' if found.change else 'again '}by {_day(found.due)}."
    if found.expires is None:
        return ""
    if found.state is State.EXPIRING:
        return f"{what} is to be done {'' if found.change else 'again '}by {_day(found.expires)}."
    return f"That is good until {_day(found.expires)}."


def _day(day: datetime.date | None) -> str:
    return british(day) if day else "a day that is not set"


def _refused(refused: Completed | None, requirement: RequirementFacts) -> str:
    if refused is None:
        return ""
    if refused.evidence not in requirement.accepts:
        return (
            f"What was done on {british(refused.on)} does not count: how we know of it is not accepted here."
        )
    if requirement.minimum and refused.edition and refused.edition < requirement.minimum:
        return (
            f"What was done on {british(refused.on)} does not count: the module has changed too much since."
        )
    if refused.only_changes:
        return f"What was done on {british(refused.on)} is only a part of it: what had changed."
    return f"What was done on {british(refused.on)} for another organisation is not accepted here."


def _not_yet(found: "Standing") -> str:
    if found.requirement.waits_for:
        return f"Not open yet: {found.requirement.waits_for}."
    return f"Not open before {british(found.requirement.first_day)}."


def _exempt(found: "Standing") -> str:
    given = next(each for each in found.history.exemptions if found.on in each.days)
    until = f" until {british(given.days.last)}" if given.days.last else ""
    return f"Exempt{until}{': ' + given.reason.rstrip('.') if given.reason else ''}."


def _paused(found: "Standing") -> str:
    pause = next(each for each in found.membership.pauses if found.on in each)
    return f"Paused{f' until {british(pause.last)}' if pause.last else ''}: nothing is asked meanwhile."
