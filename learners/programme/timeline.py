"""Where the milestones of a roadmap lie on a line of time. Standard library only.

A drawing only repeats what its table says in words: each mark carries the number of its line there.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, MARGIN, RADIUS = 320, 14, 10
LANE = 2 * RADIUS + 4
AXIS = 26  # below the lowest lane: the line of time and its years
MOST_TICKS = 6
STEPS = (1, 3, 6, 12, 24, 60, 120, 240)  # months from one tick to the next
PADDING = datetime.timedelta(days=15)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is drawn: its day, and in which shape."""

    on: datetime.date
    shape: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry where it lies: the middle of its shape. `number` is its line in the table, from 1."""

    number: int
    shape: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month on the line of time."""

    month: datetime.date
    x: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Marks from left to right, and the line of time below them."""

    marks: list[Mark]
    ticks: list[Tick]
    today: int
    height: int
    width: int = WIDTH

    @property
    def axis(self) -> int:
        """How far down the line of time lies."""
        return self.height - AXIS


def timeline(entries: Sequence[Entry], today: datetime.date) -> Timeline | None:
    """Lay entries out, in the order given, which is the table's; None where there is nothing to draw.

    Those that would overlap lie above one another. Today is always on the line.
    """
    if not entries:
        return None
    days = [today, *(entry.on for entry in entries)]
    first, last = min(days) - PADDING, max(days) + PADDING
    lanes: list[int] = []  # where the last mark of each lane ends
    places: list[tuple[int, int]] = []
    for entry in sorted(entries, key=lambda each: each.on):
        x = _place(entry.on, first, last)
        places.append((x, _lane(lanes, x)))
    height = len(lanes) * LANE + RADIUS + AXIS
    order = sorted(range(len(entries)), key=lambda index: entries[index].on)
    marks = [
        Mark(index + 1, entries[index].shape, x, height - AXIS - RADIUS - 4 - lane * LANE)
        for index, (x, lane) in zip(order, places, strict=True)
    ]
    return Timeline(marks, _ticks(first, last), _place(today, first, last), height)


def _place(day: datetime.date, first: datetime.date, last: datetime.date) -> int:
    return MARGIN + (WIDTH - 2 * MARGIN) * (day - first).days // (last - first).days


def _lane(lanes: list[int], x: int) -> int:
    """The lowest lane that is free at `x`, taken."""
    for number, end in enumerate(lanes):
        if x - RADIUS > end:
            lanes[number] = x + RADIUS
            return number
    lanes.append(x + RADIUS)
    return len(lanes) - 1


def _ticks(first: datetime.date, last: datetime.date) -> list[Tick]:
    """Firsts of months, so far apart that their words fit."""
    months = range(_number(first) + 1, _number(last) + 1)
    step = next((each for each in STEPS if len(months) <= each * MOST_TICKS), STEPS[-1])
    firsts = [datetime.date(number // 12, number % 12 + 1, 1) for number in months if number % step == 0]
    return [Tick(month, _place(month, first, last)) for month in firsts]


def _number(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1
