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
    """How many of those who should do a module stand where. The four add up to `total`."""

    done: int = 0
    under_way: int = 0
    not_started: int = 0
    overdue: int = 0

    @classmethod
    def of(cls, states: Iterable[State]) -> "Tally":
        """Count states; those of whom it is not asked count nowhere."""
        found = Counter(states)
        return cls(found[State.DONE], found[State.UNDER_WAY], found[State.NOT_STARTED], found[State.OVERDUE])

    @property
    def total(self) -> int:
        """Those who should."""
        return self.done + self.under_way + self.not_started + self.overdue

    @property
    def share_done(self) -> Share:
        """Those who did, of those who should."""
        return Share(self.done, self.total)
