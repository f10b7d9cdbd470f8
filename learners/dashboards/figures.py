"""Figures that managers read: never without their denominator, never rounded up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from learners.requirements.standing import State


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    number: int
    total: int

    @property
    def percent(self) -> int:
        """In whole per cent, rounded down: never 100 while one is missing."""
        return self.number * 100 // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of those who should do a module stand where. The parts add up to `total`."""

    compliant: int = 0
    expiring: int = 0
    under_way: int = 0
    not_started: int = 0
    due: int = 0
    expired: int = 0
    overdue: int = 0

    @classmethod
    def of(cls, states: Iterable[State]) -> "Tally":
        """Count states; those of whom it is not asked count nowhere."""
        found = Counter(states)
        return cls(**{state.value: found[state] for state in State if state.counts})

    @property
    def total(self) -> int:
        """Those who should."""
        return sum(getattr(self, state.value) for state in State if state.counts)

    @property
    def done(self) -> int:
        """Those who meet it."""
        return self.compliant + self.expiring

    @property
    def share_done(self) -> Share:
        """Those who did, of those who should."""
        return Share(self.done, self.total)
