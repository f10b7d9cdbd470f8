"""Whether confidence lasts: before a module, after it and some weeks later, of people who said it each time.

Standard library only, and `suppress`, which decides what is shown. Everything here is of pairs: whoever said it once
counts nowhere. Pairs are counted in steps of five, and figures are blurred (people to the nearest five; shares of fewer
than 20 to the nearest ten per cent), so that one figure taken from another tells of nobody.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from learners.dashboards.figures import Share
from learners.dashboards.suppression import ATTITUDES, rounded, suppress

LEVELS = (1, 2, 3, 4, 5)
WIDTH, BAR, GAP = 1000, 25, 10
FEW = 20
"""Of fewer people a per cent would say more than there is."""
STEP = 5
"""So many people are added to a figure at once, or nobody: one month taken from the next tells of none alone."""
LONG_AGO = datetime.datetime.min.replace(tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """What one person said at one moment ("before", "after", "later") of one attempt at a module."""

    attempt: str
    person: int
    organisation: int | None
    moment: str
    level: int
    at: datetime.datetime = LONG_AGO


@dataclass(frozen=True, slots=True)
class Pair:
    """One person's first pair, with what they said some weeks later; None where they did not."""

    organisation: int | None
    before: int
    after: int
    later: int | None = None
    since: datetime.datetime = field(default=LONG_AGO, compare=False)
    later_since: datetime.datetime = field(default=LONG_AGO, compare=False)


@dataclass(frozen=True, slots=True)
class Column:
    """What was said at one moment: per cent for each level from 1 to 5, and the mean, blurred."""

    moment: str
    shares: tuple[int, ...]
    mean: float


@dataclass(frozen=True, slots=True)
class Bit:
    """One level in the bar of a moment: the more confident, the taller and the darker."""

    x: int
    y: int
    width: int
    height: int
    opacity: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What may be shown of some pairs: about how many people, their change, and a column for each moment.

    `less`, `same` and `more` are per cent of them, against before; `change` is the mean.
    """

    people: int
    less: int
    same: int
    more: int
    change: float
    columns: tuple[Column, ...]

    @property
    def bits(self) -> list[Bit]:
        """All bars, one below the other, drawn from what the table says."""
        return [
            bit for number, column in enumerate(self.columns) for bit in _bits(column, number * (BAR + GAP))
        ]

    @property
    def height(self) -> int:
        """Of the drawing."""
        return len(self.columns) * (BAR + GAP) - GAP


def _bits(column: Column, top: int) -> list[Bit]:
    whole, before, found = sum(column.shares) or 1, 0, []
    for level, share in zip(LEVELS, column.shares, strict=True):
        x, after = before * WIDTH // whole, before + share
        height = BAR * level // len(LEVELS)
        if share:
            width = after * WIDTH // whole - x
            found.append(Bit(x, top + BAR - height, width, height, f"0.{2 * level - 1}"))
        before = after
    return found


@dataclass(frozen=True, slots=True)
class Picture:
    """A module's pairs: straight after it, and, of those who were asked and said, some weeks later."""

    after: Comparison
    later: Comparison | None = None


def first_pairs(told: Iterable[Told]) -> list[Pair]:
    """Everybody's first attempt of which both before and after are known; `told` is in the order of attempts."""
    attempts: dict[tuple[int, str], dict[str, Told]] = {}
    for each in told:
        attempts.setdefault((each.person, each.attempt), {})[each.moment] = each
    found: dict[int, Pair] = {}
    for (person, _), said in attempts.items():
        if person not in found and "before" in said and "after" in said:
            found[person] = _pair(said["before"], said["after"], said.get("later"))
    return list(found.values())


def _pair(before: Told, after: Told, later: Told | None) -> Pair:
    pair = Pair(before.organisation, before.level, after.level, since=max(before.at, after.at))
    return replace(pair, later=later.level, later_since=later.at) if later else pair


