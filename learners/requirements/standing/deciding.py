"""The decision."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from learners.requirements.standing import why
from learners.requirements.standing.days import DAY, SOON, first_due, good_until, put_off, soon_from
from learners.requirements.standing.facts import (
    Change,
    Completed,
    History,
    MembershipFacts,
    RequirementFacts,
    Where,
)
from learners.requirements.standing.states import State

NEAR = {Where.HERE: 0, Where.NETWORK: 1, Where.ANYWHERE: 2}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands on the day `on`, and what was decided from.

    `due`: by when something is, or was, to be done; None where nothing is asked, or nobody knows yet. `expires`: the
    last day on which the requirement is met as things are; None without an end. `changes_on`: the next day on which
    this may read differently though nothing happens; None where it never will. `change`: the change of the module
    that is still to be learned. `refused`: the latest completion that this requirement does not accept.
    """

    state: State
    on: datetime.date
    requirement: RequirementFacts
    membership: MembershipFacts
    history: History
    due: datetime.date | None = None
    expires: datetime.date | None = None
    changes_on: datetime.date | None = None
    began_on: datetime.date | None = None
    done: Completed | None = None
    change: Change | None = None
    refused: Completed | None = None

    @property
    def completed_on(self) -> datetime.date | None:
        """The day of the completion that counts, or counted last."""
        return self.done.on if self.done else None

    @property
    def why(self) -> str:
        """The reasons, for a manager to read aloud. Put into words only when read: a dashboard holds thousands."""
        return why.words(self)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state.is_open

    @property
    def urgency(self) -> tuple[int, int, int]:
        """Sorts what needs doing first: what is late, then by due day; what is done comes last, newest first."""
        if self.state.is_open and self.due:
            return (0 if self.state.is_late else 1, self.due.toordinal(), self.state.rank)
        done = -self.completed_on.toordinal() if self.completed_on else 0
        return (2 if self.state.is_met else 3, done, self.state.rank)


def standing(
    requirement: RequirementFacts, membership: MembershipFacts, history: History, on: datetime.date
) -> Standing:
    """Decide where somebody stands at the end of the day `on`; what happened later is not known yet.

    The due day itself is still in time, and a completion is still good on the day on which it expires.
    """
    if why.not_asked(requirement, membership, on):
        return Standing(State.NOT_REQUIRED, on, requirement, membership, history)
    return _Decision(requirement, membership, history, on).standing()


class _Decision:
    """One decision, step by step."""

    def __init__(
        self, requirement: RequirementFacts, membership: MembershipFacts, history: History, on: datetime.date
    ) -> None:
        self.requirement, self.membership, self.history, self.on = requirement, membership, history, on
        self.first_due = first_due(requirement, membership)
        known = [each for each in history.completions if each.on <= on]
        self.accepted = [each for each in known if self._is_accepted(each)]
        self.last = max(known, key=lambda each: each.on, default=None)
        self.change = self._change_to_learn()
        self.done, self.until = self._best()
        began = [day for day in history.starts if day <= on and (self.done is None or day > self.done.on)]
        self.began_on = min(began, default=None)

    def standing(self) -> Standing:
        state, due = self._state()
        return Standing(
            state,
            self.on,
            self.requirement,
            self.membership,
            self.history,
            due=due,
            expires=self.until if self.done and state.is_met else None,
            changes_on=min((day for day in self._turning_days() if day > self.on), default=None),
            began_on=self.began_on or (min(self.history.starts, default=None) if self.done else None),
            done=self.done,
            change=self.change if self.done else None,
            refused=None if self.done else self.last,
        )

    def _state(self) -> tuple[State, datetime.date | None]:
        """The state, and by when something is or was to be done; nobody knows while it waits for something."""
        if not self.requirement.is_open(self.on):
            return State.NOT_YET_OPEN, None if self.requirement.waits_for else self.first_due
        if any(self.on in each.days for each in self.history.exemptions):
            return State.EXEMPT, self.first_due
        if any(self.on in pause for pause in self.membership.pauses):
            return State.PAUSED, self.first_due
        if self.done is None:
            return self._open(self.first_due, State.OVERDUE)
        if self.until is None:
            return State.COMPLIANT, self.first_due
        if self.until < self.on:
            return self._open(max(self.until, self.first_due), State.EXPIRED)
        return (State.EXPIRING if self._soon <= self.on else State.COMPLIANT), self.until

    def _open(self, due: datetime.date, late: State) -> tuple[State, datetime.date]:
        if due < self.on:
            return late, due
        if due - SOON <= self.on:
            return State.DUE, due
        return (State.UNDER_WAY if self.began_on else State.NOT_STARTED), due

    def _is_accepted(self, done: Completed) -> bool:
        asked = self.requirement
        return done.evidence in asked.accepts and NEAR[done.where] <= NEAR[asked.accepts_from]

    @property
    def _level(self) -> datetime.datetime | None:
        """The newest Edition that the person has done, whole or in what had changed; None: whatever there is."""
        editions = [each.edition for each in self.accepted]
        return None if None in editions else max(filter(None, editions), default=None)

    def _change_to_learn(self) -> Change | None:
        """The first material change since what the person has done."""
        level = self._level
        if level is None:
            return None
        known = (each for each in self.requirement.changes if level < each.edition and each.on <= self.on)
        return min(known, key=lambda each: each.edition, default=None)

    def _best(self) -> tuple[Completed | None, datetime.date | None]:
        """The completion that is good longest, and until when; of equals, the first."""
        wholes = [each for each in self.accepted if not each.only_changes and self._is_new_enough(each)]
        found = [(self._until(each), each) for each in wholes]
        until, done = max(
            found,
            key=lambda pair: (pair[0] or datetime.date.max, -pair[1].on.toordinal()),
            default=(None, None),
        )
        return done, until

    def _is_new_enough(self, done: Completed) -> bool:
        minimum = self.requirement.minimum
        if minimum is None or done.edition is None or done.edition >= minimum:
            return True
        return any(each.only_changes and each.edition and each.edition >= minimum for each in self.accepted)

    def _until(self, done: Completed) -> datetime.date | None:
        until = good_until(self.requirement, done)
        if self.change:
            limit = self.change.on + datetime.timedelta(days=self.requirement.change_days)
            until = min(until, limit) if until else limit
        return put_off(until, self.membership.pauses) if until else None

    @property
    def _soon(self) -> datetime.date:
        if self.change:
            return self.change.on
        return soon_from(self.requirement, self.done, self.until) if self.done and self.until else self.on

    def _turning_days(self) -> Iterator[datetime.date]:
        """Every day on which something may turn, whether it does or not."""
        spans = [
            (self.requirement.first_day, self.requirement.ends_on),
            (self.membership.starts_on, self.membership.ends_on),
            *((pause.first, pause.last) for pause in self.membership.pauses),
            *((each.days.first, each.days.last) for each in self.history.exemptions),
        ]
        for first, last in spans:
            yield first
            if last:
                yield last + DAY
        for due in (self.first_due, self.until):
            if due:
                yield from (due - SOON, due, due + DAY)
        if self.done and self.until:
            yield self._soon
