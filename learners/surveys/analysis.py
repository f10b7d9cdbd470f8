"""What answers amount to: sub-scales, shares, medians, change, and what low ones lead to. All thresholds are here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

NOT_MY_ROLE, LOWEST, HIGHEST = 0, 1, 5
AGREES = 4  # on average, over the statements of a sub-scale: agrees, or agrees strongly
LOW = 60  # per cent who agree: below it, a sub-scale is a barrier, and something is recommended
ROUGH = 40  # people: of fewer, a number to the nearest five tells nothing in per cent
GIVE = 2  # people: by so many a number to the nearest five may be wrong
MOVED = 5  # per cent: what changed by less is said to be about the same

MODULES: Mapping[str, tuple[str, ...]] = {
    "when": ("right-information-right-place-right-time",),
    "trust": ("medicines-more-than-one-source", "referrals-that-work-first-time"),
    "permission": ("may-i-look",),
    "climate": ("leading-the-change",),
}
"""The modules that help against each barrier, by the name in their address. One that a service has not is left out."""

type Answers = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as a survey asked it. `key` is what answers call it by."""

    key: str
    number: int
    statement: str
    scale: str
    barrier: str = ""
    is_reversed: bool = False


def statements_of(asked: Iterable[Mapping[str, object]]) -> list[Statement]:
    """Statements from what a survey keeps of them."""
    return [Statement(**each) for each in asked]  # type: ignore[arg-type]


def scales_of(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Sub-scales by name, in the order in which they come first."""
    found: dict[str, list[Statement]] = {}
    for each in statements:
        found.setdefault(each.scale, []).append(each)
    return found


def barrier_of(scale: Iterable[Statement]) -> str:
    """What low answers to a sub-scale tell of; empty where that is nothing in particular."""
    return next((each.barrier for each in scale if each.barrier), "")


def score(answers: Answers, scale: Iterable[Statement]) -> Fraction | None:
    """One person's mean over a sub-scale, the higher the better; None where all of it is not their role."""
    points = [
        LOWEST + HIGHEST - point if each.is_reversed else point
        for each in scale
        if (point := answers.get(each.key, NOT_MY_ROLE)) != NOT_MY_ROLE
    ]
    return Fraction(sum(points), len(points)) if points else None


def scores(everybody: Iterable[Answers], scale: Sequence[Statement]) -> list[Fraction]:
    """Everybody's, without those whose role it is not."""
    return [found for answers in everybody if (found := score(answers, scale)) is not None]


def agreeing(found: Iterable[Fraction]) -> int:
    """How many agree on average."""
    return sum(each >= AGREES for each in found)


def halves(found: Sequence[Fraction]) -> int | None:
    """The median in halves (7 is 3.5), rounded down: finer would say more than there is."""
    return int(median(found) * 2) if found else None


def is_low(number: int, total: int, give: int = 0) -> bool:
    """Whether so few agree that a sub-scale is a barrier, even if each number may be wrong by `give` people."""
    return (number + give) * 100 < (total - give) * LOW


def same_statements(one: Iterable[Statement], other: Iterable[Statement]) -> bool:
    """Whether two sub-scales of two surveys can be compared: word for word the same."""
    return {(each.statement, each.is_reversed) for each in one} == {
        (each.statement, each.is_reversed) for each in other
    }


def movement(before: tuple[int, int], after: tuple[int, int]) -> int:
    """By how many per cent more agree than before; both are numbers of totals that are shown."""
    return after[0] * 100 // after[1] - before[0] * 100 // before[1]


def movement_in_words(by: int) -> str:
    """The same in words: up 12 points."""
    if abs(by) < MOVED:
        return "About the same"
    return f"{'Up' if by > 0 else 'Down'} {abs(by)} points"
