"""Where an account stands, and what may be done with it. Standard library only."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Whether somebody has an account in the shared record, as administrators have told."""

    NONE = "none"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"


class Mark(StrEnum):
    """What an administrator says they have done."""

    GRANT = "grant"
    WITHDRAW = "withdraw"
    REINSTATE = "reinstate"

    @property
    def before(self) -> State:
        """The state in which it can be said."""
        return {Mark.GRANT: State.NONE, Mark.WITHDRAW: State.GRANTED, Mark.REINSTATE: State.WITHDRAWN}[self]

    @property
    def after(self) -> State:
        """The state that comes of it."""
        return State.WITHDRAWN if self is Mark.WITHDRAW else State.GRANTED

    @property
    def done(self) -> str:
        """In the past tense."""
        return {Mark.GRANT: "granted", Mark.WITHDRAW: "withdrawn", Mark.REINSTATE: "reinstated"}[self]


class Queue(StrEnum):
    """What is to be done about somebody's account."""

    READY = "ready"
    REINSTATE = "reinstate"
    TO_WITHDRAW = "to_withdraw"
    LAPSED = "lapsed"
    UNUSED = "unused"
    GRANTED = "granted"
    NOTHING = "nothing"

    @property
    def label(self) -> str:
        """In words."""
        return LABELS[self]

    @property
    def meaning(self) -> str:
        """What is meant, in a sentence."""
        return MEANINGS[self]

    @property
    def mark(self) -> Mark | None:
        """What an administrator does next."""
        return {Queue.READY: Mark.GRANT, Queue.REINSTATE: Mark.REINSTATE, Queue.NOTHING: None}.get(
            self, Mark.WITHDRAW
        )


LABELS = {
    Queue.READY: "Ready to grant",
    Queue.REINSTATE: "To reinstate",
    Queue.TO_WITHDRAW: "To withdraw",
    Queue.LAPSED: "Lapsed",
    Queue.UNUSED: "Not used",
    Queue.GRANTED: "Granted",
    Queue.NOTHING: "Nothing to do",
}
MEANINGS = {
    Queue.READY: "They have done all that an account needs, and have none.",
    Queue.REINSTATE: "Their account was withdrawn, and they have done all again.",
    Queue.TO_WITHDRAW: "They left, or lapsed longer ago than your days of grace.",
    Queue.LAPSED: "They have an account, and are late with something that it needs.",
    Queue.UNUSED: "They have an account, and have not used it for long.",
    Queue.GRANTED: "They have an account, and all is well.",
    Queue.NOTHING: "They have no account, and are not ready for one.",
}
TO_DO = (Queue.READY, Queue.REINSTATE, Queue.TO_WITHDRAW, Queue.LAPSED, Queue.UNUSED)


@dataclass(frozen=True, slots=True)
class Terms:
    """What an organisation has chosen. Without `unused_days`, nobody is asked about use."""

    grace_days: int = 14
    unused_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of one person's account on a day."""

    state: State = State.NONE
    meets: bool = False
    has_left: bool = False
    lapsed_on: datetime.date | None = None
    granted_on: datetime.date | None = None
    used_on: datetime.date | None = None


def queue_of(facts: Facts, terms: Terms, on: datetime.date) -> Queue:
    """Where somebody waits. What comes first in the list of queues counts."""
    if facts.state is not State.GRANTED:
        if not facts.meets or facts.has_left:
            return Queue.NOTHING
        return Queue.READY if facts.state is State.NONE else Queue.REINSTATE
    if facts.has_left:
        return Queue.TO_WITHDRAW
    if facts.lapsed_on:
        over = facts.lapsed_on + datetime.timedelta(days=terms.grace_days) <= on
        return Queue.TO_WITHDRAW if over else Queue.LAPSED
    last = max((day for day in (facts.used_on, facts.granted_on) if day), default=None)
    if terms.unused_days and last and last + datetime.timedelta(days=terms.unused_days) <= on:
        return Queue.UNUSED
    return Queue.GRANTED


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that an administrator told: a mark, or (with `undoes`) that an earlier one was wrong."""

    key: int
    on: datetime.date
    state: State
    undoes: int | None = None


def folded(told: Iterable[Told]) -> tuple[State, datetime.date | None]:
    """The state that comes of all that was told, in its order, and since when."""
    found = list(told)
    undone = {each.undoes for each in found if each.undoes}
    last = next((each for each in reversed(found) if not each.undoes and each.key not in undone), None)
    return (last.state, last.on) if last else (State.NONE, None)
