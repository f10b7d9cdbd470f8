"""Where a person stands on a requirement on a day, and why. The one place that decides; every screen asks it."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a person stands. Overdue says more than under way: `Standing.began_on` tells whether they began."""

    OVERDUE = "overdue"
    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    NOT_REQUIRED = "not_required"

    @property
    def label(self) -> str:
        """In words, for a screen."""
        return "Not asked" if self is State.NOT_REQUIRED else self.value.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementFacts:
    """What is asked, from when to when, of which roles (by name; none: of everybody), and by when.

    Either `due_days` or `due_on` is given. `ends_on` is the last day on which it is asked.
    """

    starts_on: datetime.date
    ends_on: datetime.date | None = None
    roles: frozenset[str] = frozenset()
    due_days: int | None = None
    due_on: datetime.date | None = None

    def due_for(self, started: datetime.date) -> datetime.date:
        """The last day on which somebody who started here on `started` is in time."""
        if self.due_on:
            return max(self.due_on, started)
        return max(self.starts_on, started) + datetime.timedelta(days=self.due_days or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipFacts:
    """The role in which somebody works here, and from when to when."""

    role: str
    starts_on: datetime.date
    ends_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, order=True)
class Completed:
    """The module was completed on this day; `elsewhere` when it was done for another organisation than this."""

    on: datetime.date
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """What a person did of one module, anywhere: when they first began it, and each time they completed it."""

    started_on: datetime.date | None = None
    completions: tuple[Completed, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands on the day `on`, and what was decided from. Without a requirement there is no due day."""

    state: State
    due: datetime.date | None
    began_on: datetime.date | None
    done: Completed | None
    requirement: RequirementFacts
    membership: MembershipFacts
    on: datetime.date

    @property
    def completed_on(self) -> datetime.date | None:
        """The day of the completion that counts."""
        return self.done.on if self.done else None

    @property
    def why(self) -> str:
        """The reasons, for a manager to read aloud. Put into words only when read: a dashboard holds thousands."""
        if self.due is None:
            return _not_asked(self.requirement, self.membership, self.on)
        asked = _asked(self.requirement, self.membership)
        if self.done:
            return f"{asked} {_done(self.done, self.membership, self.due)}"
        due = _due(self.requirement, self.membership, self.due, self.on)
        return " ".join(filter(None, [asked, due, _begun(self.began_on)]))

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state not in (State.DONE, State.NOT_REQUIRED)

    @property
    def urgency(self) -> tuple[int, int]:
        """Sorts what needs doing first: overdue, then by due day; what is done comes last, newest first."""
        if self.is_open and self.due:
            return (0 if self.state is State.OVERDUE else 1, self.due.toordinal())
        return (2 if self.completed_on else 3, -self.completed_on.toordinal() if self.completed_on else 0)


def standing(
    requirement: RequirementFacts, membership: MembershipFacts, history: History, on: datetime.date
) -> Standing:
    """Decide where somebody stands at the end of the day `on`; what happened later is not known yet.

    The first completion counts, for whichever organisation it was done. The due day itself is still in time.
    """
    if _not_asked(requirement, membership, on):
        return Standing(State.NOT_REQUIRED, None, None, None, requirement, membership, on)
    due = requirement.due_for(membership.starts_on)
    done = min((completed for completed in history.completions if completed.on <= on), default=None)
    began = history.started_on if history.started_on and history.started_on <= on else None
    late = State.OVERDUE if due < on else None
    state = State.DONE if done else late or (State.UNDER_WAY if began else State.NOT_STARTED)
    return Standing(state, due, began, done, requirement, membership, on)


def british(day: datetime.date) -> str:
    """3 October 2026."""
    return f"{day.day} {day:%B} {day.year}"


def _role(name: str) -> str:
    """A role inside a sentence: Nurse becomes nurse, GP practice stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _not_asked(requirement: RequirementFacts, membership: MembershipFacts, on: datetime.date) -> str:
    if on < membership.starts_on:
        return f"Not asked yet: starts here on {british(membership.starts_on)}."
    if membership.ends_on and membership.ends_on < on:
        return f"Not asked: left on {british(membership.ends_on)}."
    if on < requirement.starts_on:
        return f"Not asked before {british(requirement.starts_on)}."
    if requirement.ends_on and requirement.ends_on < on:
        return f"Not asked since {british(requirement.ends_on)}."
    if requirement.roles and membership.role not in requirement.roles:
        return f"Not asked of people whose role here is {_role(membership.role)}."
    return ""


def _asked(requirement: RequirementFacts, membership: MembershipFacts) -> str:
    whom = f"people whose role here is {_role(membership.role)}" if requirement.roles else "everybody"
    if requirement.due_on:
        return f"Asked of {whom} by {british(requirement.due_on)}."
    days = requirement.due_days or 0
    within = f"within {days} day{'s'[: days > 1]}" if days else "on the first day"
    return f"Asked of {whom}, {within}."


def _due(
    requirement: RequirementFacts, membership: MembershipFacts, due: datetime.date, on: datetime.date
) -> str:
    if due == requirement.due_on:
        return "That day has passed." if due < on else "It is due today." if due == on else ""
    when = "due today" if due == on else f"due on {british(due)}"
    so = f"so it {'was' if due < on else 'is'} {when}."
    if not requirement.due_on and membership.starts_on < requirement.starts_on:
        return f"It has been asked since {british(requirement.starts_on)}, {so}"
    return f"Started here on {british(membership.starts_on)}, {so}"


def _begun(began: datetime.date | None) -> str:
    return f"Began on {british(began)}, not finished." if began else "Not begun."


def _done(done: Completed, membership: MembershipFacts, due: datetime.date) -> str:
    where = ", while working for another organisation" if done.elsewhere else ""
    if done.on < membership.starts_on:
        return f"Done on {british(done.on)}{where}, before starting here."
    late = f" It was due on {british(due)}." if due < done.on else ""
    return f"Done on {british(done.on)}{where}.{late}"