def in_steps(pairs: Iterable[Pair]) -> list[Pair]:
    """Those that count by now: five more at a time, in the order in which they were made, and never one that goes.

    So do those who said it some weeks later; the last few of them count as if they had not.
    """
    rising = sorted(pairs, key=lambda pair: pair.since)
    kept = rising[: len(rising) // STEP * STEP]
    # When an answer could be seen first: once it was given, and once the step of its pair was full.
    seen = {
        number: max(pair.later_since, kept[number // STEP * STEP + STEP - 1].since)
        for number, pair in enumerate(kept)
        if pair.later is not None
    }
    late = sorted(seen, key=lambda number: seen[number])
    waiting = set(late[len(late) // STEP * STEP :])
    return [replace(pair, later=None) if number in waiting else pair for number, pair in enumerate(kept)]


def picture_of(pairs: Sequence[Pair]) -> Picture | None:
    """The picture of one group of people; None where too few are behind it."""
    return _picture(pairs) if _are_enough(pairs) else None


def picture_of_network(pairs: Sequence[Pair]) -> Picture | None:
    """The picture of several organisations together; None where one of them could be got from it.

    Each that is large enough may be known by itself. So what they leave of the whole must be nobody, or enough people
    of more than one organisation.
    """
    if not _hides_each(pairs):
        return None
    picture = _picture(pairs)
    if _hides_each([pair for pair in pairs if pair.later is not None]):
        return picture
    return replace(picture, later=None)


def _hides_each(pairs: Sequence[Pair]) -> bool:
    parts: dict[int | None, list[Pair]] = {}
    for pair in pairs:
        parts.setdefault(pair.organisation, []).append(pair)
    small = [part for part in parts.values() if not _are_enough(part)]
    rest = [pair for part in small for pair in part]
    return len(parts) > 1 and (not small or (len(small) > 1 and _are_enough(rest)))


def _are_enough(pairs: Sequence[Pair]) -> bool:
    """Whether nobody could be told from their figures: enough people, and of few not all of one mind."""
    people = len(pairs)
    said: list[list[int | None]] = [
        [pair.before for pair in pairs],
        [pair.after for pair in pairs],
        [pair.later for pair in pairs],
    ]
    most = [max(Counter(levels).values(), default=0) for levels in said if None not in levels]
    shares = [sum(pair.after > pair.before for pair in pairs), *most]
    return all(
        suppress({"": Share(share, people)}, {}, ATTITUDES).organisations[""] is not None for share in shares
    )


def _picture(pairs: Sequence[Pair]) -> Picture:
    columns = (
        _column("Before the module", [pair.before for pair in pairs]),
        _column("After the module", [pair.after for pair in pairs]),
    )
    after = _comparison([pair.after - pair.before for pair in pairs], columns)
    return Picture(after, _later(pairs))


def _later(pairs: Sequence[Pair]) -> Comparison | None:
    """Of those who said it a third time. None where they are too few, or those who did not are few, but some."""
    said = [pair for pair in pairs if pair.later is not None]
    silent = [pair for pair in pairs if pair.later is None]
    if not _are_enough(said) or (silent and not _are_enough(silent)):
        return None
    later = [pair.later or 0 for pair in said]
    columns = (
        _column("Before the module", [pair.before for pair in said]),
        _column("After the module", [pair.after for pair in said]),
        _column("Some weeks later", later),
    )
    return _comparison([then - pair.before for pair, then in zip(said, later, strict=True)], columns)


def _comparison(changes: Sequence[int], columns: tuple[Column, ...]) -> Comparison:
    people = len(changes)
    return Comparison(
        people=rounded(Share(people, people)).total,
        less=blurred(sum(change < 0 for change in changes), people),
        same=blurred(sum(change == 0 for change in changes), people),
        more=blurred(sum(change > 0 for change in changes), people),
        change=mean_of(changes),
        columns=columns,
    )


def _column(moment: str, levels: Sequence[int]) -> Column:
    counted = Counter(levels)
    shares = tuple(blurred(counted[level], len(levels)) for level in LEVELS)
    return Column(moment, shares, mean_of(levels))


def blurred(number: int, people: int) -> int:
    """A share in per cent: of fewer than 20 people to the nearest ten, else to the nearest whole."""
    step = 10 if people < FEW else 1
    return (number * 200 // step + people) // (2 * people) * step


def mean_of(values: Sequence[int]) -> float:
    """The mean to one decimal place, halves away from nought."""
    total, people = abs(sum(values)), len(values)
    tenths = (total * 20 + people) // (2 * people)
    return (tenths if sum(values) >= 0 else -tenths) / 10
