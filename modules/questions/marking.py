"""How answers are marked. Standard library only: the same answer always gets the same mark."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer earned: 0 <= points <= available."""

    points: float
    available: float = 1.0

    @property
    def is_scored(self) -> bool:
        """Whether there was anything to earn."""
        return self.available > 0

    @property
    def is_right(self) -> bool:
        """Wholly right. What is not scored cannot be wrong."""
        return self.points == self.available

    @property
    def is_partly_right(self) -> bool:
        """Neither wholly right nor wholly wrong."""
        return 0 < self.points < self.available


@dataclass(frozen=True, slots=True)
class Score:
    """The marks of several answers together."""

    raw: float
    maximum: float

    @property
    def scaled(self) -> float:
        """The share earned, from 0 to 1; 0 where nothing could be earned."""
        return self.raw / self.maximum if self.maximum else 0.0

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: 100 means that nothing was missed."""
        return int(self.scaled * 100 + 1e-9)

    def reaches(self, pass_mark: float) -> bool:
        """Whether the share earned is the pass mark (0 to 1) or more."""
        return self.scaled >= pass_mark - 1e-9


def mark_one(chosen: str | None, right: str) -> Mark:
    """One option is right: all or nothing."""
    return Mark(1.0 if chosen == right else 0.0)


def mark_many(chosen: Collection[str], right: Collection[str]) -> Mark:
    """Several options are right: each found earns its share, each wrong one chosen loses a share, never below 0.

    The order of choosing, and choosing twice, make no difference. `right` must not be empty.
    """
    picked, wanted = set(chosen), set(right)
    net = len(picked & wanted) - len(picked - wanted)
    return Mark(max(0, net) / len(wanted))


def mark_both(*, verdict_is_right: bool, reason_is_right: bool) -> Mark:
    """True or false with a reason: half for the verdict, and the other half only for the right verdict's reason."""
    if not verdict_is_right:
        return Mark(0.0)
    return Mark(1.0 if reason_is_right else 0.5)


UNSCORED = Mark(0.0, 0.0)
"""What earns nothing and costs nothing: an answer in one's own words."""


def total(marks: Iterable[Mark]) -> Score:
    """Add marks up."""
    marks = list(marks)
    return Score(
        raw=round(sum(mark.points for mark in marks), 4), maximum=sum(mark.available for mark in marks)
    )
