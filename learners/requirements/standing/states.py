"""The states in which somebody can be on a requirement, what needs somebody most first."""

from enum import StrEnum


class State(StrEnum):
    """Where a person stands. In the order of urgency: of two requirements for one module, the first here counts."""

    OVERDUE = "overdue"
    EXPIRED = "expired"
    DUE = "due"
    UNDER_WAY = "under_way"
    NOT_STARTED = "not_started"
    EXPIRING = "expiring"
    COMPLIANT = "compliant"
    NOT_YET_OPEN = "not_yet_open"
    PAUSED = "paused"
    EXEMPT = "exempt"
    NOT_REQUIRED = "not_required"

    @property
    def label(self) -> str:
        """In words, for a screen."""
        return LABELS.get(self) or self.value.replace("_", " ").capitalize()

    @property
    def rank(self) -> int:
        """Its place in the order of urgency, from 0."""
        return RANKS[self]

    @property
    def is_met(self) -> bool:
        """Whether the requirement is met on the day."""
        return self in MET

    @property
    def is_open(self) -> bool:
        """Whether something is to be done, now or soon."""
        return self in OPEN

    @property
    def is_late(self) -> bool:
        """Whether the day has passed."""
        return self in LATE

    @property
    def counts(self) -> bool:
        """Whether it counts in figures: among those of whom it is asked today."""
        return self in MET or self in OPEN


LABELS = {
    State.COMPLIANT: "Done",
    State.DUE: "Due soon",
    State.EXPIRING: "Expires soon",
    State.NOT_YET_OPEN: "Not open yet",
    State.NOT_REQUIRED: "Not asked",
}
RANKS = {state: number for number, state in enumerate(State)}
LATE = (State.OVERDUE, State.EXPIRED)
OPEN = (*LATE, State.DUE, State.UNDER_WAY, State.NOT_STARTED)
MET = (State.EXPIRING, State.COMPLIANT)
APART = (State.NOT_YET_OPEN, State.PAUSED, State.EXEMPT)
"""Shown beside the figures and not counted in them."""
