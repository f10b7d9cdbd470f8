"""Figures that managers read: never without their denominator, never rounded up."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from learners.requirements.standing import State

FEW = 20  # of fewer people, a tenth of a per cent would say more than there is


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    number: int
    total: int

    @property
    def per_mille(self) -> int:
        """In tenths of a per cent, rounded down: never 1000 while one is missing."""
        return self.number * 1000 // self.total if self.total else 0

    @property
    def percent(self) -> str:
        """In per cent with one decimal place, rounded down; of fewer than 20, in whole per cent."""
        whole, tenth = divmod(self.per_mille, 10)
        return str(whole) if self.total < FEW else f"{whole}.{tenth}"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of those who should do a module stand where; the last three stand beside, and count in nothing else."""

    compliant: int = 0
    expiring: int = 0
    under_way: int = 0
    not_started: int = 0
    due: int = 0
    expired: int = 0
    overdue: int = 0
    not_yet_open: int = 0
    paused: int = 0
    exempt: int = 0

    @classmethod
    def of(cls, states: Iterable[State]) -> "Tally":
        """Count states; those of whom it is not asked count nowhere."""
        found = Counter(state.value for state in states)
        return cls(**{name: found[name] for name in PARTS})

    @classmethod
    def summed(cls, numbers: Iterable[Mapping[str, int]]) -> "Tally":
        """Add up numbers by state."""
        found: Counter[str] = Counter()
        for each in numbers:
            found.update({name: each[name] for name in PARTS})
        return cls(**{name: found[name] for name in PARTS})

    @property
    def total(self) -> int:
        """Those who should."""
        return self.done + self.late + self.due + self.under_way + self.not_started

    @property
    def done(self) -> int:
        """Those who meet it."""
        return self.compliant + self.expiring

    @property
    def late(self) -> int:
        """Those whose day has passed."""
        return self.overdue + self.expired

    @property
    def beside(self) -> int:
        """Those of whom it will be asked, or who are paused or exempt."""
        return self.not_yet_open + self.paused + self.exempt

    @property
    def share_done(self) -> Share:
        """Those who did, of those who should."""
        return Share(self.done, self.total)


PARTS = tuple(field.name for field in fields(Tally))


class Level(StrEnum):
    """How a share compares with what an organisation aims at. Said in words; the colour only repeats them."""

    ON_TRACK = "on_track"
    NEARLY = "nearly"
    BEHIND = "behind"

    @property
    def label(self) -> str:
        """In words."""
        return {"on_track": "On track", "nearly": "Nearly there", "behind": "Needs attention"}[self.value]

    @property
    def colour(self) -> str:
        """The colour of its tag."""
        return {"on_track": "green", "nearly": "yellow", "behind": "red"}[self.value]


@dataclass(frozen=True, slots=True)
class Aims:
    """From how many per cent on an organisation is nearly there, and from how many on track."""

    nearly: int = 85
    on_track: int = 95

    def level(self, share: Share) -> Level | None:
        """How a share compares; None where nobody should do anything."""
        if not share.total:
            return None
        if share.number * 100 >= share.total * self.on_track:
            return Level.ON_TRACK
        return Level.NEARLY if share.number * 100 >= share.total * self.nearly else Level.BEHIND

    def level_of(self, tally: Tally) -> Level | None:
        """How a tally compares; None, too, where fewer have done it than hoped and all of them are still in time."""
        level = self.level(tally.share_done)
        return level if tally.late or level is Level.ON_TRACK else None
