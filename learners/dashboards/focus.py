"""Whom a manager looks for."""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from uuid import UUID

from learners.requirements.selectors import PersonHere, PersonStanding
from learners.requirements.standing import Standing, State

SOON = datetime.timedelta(days=14)
NEW = datetime.timedelta(days=28)


class Focus(StrEnum):
    """People to look for, in the order in which they need somebody."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    NEW_STARTER = "new_starter"
    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"

    @property
    def label(self) -> str:
        """In words, for a list of choices."""
        return LABELS[self]


STATES = {
    Focus.OVERDUE: (State.OVERDUE, State.EXPIRED),
    Focus.NOT_STARTED: (State.NOT_STARTED,),
    Focus.UNDER_WAY: (State.UNDER_WAY,),
    Focus.DONE: (State.COMPLIANT, State.EXPIRING),
}
LABELS = {
    Focus.OVERDUE: "Overdue",
    Focus.DUE_SOON: f"Due in the next {SOON.days} days",
    Focus.NEW_STARTER: "New starters who have not begun",
    Focus.NOT_STARTED: "Not started",
    Focus.UNDER_WAY: "Under way",
    Focus.DONE: "Done, all that is asked",
}


def asked_of(person: PersonHere, module: UUID | None = None) -> Iterator[PersonStanding]:
    """What is asked of a person: everything, or one module by its key."""
    return (each for each in person.asked if module in (None, each.module.translation_key))


def is_due_soon(standing: Standing, on: datetime.date) -> bool:
    """Whether something is to be done, in time still, within the next days; today counts."""
    return standing.is_open and standing.due is not None and on <= standing.due <= on + SOON


def is_new(person: PersonHere, on: datetime.date) -> bool:
    """Whether they started here within the last days."""
    return person.hat.starts_on >= on - NEW


def has_not_begun(person: PersonHere) -> bool:
    """Whether they did nothing yet of all that is asked of them, here or anywhere."""
    return not any(each.standing.began_on or each.standing.completed_on for each in person.asked)


def shows(focus: Focus | None, standing: Standing, on: datetime.date) -> bool:
    """Whether one standing is what a manager looks for. New starters are looked for as people: all theirs are."""
    match focus:
        case None | Focus.NEW_STARTER:
            return True
        case Focus.DUE_SOON:
            return is_due_soon(standing, on)
        case _:
            return standing.state in STATES[focus]


def finds(focus: Focus | None, person: PersonHere, on: datetime.date, module: UUID | None = None) -> bool:
    """Whether a person is among those looked for, by all that is asked of them or by one module."""
    shown = [shows(focus, each.standing, on) for each in asked_of(person, module)]
    match focus:
        case None:
            return module is None or bool(shown)
        case Focus.NEW_STARTER:
            return bool(shown) and is_new(person, on) and has_not_begun(person)
        case Focus.DONE:
            return bool(shown) and all(shown)
        case _:
            return any(shown)
