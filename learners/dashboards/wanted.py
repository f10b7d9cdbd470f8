"""Whom a manager looks for, as plain data. The form that reads it from an address is in `forms`."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from learners.requirements.standing import State

NEW_DAYS = 28
"""So long somebody is a new starter."""


class Seen(StrEnum):
    """What to look for beyond one state."""

    LATE = "late"
    NEW_STARTER = "new_starter"
    DONE = "done"


class Late(StrEnum):
    """How long something has been overdue or expired."""

    MONTH = "1-30"
    TWO_MONTHS = "31-60"
    THREE_MONTHS = "61-90"
    LONGER = "91-"

    @property
    def days(self) -> tuple[int, int | None]:
        """From how many days to how many; None: without an end."""
        first, _, last = self.value.partition("-")
        return int(first), int(last) if last else None

    @property
    def label(self) -> str:
        """In words."""
        first, last = self.days
        return f"Late for {first} to {last} days" if last else f"Late for more than {first - 1} days"


STATES = [
    ("", "All states"),
    (Seen.LATE.value, "Overdue or expired"),
    (Seen.NEW_STARTER.value, "New starters who have not begun"),
    (Seen.DONE.value, "Done, all that is asked"),
    *((state.value, state.label) for state in State if state not in (State.NOT_REQUIRED, State.COMPLIANT)),
    (State.COMPLIANT.value, "Done, not expiring soon"),
]
DUE_WITHIN = (30, 60, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """People of an organisation to look for. Empty: everybody. `teams` holds a team and those below it."""

    name: str = ""
    site: int | None = None
    teams: frozenset[int] | None = None
    staff_group: str = ""
    role: int | None = None
    module: UUID | None = None
    requirement: int | None = None
    state: str = ""
    due: int | None = None
    late: Late | None = None

    @property
    def is_of_standings(self) -> bool:
        """Whether it asks how people stand, and not only who they are."""
        return any((self.module, self.requirement, self.state, self.due, self.late))
