"""How answers are marked. Standard library only: the same answer always gets the same mark."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations


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


def mark_share(given: Mapping[str, object], right: Mapping[str, object]) -> Mark:
    """Each thing that was put where it belongs earns its share. `right` must not be empty."""
    return Mark(sum(name in given and given[name] == place for name, place in right.items()) / len(right))


def mark_ranking(order: Sequence[str], ranks: Mapping[str, int]) -> Mark:
    """How well an order agrees with ranks (1 is best; equal ones may stand either way round).

    Of the pairs whose ranks differ, those in the right order less those in the wrong one, as a share, never below 0:
    an order by chance earns nothing on average, and one the wrong way round earns nothing. A pair of which one is
    missing from the order is in the wrong one. All where no two ranks differ.
    """
    places = {name: place for place, name in enumerate(order)}
    pairs = [pair for pair in combinations(sorted(ranks, key=ranks.__getitem__), 2) if _differ(pair, ranks)]
    if not pairs:
        return Mark(1.0)
    agreeing = sum(
        better in places and worse in places and places[better] < places[worse] for better, worse in pairs
    )
    return Mark(max(0, 2 * agreeing - len(pairs)) / len(pairs))


def _differ(pair: tuple[str, str], ranks: Mapping[str, int]) -> bool:
    return ranks[pair[0]] != ranks[pair[1]]


UNSCORED = Mark(0.0, 0.0)
"""What earns nothing and costs nothing: an answer in one's own words."""


def total(marks: Iterable[Mark]) -> Score:
    """Add marks up."""
    marks = list(marks)
    return Score(
        raw=round(sum(mark.points for mark in marks), 4), maximum=sum(mark.available for mark in marks)
    )
